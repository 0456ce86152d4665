"""One row a highlight or claim, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from secondhand.export.form import Options
from secondhand.export.items import list_items
from secondhand.export.quotation import describe_article, describe_item
from secondhand.notes.notebook import Notebook

SUFFIX = ".csv"
ABOUT = "one row each, for a spreadsheet"
COLUMNS = (
    *("text", "speaker", "role", "stance", "chain", "sure", "note", "tags", "colour", "paragraph", "created"),
    *("title", "authors", "publisher", "date", "url", "id", "unsure"),
    *("commitment", "framing", "corrected"),
)
_FORMULA = re.compile(
    # A cell begins where the text does and, for readers of other separators, behind those. Blanks and
    # quotation marks before it may be left out; each run of them is looked at once.
    r"""(?:\A|[,;|]|(?<![\s"])(?=[\s"]))(?P<blank>[\s"]*+)(?='*+[=+\-@＝＋－＠])"""
)
"""what stands before that which a spreadsheet would take for a formula"""


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a row of ``COLUMNS`` and one for each item; paragraphs count from 1, tags are between commas.

    Where an article has pages or chapters, the last column tells which.
    """
    more = ("place",) if any(notebook.article.places for notebook in notebooks) else ()
    header = (*COLUMNS, *more)
    return write_rows(
        header, (row[: len(header)] for notebook in notebooks for row in _rows(notebook, options))
    )


def write_rows(header: Sequence[str], body: Iterable[Sequence[object]]) -> str:
    """Return comma-separated values, all in quotation marks, of which a spreadsheet can run none."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    write.writerow(header)
    write.writerows([make_harmless("" if cell is None else str(cell)) for cell in row] for row in body)
    return out.getvalue()


def make_harmless(cell: str) -> str:
    """Return ``cell`` with an apostrophe before what a spreadsheet would run, whichever separator it reads.

    Formulas begin with =, +, - or @ at the beginning of the cell, or after a comma, semicolon, bar, tab or
    line break in it. With one apostrophe less there it is what it was.
    """
    return _FORMULA.sub(_guard, cell)


def _guard(found: re.Match[str]) -> str:
    begins = found.start() == 0 or found[0][0] in ",;|" or any(c in found["blank"] for c in "\t\r\n")
    return f"{found[0]}'" if begins else found[0]


def _rows(notebook: Notebook, options: Options) -> Iterator[Sequence[object]]:
    of = describe_article(notebook.article)
    about = (of.title, ", ".join(of.authors), of.publisher, of.date, of.url)
    for item in list_items(notebook, options.what, options.speaker):
        q = describe_item(notebook.article, item)
        unsure = "yes" if item.unsure else ""
        said = (q.text, q.speaker, q.role, q.stance, q.chain, q.confidence)
        yield (
            *said,
            q.note,
            ", ".join(q.tags),
            q.colour,
            q.paragraph,
            q.created,
            *about,
            q.id,
            unsure,
            q.commitment,
            q.framing,
            "yes" if q.corrected else "",
            q.within,
        )
