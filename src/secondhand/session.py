"""Where the reader is: cursor, current claim, what has been read. Pure state, no screen.

A ``Session`` is never changed: every move returns another one. Claims of a growing analysis have no
stable ids, so the current claim is found again by the offsets of its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Span, Speaker, count_depths
from secondhand.filters import Filter, is_unsure
from secondhand.notes.family import find_holder
from secondhand.spans import likeness
from secondhand.speaker_signs import find_heard, give_hues, give_letters

State = Literal["reading", "done", "failed"]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimIndex:
    """The claims of one analysis, made quick to find."""

    claims: tuple[Claim, ...] = ()
    """all of them, in reading order"""
    here: Mapping[int, tuple[Claim, ...]] = field(default_factory=dict)
    """paragraph → claims with words in it, a parent before its children"""
    homes: tuple[int, ...] = ()
    """the paragraphs in which claims begin, ascending"""
    sure_homes: tuple[int, ...] = ()
    """those of them in which claims begin that are likelier right than wrong"""
    first_paragraph: Mapping[str, int] = field(default_factory=dict)
    """claim id → the paragraph it begins in"""
    depths: Mapping[str, int] = field(default_factory=dict)
    """claim id → how many claims hold it"""
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    """speaker id → speaker"""
    hues: Mapping[str, int] = field(default_factory=dict)
    """speaker name → the number of their colour, which stays theirs; unknown ones have none"""
    letters: Mapping[str, str] = field(default_factory=dict)
    """the same → letters that stand for them where there is no colour: A, B … Z, AA, AB …"""

    @classmethod
    def of(cls, article: Article, analysis: Analysis, before: ClaimIndex | None = None) -> ClaimIndex:
        """Index the claims of ``analysis``; names that ``before`` knew keep their hue."""
        here: defaultdict[int, list[Claim]] = defaultdict(list)
        first: dict[str, int] = {}
        starts = [paragraph.start for paragraph in article.paragraphs]
        for claim in analysis.claims:
            touched = _paragraphs(claim, starts)
            first[claim.id] = touched[0]
            for paragraph in touched:
                here[paragraph].append(claim)
        speakers = {speaker.id: speaker for speaker in analysis.speakers}
        heard = find_heard(analysis.claims, speakers, first)
        return cls(
            claims=analysis.claims,
            here={paragraph: tuple(claims) for paragraph, claims in here.items()},
            homes=tuple(sorted(set(first.values()))),
            sure_homes=tuple(sorted({first[claim.id] for claim in analysis.claims if not is_unsure(claim)})),
            first_paragraph=first,
            depths=count_depths(analysis.claims),
            speakers=speakers,
            hues=give_hues(heard, before.hues if before else {}),
            letters=give_letters(heard, before.letters if before else {}),
        )

    def speaker(self, claim: Claim) -> Speaker | None:
        """Return who makes ``claim``, or None where nobody is known to."""
        return self.speakers.get(claim.speaker) if claim.speaker else None

    def hue(self, claim: Claim) -> int | None:
        """Return the number of the colour of the speaker of ``claim``, or None for an unknown one."""
        speaker = self.speaker(claim)
        return self.hues.get(speaker.name) if speaker else None

    def letter(self, claim: Claim) -> str:
        """Return the letter of the speaker of ``claim``, "?" for an unknown one."""
        speaker = self.speaker(claim)
        return self.letters.get(speaker.name, "?") if speaker else "?"


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What a filter leaves of the claims."""

    by: Filter
    """the filter"""
    places: Mapping[str, int]
    """id of every claim it leaves → its place among them, from 1"""
    homes: tuple[int, ...]
    """the paragraphs in which they begin, ascending"""

    @classmethod
    def of(cls, index: ClaimIndex, by: Filter, *, unfolded: bool) -> Kept:
        """Return what ``by`` leaves of the claims of ``index``, with unsure ones where ``unfolded``."""
        left = [c.id for c in index.claims if by.leaves(c, index.speaker(c), unfolded=unfolded)]
        left.sort(key=lambda claim_id: index.first_paragraph[claim_id])
        homes = sorted({index.first_paragraph[claim_id] for claim_id in left})
        return cls(by, {claim_id: place for place, claim_id in enumerate(left, 1)}, tuple(homes))


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """One article being read, and where in it the reader is."""

    article: Article
    index: ClaimIndex = field(default_factory=ClaimIndex)
    read: frozenset[int] = frozenset()
    """indices of the paragraphs the analysis has read"""
    paragraph: int = 0
    """index of the paragraph under the cursor"""
    current: Claim | None = None
    """the current claim: one of ``claims``, or None where there is none"""
    state: State = "reading"
    """how the analysis fares"""
    done: int = 0
    """windows analysed"""
    total: int = 0
    """windows to analyse, 0 while that is not known"""
    problem: str | None = None
    """why the analysis failed"""
    kept: Kept | None = None
    """the claims that are stepped through; None for all"""
    unfolded: bool = False
    """whether claims that are likelier wrong than right are shown like all others"""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims with words in the paragraph under the cursor."""
        return self.claims_of(self.paragraph)

    @property
    def unread(self) -> bool:
        """Whether the analysis is still to read the paragraph under the cursor."""
        return self.state == "reading" and self.paragraph not in self.read

    def claims_of(self, paragraph: int) -> tuple[Claim, ...]:
        """Return the claims with words in ``paragraph``, a parent before its children."""
        return self.index.here.get(paragraph, ())

    def move_to(self, paragraph: int) -> Session:
        """Put the cursor on ``paragraph``, or on the nearest there is."""
        last = max(0, len(self.article.paragraphs) - 1)
        paragraph = min(max(paragraph, 0), last)
        if paragraph == self.paragraph:
            return self
        moved = replace(self, paragraph=paragraph, current=None)
        first = next(filter(self.keeps, moved.claims), next(iter(moved.shown), None))
        return replace(moved, current=first)

    def choose(self, claim: Claim) -> Session:
        """Make ``claim`` the current one; the cursor goes to it unless it already stands on some of it."""
        home = self.index.first_paragraph.get(claim.id, self.paragraph)
        paragraph = self.paragraph if claim in self.claims else home
        return replace(self, paragraph=paragraph, current=claim)

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims with words in the paragraph under the cursor, but for the folded ones."""
        return tuple(claim for claim in self.claims if not self.folds(claim))

    def folds(self, claim: Claim) -> bool:
        """Return whether ``claim`` is so unsure that only its number is told: unless it is asked for."""
        asked = self.unfolded or claim == self.current or (self.kept is not None and self.keeps(claim))
        return is_unsure(claim) and not asked

    def keeps(self, claim: Claim) -> bool:
        """Return whether ``claim`` is among those that are stepped through."""
        if self.kept is not None:
            return claim.id in self.kept.places
        return self.unfolded or not is_unsure(claim)

    def unfold(self, unfolded: bool) -> Session:
        """Show claims that are likelier wrong than right, or fold them: then none of them is current."""
        turned = replace(self, unfolded=unfolded).narrow(self.kept.by if self.kept else None)
        if turned.current is None or not turned.keeps(turned.current):
            turned = replace(turned, current=None)
            return replace(turned, current=next(iter(turned.shown), None))
        return turned

    def narrow(self, by: Filter | None) -> Session:
        """Step only through the claims that ``by`` leaves from now on; None means all of them."""
        return replace(self, kept=Kept.of(self.index, by, unfolded=self.unfolded) if by else None)

    def nearest(self) -> Session:
        """Make the claim at the cursor, or else the next or the preceding one, the current one."""
        if self.current is not None and self.keeps(self.current):
            return self
        following = self.next_claim()
        return following if following is not self else self.previous_claim()

    def next_claim(self) -> Session:
        """Make the following claim the current one; the same session where there is none."""
        if following := _neighbour(self.claims, self.current, self.keeps):
            return replace(self, current=following)
        at = bisect_right(self._homes, self.paragraph)
        if at == len(self._homes):
            return self
        home = self._homes[at]
        return replace(self, paragraph=home, current=self._beginning_in(home)[0])

    def previous_claim(self) -> Session:
        """Make the preceding claim the current one; the same session where there is none."""
        if preceding := _neighbour(self.claims[::-1], self.current, self.keeps):
            return replace(self, current=preceding)
        at = bisect_right(self._homes, self.paragraph - 1)
        if at == 0:
            return self
        home = self._homes[at - 1]
        return replace(self, paragraph=home, current=self._beginning_in(home)[-1])

    def claim_at(self, offset: int) -> Claim | None:
        """Return the innermost claim with the character at ``offset`` in its words, or None."""
        paragraph = self.article.paragraph_at(offset)
        held = [
            claim
            for claim in self.claims_of(paragraph)
            if any(span.start <= offset < span.end for span in claim.parts)
        ]
        return max(held, key=lambda claim: self.index.depths[claim.id], default=None)

    def claim_over(self, start: int, end: int) -> Claim | None:
        """Return the innermost claim that claims the text from ``start`` to ``end``, or None."""
        here = self.claims_of(self.article.paragraph_at(start))
        return find_holder(here, [Span(start, end, self.article.text[start:end])])

    def learn(self, index: ClaimIndex, read: frozenset[int], done: int, total: int) -> Session:
        """Take over what the analysis knows by now; the current claim is found again by its words."""
        learnt = replace(
            self,
            index=index,
            read=read,
            done=done,
            total=total,
            current=None,
            kept=Kept.of(index, self.kept.by, unfolded=self.unfolded) if self.kept else None,
        )
        # Whoever is at an unsure one stays there.
        near = learnt.claims if self.current and is_unsure(self.current) else learnt.shown
        return replace(learnt, current=_find_same(near, self.current))

    def finish(self) -> Session:
        """Note that the analysis is whole."""
        return replace(self, state="done")

    def fail(self, problem: str) -> Session:
        """Note that the analysis ended early, and why; what it found stays."""
        return replace(self, state="failed", problem=problem)

    @property
    def _homes(self) -> tuple[int, ...]:
        if self.kept is not None:
            return self.kept.homes
        return self.index.homes if self.unfolded else self.index.sure_homes

    def _beginning_in(self, paragraph: int) -> list[Claim]:
        begun = (c for c in self.claims_of(paragraph) if self.index.first_paragraph[c.id] == paragraph)
        return list(filter(self.keeps, begun))


def _paragraphs(claim: Claim, starts: list[int]) -> list[int]:
    """Return the indices of the paragraphs that hold words of ``claim``, ascending; one at least."""
    touched: set[int] = set()
    for span in claim.parts:
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_right(starts, span.end - 1) - 1)
        touched.update(range(first, last + 1))
    return sorted(touched) or [max(0, claim.paragraph)]


def _neighbour(
    claims: tuple[Claim, ...], current: Claim | None, keeps: Callable[[Claim], bool]
) -> Claim | None:
    """Return the first claim after ``current`` in ``claims`` that is kept, or None."""
    if current is None or current not in claims:
        return None
    return next(filter(keeps, claims[claims.index(current) + 1 :]), None)


def _find_same(claims: tuple[Claim, ...], old: Claim | None) -> Claim | None:
    """Return the claim that shares most words with ``old``; the first where none does."""
    if old is None or not claims:
        return next(iter(claims), None)
    return max(claims, key=lambda claim: likeness(_telling(claim), _telling(old)))


def _telling(claim: Claim) -> tuple[Span, ...]:
    """Return the content and the cue of ``claim``."""
    return (*claim.content, *((claim.cue,) if claim.cue else ()))
