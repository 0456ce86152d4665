"""One self-contained page: the article, its claims marked, who says them and the notes beside; no scripts."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from secondhand.export.form import Options
from secondhand.export.item import Item
from secondhand.export.items import list_items
from secondhand.export.markdown import LONGEST
from secondhand.export.quotation import Quotation, Source, describe_article, describe_item
from secondhand.export.segments import Segment, cut_paragraphs
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import clean_part

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SUFFIX = ".html"
ABOUT = "the whole article on one page, marked"
HOLDS_ALL = True
NEEDS_CLAIMS = True
_HERE = Path(__file__).parent


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
    pages.filters |= {"clean_part": clean_part, "markdown": _markdown}
    style = (_HERE / "html.css").read_text("utf-8")
    template = pages.from_string((_HERE / "html.j2").read_text("utf-8"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return template.render(pages=list(_pages(notebooks)), style=style, digest=digest) + "\n"


def _markdown(note: str) -> str:
    """Return a note as HTML: what is no Markdown in it stays text, and pictures are not loaded.

    A very long one is shown as it is written: to read it as Markdown takes seconds.
    """
    from markupsafe import Markup

    if len(note) > LONGEST:
        return Markup("<pre>{}</pre>").format(note)
    # The text is escaped by the renderer: no HTML comes through.
    return Markup(_renderer().render(note).strip())  # noqa: S704


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _pages(notebooks: Sequence[Notebook]) -> Iterator[Page]:
    """Yield each notebook as a page; no number stands twice among them."""
    before = 0
    for notebook in notebooks:
        found = sorted(_items(notebook), key=_place)
        yield _page(notebook, found, before)
        before += len(found)


def _place(found: tuple[str, Item]) -> tuple[bool, int, int]:
    """Return what items are sorted by: orphans last, of those that begin together the longer first."""
    item = found[1]
    return item.orphan, item.pieces[0].start, -item.pieces[-1].end


def _items(notebook: Notebook) -> list[tuple[str, Item]]:
    """Return every claim under its id, and under theirs the highlights that are no whole claim."""
    claims = list(list_items(notebook, "claims"))
    known = {item.id for item in claims}
    others = [item for item in list_items(notebook, "highlights") if item.id not in known]
    return [*((item.claim.id, item) for item in claims if item.claim), *((item.id, item) for item in others)]


def _page(notebook: Notebook, found: Sequence[tuple[str, Item]], before: int) -> Page:
    """Return ``notebook`` with ``found`` beside its paragraphs, numbered from after ``before``."""
    article, analysis = notebook.article, notebook.analysis
    numbers = {key: number for number, (key, _) in enumerate(found, before + 1)}
    beside: defaultdict[int | None, list[Beside]] = defaultdict(list)
    for key, item in found:
        beside[item.paragraph].append(
            Beside(numbers[key], describe_item(article, item), item.claim is not None)
        )
    cut = cut_paragraphs(article, analysis.claims if analysis else (), notebook.highlights)
    rows = []
    for index, pieces in enumerate(cut):
        ends = ((piece, tuple(numbers[end] for end in piece.ends if end in numbers)) for piece in pieces)
        rows.append(Row(tuple(ends), tuple(beside[index])))
    return Page(describe_article(article), tuple(rows), tuple(beside[None]))
