"""Gates: boxes right below a text that is cut off, with what to fill in or follow to read the rest."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import accumulate, takewhile
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import Choice, is_sentence
from secondhand.ingest.formats.page.places import find_container, read_names, walk_around

GATE: Final = "a gate before the rest of the text"
"""why gates are left out"""
_REACH: Final = 4
"""blocks below the text among which a gate begins"""
_MOST_WORDS: Final = 150
"""words of a gate"""
_SHORT: Final = 150
"""words up to which a text above what is called a wall is but a beginning"""
_LONG: Final = 15
"""words from which on a line without an end is no credit or greeting"""
_WALL: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:login|member\w*|metered|pay|premium|reg|subscri\w+)-?(?:barrier|gate|only|wall)|"
    r"barrier|gate|locked|unlock)(?:$|[\s_-])"
)
"""what pages call a gate"""
_ELSE: Final = re.compile(r"(?:^|[\s_-])(?:comment\w*|discuss\w*|disqus|repl(?:y|ies)|respond)(?:$|[\s_-])")
"""what pages call boxes in which readers may write"""
_LOG_IN: Final = re.compile(
    r"[/._?&=-](?:account|auth|log-?[io]n|sign-?in|sso)(?:$|[/._?&=#-])", re.IGNORECASE
)
"""where links lead that let in those who have paid"""
_FADED: Final = re.compile(
    r"(?:^|[\s_-])(?:fad(?:e|ed|ing)-?(?:away|bottom|content|end|out|overlay|text)|truncat\w+|cut-?off|blurr?(?:ed)?|"
    r"(?:article|body|content|pay-?wall|story|text)-?fad(?:e|ed|eout|ing))(?:$|[\s_-])"
)
"""what pages call a text that they let fade out"""
_PALE: Final = re.compile(
    r"mask-image:[^;]*gradient|linear-gradient\([^;]*(?:transparent|rgba\([^)]*,\s*0\))"
)
_UNSEEN: Final = re.compile(r"display:\s*none|visibility:\s*hidden")
_DOTS: Final = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]]*$")


def find_gate(choice: Choice) -> tuple[Block, ...]:
    """Return the blocks of the gate below the article, where that is cut off there; else none."""
    text = [block for block in choice.blocks if find_container(block.element) is choice.home]
    if not text:
        return ()
    start = text[-1].number + 1
    around = {*walk_around(choice.home)}
    for block in choice.page[start : start + _REACH]:
        if (box := _find_box(block, around)) is None:
            continue
        held = {*box.iter()}
        gate = tuple(one for one in choice.page[block.number :] if one.element in held)
        goes_on = any(one.number > gate[-1].number and is_sentence(one) for one in choice.blocks)
        if not goes_on and _is_gate(box, text[-1], choice):
            return gate
    return ()


def _find_box(block: Block, around: Set[Any]) -> Any:
    """Return the largest box of few words that holds ``block`` and is not ``around`` the article; or None."""
    inner = [*takewhile(lambda one: one not in around, walk_around(block.element))]
    if any(one.tag in {"footer", "nav"} or _ELSE.search(read_names(one)) for one in inner):
        return None
    return next(iter([*takewhile(_holds_little, inner)][::-1]), None)


def _holds_little(element: Any) -> bool:
    """Return whether ``element`` has no more words than a gate."""
    counts = accumulate(len(words.split()) for words in element.itertext())
    return all(count <= _MOST_WORDS for count in counts)


def _is_gate(box: Any, last: Block, choice: Choice) -> bool:
    """Return whether ``box`` asks for something, and the text above it, up to ``last``, is cut off."""
    wall = any(_WALL.search(read_names(one)) for one in box.iter())
    fields = {(one.get("type") or "").lower() for one in box.iter("input")}
    known = "password" in fields or any(_LOG_IN.search(link.get("href") or "") for link in box.iter("a"))
    if not (wall or known or "email" in fields):
        return False
    between = [*takewhile(lambda one: one is not box, last.element.xpath("following::*"))]
    if any(map(_fades, (*walk_around(last.element), *between))) or _goes_on(last):
        return True
    if not (wall or known):
        return False
    return bool(_DOTS.search(last.words)) or any(map(_is_unseen, between)) or (wall and choice.words < _SHORT)


def _goes_on(block: Block) -> bool:
    """Return whether ``block`` is a long line that ends within a sentence: in a small word, with no stop."""
    final = block.words.split()[-1]
    small = final.lstrip("\"'“‘«(")[:1].islower()
    return small and (final[-1].isalpha() or final[-1] == ",") and block.count >= _LONG


def _fades(element: Any) -> bool:
    """Return whether the text in ``element``, or what it lies under, fades out."""
    return bool(_PALE.search(element.get("style") or "") or _FADED.search(read_names(element)))


def _is_unseen(element: Any) -> bool:
    """Return whether ``element`` holds words that the page does not show."""
    hidden = _UNSEEN.search(element.get("style") or "") or element.get("hidden") is not None
    return bool(hidden) and bool("".join(element.itertext()).strip())
