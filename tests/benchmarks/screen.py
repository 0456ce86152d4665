"""Programs on a terminal of their own, 120 columns by 40 lines."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

SIZE = (40, 120)
"""lines and columns"""


@contextmanager
def on_terminal(arguments: Sequence[str]) -> Iterator[int]:
    """Run a program on a new terminal and yield our end of it; whatever still runs then is ended."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, SIZE)
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    try:
        yield ours
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(ours)


def seconds_until(arguments: Sequence[str], words: bytes, limit: float = 60) -> float:
    """Return the seconds from starting a program until ``words`` stand on its screen.

    Raises TimeoutError after ``limit`` seconds, and RuntimeError with its last words where it ends before.
    """
    began = time.perf_counter()
    with on_terminal(arguments) as terminal:
        wait_for(terminal, words, limit)
        return time.perf_counter() - began


def wait_for(terminal: int, words: bytes, limit: float = 60) -> None:
    """Wait until ``words`` stand on the screen of ``terminal``; raises as ``seconds_until`` does."""
    late, shown = time.perf_counter() + limit, b""
    while words not in shown:
        left = late - time.perf_counter()
        if not select.select([terminal], [], [], max(0, left))[0]:
            raise TimeoutError(f"there was no {words!r} in {limit} seconds")
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # Linux reports the end of the other side so
            raise RuntimeError(f"the program ended: {shown[-500:].decode(errors='replace')}") from None
