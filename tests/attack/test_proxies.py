"""The password of a proxy goes to the proxy alone, and what is asked of whom is what the user configured."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest

from secondhand.errors import Unreachable
from secondhand.ingest.fetch import fetch
from tests.attack.hosts import Network, read_lines

pytestmark = pytest.mark.attack


class Listener:
    """Notes what it is asked; sends the first who asks on to ``target``."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.target = "-"
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.place = self._socket.getsockname()
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            line, _ = self._socket.accept()
            with line, suppress(ConnectionError):
                if not (head := line.recv(1 << 16)):
                    return
                self.asked.append(self._describe(head))
                first = len(self.asked) == 1 and self.target != "-"
                answer = f"302 Found\r\nLocation: {self.target}" if first else "404 Not Found"
                line.sendall(f"HTTP/1.0 {answer}\r\n\r\n".encode())

    def _describe(self, head: bytes) -> str:
        if head[0] == 22:
            return "TLS"
        words = head.decode("ascii").split("\r\n")[0].split()
        return " ".join([*words[:2], *(["pw"] if b"Proxy-Authorization: Basic " in head else [])])

    def close(self) -> None:
        with socket.create_connection(self.place):
            pass
        self._thread.join()
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.mark.parametrize("line", read_lines("proxies.txt"))
def test_only_the_proxy_gets_its_password(
    line: str, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    around, typed, listener.target, expected = (part.strip() for part in line.split(" |"))
    with monkeypatch.context() as patch:
        network = Network(patch, {}, everything=listener.place)
        for setting in around.split():
            patch.setenv(*setting.split("=", 1))
        with pytest.raises(Unreachable) as error:
            fetch(typed)
    through = ["proxy" if place == "proxy.example" else "direct" for place in network.touched]
    asked = [f"{who} {what}" for who, what in zip(through, listener.asked, strict=True)]
    assert asked == [part.strip() for part in expected.split(";") if part]
    assert "pw" not in str(error.value)
