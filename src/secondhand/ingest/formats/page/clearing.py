"""What is left out again of the blocks that were found, each rule with its reason.

A rule is a function from a Choice to the blocks it leaves out. It goes by structure: the share of links,
repetition, where a block stands and what the page calls that place, and what its head says of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.places import find_container, read_names, sets_apart, walk_around
from secondhand.ingest.formats.page.words import FEWEST, SENTENCE, count_words, fold

_MOST_LINKED: Final = 0.8
_LONG: Final = 8
"""words from which on a paragraph that is all link is told, not a link to elsewhere"""
_PART: Final = 0.4
"""share of the words of an article below which a place on its page may be set apart"""
_COMMENTS_PART: Final = 0.9
"""the same of comments, which may be longer than the article"""
_PULLED_WORDS: Final = 4
"""words from which on a quote is taken to be pulled out of a paragraph that holds it"""
_PULLED: Final = re.compile(r"pull(?:ed|-?_?quote)?(?:$|[\s_-])|(?:^|[\s_-])pq(?:$|[\s_-])")
_IMPRINT: Final = re.compile(
    r"(?:©|\(c\)|copyright\b|\W*all rights reserved)|.*\ball rights reserved\.?$", re.I
)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_SHORT_LABEL: Final = 2
"""words up to which what stands before a link is its label"""
_LAST: Final = 4
"""blocks at the end that may be about the author or the outlet"""
_EMPHASIS: Final = frozenset(["b", "strong", "em", "i", "u"])


@dataclass
class Choice:
    """The blocks that are taken for the article so far."""

    blocks: list[Block]
    """those, in reading order"""
    page: list[Block]
    """all of the page"""
    facts: PageFacts
    """what the page says of itself"""
    kinds: dict[int, str]
    """what blocks are, by their number, where that is known"""

    @cached_property
    def weight(self) -> Counter[Any]:
        """How many words of the first choice lie in elements of each make: of one tag and the same names."""
        held: Counter[Any] = Counter()
        for block in self.blocks:
            words = count_words(block.words)
            for make in {(one.tag, read_names(one)) for one in walk_around(block.element)}:
                held[make] += words
        return held

    @cached_property
    def words(self) -> int:
        """How many words the first choice had."""
        return sum(count_words(block.words) for block in self.blocks)

    @cached_property
    def home(self) -> Any:
        """The element that holds most paragraphs."""
        homes: Counter[Any] = Counter()
        for block in self.blocks:
            homes[find_container(block.element)] += count_words(block.words)
        return homes.most_common(1)[0][0] if homes else None

    def is_part(self, element: Any) -> bool:
        """Return whether ``element`` and its like hold but a part of the article."""
        names = read_names(element)
        most = _COMMENTS_PART if "comment" in names else _PART
        return self.weight[element.tag, names] < most * self.words


def is_sentence(block: Block) -> bool:
    """Return whether ``block`` is a sentence or more."""
    return bool(SENTENCE.search(block.words)) and count_words(block.words) >= FEWEST


def _find_headline(choice: Choice) -> Iterator[Block]:
    """Yield where the headline stands again: the title is shown above the text."""
    titles = {fold(title) for title in (choice.facts.title, *choice.facts.headlines) if title}
    opening = True
    for block in choice.blocks:
        opening = opening and not (is_sentence(block) and not block.is_heading)
        if fold(block.words) in titles or (opening and block.element.tag == "h1"):
            yield block


def _find_opening(choice: Choice) -> Iterator[Block]:
    """Yield what stands before the headline, and labels, bylines and times before the first sentence."""
    first = next((block.number for block in choice.blocks if is_sentence(block)), 0)
    title = fold(choice.facts.title or "")
    heads = (block.number for block in choice.page[:first] if fold(block.words) == title)
    headline = max(heads, default=-1)
    for block in choice.blocks:
        if block.number >= first:
            return
        label = _is_byline(block, choice.facts.authors) or (not block.is_heading and _is_label(block))
        if block.number < headline or (label and block.number not in choice.kinds):
            yield block


def _is_label(block: Block) -> bool:
    """Return whether ``block`` is too short to say anything, or is but a link or a time."""
    if SENTENCE.search(block.words):
        return False
    words = count_words(block.words)
    dated = sum(char.isdigit() for char in block.words) >= 3 and words <= 12
    return words < 4 or dated or block.linked >= _MOST_LINKED


def _is_byline(block: Block, authors: tuple[str, ...]) -> bool:
    """Return whether ``block`` is little more than the names of the authors."""
    folded = fold(block.words)
    named = [fold(name) for name in authors if fold(name) in folded]
    return bool(named) and count_words(block.words) <= sum(len(name.split()) for name in named) + 6


def _find_pulled(choice: Choice) -> Iterator[Block]:
    """Yield quotes that only repeat, set apart, what a paragraph says, and who said them."""
    folded = [fold(block.words) for block in choice.blocks]
    inside: Any = None
    for at, block in enumerate(choice.blocks):
        around = [*walk_around(block.element)][:4]
        quote = next((one for one in reversed(around) if _is_pulled(one)), None)
        if quote is None:
            continue
        words = folded[at]
        others = (other for number, other in enumerate(folded) if number != at)
        if len(words.split()) >= _PULLED_WORDS and any(words in other for other in others):
            inside = quote
            yield block
        elif quote is inside:
            yield block


def _is_pulled(element: Any) -> bool:
    """Return whether pages set quotes apart in ``element``."""
    return element.tag in {"blockquote", "aside", "figure"} or bool(_PULLED.search(read_names(element)))


def _find_apart(choice: Choice) -> Iterator[Block]:
    """Yield what stands in parts of the page for something else: boxes, comments, captions, sign-ups."""
    known: dict[Any, bool] = {}
    for block in choice.blocks:
        for one in walk_around(block.element):
            if one not in known:
                known[one] = sets_apart(one) and choice.is_part(one)
            if known[one]:
                yield block
                break


def _find_links(choice: Choice) -> Iterator[Block]:
    """Yield paragraphs, items and headings that are but a link to elsewhere."""
    for block in choice.blocks:
        if (
            choice.kinds.get(block.number)
            or next(block.element.iterancestors("blockquote"), None) is not None
        ):
            continue
        if _leads_away(block) or _is_pointer(block) or _is_linked_list(block):
            yield block


def _leads_away(block: Block) -> bool:
    """Return whether ``block`` is all link and no sentence, or part of a link around several blocks."""
    if block.linked < _MOST_LINKED:
        return False
    told = count_words(block.words) >= _LONG and bool(SENTENCE.search(block.words))
    around = next(iter(block.element.iterancestors("a")), None)
    return (
        not told
        or block.is_heading
        or (around is not None and len(around.xpath(".//*[self::p or self::div]")) > 1)
    )


def _is_pointer(block: Block) -> bool:
    """Return whether ``block`` is a link with a label before it: "Read more: …"."""
    texts = [(text.strip(), url) for text, url in block.pieces if text.strip()]
    if len(texts) < 2 or texts[0][1] or not all(url for _, url in texts[1:]):
        return False
    label, words = texts[0][0], count_words(texts[0][0])
    first = next(iter(block.element), None)
    bold = first is not None and first.tag in _EMPHASIS and not (block.element.text or "").strip()
    ends = label.endswith((":", "|", "：")) or not SENTENCE.search(block.words)
    return ends and (words <= _SHORT_LABEL or (words <= 2 * _SHORT_LABEL and (bold or label.isupper())))


def _is_linked_list(block: Block) -> bool:
    """Return whether ``block`` is an item of a list of nothing but links."""
    item = next((one for one in [*walk_around(block.element)][:3] if one.tag == "li"), None)
    if item is None or block.linked < _MOST_LINKED or item.getparent() is None:
        return False
    items = item.getparent().findall("li")
    return all(_share_linked(one) >= _MOST_LINKED for one in items)


def _share_linked(element: Any) -> float:
    """Return the share of the characters in ``element`` that are linked."""
    total = len("".join(element.itertext()).strip())
    return sum(len("".join(link.itertext()).strip()) for link in element.iter("a")) / total if total else 1.0


def _find_teasers(choice: Choice) -> Iterator[Block]:
    """Yield paragraphs under a heading that leads to another article, where that is not in the text."""
    for block in choice.blocks:
        if (
            not block.is_heading
            and is_teaser(choice.page, block)
            and find_container(block.element) is not choice.home
        ):
            yield block


def is_teaser(page: list[Block], block: Block) -> bool:
    """Return whether ``block`` tells of another article: the heading before it is a link to that."""
    before = next(
        (one for one in reversed(page[max(0, block.number - 3) : block.number]) if one.is_heading), None
    )
    if before is None or before.linked < _MOST_LINKED or before.element.tag == "h1":
        return False
    return not all(url.startswith("#") or "/#" in url for _, url in before.pieces if url)


def _find_repeated(choice: Choice) -> Iterator[Block]:
    """Yield what is said a second time, the one outside of where most of the text stands."""
    seen: dict[str, Block] = {}
    for block in choice.blocks:
        words = fold(block.words)
        if count_words(words) < FEWEST:
            continue
        first = seen.setdefault(words, block)
        if first is not block:
            outside = find_container(first.element) is not choice.home
            yield first if outside and find_container(block.element) is choice.home else block


def _find_ending(choice: Choice) -> Iterator[Block]:
    """Yield what stands after the text: who owns it, who wrote it, how to reach them."""
    ending = choice.blocks[-_LAST:]
    for block in ending:
        if (_IMPRINT.match(block.words) and count_words(block.words) <= 40) or (
            find_container(block.element) is not choice.home
            and any(block.words.startswith(f"{name} ") for name in choice.facts.authors)
        ):
            yield block
    for block in choice.blocks:
        outside = find_container(block.element) is not choice.home and count_words(block.words) <= 40
        if (outside and _MAIL.search(block.words)) or (
            _is_emphasised(block) and (_MAIL.search(block.words) or (block in ending[-2:] and block.linked))
        ):
            yield block
    for block in reversed(ending):
        if not (_is_label(block) and block.linked):
            return
        yield block


def _is_emphasised(block: Block) -> bool:
    """Return whether all of ``block`` is bold or in italics."""
    element = block.element
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
        if element.tag in _EMPHASIS:
            return True
    return False


def _find_stray_days(choice: Choice) -> Iterator[Block]:
    """Yield days and times outside of paragraphs, where they are not those of the text's parts."""
    for block in choice.blocks:
        beside = block.element.tag == "li" and block.element.find(".//a") is not None and not block.linked
        labelled = beside or block.element.tag not in {"p", "li", "td", "blockquote", "pre"}
        labelled = labelled and not block.is_heading
        digits = sum(char.isdigit() for char in block.words)
        if labelled and digits >= 3 and len(block.words.split()) <= 6 and not SENTENCE.search(block.words):
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
    for block in choice.page[heading.number + 1 :]:
        if block.is_heading and block.element.tag <= heading.element.tag:
            return False
        if block.number in kept:
            return True
        if place is not choice.home and find_container(block.element) is place:
            return False
    return False


