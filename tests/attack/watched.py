"""Runs a command and notes every address that it, or anything it starts, turns to: Linux alone can.

A filter of the kernel (seccomp) stops each call that may name an address, in C code as in Python, until we
have read the address and let the call go on.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import platform
import select
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Calls:
    """The numbers of the system calls on one kind of machine."""

    machine: int
    """what the kernel calls it in its audit"""
    seccomp: int
    connect: int
    sendto: int
    sendmsg: int
    sendmmsg: int

    @property
    def watched(self) -> tuple[int, ...]:
        """Those that may name an address."""
        return (self.connect, self.sendto, self.sendmsg, self.sendmmsg)


MACHINES = {
    "x86_64": Calls(0xC000003E, 317, 42, 44, 46, 307),
    "aarch64": Calls(0xC00000B7, 277, 203, 206, 211, 269),
}
NO_NEW_PRIVILEGES = 38
FILTER_MODE, NEW_LISTENER = 1, 8
ASK, ALLOW = 0x7FC00000, 0x7FFF0000
"""what the filter answers"""
RECEIVE, SEND = 0xC0502100, 0xC0182101
GO_ON = 1
NOTICE = struct.Struct("=QIIiIQ6Q")
"""what the kernel tells: number, process, flags; call, machine, pointer, six arguments"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a command."""

    status: int
    output: str
    errors: str
    contacts: frozenset[str]
    """whom it turned to: ``127.0.0.1:80``, ``[::1]:53``, ``unix:/run/…``"""


class CannotWatch(Exception):
    """This system cannot tell whom a process turns to."""


def watch(command: Sequence[str], env: Mapping[str, str], folder: Path, given: bytes = b"") -> Seen:
    """Run ``command`` in ``folder`` to the end of all it starts; raises CannotWatch."""
    calls = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if calls is None:
        raise CannotWatch
    out, errors = folder / ".watched-out", folder / ".watched-errors"
    started: list[tuple[int, subprocess.Popen[bytes]] | OSError] = []

    def start() -> None:
        # A filter is for one thread and what that starts: this one ends, the others stay free.
        with out.open("wb") as one, errors.open("wb") as two:
            try:
                listener = _listener(calls)
                process = subprocess.Popen(
                    command, cwd=folder, env=dict(env), stdin=subprocess.PIPE, stdout=one, stderr=two
                )
                started.append((listener, process))
            except OSError as error:
                started.append(error)

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    if isinstance(started[0], OSError):
        raise CannotWatch from started[0]
    listener, process = started[0]
    try:
        feeder = threading.Thread(target=process.communicate, args=(given,))
        feeder.start()
        contacts = frozenset(_contacts(listener, calls))
        feeder.join()
    finally:
        os.close(listener)
    seen = Seen(process.returncode, out.read_text("utf-8"), errors.read_text("utf-8"), contacts)
    out.unlink()
    errors.unlink()
    return seen


def _listener(calls: Calls) -> int:
    """Put the filter on this thread and return the file by which the kernel asks; raises OSError."""
    many = len(calls.watched)
    lines = [
        (0x20, 0, 0, 4),  # the machine
        (0x15, 0, many + 1, calls.machine),
        (0x20, 0, 0, 0),  # the call
        *((0x15, many - at, 0, call) for at, call in enumerate(calls.watched)),
        (0x06, 0, 0, ALLOW),
        (0x06, 0, 0, ASK),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no new privileges")
    listener: int = libc.syscall(calls.seccomp, FILTER_MODE, NEW_LISTENER, program)
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener


def _contacts(listener: int, calls: Calls) -> Iterator[str]:
    """Yield each address that is turned to, until all processes under the filter have ended."""
    asked = select.poll()
    asked.register(listener, select.POLLIN)
    while True:
        ((_, event),) = asked.poll() or ((0, 0),)
        if not event & select.POLLIN:
            return
        notice = bytearray(NOTICE.size)
        try:
            fcntl.ioctl(listener, RECEIVE, notice)
            number, process, _, call, _, _, *arguments = NOTICE.unpack(notice)
            found = list(_addresses(process, call, arguments, calls))
            fcntl.ioctl(listener, SEND, bytearray(struct.pack("=QqiI", number, 0, 0, GO_ON)))
        except OSError:  # the process was ended meanwhile
            continue
        yield from found


def _addresses(process: int, call: int, arguments: list[int], calls: Calls) -> Iterator[str]:
    """Yield the addresses that a call names, if any."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:

        def read(at: int, many: int) -> bytes:
            memory.seek(at)
            return memory.read(many)

        if call == calls.connect:
            where = [(arguments[1], arguments[2])]
        elif call == calls.sendto:
            where = [(arguments[4], arguments[5])]
        else:
            many = arguments[2] if call == calls.sendmmsg else 1
            where = [struct.unpack("=QI", read(arguments[1] + 64 * i, 12)) for i in range(many)]
        for at, many in where:
            if at and (name := _name(read(at, many))):
                yield name


def _name(address: bytes) -> str | None:
    """Return an address as people write it, or None for talk with the kernel itself."""
    family = struct.unpack_from("=H", address)[0]
    if family == socket.AF_INET:
        return f"{socket.inet_ntop(family, address[4:8])}:{struct.unpack_from('!H', address, 2)[0]}"
    if family == socket.AF_INET6:
        return f"[{socket.inet_ntop(family, address[8:24])}]:{struct.unpack_from('!H', address, 2)[0]}"
    if family == socket.AF_UNIX:
        return f"unix:{os.fsdecode(address[2:].lstrip(bytes(1)).split(bytes(1))[0])}"
    return None if family == socket.AF_NETLINK else f"family {family}"
