"""Claims as a tree: whom one is held by, whom it holds, and in which order they are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondhand.claim import Claim, Span
from secondhand.spans import Piece, hold, likeness

LIKE = 0.5
"""of the characters of two contents taken together, how many both must have to be one claim's"""
SAME_CUE = 0.2
"""the same where their cues overlap"""


def find_likest(claims: Iterable[Claim], content: Sequence[Span], cue: Span | None) -> Claim | None:
    """Return the claim whose content is most like ``content``, and whose cue is ``cue``, or None."""
    best, found = 0.0, None
    for claim in claims:
        shared = likeness(claim.content, content)
        same_cue = bool(cue and claim.cue and likeness([claim.cue], [cue]))
        if shared >= (SAME_CUE if same_cue else LIKE) and shared + same_cue > best:
            best, found = shared + same_cue, claim
    return found


def find_holder(claims: Sequence[Claim], pieces: Sequence[Piece]) -> Claim | None:
    """Return the innermost of ``claims``, parents first, that holds ``pieces`` in its content, or None."""
    holding = [c for c in reversed(claims) if hold(c.content, pieces)]
    return min(holding, key=lambda c: sum(s.end - s.start for s in c.content), default=None)


def adopt(claims: Sequence[Claim], new: Claim) -> tuple[Claim, ...]:
    """Return ``claims`` and ``new``, which takes in those among its siblings that its content holds."""
    mine = [
        replace(claim, parent=new.id)
        if claim.parent == new.parent and hold(new.content, claim.parts)
        else claim
        for claim in claims
    ]
    return sort_claims((*mine, new))


def remove_claim(claims: Sequence[Claim], gone: Claim) -> tuple[Claim, ...]:
    """Return ``claims`` without ``gone``; those it held are held by what held it."""
    return tuple(
        replace(claim, parent=gone.parent) if claim.parent == gone.id else claim
        for claim in claims
        if claim.id != gone.id
    )


def ids_below(claims: Iterable[Claim], top: Claim) -> set[str]:
    """Return the ids of all claims that ``top`` holds, directly or not; parents come before children."""
    held: set[str] = set()
    for claim in claims:
        if claim.parent == top.id or claim.parent in held:
            held.add(claim.id)
    return held


def sort_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return ``claims`` in reading order, a parent before its children."""
    known = {claim.id for claim in claims}
    children: defaultdict[str | None, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.start, c.cue.start if c.cue else c.start)):
        children[claim.parent if claim.parent in known else None].append(claim)

    def walk(parent: str | None) -> Iterator[Claim]:
        for claim in children[parent]:
            yield claim
            yield from walk(claim.id)

    return tuple(walk(None))
