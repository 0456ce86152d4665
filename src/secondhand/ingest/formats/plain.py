"""Plain text → Article: the text is kept exactly, paragraphs are found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from secondhand.article import Article, Paragraph
from secondhand.ingest.opened import Opened

LONGEST_TITLE = 120
"""characters of a first line that may still be a headline"""
WIDEST = 120
"""characters of the longest line in wrapped text"""
FULL = 0.6
"""part of the longest line that every other one but the last fills at least"""

_DATE_LINE = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)")
_SENTENCE_END = (".", "!", "…", ",", ";", ":", '."', ".”", '!"', "!”", '?"', "?”")


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of a plain text."""
    yield from_plain(opened.text)


def from_plain(text: str) -> Article:
    """Return the article that plain ``text`` is; its text is ``text`` itself, to the last character."""
    published, start = leading_date(text)
    found = paragraphs(text, start)
    return Article(text=text, paragraphs=found, title=_headline(text, found), date=published)


def leading_date(text: str) -> tuple[date | None, int]:
    """Return the date of a leading "date 2025-02-27" and the offset after it, or None and 0."""
    match = _DATE_LINE.match(text)
    if match is None:
        return None, 0
    try:
        return date.fromisoformat(match[1]), match.end()
    except ValueError:
        return None, 0


def paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``text`` from ``start`` on.

    Blank lines part them. Within a block every line is a paragraph too, unless the block looks wrapped;
    where there are no blank lines, every line is a paragraph.
    """
    blocks: list[list[Paragraph]] = [[]]
    for line in _lines(text, start):
        if line.start == line.end:
            blocks.append([])
        else:
            blocks[-1].append(line)
    blocks = [block for block in blocks if block]
    alone = len(blocks) == 1
    return tuple(p for block in blocks for p in (block if alone else _join_lines(block)))


def _join_lines(block: list[Paragraph]) -> list[Paragraph]:
    """Return the one paragraph of a wrapped block: no line too long, all but the last full."""
    widths = [line.end - line.start for line in block]
    if max(widths) > WIDEST or min(widths[:-1], default=0) < max(widths) * FULL:
        return block
    return [Paragraph(block[0].start, block[-1].end)]


def _lines(text: str, start: int) -> Iterator[Paragraph]:
    """Yield every line from ``start`` on without the white space around it; blank ones are empty."""
    for line in text[start:].splitlines(keepends=True):
        body = line.strip()
        begin = start + len(line) - len(line.lstrip()) if body else start
        yield Paragraph(begin, begin + len(body))
        start += len(line)


def _headline(text: str, found: tuple[Paragraph, ...]) -> str | None:
    """Return the first paragraph where it can only be a headline: short, unended, before a longer one.

    A byline may stand between the two.
    """
    if len(found) < 2:
        return None
    first, *others = (text[p.start : p.end] for p in found[:3])
    one_line = len(first.splitlines()) == 1
    if not one_line or len(first) > LONGEST_TITLE or first.endswith(_SENTENCE_END):
        return None
    return first if any(len(other) > len(first) for other in others) else None
