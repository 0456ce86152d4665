"""One self-contained page: the article, its claims marked, who says them and the notes beside; no scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondhand.claim import Analysis
from secondhand.export.form import Options
from secondhand.export.items import Item, items
from secondhand.export.quotation import Quotation, Source, quotation, source
from secondhand.export.segments import Segment, segments
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import kept

SUFFIX = ".html"
_HERE = Path(__file__).parent
_NOBODY = Analysis((), (), None)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a paragraph: a claim or a highlight, under the number its words end in."""

    number: int
    said: Quotation
    reported: bool
    """False for a highlight of words nobody is known to say"""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and what stands beside it."""

    segments: tuple[tuple[Segment, tuple[int, ...]], ...]
    """each with the numbers of what ends there"""
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One article of the page."""

    source: Source
    rows: tuple[Row, ...]
    lost: tuple[Beside, ...]
    """highlights whose words are not in the article any more"""


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks as one page; it shows every claim and every highlight, whatever is asked for."""
    from jinja2 import Environment, StrictUndefined

    pages = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.filters |= {"kept": kept, "markdown": _markdown}
    style = (_HERE / "html.css").read_text("utf-8")
    template = pages.from_string((_HERE / "html.j2").read_text("utf-8"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    found = list(map(_page, notebooks, _counters(notebooks)))
    return template.render(pages=found, style=style, digest=digest) + "\n"


def _markdown(note: str) -> str:
    """Return a note as HTML: what is no Markdown in it stays text, and pictures are not loaded."""
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    # The text is escaped by the renderer: no HTML comes through.
    return Markup(MarkdownIt("commonmark", {"html": False}).disable("image").render(note).strip())  # noqa: S704


def _counters(notebooks: Sequence[Notebook]) -> Iterator[int]:
    """Yield for each notebook the number before its first: no number stands twice on a page."""
    before = 0
    for notebook in notebooks:
        yield before
        before += len(_items(notebook))


def _items(notebook: Notebook) -> list[tuple[str, Item]]:
    """Return every claim under its id, and under theirs the highlights that are no whole claim."""
    claims = list(items(notebook, "claims"))
    known = {item.id for item in claims}
    others = [item for item in items(notebook, "highlights") if item.id not in known]
    return [*((item.claim.id, item) for item in claims if item.claim), *((item.id, item) for item in others)]


def _page(notebook: Notebook, before: int) -> Page:
    article, analysis = notebook.article, notebook.analysis
    found = sorted(_items(notebook), key=lambda i: (i[1].orphan, i[1].pieces[0].start, -i[1].pieces[-1].end))
    numbers = {key: number for number, (key, _) in enumerate(found, before + 1)}
    beside = [(i, Beside(numbers[key], quotation(article, i), i.claim is not None)) for key, i in found]
    claims = analysis.claims if analysis else ()
    rows = []
    for index, paragraph in enumerate(article.paragraphs):
        cut = segments(article.text, paragraph, claims, notebook.highlights)
        ends = ((piece, tuple(numbers[end] for end in piece.ends if end in numbers)) for piece in cut)
        rows.append(Row(tuple(ends), tuple(mark for item, mark in beside if item.paragraph == index)))
    return Page(source(article), tuple(rows), tuple(mark for item, mark in beside if item.orphan))
