"""The tree of a page → its blocks: each run of words that a page shows as one paragraph, heading or item."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from lxml import etree

from secondhand.ingest.formats.page.words import count_words, fold
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute

_INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del", "em", "font"}
    | {"i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rt", "rb", "s", "samp", "small"}
    | {"span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_LEFT_OUT: Final = frozenset(
    {"audio", "button", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select", "style"}
    | {"svg", "template", "textarea", "video"}
)
_UNSEEN: Final = frozenset({"head", "link", "meta", "noscript", "script", "style", "template"})
"""elements of no place on the page: the words around them are one run"""
_LINES: Final = frozenset({"dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p"})
"""elements within which what no browser knows stands in a line with the words around it"""
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "center",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
    }
    | {"figure", "footer", "form", "header", "hr", "input", "main", "nav", "ol", "picture", "pre", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | _LINES
    | _LEFT_OUT
)
"""elements that begin and end a run of words"""
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_FIRST_MARK: Final = 0xF0000
_MOST_MARKS: Final = 0xFFFE
_BREAK: Final = "\n"


@dataclass(eq=False)
class Block:
    """A run of words of a page between two borders of blocks."""

    element: Any
    """the innermost element around it that is no inline one"""
    number: int
    """its place among the blocks of the page"""
    pieces: list[tuple[str, str]] = field(default_factory=list)
    """its words, each stretch with the address it links to or ""; a line break stands as "\\n" alone"""

    @cached_property
    def words(self) -> str:
        """The words as a page shows them, in one line; asked for when the block is whole."""
        return " ".join("".join(text for text, _ in self.pieces).split())

    @cached_property
    def lines(self) -> list[str]:
        """The words of each of its lines, as line breaks part them."""
        told = "".join(text if text == _BREAK else text.replace(_BREAK, " ") for text, _ in self.pieces)
        return [" ".join(line.split()) for line in told.split(_BREAK) if line.strip()]

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return count_words(self.words)

    @cached_property
    def folded(self) -> str:
        """Its letters and digits, without case."""
        return fold(self.words)

    @cached_property
    def linked(self) -> float:
        """The share of its characters that lie in links."""
        total = sum(len(text.strip()) for text, _ in self.pieces)
        return sum(len(text.strip()) for text, url in self.pieces if url) / total if total else 0.0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}

    def write(self, builder: TextBuilder, base: str | None) -> None:
        """Write the block as a paragraph, or several where two line breaks part it.

        Relative links start at ``base``.
        """
        mark, under_way = 0, ""
        for text, url in [*self.pieces, ("", "")]:
            if url != under_way:
                if under_way:
                    builder.link_since(mark, absolute(base, under_way) or under_way)
                mark, under_way = builder.mark(), url
            if text == _BREAK:
                builder.line_break()
            else:
                builder.words(text)
        builder.end_paragraph()


def strip_private(tree: Any) -> None:
    """Take private-use characters out of the words of ``tree``, so that a page forges no mark."""
    for element in tree.iter():
        for slot in ("text", "tail"):
            words = getattr(element, slot)
            if words and not words.isascii():
                setattr(element, slot, _PRIVATE.sub("", words))


def read_blocks(body: Any) -> list[Block]:
    """Return the blocks under ``body`` in reading order; the tree gets a mark before the words of each."""
    reader = _Reader()
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in _LEFT_OUT:
            walker.skip_subtree()
        elif event == "start":
            reader.enter(element)
        elif element is not body:
            reader.leave(element)
    return reader.blocks


def read_marks(words: Iterable[str]) -> set[int]:
    """Return the numbers of the blocks, the marks of which stand in ``words``."""
    return {ord(char) - _FIRST_MARK for text in words for char in text if ord(char) >= _FIRST_MARK}


class _Reader:
    """Puts the words of a page into blocks as its elements begin and end."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._links: list[str] = []
        self._run: Block | None = None

    def enter(self, element: Any) -> None:
        """Read what stands at the beginning of ``element``."""
        self._part(element)
        if element.tag == "a":
            self._links.append(element.get("href") or "#")
        elif element.tag == "br":
            self._break_line()
        self._add(element, "text", element)

    def leave(self, element: Any) -> None:
        """Read what stands after ``element``, or after one that is left out."""
        self._part(element)
        if element.tag == "a":
            self._links.pop()
        self._add(element, "tail", element.getparent())

    def _part(self, element: Any) -> None:
        """End the block under way where ``element`` is a border of blocks."""
        if not _is_inline(element) and element.tag not in _UNSEEN and element.tag != "br":
            self._run = None

    def _add(self, element: Any, slot: str, home: Any) -> None:
        """Add the words in ``slot`` of ``element``, which stand in ``home``."""
        words = getattr(element, slot)
        if not words:
            return
        if self._run is None and words.strip():
            self._run = Block(_find_home(home), len(self.blocks))
            if self._run.number < _MOST_MARKS:
                setattr(element, slot, f"{chr(_FIRST_MARK + self._run.number)}{words}")
            self.blocks.append(self._run)
        if self._run is not None:
            # Only a <br> is a line break: where a page's source has one, it shows a blank.
            self._run.pieces.append((" " if words == _BREAK else words, self._link))

    def _break_line(self) -> None:
        """Begin a new line in the block under way; two breaks with nothing between them end it."""
        if self._run is None:
            return
        pieces = self._run.pieces
        before = next((text for text, _ in reversed(pieces) if text == _BREAK or text.strip()), "")
        if before == _BREAK:
            self._run = None
        else:
            pieces.append((_BREAK, self._link))

    @property
    def _link(self) -> str:
        """The address that words link to now, or ""."""
        return self._links[-1] if self._links else ""


def _is_inline(element: Any) -> bool:
    """Return whether ``element`` stands in a line with the words around it."""
    if element.tag in _INLINE or element.tag in _BLOCKS:
        return element.tag in _INLINE
    around = element.getparent()
    while around is not None and around.tag not in _BLOCKS:
        around = around.getparent()
    return around is not None and around.tag in _LINES


def _find_home(element: Any) -> Any:
    """Return ``element`` or the first around it that is no inline one."""
    while _is_inline(element) and element.getparent() is not None:
        element = element.getparent()
    return element
