"""What is left out again of the blocks that were found, each rule with its reason.

A rule is a function from a Choice to the blocks it leaves out. It goes by structure: the share of links,
repetition, where a block stands and what the page calls that place, and what its head says of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.bylines import read_written_day
from secondhand.ingest.formats.page.captions import CAPTION, find_captions
from secondhand.ingest.formats.page.choice import EMPHASIS, Choice, is_label, is_sentence
from secondhand.ingest.formats.page.ending import find_ending
from secondhand.ingest.formats.page.leading import find_links, find_sponsored, find_teasers
from secondhand.ingest.formats.page.places import find_container, read_names, sets_apart, walk_around
from secondhand.ingest.formats.page.words import FEWEST, SENTENCE, count_words, fold

_PULLED_WORDS: Final = 4
"""words from which on a quote is taken to be pulled out of a paragraph that holds it"""
_MOST_PULLED: Final = 60
"""words up to which one is"""
_MOST_NAME: Final = 12
"""words up to which what stands with such a quote is who said it"""
_MOST_FORM: Final = 80
"""words of a box that is there for its form"""
_MOST_FORM_PARTS: Final = 200
"""elements of such a box"""
_MOSTLY: Final = 0.7
"""share of the words from which on the text of a page stands in paragraphs"""
_BOXES: Final = frozenset(["aside", "article", "div", "header", "main", "section"])
_PULLED: Final = re.compile(r"pull(?:ed|-?_?quote)?(?:$|[\s_-])|quote-?box|(?:^|[\s_-])pq(?:$|[\s_-])")


def _find_headline(choice: Choice) -> Iterator[Block]:
    """Yield where the headline stands again: the title is shown above the text."""
    titles = {fold(title) for title in (choice.facts.title, *choice.facts.headlines) if title}
    opening = True
    for block in choice.blocks:
        opening = opening and not (is_sentence(block) and not block.is_heading)
        if block.folded in titles or (opening and block.element.tag == "h1"):
            yield block


def _find_opening(choice: Choice) -> Iterator[Block]:
    """Yield what stands before the headline, and labels, bylines and times before the first sentence."""
    told = (
        block.number for block in choice.blocks if block.number not in choice.kinds and is_sentence(block)
    )
    first = next(told, 0)
    title = fold(choice.facts.title or "")
    heads = (block.number for block in choice.page[:first] if block.folded == title)
    headline = max(heads, default=-1)
    for block in choice.blocks:
        if block.number >= first:
            return
        label = not block.is_heading and is_label(block) and not _heads_list(block, choice)
        label = label or _is_byline(block, choice.facts.authors)
        if block.number < headline or (label and block.number not in choice.kinds):
            yield block


def _heads_list(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` is a few words with a colon right before an item of a list."""
    after = choice.page[block.number + 1 : block.number + 2]
    return block.words.endswith((":", "：")) and any(one.element.tag == "li" for one in after)


def _is_byline(block: Block, authors: tuple[str, ...]) -> bool:
    """Return whether ``block`` is little more than the names of the authors."""
    folded = block.folded
    named = [fold(name) for name in authors if fold(name) in folded]
    return bool(named) and count_words(folded) <= sum(len(name.split()) for name in named) + 6


def _find_pulled(choice: Choice) -> Iterator[Block]:
    """Yield quotes that only repeat, set apart, what a paragraph says, and who said them."""
    folded = [block.folded for block in choice.blocks]
    inside: Any = None
    for at, block in enumerate(choice.blocks):
        around = [*walk_around(block.element)][:4]
        quote = next((one for one in reversed(around) if _is_pulled(one)), None)
        if quote is None:
            continue
        words = folded[at]
        count = count_words(words)
        others = (other for number, other in enumerate(folded) if number < at or other != words)
        if _PULLED_WORDS <= count <= _MOST_PULLED and any(words in other for other in others):
            inside = quote
            yield block
        elif quote is inside and count <= _MOST_NAME:
            yield block


def _is_pulled(element: Any) -> bool:
    """Return whether pages set quotes apart in ``element``."""
    return element.tag in {"blockquote", "aside", "figure"} or bool(_PULLED.search(read_names(element)))


def _find_signs(choice: Choice) -> Iterator[Block]:
    """Yield stars and lines between parts of the text: what has no word in it."""
    return (block for block in choice.blocks if not block.folded)


def _find_labels(choice: Choice) -> Iterator[Block]:
    """Yield short lines outside of paragraphs, where the text stands in paragraphs: of players and places."""
    told = sum(block.count for block in choice.blocks if block.element.tag == "p")
    if told < _MOSTLY * sum(block.count for block in choice.blocks):
        return
    for block in choice.blocks:
        if block.element.tag not in _BOXES or block.count > _MOST_NAME or is_sentence(block):
            continue
        quoted = next(block.element.iterancestors("blockquote"), None) is not None
        bold = any(one.tag in EMPHASIS for one in block.element)
        if not (quoted or bold or block.words.endswith((":", "：", "?"))):
            yield block


