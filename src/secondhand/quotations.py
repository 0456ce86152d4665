"""What stands between quotation marks, found by rule, without any model.

Straight, curly, single, guillemets, nested; apostrophes are told apart; a quotation left open at the end
of a paragraph runs to that end (the next paragraph of the same quotation opens it again).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondhand.claim import Kind

OPENERS = {"“": "”", "„": "”", "«": "»", "‘": "’", "‹": "›"}
CLOSERS = {"”", "»", "’", "›"}
MARKS = frozenset({'"', "'", "`", *OPENERS, *CLOSERS})

DEEPEST = 30
"""quotations inside each other: each mark is compared with all that are open"""

_MARK = re.compile(r"[\"'“”„«»‘’‹›]")
_GOES_ON = re.compile(r"\s\w")
_LATER = re.compile(r"(?<=[\w.,!?])['’]{1,2}(?!\w)|(?<!\w)['‘](?=\w)")
_STOPS = frozenset(".,;:!?")
_ELISION = re.compile(r"(?:\d0s|em|tis|twas|til|cause|n|bout|round|cuz)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; offsets are code points into the text, marks included."""

    start: int
    end: int
    depth: int
    """0 for the outermost"""
    closed: bool
    """False where the closing mark never comes in this paragraph"""


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Return the quotations of one paragraph ``text[start:end]``, in the order they open."""
    end = len(text) if end is None else end
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if mark in "'’‘" and _is_apostrophe(text, at, before, after, [m for m, _ in stack]):
            continue
        opened = next((i for i in range(len(stack) - 1, -1, -1) if _closes(stack[i][0], mark)), None)
        if opened is not None and not (mark == '"' and _must_open(before, after)):
            found.append(Quotation(stack[opened][1], at + 1, opened, closed=True))
            del stack[opened:]
        elif len(stack) < DEEPEST and (
            mark in OPENERS
            or (mark in "\"'" and not after.isspace())
            or (mark == "”" and _must_open(before, after))
        ):
            stack = [pair for pair in stack if not (mark == '"' and pair[0] == '"')]
            stack.append((mark, at))
    found.extend(_left_open(stack, end))
    return sorted(found, key=lambda q: (q.start, -q.end))


def find_outermost(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """Return the quotations of ``paragraphs`` that are in no other one, in reading order."""
    found = (q for start, end in paragraphs for q in find_quotations(text, start, end))
    return [quotation for quotation in found if not quotation.depth]


def kind_of(text: str, content: Iterable[tuple[int, int]], quoted: Sequence[tuple[int, int]]) -> Kind:
    """Return whether ``content`` stands wholly, in part or not at all in ``quoted``.

    Those are the places of quotations, sorted and apart. Only letters and digits count.
    """
    inside = outside = 0
    for start, end in content:
        first = max(0, bisect_right(quoted, start, key=lambda place: place[0]) - 1)
        covered = 0
        for lo, hi in quoted[first:]:
            if lo >= end:
                break
            covered += sum(map(str.isalnum, text[max(lo, start) : min(hi, end)]))
        inside += covered
        outside += sum(map(str.isalnum, text[start:end])) - covered
    if not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def _left_open(stack: list[tuple[str, int]], end: int) -> Iterator[Quotation]:
    for depth, (mark, at) in enumerate(stack):
        if mark not in "'‘":
            yield Quotation(at, end, depth, closed=False)


def _closes(opener: str, mark: str) -> bool:
    if opener in "\"'”":
        return mark == opener
    return mark == OPENERS[opener] or (opener == "„" and mark == "“")


def _must_open(before: str, after: str) -> bool:
    return (before.isspace() or before in "([—–-") and not after.isspace() and after not in ".,;:!?)"


def _is_apostrophe(text: str, at: int, before: str, after: str, stack: list[str]) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    mark = text[at]
    if mark == "‘":
        return bool(_ELISION.match(text, at + 1))
    closable = ("'" if mark == "'" else "‘") in stack and not _owns(text, at)
    if before.isspace() or before in '([—–-"“':
        return mark == "’" or bool(_ELISION.match(text, at + 1)) or not after.isalnum()
    return not closable


def _owns(text: str, at: int) -> bool:
    """Whether "farmers'" goes on: the next mark that may end a quotation has a stop or a comma beside it."""
    if text[at - 1] not in "sS" or not _GOES_ON.match(text, at + 1):
        return False
    line = text.find("\n", at)
    later = _LATER.search(text, at + 1, line if line >= 0 else len(text))
    if later is None or len(later.group()) > 1:
        return False
    return not _STOPS.isdisjoint((text[later.start() - 1], text[later.end() : later.end() + 1]))


def mark_states(outermost: Iterable[Quotation], start: int, end: int) -> bytes:
    """Return one state a character of a paragraph: 0 outside, 1 inside, 2 opening mark, 3 closing mark."""
    out = bytearray(end - start)
    for quotation in outermost:
        lo, hi = quotation.start - start, quotation.end - start
        out[lo:hi] = b"\x01" * (hi - lo)
        out[lo] = 2
        if quotation.closed:
            out[hi - 1] = 3
    return bytes(out)
