"""The article that comes with the program, for those who have none yet."""

from __future__ import annotations

from pathlib import Path

_NAME = Path("seeds", "macron-trump.txt")
PUBLISHER = "Sputnik"
"""who published it"""


def find_seed() -> Path:
    """Return where it is: in the package, or beside it in a checkout."""
    here = Path(__file__).parent
    shipped = here / _NAME
    return shipped if shipped.exists() else here.parent.parent / _NAME