def _holds_form(element: Any) -> bool:
    """Return whether ``element`` is a box around something to fill in, or a small one with a form in it."""
    if element.find("form") is not None or element.find("input") is not None:
        return True
    parts = [] if element.find(".//form") is None else [*islice(element.iter(), _MOST_FORM_PARTS + 1)]
    if not 0 < len(parts) <= _MOST_FORM_PARTS:
        return False
    shown = (one for one in parts if one.tag not in {"option", "script", "style"})
    return count_words(" ".join(f"{one.text or ''} {one.tail or ''}" for one in shown)) < _MOST_FORM


def _find_apart(choice: Choice) -> Iterator[Block]:
    """Yield what stands in parts of the page for something else: boxes, comments, captions, sign-ups."""
    known: dict[Any, bool] = {}
    for block in choice.blocks:
        headed = block.is_heading and block.element.getparent() is choice.home
        for one in walk_around(choice.home if headed else block.element):
            if one not in known:
                known[one] = (sets_apart(one) or _holds_form(one)) and choice.is_part(one)
            if known[one]:
                yield block
                break


def _find_repeated(choice: Choice) -> Iterator[Block]:
    """Yield what is said a second time, the one outside of where most of the text stands."""
    seen: dict[str, Block] = {}
    for block in choice.blocks:
        words = block.folded
        if count_words(words) < FEWEST:
            continue
        first = seen.setdefault(words, block)
        if first is not block:
            outside = find_container(first.element) is not choice.home
            yield first if outside and find_container(block.element) is choice.home else block


def _find_stray_days(choice: Choice) -> Iterator[Block]:
    """Yield the day of publication, and days and times outside of paragraphs that are not those of parts."""
    for block in choice.blocks:
        tag = block.element.tag
        if choice.facts.date and read_written_day(block.words) == choice.facts.date:
            yield block
        beside = tag == "li" and not block.linked and block.element.find(".//a") is not None
        labelled = beside or tag not in {"p", "li", "td", "blockquote", "pre"}
        if not labelled or block.is_heading or len(block.words.split()) > 6:
            continue
        if sum(map(str.isdigit, block.words)) >= 3 and not SENTENCE.search(block.words):
            yield block


def _find_bare_headings(choice: Choice) -> Iterator[Block]:
    """Yield headings with nothing under them that is in the article."""
    kept = {block.number for block in choice.blocks}
    for heading in reversed([block for block in choice.blocks if block.is_heading]):
        if not _has_text(heading, choice, kept):
            kept.discard(heading.number)
            yield heading


def _has_text(heading: Block, choice: Choice, kept: set[int]) -> bool:
    """Return whether a block under ``heading``, beside it where that is no place of the text, is ``kept``."""
    place = find_container(heading.element)
    apart = place not in {*walk_around(choice.home)}
    other = False
    for block in choice.page[heading.number + 1 :]:
        if block.is_heading and block.element.tag <= heading.element.tag:
            return False
        inside = apart and place in walk_around(block.element)
        if block.number in kept:
            return inside or not other
        other = other or inside
    return False


def _find_outside(choice: Choice) -> Iterator[Block]:
    """Yield what stands before or after all that the page's head gives as the text, where that is whole."""
    body = fold(choice.facts.body or "")
    if not body or not choice.blocks:
        return
    inside = [block.folded in body for block in choice.blocks]
    held = sum(block.count for block, one in zip(choice.blocks, inside, strict=True) if one)
    if held < 0.6 * choice.words or held < 0.9 * count_words(choice.facts.body or ""):
        return
    first, last = inside.index(True), len(inside) - inside[::-1].index(True)
    yield from (*choice.blocks[:first], *choice.blocks[last:])


RULES: Final[tuple[tuple[str, Callable[[Choice], Iterable[Block]]], ...]] = (
    ("the headline again", _find_headline),
    ("a sign between parts", _find_signs),
    (CAPTION, find_captions),
    ("a part of the page for something else", _find_apart),
    ("a quote that a paragraph holds", _find_pulled),
    ("a link to elsewhere", find_links),
    ("another article", find_teasers),
    ("paid for by somebody", find_sponsored),
    ("a label, byline or time", _find_opening),
    ("said already", _find_repeated),
    ("not in the text that the page gives in its head", _find_outside),
    ("about the author or the outlet", find_ending),
    ("a day or time", _find_stray_days),
    ("a line beside the text", _find_labels),
    ("a heading of nothing", _find_bare_headings),
)
"""why blocks are left out, and what finds them, in the order they are asked"""
