"""The tree of a page → its blocks: each run of words that a page shows as one paragraph, heading or item."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from secondhand.ingest.formats.textbuilder import TextBuilder

_INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del", "em", "font"}
    | {"i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rt", "rb", "s", "samp", "small"}
    | {"span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_LEFT_OUT: Final = frozenset(
    {"audio", "button", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select", "style"}
    | {"svg", "template", "textarea", "video"}
)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_FIRST_MARK: Final = 0xF0000
_MOST_MARKS: Final = 0xFFFE
_BREAK: Final = "\n"


@dataclass(slots=True, eq=False)
class Block:
    """A run of words of a page between two borders of blocks."""

    element: Any
    """the innermost element around it that is no inline one"""
    pieces: list[tuple[str, str]] = field(default_factory=list)
    """its words, each stretch with the address it links to or ""; a line break stands as "\\n" alone"""

    @property
    def words(self) -> str:
        """The words as a page shows them, in one line."""
        return " ".join("".join(text for text, _ in self.pieces).split())

    @property
    def linked(self) -> float:
        """The share of its characters that lie in links."""
        total = sum(len(text.strip()) for text, _ in self.pieces)
        return sum(len(text.strip()) for text, url in self.pieces if url) / total if total else 0.0

    def write(self, builder: TextBuilder) -> None:
        """Write the block as a paragraph, or several where two line breaks part it."""
        mark, under_way = 0, ""
        for text, url in [*self.pieces, ("", "")]:
            if url != under_way:
                builder.link_since(mark, under_way)
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


def read_blocks(body: Any) -> list[Block]:  # noqa: PLR0912
    """Return the blocks under ``body`` in reading order; the tree gets a mark before the words of each."""
    blocks: list[Block] = []
    links: list[str] = []
    run: Block | None = None
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        block = element.tag not in _INLINE and element.tag != "br"
        if event == "start" and element.tag in _LEFT_OUT:
            walker.skip_subtree()
            continue
        if block:
            run = None
        if event == "start":
            if element.tag == "a":
                links.append(element.get("href") or "#")
            elif element.tag == "br" and run is not None:
                run = _break_line(run, links[-1] if links else "")
            slot, home = "text", element
        else:
            if element.tag == "a":
                links.pop()
            if element is body:
                break
            slot, home = "tail", element.getparent()
        words = getattr(element, slot)
        if not words:
            continue
        if run is None and words.strip():
            run = Block(_find_home(home))
            if len(blocks) < _MOST_MARKS:
                setattr(element, slot, f"{chr(_FIRST_MARK + len(blocks))}{words}")
            blocks.append(run)
        if run is not None:
            run.pieces.append((words, links[-1] if links else ""))
    return blocks


def read_marks(words: Iterable[str]) -> set[int]:
    """Return the numbers of the blocks, the marks of which stand in ``words``."""
    return {ord(char) - _FIRST_MARK for text in words for char in text if ord(char) >= _FIRST_MARK}


def _break_line(run: Block, url: str) -> Block | None:
    """Begin a new line in ``run``; two breaks with nothing between them end it."""
    before = next((text for text, _ in reversed(run.pieces) if text == _BREAK or text.strip()), "")
    if before == _BREAK:
        return None
    run.pieces.append((_BREAK, url))
    return run


def _find_home(element: Any) -> Any:
    """Return ``element`` or the first around it that is no inline one."""
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    return element
