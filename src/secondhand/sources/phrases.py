"""Who is heard, in words: what the screen and the printed form have in common. Nothing is cleaned here."""

from __future__ import annotations

from collections import Counter

from secondhand.claim import UNKNOWN, Commitment
from secondhand.filters import SIDES, TYPES
from secondhand.sources.counting import Heard, Node
from secondhand.sources.voices import VOICES, Voice

COLUMNS = ("who", "claims", "words", "direct", "hand", "stands to it", "attitudes", "type", "role")
"""what the table tells of a speaker"""
SIGNS: dict[Voice, str] = {"own": "░", "first": "█", "further": "▒", "unnamed": "?"}
"""what the bar is drawn with: legible without colours"""
_STANDS: dict[Commitment, str] = {
    "certain": "as fact",
    "probable": "likely",
    "possible": "possible",
    "denied": "denied",
    "uncommitted": "not asserted",
}
_HANDS = ("own", "first", "second", "third", "fourth", "fifth")


def format_count(number: int, of: str) -> str:
    """Return "1 claim", "1,200 words"."""
    return f"{number:,} {of}{'' if number == 1 else 's'}"


def node_label(node: Node, *, publisher: bool = False) -> str:
    """Return who ``node`` is and what came by it: "officials · unnamed source · 3 claims, 120 words"."""
    kind = "publisher" if publisher else TYPES[node.type]
    figures = f"{format_count(node.claims, 'claim')}, {format_count(node.words, 'word')}"
    return f"{source_name(node.name, publisher=publisher)} · {kind} · {figures}"


def source_name(given: str, *, publisher: bool = False) -> str:
    """Return the name of a source; plain words for an unknown one."""
    if given != UNKNOWN:
        return given
    return "unknown publisher" if publisher else "unknown speaker"


def share_words(voices: Counter[Voice], voice: Voice) -> str:
    """Return how much comes from there: "  40 % first hand, 412 words"."""
    share = 100 * voices[voice] / (voices.total() or 1)
    return f" {share:3.0f} % {VOICES[voice]}, {format_count(voices[voice], 'word')}"


def share_cells(voices: Counter[Voice], width: int) -> dict[Voice, int]:
    """Return how many of ``width`` cells each part of the bar gets: none that has words goes without one."""
    there = [voice for voice in VOICES if voices[voice]]
    free = max(0, width - len(there))
    exact = {voice: free * voices[voice] / voices.total() for voice in there}
    given = {voice: int(exact[voice]) for voice in there}
    left = sorted(there, key=lambda voice: given[voice] - exact[voice])[: free - sum(given.values())]
    return {voice: given[voice] + (voice in left) + 1 for voice in there}


def table_row(heard: Heard) -> tuple[str, ...]:
    """Return what stands in each of ``COLUMNS`` for ``heard``."""
    return (
        source_name(heard.name),
        f"{heard.claims:,}",
        f"{heard.words:,}",
        f"{heard.kinds['direct']:,} of {heard.claims:,}",
        hands_words(heard.depths),
        stands_words(heard.commitments),
        attitudes_words(heard),
        TYPES[heard.type],
        heard.role or "",
    )


def hands_words(depths: Counter[int]) -> str:
    """Return through how many hands claims came: "first", "first–third"."""
    least, most = _hand_word(min(depths)), _hand_word(max(depths))
    return least if least == most else f"{least}–{most}"


def stands_words(commitments: Counter[Commitment]) -> str:
    """Return how a speaker stands to their claims: "3 as fact, 1 likely"."""
    return ", ".join(
        f"{commitments[stand]:,} {words}" for stand, words in _STANDS.items() if commitments[stand]
    )


def attitudes_words(heard: Heard) -> str:
    """Return what a speaker feels towards whom, and in how many claims: "against Emmanuel Macron (2)"."""
    felt = heard.attitudes.most_common()
    return ", ".join(
        f"{SIDES[side]} {target}" + (f" ({times:,})" if times > 1 else "") for (side, target), times in felt
    )


def _hand_word(depth: int) -> str:
    return _HANDS[depth] if 0 <= depth < len(_HANDS) else f"{depth}th"
