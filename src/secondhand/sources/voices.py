"""Where words come from, and which claims come from there: what the bar and the tree are made of."""

from __future__ import annotations

from typing import Literal

from secondhand.claim import UNKNOWN, Claim, Speaker
from secondhand.filters import Filter, by_speaker, is_unnamed, list_steps, second_hand

Voice = Literal["own", "first", "further", "unnamed"]

VOICES: dict[Voice, str] = {
    "own": "the article’s own voice",
    "first": "first hand",
    "further": "second hand or further",
    "unnamed": "unnamed sources",
}
"""what each is called, in the order of the bar"""


def voice_of(claim: Claim, speaker: Speaker | None) -> Voice:
    """Return where the words of ``claim`` come from."""
    if not list_steps(claim):
        return "own"
    if is_unnamed(claim, speaker):
        return "unnamed"
    return "further" if second_hand(claim, speaker) else "first"


def filter_by_voice(wanted: Voice) -> Filter:
    """Return the filter that leaves what comes from there."""
    return Filter(VOICES[wanted], lambda claim, speaker: voice_of(claim, speaker) == wanted)


def filter_by_way(path: tuple[str, ...]) -> Filter:
    """Return the filter that leaves what came along ``path``: names from the publisher on."""
    label = f"through {' → '.join(path[1:] or path)}"
    return Filter(label, lambda claim, speaker: tuple(link.name for link in claim.chain[: len(path)]) == path)


def filter_by_speaker(name: str) -> Filter:
    """Return the filter that leaves what ``name`` says, or what nobody known says."""
    if name != UNKNOWN:
        return by_speaker(name)
    return Filter("unknown speaker", lambda claim, speaker: speaker is None or speaker.name == UNKNOWN)
