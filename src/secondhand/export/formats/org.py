"""Org mode: a heading an article, below it one a highlight with its PROPERTIES drawer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from textwrap import shorten

from secondhand.export.form import Options
from secondhand.export.items import list_items
from secondhand.export.org import escape_block, escape_heading, escape_org, escape_property
from secondhand.export.quotation import Quotation, describe_article, describe_item
from secondhand.export.tagging import make_tags
from secondhand.notes.notebook import Notebook

SUFFIX = ".org"
ABOUT = "Org mode, with properties"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks as one Org document."""
    return "\n".join(line for notebook in notebooks for line in _article(notebook, options)) + "\n"


def _article(notebook: Notebook, options: Options) -> Iterator[str]:
    found = list(list_items(notebook, options.what, options.speaker))
    if not found:
        return
    of = describe_article(notebook.article)
    yield f"* {escape_heading(of.title)}"
    told = {"AUTHOR": ", ".join(of.authors), "PUBLISHER": of.publisher, "DATE": of.date, "URL": of.url}
    yield from _drawer(told)
    for item in found:
        yield from _item(describe_item(notebook.article, item))


def _item(said: Quotation) -> Iterator[str]:
    tags = ":".join(make_tags(said.tags, "_", also="_@"))
    first = " ".join(filter(None, (said.sign, shorten(said.text, 60, placeholder=" …"))))
    yield f"** {escape_heading(first)}" + (f" :{tags}:" if tags else "")
    yield from _drawer(
        {
            "ID": said.id,
            "SPEAKER": said.speaker,
            "ROLE": said.role,
            "CHAIN": said.chain,
            "STANCE": said.stance,
            "SURE": said.confidence,
            "COMMITMENT": said.commitment,
            "FRAMING": said.framing,
            "CORRECTED": "yes" if said.corrected else "",
            "PLACE": said.place,
            "COLOUR": said.colour,
        },
        CREATED=_stamp(said.created),
    )
    yield from ("#+begin_quote", escape_org(said.text), "#+end_quote")
    if said.attribution:
        yield f"— {escape_org(said.attribution)}"
    if said.note:
        # The note is Markdown, not Org; a source block would be one that Org can be told to run.
        yield from ("", "#+begin_example", escape_block(said.note), "#+end_example")
    yield ""


def _drawer(told: Mapping[str, str], **ours: str) -> Iterator[str]:
    """Yield a drawer of properties that articles and readers tell, and of those that are ours in full."""
    known = {name: escape_property(value) for name, value in told.items()} | ours
    yield from (":PROPERTIES:", *(f":{name}: {value}" for name, value in known.items() if value), ":END:")


def _stamp(created: str) -> str:
    """Return a time as an inactive timestamp of Org, in UTC as everywhere."""
    if not created:
        return ""
    time = datetime.fromisoformat(created)
    return f"[{time:%Y-%m-%d} {_DAYS[time.weekday()]} {time:%H:%M}]"
