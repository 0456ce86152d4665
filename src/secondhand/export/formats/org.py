"""Org mode: a heading an article, below it one a highlight with its PROPERTIES drawer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from textwrap import shorten

from secondhand.export.form import Options
from secondhand.export.items import items
from secondhand.export.quotation import Quotation, quotation, source
from secondhand.export.tagging import all_tagged
from secondhand.notes.notebook import Notebook

SUFFIX = ".org"
ABOUT = "Org mode, with properties"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ENTITIES = {"*": "ast", "/": "slash", "_": "under", "=": "equal", "~": "tilde", "+": "plus", "#": "num"}
_ENTITIES |= {"[": "lbrack", "]": "rbrack", "<": "lt", ">": "gt", "\\": "bsol", "|": "vert"}
# Emphasis opens only after these, headings, blocks and tables only where a line begins.
_MARKUP = re.compile(
    r"""(?:(?<=[\s\-—('"{“‘])|^)[*/_=~+#|](?=\S)|^[*#|+]|[\[\]<>\\]|(?<=\S)_(?=\w)""", re.MULTILINE
)


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks as one Org document."""
    return "\n".join(line for notebook in notebooks for line in _article(notebook, options)) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` such that Org takes nothing in it for markup: entities stand for such characters."""
    return _MARKUP.sub(lambda found: f"\\{_ENTITIES[found[0]]}{{}}", text)


def _heading(text: str) -> str:
    """Return ``text`` such that Org takes none of its words for a keyword, a priority or tags."""
    begun = "\\zwnj{}" if text.startswith(("TODO ", "DONE ", "COMMENT ")) else ""
    return begun + escaped(text) + ("\\zwnj{}" if text.endswith(":") else "")


def _article(notebook: Notebook, options: Options) -> Iterator[str]:
    found = list(items(notebook, options.what))
    if not found:
        return
    of = source(notebook.article)
    yield f"* {_heading(of.title)}"
    told = {"AUTHOR": ", ".join(of.authors), "PUBLISHER": of.publisher, "DATE": of.date, "URL": of.url}
    yield from _drawer(told)
    for item in found:
        yield from _item(quotation(notebook.article, item))


def _item(said: Quotation) -> Iterator[str]:
    tags = ":".join(all_tagged(said.tags, "_", also="_@"))
    first = " ".join(filter(None, (said.sign, shorten(said.text, 60, placeholder=" …"))))
    yield f"** {_heading(first)}" + (f" :{tags}:" if tags else "")
    yield from _drawer(
        {
            "ID": said.id,
            "SPEAKER": said.speaker,
            "ROLE": said.role,
            "CHAIN": said.chain,
            "STANCE": said.stance,
            "SURE": said.sure,
            "PLACE": said.place,
            "COLOUR": said.colour,
            "CREATED": _stamp(said.created),
        }
    )
    yield from ("#+begin_quote", escaped(said.text), "#+end_quote")
    if said.attribution:
        yield f"— {escaped(said.attribution)}"
    if said.note:
        # The note is Markdown, not Org: a source block keeps it as it is.
        kept = re.sub(r"^(?=,*(?:\*|#\+))", ",", said.note, flags=re.MULTILINE)
        yield from ("", "#+begin_src markdown", kept, "#+end_src")
    yield ""


def _drawer(properties: Mapping[str, str]) -> Iterator[str]:
    yield ":PROPERTIES:"
    yield from (f":{name}: {value}" for name, value in properties.items() if value)
    yield ":END:"


def _stamp(created: str) -> str:
    """Return a time as an inactive timestamp of Org, in UTC as everywhere."""
    if not created:
        return ""
    time = datetime.fromisoformat(created)
    return f"[{time:%Y-%m-%d} {_DAYS[time.weekday()]} {time:%H:%M}]"
