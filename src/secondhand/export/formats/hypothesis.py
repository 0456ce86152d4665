"""Annotations as the API of Hypothesis takes them, in a list: one request each.

Positions are left out: they count in our text of the article, where Hypothesis counts in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from secondhand.export.form import Options
from secondhand.export.item import Item
from secondhand.export.items import list_items
from secondhand.export.json import dumps
from secondhand.export.markdown import enclose, escape_markdown
from secondhand.export.quotation import describe_article, describe_item
from secondhand.notes.address import address_of
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Anchor
from secondhand.notes.notebook import Notebook

SUFFIX = ".json"
ABOUT = "what the API of Hypothesis takes"


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a list of what to post to ``/api/annotations``, one object an item."""
    found = [body for notebook in notebooks for body in _bodies(notebook, options)]
    return dumps(found, indent=2) + "\n"


def _bodies(notebook: Notebook, options: Options) -> Iterator[dict[str, Any]]:
    article = notebook.article
    uri, title = address_of(article), describe_article(article).title
    for item in list_items(notebook, options.what, options.speaker):
        said = describe_item(article, item)
        who = "  \n".join(escape_markdown(line) for line in said.lines)
        around = _join_pieces(notebook, item)
        quote = {"type": "TextQuoteSelector", "exact": around.exact}
        quote |= {"prefix": around.prefix, "suffix": around.suffix}
        yield {
            "uri": uri,
            "text": "\n\n".join(filter(None, (enclose(said.note), who))),
            "tags": list(said.tags),
            "target": [{"source": uri, "selector": [quote]}],
            "document": {"title": [title]},
        }


def _join_pieces(notebook: Notebook, item: Item) -> Anchor:
    """Return all from the first piece to the last: Hypothesis marks one stretch only."""
    first, last = item.pieces[0], item.pieces[-1]
    return (
        first if item.orphan or first is last else make_anchor(notebook.article.text, first.start, last.end)
    )
