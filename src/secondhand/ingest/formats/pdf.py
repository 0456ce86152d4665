"""A PDF document → Article, with its pages kept as places.

What is read comes from `pdflines`; here lines become paragraphs again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats.opening import cut_opening
from secondhand.ingest.formats.pdflines import Line, read
from secondhand.ingest.formats.pdflinks import join_links
from secondhand.ingest.formats.textbuilder import TextBuilder
from secondhand.ingest.opened import Opened

_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_HYPHEN = re.compile(r"(?<!\w)(\w+)[-\u00ad\u2010]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_ITEM = re.compile(r"\s*[•‣▪◦●]\s")
"""how an item of a list begins"""
_PAGE_NUMBER = re.compile(
    r"\s*(?:\d{1,4}|\d{1,4}\s*/\s*\d{1,4}|(?:https?|file)://\S+(?:\s+\d+/\d+)?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?.*)\s*"
)
"""what stands at the edge of a page: its number, or the address and the time a browser prints there"""
_WIDE = 1.35
"""times the usual distance of two lines that parts paragraphs"""
_SHORT = 0.75
"""part of a usual line that the last one of a paragraph may be long"""
_CENTRED = 0.4
"""part of a usual line that two lines in a row are shorter than where each stands for itself"""
_LARGE = 1.25
"""times as large as the usual letters those of a headline are at least"""
_LONGEST = 300
"""characters of a headline"""


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article that a document is; raises FormatError where it has no text to be had."""
    document = read(opened.data, opened.name)
    pages = without_running_heads(document.pages)
    lines = [line for page in pages for line in page]
    if not lines:
        raise FormatError(
            f"{opened.name} is a PDF document of pictures only: have its text recognised (OCR)."
        )
    builder = TextBuilder()
    _write(lines, builder)
    text, paragraphs, hyperlinks = builder.result()
    size = median(line.size for line in lines)
    first = text[paragraphs[0].start : paragraphs[0].end]
    headline = first if lines[0].size >= _LARGE * size and len(first) < _LONGEST else None
    article = Article(
        text,
        paragraphs,
        title=document.title or headline,
        authors=document.authors,
        date=document.date,
        hyperlinks=join_links(hyperlinks, text),
        language=document.language,
        places=tuple(builder.places),
    )
    yield cut_opening(article)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of ``pages`` without page numbers, heads and feet, which many pages have in common."""
    count: dict[tuple[str, int], int] = {}
    edges = [_edges(page) for page in pages]
    for page in edges:
        for key in {_key(line) for line in page}:
            count[key] = count.get(key, 0) + 1
    least = max(2, len(pages) / 3)
    return [
        [
            line
            for line in page
            if line not in edge or (count[_key(line)] < least and not _PAGE_NUMBER.fullmatch(line.text))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> set[Line]:
    """Return the lines in the two highest and the two lowest rows of ``page``."""
    rows = sorted({round(line.y) for line in page})
    outer = {*rows[:2], *rows[-2:]}
    return {line for line in page if round(line.y) in outer}


def _key(line: Line) -> tuple[str, int]:
    """Return what a line has in common with the same one on another page: its place, and all but numbers."""
    return re.sub(r"\d+", "#", line.text.strip()), round(line.y / 20)


def _write(lines: Sequence[Line], builder: TextBuilder) -> None:
    """Give ``lines`` to ``builder``, broken words made whole, a break wherever a paragraph begins."""
    known = {word.lower() for line in lines for word in _WORD.findall(line.text)}
    steps = [a.y - b.y for a, b in pairwise(lines) if b.below(a)]
    step = median(steps) if steps else 0.0
    length = sorted(len(line.text) for line in lines)[len(lines) * 3 // 4]
    page = 0
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if at and begins(line, lines[at - 1], after, step, length):
            builder.end_paragraph()
        if line.page != page:
            page = line.page
            builder.begin_place(f"page {page}")
        _write_line(line, _join(line.text, after.text if after else "", known), builder)


def begins(line: Line, before: Line, after: Line | None, step: float, length: float) -> bool:
    """Return whether a paragraph begins with ``line``: by its letters, its distance, or its indent.

    ``step`` is the usual distance of two lines, ``length`` how many characters a line usually has.
    """
    indent = 0.5 * line.size
    apart = abs(line.size - before.size) > 0.1 * before.size or _is_outdented(line, before)
    first = bool(after and after.below(line) and indent < line.x - after.x < 10 * indent)
    if apart or first or max(len(line.text), len(before.text)) < _CENTRED * length:
        return True
    if line.below(before):
        wide = before.y - line.y > _WIDE * step or indent < line.x - before.x < 10 * indent
        if wide or _ITEM.match(line.text):
            return True
    # In the next column or page the sentence goes on, or there is nothing to tell by.
    return bool(_ENDED.search(before.text)) and len(before.text) < _SHORT * length


def _is_outdented(line: Line, before: Line) -> bool:
    """Return whether ``line`` is the next one down and begins far left of ``before``, a centred one."""
    down = line.page == before.page and 0 < before.y - line.y < 8 * before.size
    return down and before.x - line.x > 5 * line.size


def _join(text: str, after: str, known: set[str]) -> str:
    """Return what stands for the end of ``text`` before the line ``after``: a space, or less."""
    broken, rest = _HYPHEN.search(text), _WORD.match(after.lstrip())
    if broken is None or rest is None or not rest[0][0].islower():
        return " "
    whole, parted = broken[1] + rest[0], f"{broken[1]}-{rest[0]}"
    return "-" if parted.lower() in known and whole.lower() not in known else ""


def _write_line(line: Line, join: str, builder: TextBuilder) -> None:
    """Give the words of ``line`` to ``builder``, and ``join`` instead of a hyphen or after them."""
    pieces = list(line.pieces)
    if join != " " and pieces:
        last, url = pieces[-1]
        pieces[-1] = (re.sub(r"[-\u00ad\u2010]\s*$", join, last), url)
    for words, url in pieces:
        mark = builder.mark()
        builder.words(words)
        builder.link_since(mark, url)
    if join == " ":
        builder.words(" ")
