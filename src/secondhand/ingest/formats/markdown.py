"""Markdown → Article: its readable text, with hyperlinks kept and front matter heeded."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from secondhand.article import Article
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute
from secondhand.ingest.opened import Opened

DEEPEST = 210
"""quotations inside each other that are looked into; a list counts twice"""

MOST_BRACKETS = 500
"""opening brackets of a block among which links are looked for"""

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_AUTHORS = re.compile(r"\s*(?:[,;]|\band\b)\s*")


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of a text in Markdown."""
    yield from_markdown(opened.text, opened.url)


def from_markdown(text: str, url: str | None = None) -> Article:
    """Return the article that Markdown ``text`` is; its relative links go out from ``url``, else its own.

    Front matter tells title, date, author, publisher and address; else a heading before all is the title.
    """
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    parser.inline.ruler.before("link", "crowd", _crowd)
    tokens = parser.parse(text[front.end() :] if front else text)
    builder, own = TextBuilder(), absolute(None, fields.get("url", ""))
    _blocks(tokens, builder, url or own)
    readable, paragraphs, hyperlinks = builder.result()
    heading = (
        readable[paragraphs[0].start : paragraphs[0].end] if _has_heading(tokens) and paragraphs else None
    )
    return Article(
        text=readable,
        paragraphs=paragraphs,
        title=fields.get("title") or heading,
        publisher=fields.get("publisher") or None,
        authors=tuple(name for name in _AUTHORS.split(fields.get("author", "")) if name),
        date=_date(fields.get("date", "")),
        url=own,
        hyperlinks=hyperlinks,
        relative=tuple(builder.relative),
        language=fields.get("lang") or fields.get("language") or None,
    )


def _crowd(state: StateInline, silent: bool) -> bool:
    """Take the brackets of a crowded block as they are: for each, the parser looks through all others."""
    bracket = state.src[state.pos] == "[" or state.src.startswith("![", state.pos)
    if not bracket or not _is_crowded(state.src):
        return False
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


@lru_cache(1)
def _is_crowded(block: str) -> bool:
    return block.count("[") > MOST_BRACKETS


def _fields(front: str) -> dict[str, str]:
    """Return the simple ``key: value`` lines of front matter, keys in lower case, quote marks taken off."""
    found = ((key.lower(), value) for key, value in _FIELD.findall(front))
    return {key: value[1:-1] if re.fullmatch(r"\"[^\"]*\"|'[^']*'", value) else value for key, value in found}


def _date(told: str) -> datetime.date | None:
    """Return the date an ISO date or timestamp tells, or None."""
    try:
        return datetime.date.fromisoformat(told[:10])
    except ValueError:
        return None


def _has_heading(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "heading_open"


def _blocks(tokens: Sequence[Token], builder: TextBuilder, base: str | None) -> None:
    """Feed every block but tables and raw HTML to ``builder``, each as a paragraph of its own."""
    in_table = False
    for token in tokens:
        if token.type in {"table_open", "table_close"}:
            in_table = token.type == "table_open"
        elif token.type == "inline" and not in_table:
            _inlines(token.children or (), builder, base)
            builder.end_paragraph()
        elif token.type in {"fence", "code_block"}:
            builder.words(token.content)
            builder.end_paragraph()


def _inlines(tokens: Sequence[Token], builder: TextBuilder, base: str | None) -> None:
    """Feed the words, breaks and links of one block to ``builder``; pictures are left out."""
    marks: list[tuple[int, str]] = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            builder.words(token.content)
        elif token.type == "softbreak":
            builder.words(" ")
        elif token.type == "hardbreak":
            builder.line_break()
        elif token.type == "link_open":
            marks.append((builder.mark(), str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            mark, target = marks.pop()
            builder.link_since(mark, absolute(base, target) or target)
