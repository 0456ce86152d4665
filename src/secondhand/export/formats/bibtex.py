"""BibLaTeX: the article as ``@online``, what was highlighted in its ``annotation``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from secondhand.export.form import Options
from secondhand.export.items import list_items
from secondhand.export.names import split_name
from secondhand.export.quotation import Source, describe_article, describe_item, list_pages, write_out
from secondhand.notes.notebook import Notebook

SUFFIX = ".bib"
ABOUT = "the article as a BibTeX @online entry"
_NAMES = {
    "\\": "\\textbackslash{}",
    # A brace counts as one for BibTeX even after a backslash.
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_SPECIAL = str.maketrans(_NAMES)
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20", "^": "%5E", '"': "%22"})


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return an entry an article, each with a key of its own."""
    keys: dict[str, int] = {}
    entries = []
    for notebook in notebooks:
        key = _key(describe_article(notebook.article))
        keys[key] = keys.get(key, 0) + 1
        entries.append(_entry(notebook, options, key if keys[key] == 1 else f"{key}-{keys[key]}"))
    return "\n".join(entries)


def escape_latex(text: str) -> str:
    """Return ``text`` such that BibTeX and LaTeX print just that."""
    return text.translate(_SPECIAL)


def _entry(notebook: Notebook, options: Options, key: str) -> str:
    of = describe_article(notebook.article)
    found = [
        describe_item(notebook.article, item) for item in list_items(notebook, options.what, options.speaker)
    ]
    fields = {
        "title": f"{{{escape_latex(of.title)}}}",
        "author": " and ".join(map(_author, of.authors)),
        "organization": escape_latex(of.publisher),
        "date": of.date,
        "pages": list_pages(found),
        "url": of.url.translate(_IN_ADDRESS),
        "urldate": notebook.opened.date().isoformat() if notebook.opened else "",
        "keywords": escape_latex(
            ", ".join(sorted({tag.replace(",", " ") for said in found for tag in said.tags}))
        ),
        "annotation": escape_latex("\n\n".join(map(write_out, found))),
    }
    inner = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{key},\n{inner}}}\n"


def _author(name: str) -> str:
    family, given = split_name(name)
    # An "and" within a name would part it.
    parts = (
        f"{{{escape_latex(part)}}}" if " and " in f" {part} " else escape_latex(part)
        for part in (family, given)
    )
    return ", ".join(filter(None, parts))


def _key(of: Source) -> str:
    """Return who, when and the first long word of the title: "ek2025rates"."""
    who = split_name(of.authors[0])[0] if of.authors else of.publisher
    word = next((w for w in of.title.split() if len(w) > 3), "")
    whole = unicodedata.normalize("NFKD", who + of.date[:4] + word)
    return re.sub("[^a-z0-9]", "", whole.lower()) or "article"
