"""The claims of an analysis, found by words or place without going through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from secondhand.claim import Analysis, Claim, Span, Speaker
from secondhand.notes.family import find_holder
from secondhand.notes.highlight import Anchor

_BLOCK = 1024
"""characters of the text whose claims are looked through at once"""
Words = tuple[str, ...]


class ClaimFinder:
    """Finds claims of one analysis; without one it finds none."""

    def __init__(self, analysis: Analysis | None) -> None:
        """Read the claims of ``analysis`` in."""
        self.claims = analysis.claims if analysis else ()
        self._speakers = {speaker.id: speaker for speaker in reversed(analysis.speakers if analysis else ())}
        self._saying: defaultdict[Words, list[tuple[int, Claim]]] = defaultdict(list)
        self._blocks: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._saying[words_of(claim.content)].append((claim.content[0].start, claim))
            for block in {b for s in claim.content for b in range(s.start // _BLOCK, s.end // _BLOCK + 1)}:
                self._blocks[block].append(claim)
        for found in self._saying.values():
            found.sort(key=_start)

    def speaker(self, claim: Claim) -> Speaker | None:
        """Return the speaker of ``claim``, or None where it has none."""
        return self._speakers.get(claim.speaker or "")

    def find_same(self, known: Claim, start: int) -> Claim | None:
        """Return the claim of the same words as ``known`` that is nearest to ``start``, or None.

        Of several as near, the one with the same words of saying.
        """
        found = self._saying.get(words_of(known.content), [])
        at = bisect_left(found, start, key=_start)
        before = [] if at == 0 else _starting_at(found, found[at - 1][0])
        after = [] if at == len(found) else _starting_at(found, found[at][0])
        cue = known.cue.text if known.cue else None
        return min(
            (*before, *after),
            key=lambda c: (abs(c.content[0].start - start), (c.cue.text if c.cue else None) != cue),
            default=None,
        )

    def find_innermost(self, pieces: Sequence[Span | Anchor]) -> Claim | None:
        """Return the innermost claim whose words hold all ``pieces``, or None."""
        return find_holder(self._blocks.get(pieces[0].start // _BLOCK, ()), pieces)


def _starting_at(found: Sequence[tuple[int, Claim]], start: int) -> list[Claim]:
    """Return those of ``found``, which are in order, whose words begin at ``start``."""
    first, end = bisect_left(found, start, key=_start), bisect_right(found, start, key=_start)
    return [claim for _, claim in found[first:end]]


def _start(one: tuple[int, Claim]) -> int:
    return one[0]


def words_of(pieces: Sequence[Span | Anchor]) -> Words:
    """Return the words of ``pieces``, one string each."""
    return tuple(piece.exact if isinstance(piece, Anchor) else piece.text for piece in pieces)
