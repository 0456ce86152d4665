"""The time a web page takes to be read, beside what trafilatura takes alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from secondhand.errors import FormatError
from secondhand.ingest.formats.html import from_html

PAGES = Path(__file__).parent.parent / "ingest" / "pages"
MENU = "".join(f"<li class='menu__item'><a href='/section/{n}'>Section {n}</a></li>" for n in range(150))
TEASERS = "".join(
    f"<li class='card'><a href='/story/{n}'><img src='{n}.jpg' alt=''>"
    f"<span>What happened there, number {n}</span></a><time>1 March</time></li>"
    for n in range(150)
)
SCRIPT = f"<script>var state = {{{','.join(f'k{n}: {n * n}' for n in range(8_000))}}};</script>"
"""what a page of the usual size, 150,000 characters, has beside its article"""


RUNS = 2
"""times each page is read by both, of which the shorter counts"""


def measure(most: int) -> dict[str, float]:
    """Return the median time of a page in milliseconds, ours and trafilatura's, and that of their ratios.

    Up to ``most`` pages of the tests are read, filled up to the usual size.
    """
    files = sorted(PAGES.glob("*/*.html"))
    some = files[:: -(-len(files) // most)]
    pages = [_fill(file.read_text(encoding="utf-8", errors="replace")) for file in some]
    _read(pages[0])
    ours, theirs = [], []
    for page in pages:
        ours.append(min(_time(_read, page) for _ in range(RUNS)))
        theirs.append(min(_time(_extract, page) for _ in range(RUNS)))
    return {
        "pages": len(pages),
        "ours_ms": 1000 * median(ours),
        "trafilatura_ms": 1000 * median(theirs),
        "ratio": median(one / other for one, other in zip(ours, theirs, strict=True)),
    }


def _fill(page: str) -> str:
    """Return ``page`` with a menu, other articles and scripts, as pages have them."""
    whole = page.replace("</body>", f"<footer><ul>{MENU}</ul></footer><ul class='more'>{TEASERS}</ul></body>")
    return whole.replace("</head>", f"{SCRIPT}</head>")


def _read(page: str) -> None:
    try:
        from_html(page, "page")
    except FormatError:
        return


def _extract(page: str) -> None:
    from trafilatura import bare_extraction

    bare_extraction(page, with_metadata=True)


def _time(work: Callable[[str], None], page: str) -> float:
    """Return the seconds of processor time, which no other program shares, that ``page`` takes."""
    began = time.process_time()
    work(page)
    return time.process_time() - began
