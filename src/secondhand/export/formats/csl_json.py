"""CSL JSON: the article for citation managers, what was highlighted in its note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from secondhand.export.form import Options
from secondhand.export.items import list_items
from secondhand.export.json import dumps
from secondhand.export.names import split_name
from secondhand.export.quotation import describe_article, describe_item, list_pages, write_out
from secondhand.notes.address import address_of
from secondhand.notes.notebook import Notebook

SUFFIX = ".json"
ABOUT = "the article for Zotero and Pandoc"


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a list of one item an article."""
    return dumps([_item(notebook, options) for notebook in notebooks], indent=2) + "\n"


def _item(notebook: Notebook, options: Options) -> dict[str, Any]:
    article, of = notebook.article, describe_article(notebook.article)
    found = [describe_item(article, item) for item in list_items(notebook, options.what, options.speaker)]
    known = {
        "id": address_of(article),
        "type": "article-newspaper" if of.publisher else "webpage",
        "title": of.title,
        "author": [_name(author) for author in of.authors],
        "container-title": of.publisher,
        "issued": _day(article.date),
        "accessed": _day(notebook.opened.date() if notebook.opened else None),
        "URL": of.url,
        "locator": list_pages(found),
        "keyword": ", ".join(sorted({tag for said in found for tag in said.tags})),
        "note": "\n\n".join(map(write_out, found)),
    }
    return {field: value for field, value in known.items() if value}


def _name(author: str) -> dict[str, str]:
    family, given = split_name(author)
    return {"family": family, "given": given} if given else {"literal": family}


def _day(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None
