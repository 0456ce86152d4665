"""One row a highlight or claim, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from secondhand.export.form import Options
from secondhand.export.items import items
from secondhand.export.quotation import quotation, source
from secondhand.notes.notebook import Notebook

SUFFIX = ".csv"
ABOUT = "one row each, for a spreadsheet"
COLUMNS = (
    *("text", "speaker", "role", "stance", "chain", "sure", "note", "tags", "colour", "paragraph", "created"),
    *("title", "authors", "publisher", "date", "url", "id"),
)
_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""what a spreadsheet takes for the beginning of a formula"""


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a row of ``COLUMNS`` and one for each item; paragraphs count from 1, tags are between commas.

    Where an article has pages or chapters, the last column tells which.
    """
    more = ("place",) if any(notebook.article.places for notebook in notebooks) else ()
    header = (*COLUMNS, *more)
    return rows(header, (row[: len(header)] for notebook in notebooks for row in _rows(notebook, options)))


def rows(header: Sequence[str], body: Iterable[Sequence[object]]) -> str:
    """Return comma-separated values in which no cell can be run by a spreadsheet."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(header)
    write.writerows(map(harmless, body))
    return out.getvalue()


def harmless(row: Sequence[object]) -> list[str]:
    """Return the cells of ``row``, an apostrophe before those that a spreadsheet would run."""
    cells = ("" if cell is None else str(cell) for cell in row)
    return [f"'{cell}" if cell.lstrip(" \n").startswith(_RUN) else cell for cell in cells]


def _rows(notebook: Notebook, options: Options) -> Iterator[Sequence[object]]:
    of = source(notebook.article)
    about = (of.title, ", ".join(of.authors), of.publisher, of.date, of.url)
    for item in items(notebook, options.what):
        q = quotation(notebook.article, item)
        said = (q.text, q.speaker, q.role, q.stance, q.chain, q.sure)
        yield *said, q.note, ", ".join(q.tags), q.colour, q.paragraph, q.created, *about, q.id, q.within
