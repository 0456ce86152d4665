"""One input of the fuzz run: any bytes are read as an article with true offsets, or refused in one line."""

from __future__ import annotations

from pathlib import Path

from secondhand.errors import SecondhandError, Unreachable
from secondhand.ingest import fetch, open_bundle
from secondhand.ingest.fetched import Fetched
from secondhand.ingest.formats import pdflines
from tests.ingest.formats.checks import check

SUFFIXES = {b"#": ".md", b"-": ".md", b"<": ".html"}
"""what a file is called that begins so; what is Markdown, only its name tells"""
MOST = 20
"""articles of one input that are looked at"""


def offline() -> None:
    """Let nothing be fetched, and no document be read for longer than an input of the run may take."""
    pdflines.LONGEST = 5.0
    fetch.fetch = refuse


def refuse(url: str, **_: object) -> Fetched:
    """Fetch nothing."""
    raise Unreachable(f"{url!r} is not asked for.")


def take(data: bytes, folder: Path) -> None:
    """Read ``data`` as a file in ``folder``; whatever is raised is a finding."""
    file = folder / f"it{SUFFIXES.get(data[:1], '')}"
    file.write_bytes(data)
    try:
        found = open_bundle(str(file))
    except SecondhandError as error:
        told(error)
        return
    for number in range(1, min(len(found), MOST) + 1):
        try:
            check(found.article(number))
        except SecondhandError as error:
            told(error)


def told(error: SecondhandError) -> None:
    """Check that ``error`` is one line that a terminal may show."""
    assert str(error).isprintable(), ascii(str(error))
