"""Hosts that a stranger names, a resolver that knows them, and a network that notes who is turned to."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PUBLIC = "93.184.216.34"


@dataclass(frozen=True, slots=True)
class Host:
    """A line of ``hosts.txt``."""

    spelling: str
    leads_to: tuple[str, ...]
    """IP addresses; none where it is refused even if a user types it"""
    named: bool
    """whether only who looks it up can tell that it is private"""

    @property
    def name(self) -> str:
        """The name as it is looked up."""
        return self.spelling.encode("idna").decode("ascii")


def read_lines(name: str) -> list[str]:
    """Return the lines of a file of data, without comments."""
    return [
        line for line in (HERE / name).read_text("utf-8").split("\n") if line and not line.startswith("# ")
    ]


def read_hosts() -> list[Host]:
    """Return all lines of ``hosts.txt``."""
    found = []
    for line in read_lines("hosts.txt"):
        spelling, leads_to, *named = line.split("\t")
        found.append(Host(spelling, () if leads_to == "-" else tuple(leads_to.split(",")), bool(named)))
    return found


class Network:
    """Looks up names from a table, and refuses every connection but those to a server of ours.

    Where a server is to be ``everything``, all are connected to that.
    """

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        names: dict[str, tuple[str, ...]],
        everything: tuple[str, int] | None = None,
    ) -> None:
        self.names = names
        self.touched: list[str] = []
        self.server: tuple[str, int] | None = None
        self._everything = everything
        self._resolve, self._connect = socket.getaddrinfo, socket.create_connection
        for scheme in ("http", "https", "all", "no"):
            monkeypatch.delenv(f"{scheme}_proxy", raising=False)
            monkeypatch.delenv(f"{scheme}_proxy".upper(), raising=False)
        monkeypatch.setattr("socket.getaddrinfo", self.resolve)
        monkeypatch.setattr("socket.create_connection", self.connect)

    def resolve(self, host: str, port: int, *_: object, **__: object) -> list[Any]:
        """Look ``host`` up: in the table, else as a number, else as one of the public internet."""
        if host in self.names:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in self.names[host]]
        kind = socket.SOCK_STREAM
        try:
            return self._resolve(host, port, type=kind, flags=socket.AI_NUMERICHOST)
        except socket.gaierror:
            if not host.endswith(".example"):
                raise
        return [(socket.AF_INET, kind, 6, "", (PUBLIC, port))]

    def connect(self, place: tuple[str, int], *_: object, **__: object) -> socket.socket:
        """Note who is turned to; nobody answers but the server."""
        self.touched.append(place[0])
        if place != self.server and not self._everything:
            raise ConnectionRefusedError
        return self._connect(self._everything or place, 5)
