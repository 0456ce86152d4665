"""Claims → which characters of a paragraph are to be marked, and as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, TypeVar

from secondhand.claim import Claim, Span
from secondhand.notes.highlight import Colour
from secondhand.session import Session

Role = Literal["content", "source", "cue"]
Hit = Literal["this", "other"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of text is, in the innermost claim it belongs to."""

    role: Role
    hue: int | None
    """number of the speaker's colour; None for an unknown speaker"""
    depth: int
    """how many claims hold that claim"""
    letter: str = ""
    """what stands for the speaker where there is no colour"""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph marked alike throughout."""

    start: int
    """offset into the article of its first character"""
    end: int
    """offset after its last character"""
    mark: Mark | None
    """None in the article's own voice"""
    current: bool
    """whether it belongs to the current claim"""
    highlight: Colour | None = None
    """in which colour the reader marked it"""
    selected: bool = False
    """whether the reader is selecting it"""
    hit: Hit | None = None
    """whether the reader looks for it, and is at it"""
    faded: bool = False
    """whether a filter leaves it out"""


def runs(session: Session, paragraph: int) -> tuple[Run, ...]:
    """Return the marked and unmarked stretches of ``paragraph``, in reading order, without gaps."""
    start, end = session.article.paragraphs[paragraph].start, session.article.paragraphs[paragraph].end
    marks: list[Mark | None] = [None] * (end - start)
    claims = tuple(filter(session.keeps, session.claims_of(paragraph)))
    # Sources and cues go on top: a claim's own words of saying may lie inside another's content.
    for roles in (("content",), ("source", "cue")):
        for claim in claims:
            for role, span in _parts(claim):
                if role in roles:
                    index = session.index
                    mark = Mark(role, index.hue(claim), index.depths[claim.id], index.letter(claim))
                    _paint(marks, span, start, mark)
    current = [False] * len(marks)
    if session.current is not None:
        for span in session.current.parts:
            _paint(current, span, start, True)
    found = _group_cells(list(zip(marks, current, strict=True)), start)
    return tuple(found if session.kept is None else (replace(run, faded=not run.mark) for run in found))


def _parts(claim: Claim) -> Iterator[tuple[Role, Span]]:
    """Yield the spans of ``claim`` with what each of them is."""
    yield from (("content", span) for span in claim.content)
    yield from (("source", span) for span in claim.source)
    if claim.cue:
        yield "cue", claim.cue


def _paint(canvas: list[T], span: Span, origin: int, value: T) -> None:
    """Set the part of ``span`` that lies on ``canvas``, which begins at offset ``origin``, to ``value``."""
    first, last = max(0, span.start - origin), min(len(canvas), span.end - origin)
    if first < last:
        canvas[first:last] = [value] * (last - first)


def _group_cells(cells: list[tuple[Mark | None, bool]], origin: int) -> Iterator[Run]:
    """Yield one run for each stretch of equal ``cells``."""
    at = origin
    for (mark, current), stretch in groupby(cells):
        length = sum(1 for _ in stretch)
        yield Run(at, at + length, mark, current)
        at += length
