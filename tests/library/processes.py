"""Child processes that can be killed."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable


class Child:
    """A forked process that does ``work``, and tells through the descriptor it is given."""

    def __init__(self, work: Callable[[int], None]) -> None:
        out, into = os.pipe()
        with warnings.catch_warnings():
            # Python warns where other tests left threads running; this child does not touch them.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if not self._pid:
            status = 1
            try:
                work(into)
                status = 0
            finally:
                os._exit(status)
        os.close(into)
        self._told = os.fdopen(out, "rb", buffering=0)
        self._heard = b""

    def hear(self, lines: int) -> None:
        """Wait until it has told so many lines."""
        while self._heard.count(b"\n") < lines and (more := self._told.read(4096)):
            self._heard += more

    def kill(self) -> str:
        """Kill it without warning; return all it told."""
        os.kill(self._pid, signal.SIGKILL)
        return self._end()[0]

    def wait(self) -> str:
        """Wait for its end, which must be a good one; return all it told."""
        told, status = self._end()
        assert status == 0, f"the child ended with {status}"
        return told

    def _end(self) -> tuple[str, int]:
        with self._told:
            told = self._heard + self._told.readall()
        return told.decode(), os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
