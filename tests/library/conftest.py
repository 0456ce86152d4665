from collections.abc import Iterator
from pathlib import Path

import pytest

from secondhand.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a library may be made."""
    return tmp_path / "data" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """Return an empty library."""
    with Library.open(path) as opened:
        yield opened
