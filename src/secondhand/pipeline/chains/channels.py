"""By what channel something was said, and what its speaker did to pass it on."""

from __future__ import annotations

import re

from secondhand.claim import Claim, Relation, Speaker
from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.patterns import LETTERS


def find_channel(frame: str, claim: Claim) -> str | None:
    """Return the channel that the words around the content (``frame``) or the source name, or None."""
    told = frame
    for span in claim.content:
        told = told.replace(span.text, " ")
    for name, pattern in load_lexicon("channels.toml")["channels"].items():
        if re.search(rf"\b(?:{pattern})\b", told, re.IGNORECASE):
            return str(name)
    return None


def find_relation(claim: Claim, speaker: Speaker | None) -> Relation:
    """Return what the speaker did with the claim, by the words of its cue."""
    cue = set(re.findall(LETTERS, claim.cue.text.casefold())) if claim.cue else set()
    relations: tuple[Relation, ...] = ("told", "wrote", "believed", "reported")
    for name in relations:
        if cue & load_words("channels.toml", name):
            return name
    return "reported" if speaker and speaker.type == "document" else "said"
