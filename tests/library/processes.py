"""Child processes that can be killed."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable


class Child:
    """A forked process that does ``work``, and tells through the descriptor it is given."""

    def __init__(self, work: Callable[[int], None]) -> None:
        self._out, into = os.pipe()
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
        with os.fdopen(self._out) as out:
            told = out.read()
        return told, os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
