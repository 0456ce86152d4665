"""How the article frames a claim by its cue: neutral, endorsing ("noted") or distancing ("claimed")."""

from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Framing, Span, Stance
from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.stance.cue import LEXICON, CueWords


def read_framing(cue: CueWords) -> tuple[Framing, tuple[Span, ...]]:
    """Return how the article frames the claim and the words that show it."""
    shown = cue.find_first(load_words(LEXICON, "distancing"))
    if shown:
        return "distancing", (shown,)
    if cue.find_negation():
        return "neutral", ()
    verbs, least = load_lexicon("veridicality.json")["verbs"], load_lexicon(LEXICON)["vouching"]
    vouching = {v for v in load_words(LEXICON, "knowing") if v in verbs and verbs[v][0] >= least}
    shown = cue.find_first(vouching | load_words(LEXICON, "endorsing"))
    return ("endorsing", (shown,)) if shown else ("neutral", ())


def neutralize_framing(stance: Stance) -> Stance:
    """Return ``stance`` as of a claim inside a quotation: the cue is its speaker's, not the article's."""
    return replace(stance, framing="neutral", framing_evidence=())
