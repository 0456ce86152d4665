"""The three streams of the process, as pipes and terminals are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from secondhand.errors import SourceError

SERVED = "SECONDHAND_SERVED"
"""name of the variable that tells that a browser is the terminal"""
PIPE_CLOSED = 141
"""exit code where nobody reads on, as shells have it"""


def is_served() -> bool:
    """Return whether a browser is the terminal."""
    return SERVED in os.environ


def is_screen() -> bool:
    """Return whether there is a terminal to draw on: one that is called dumb only takes lines."""
    if is_served():
        return True
    if os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty() and sys.stderr is not None and sys.stderr.isatty()


def open_closed() -> None:
    """Open onto nothing each standard stream the program was started without."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open until the end
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


@contextmanager
def output(*, utf8: bool = False) -> Iterator[None]:
    """Prepare standard output for text in UTF-8, or for any text in the terminal's own encoding.

    Where whoever reads it leaves early, the program ends quietly with PIPE_CLOSED. Raises SourceError
    where it cannot be written for another reason, such as a full disk.
    """
    _encode(utf8=utf8)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(PIPE_CLOSED) from None
    except OSError as error:
        _drop_output()
        raise SourceError(f"The output cannot be written: {error.strerror}.") from None


def take_keys() -> None:
    """Make the terminal standard input again after an article was piped in.

    Raises SourceError where there is no terminal.
    """
    try:
        terminal = _open_terminal()
    except OSError:
        raise SourceError(
            "There is no terminal to take keys from: save the article and name its file."
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)


def _open_terminal() -> int:
    """Return a new file descriptor of the terminal the screen is on."""
    try:
        # Some systems cannot wait for keys on /dev/tty, only on the terminal's own name.
        return os.open(os.ttyname(1), os.O_RDWR)
    except OSError:
        return os.open("/dev/tty", os.O_RDWR)


def _encode(*, utf8: bool) -> None:
    """Make the output UTF-8, or such that no character can stop it."""
    if not isinstance(sys.stdout, TextIOWrapper):
        return
    if utf8:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    else:
        sys.stdout.reconfigure(errors="replace")


def _drop_output() -> None:
    """Send what is still buffered nowhere: Python flushes once more at exit, which would fail aloud."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
