"""What the chains of one article go on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from secondhand.claim import Claim, Span
from secondhand.pipeline.chains.chain_settings import ChainSettings
from secondhand.pipeline.doc import state
from secondhand.pipeline.mentions.entities import Entity, load_entities
from secondhand.spans import Range, overlaps


@dataclass(frozen=True, slots=True)
class ChainContext:
    """An article, its sentences and who is named in it."""

    text: str
    origin: state.Origin
    sentences: Sequence[Range]
    entities: Sequence[Entity]
    settings: ChainSettings = field(default_factory=ChainSettings)

    def find_frame(self, claim: Claim, parent: Claim | None) -> Range:
        """Return the stretch of whole sentences that holds cue and source of ``claim``, inside ``parent``."""
        spans = [*claim.source, *([claim.cue] if claim.cue else [])] or list(claim.content)
        lo, hi = min(s.start for s in spans), max(s.end for s in spans)
        first = bisect_right(self.sentences, lo, key=lambda sentence: sentence[1])
        last = bisect_left(self.sentences, hi, key=lambda sentence: sentence[0]) - 1
        frame = (self.sentences[first][0], self.sentences[last][1]) if first <= last else (lo, hi)
        return _clip_to_content(frame, parent) if parent else frame

    def cut_span(self, start: int, end: int) -> Span:
        """Return the words from ``start`` to ``end``."""
        return Span(start, end, self.text[start:end])

    def find_url(self, start: int, end: int) -> str | None:
        """Return the address the page put on any of these words."""
        return next((url for s, e, url in self.origin.hyperlinks if overlaps((s, e), (start, end))), None)


def read_context(doc: Doc, settings: ChainSettings) -> ChainContext:
    """Return what the chains of the article on ``doc`` go on."""
    sentences = [(s.start_char, s.end_char) for s in doc.sents]
    return ChainContext(doc.text, state.load_origin(doc), sentences, load_entities(doc), settings)


def _clip_to_content(frame: Range, parent: Claim) -> Range:
    """Keep what is looked at inside the content of the parent."""
    held = [(max(frame[0], s.start), min(frame[1], s.end)) for s in parent.content]
    return max(held, key=lambda pair: pair[1] - pair[0], default=frame)
