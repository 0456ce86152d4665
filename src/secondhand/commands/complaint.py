"""What went wrong, told in one line."""

from __future__ import annotations

import sys

from secondhand.safe_text import clean

FAILED = 2
"""exit code where an input or an option was at fault"""


def complain(error: object) -> None:
    """Write ``error`` on one line of standard error, nothing in it acting on the terminal."""
    sys.stderr.write(f"secondhand: {clean(str(error))}\n")
