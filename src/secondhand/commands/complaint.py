"""What went wrong, told in one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from secondhand.errors import SecondhandError
from secondhand.safe_text import clean

FAILED = 2
"""exit code where an input or an option was at fault"""


def complain(error: object) -> None:
    """Write ``error`` on one line of standard error, nothing in it acting on the terminal."""
    sys.stderr.write(f"secondhand: {clean(str(error))}\n")


@contextmanager
def complain_and_go_on(problems: list[SecondhandError]) -> Iterator[None]:
    """Tell what goes wrong inside of it, and put it to ``problems``, instead of raising it."""
    try:
        yield
    except SecondhandError as error:
        problems.append(error)
        complain(error)
