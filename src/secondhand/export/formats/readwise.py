"""CSV as Readwise imports it, dates in UTC; tags stand before the note as Readwise reads them (".tag")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondhand.export.form import Options
from secondhand.export.formats.csv import write_rows
from secondhand.export.items import list_items
from secondhand.export.quotation import Quotation, describe_article, describe_item
from secondhand.export.tagging import make_tags
from secondhand.notes.notebook import Notebook

SUFFIX = ".csv"
ABOUT = "CSV as Readwise imports it"
COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return Readwise's header and one row for each item; its location is the paragraph, counted from 1."""
    return write_rows(COLUMNS, (row for notebook in notebooks for row in _rows(notebook, options)))


def _rows(notebook: Notebook, options: Options) -> Iterator[Sequence[object]]:
    of = describe_article(notebook.article)
    author = ", ".join(of.authors) or of.publisher
    for item in list_items(notebook, options.what, options.speaker):
        said = describe_item(notebook.article, item)
        yield said.text, of.title, author, of.url, _note(said), said.paragraph, said.created


def _note(said: Quotation) -> str:
    """Return tags and note, and what Readwise has no column for: who says it, how, and through whom."""
    tags = " ".join(f".{tag}" for tag in make_tags(said.tags, "-"))
    lost = "" if said.paragraph else said.place
    return "\n\n".join(filter(None, (tags, said.note, "\n".join(said.lines), lost)))