def _find_outside(choice: Choice) -> Iterator[Block]:
    """Yield what stands before or after all that the page's head gives as the text, where that is whole."""
    body = fold(choice.facts.body or "")
    if not body or not choice.blocks:
        return
    inside = [fold(block.words) in body for block in choice.blocks]
    held = sum(count_words(block.words) for block, one in zip(choice.blocks, inside, strict=True) if one)
    if held < 0.6 * choice.words or held < 0.9 * count_words(choice.facts.body or ""):
        return
    first, last = inside.index(True), len(inside) - inside[::-1].index(True)
    yield from (*choice.blocks[:first], *choice.blocks[last:])


RULES: Final[tuple[tuple[str, Callable[[Choice], Iterable[Block]]], ...]] = (
    ("the headline again", _find_headline),
    ("a part of the page for something else", _find_apart),
    ("a quote that a paragraph holds", _find_pulled),
    ("a link to elsewhere", _find_links),
    ("another article", _find_teasers),
    ("a label, byline or time", _find_opening),
    ("said already", _find_repeated),
    ("not in the text that the page gives in its head", _find_outside),
    ("about the author or the outlet", _find_ending),
    ("a day or time", _find_stray_days),
    ("a heading of nothing", _find_bare_headings),
)
"""why blocks are left out, and what finds them, in the order they are asked"""
