"""How far a speaker commits to a claim: by the cue, by what it is about, and by the content's own hedges."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from secondhand.claim import Claim, Commitment, Span
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.rules.interview_turns import find_question_sign
from secondhand.pipeline.stance.cue import LEXICON, CueWords
from secondhand.pipeline.stance.hedges import read_hedges
from secondhand.pipeline.stance.stance_settings import DEFAULTS, StanceSettings


def read_commitment(
    claim: Claim, cue: CueWords, doc: Doc | None = None, settings: StanceSettings = DEFAULTS
) -> tuple[Commitment, tuple[Span, ...]]:
    """Return the speaker's commitment and the words that show it; none show plain assertion."""
    negation = cue.find_negation()
    for name in ("uncommitted", "denied", "possible", "probable"):
        shown = cue.find_first(load_words(LEXICON, name))
        if shown:
            return name, (negation, shown) if negation and negation != shown else (shown,)
    if negation:
        return "uncommitted", (negation,)
    sign = _find_open_sign(claim)
    if sign:
        return "uncommitted", (sign,)
    return read_hedges(claim, doc, settings.hedge_reach)


def _find_open_sign(claim: Claim) -> Span | None:
    """A content that is only an aim ("to …") or a question."""
    if sign := find_question_sign(claim):
        return sign
    first = claim.content[0]
    if first.text.startswith("to "):
        return Span(first.start, first.start + 2, "to")
    if match := re.match(r"(?:whether|if)\b", first.text):
        return Span(first.start, first.start + match.end(), match.group())
    last = claim.content[-1].text.rstrip("\"”’'")
    if last.endswith("?") and len(claim.content) == 1 and claim.kind == "direct":
        at = claim.content[-1].start + len(last) - 1
        return Span(at, at + 1, "?")
    return None
