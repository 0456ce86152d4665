"""Which blocks of a page are its article: what trafilatura found, more of its make, no repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from secondhand.ingest.formats.blocks import Block

SENTENCE: Final = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[。！？।॥؟۔][”’」』）\"]*)$")
"""how a sentence ends, in any of the scripts that end it so"""
_APART: Final = frozenset(["aside", "figcaption", "figure", "footer", "form", "header", "nav", "table"])
_WHOLE: Final = frozenset(["article", "body", "html", "main"])
_ASIDE: Final = re.compile(
    r"(?:^|[\s_-])(?:author-?(?:bio|box|info)|about-?(?:the-?)?author|bio|byline|comments?|copyright|cookies?|kicker|"
    r"eyebrow|menu|newsletters?|promo|related|recirc|share|sharing|sign-?up|social|sponsored|subscribe|tags|teasers?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PULLED_WORDS: Final = 4
"""words from which on a quote is taken to be pulled out of a paragraph that holds it"""
_PULLED: Final = re.compile(r"pull-?_?quote|pq\b", re.IGNORECASE)
_FEWEST: Final = 5
"""words from which on a block is more than a label"""
_LONG: Final = 8
"""words from which on a paragraph that is all link is told, not a link to elsewhere"""
_MOST_LINKED: Final = 0.8


def choose_blocks(blocks: list[Block], found: set[int], title: str | None) -> list[Block]:
    """Return those of ``blocks`` that are the article, in reading order.

    ``found`` are the numbers of those that trafilatura found; ``title`` is the headline.
    """
    numbers = sorted(number for number in found if number < len(blocks))
    if not numbers:
        return []
    rows = set(numbers) | _find_more(blocks, numbers)
    chosen = [blocks[number] for number in sorted(rows)]
    return list(_without_opening(list(_without_pulled(chosen)), title))


def count_words(text: str) -> int:
    """Return how many words ``text`` has: two letters are one in scripts without blanks."""
    dense = sum("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" for char in text)
    return len(text.split()) + dense // 2


def fold(text: str) -> str:
    """Return the letters and digits of ``text``, without case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _find_more(blocks: list[Block], numbers: list[int]) -> set[int]:
    """Return the numbers of more blocks that stand where the found ones stand, or in their like."""
    told = [blocks[number] for number in numbers if _is_told(blocks[number])]
    places = {_container(block.element) for block in told}
    makes = Counter(make for block in told if (make := _make(_container(block.element))))
    stories = {_story(block.element) for block in told}
    return {
        number
        for number, block in enumerate(blocks)
        if number > numbers[0] and _is_told(block) and not _is_apart(block.element)
        if _container(block.element) in places
        or (makes[_make(_container(block.element))] and _story(block.element) in stories)
    }


def _is_told(block: Block) -> bool:
    """Return whether ``block`` is more than a label or a link to elsewhere."""
    words = count_words(block.words)
    if words < _FEWEST or re.fullmatch("h[1-6]", block.element.tag):
        return False
    return block.linked < _MOST_LINKED or (words >= _LONG and bool(SENTENCE.search(block.words)))


def _is_apart(element: Any) -> bool:
    """Return whether ``element`` lies in what a page sets apart from its article."""
    around = [element, *element.iterancestors()]
    return any(_sets_apart(one) for one in around)


def _sets_apart(element: Any) -> bool:
    """Return whether ``element`` is one that pages set something apart with."""
    return element.tag in _APART or (element.tag not in _WHOLE and bool(_ASIDE.search(_classes(element))))


def _container(element: Any) -> Any:
    """Return what holds the paragraph ``element`` and others, past lists and wraps of one paragraph."""
    if element.tag in {"p", "li", "blockquote", "dd", "dt", "pre"}:
        element = element.getparent()
    while element is not None and element.getparent() is not None and element.tag != "body":
        single = element.tag == "div" and len(element) == 1 and not (element.text or "").strip()
        if not single and element.tag not in {"ul", "ol", "li", "dl", "blockquote"}:
            break
        element = element.getparent()
    return element


def _make(container: Any) -> tuple[str, ...]:
    """Return the tags and classes of ``container`` and what is around it, () where it has no class."""
    around = container.getparent()
    if not (own := container.get("class")) or around is None:
        return ()
    return container.tag, own, around.tag, around.get("class") or ""


def _story(element: Any) -> Any:
    """Return the article of the page's own that ``element`` is in, or else its whole body."""
    return next((one for one in element.iterancestors("article", "body")), None)


def _without_pulled(blocks: list[Block]) -> Iterator[Block]:
    """Yield ``blocks`` without quotes that only repeat, set apart, what a paragraph says."""
    folded = [fold(block.words) for block in blocks]
    for at, block in enumerate(blocks):
        set_apart = block.element.tag == "blockquote" or any(
            one.tag in {"blockquote", "aside", "figure"} or _PULLED.search(_classes(one))
            for one in [block.element, *block.element.iterancestors()][:4]
        )
        words = folded[at]
        others = (other for number, other in enumerate(folded) if number != at)
        if set_apart and len(words.split()) >= _PULLED_WORDS and any(words in other for other in others):
            continue
        yield block


def _without_opening(blocks: list[Block], title: str | None) -> Iterator[Block]:
    """Yield ``blocks`` without the headline, labels, bylines and times before the first sentence."""
    opening = True
    for block in blocks:
        words = block.words
        heading = re.fullmatch("h[1-6]", block.element.tag)
        if opening and title and not heading and fold(words) == fold(title):
            continue
        if opening and not SENTENCE.search(words) and _is_label(block):
            continue
        opening = opening and not (SENTENCE.search(words) and count_words(words) >= _FEWEST)
        yield block


def _is_label(block: Block) -> bool:
    """Return whether ``block`` is too short to say anything, or is but a link or a time."""
    if re.fullmatch("h[1-6]", block.element.tag):
        return False
    words = count_words(block.words)
    dated = sum(char.isdigit() for char in block.words) >= 3 and words <= 12
    return words < 4 or dated or block.linked >= _MOST_LINKED


def _classes(element: Any) -> str:
    """Return the classes and the name of ``element``."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"
