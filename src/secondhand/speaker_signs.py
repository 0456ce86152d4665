"""What speakers are told apart by: a colour that nobody near has, and letters where there is no colour."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping
from math import inf
from string import ascii_uppercase

from secondhand.claim import UNKNOWN, Claim, Speaker

HUES = 6
"""how many colours there are"""


def find_heard(
    claims: Iterable[Claim], speakers: Mapping[str, Speaker], first: Mapping[str, int]
) -> dict[str, list[int]]:
    """Return the names of those who are known, in the order they are heard in, each with the paragraphs."""
    heard: dict[str, list[int]] = {}
    for claim in claims:
        speaker = speakers.get(claim.speaker) if claim.speaker else None
        if speaker and speaker.type != "unknown" and speaker.name != UNKNOWN:
            heard.setdefault(speaker.name, []).append(first[claim.id])
    return heard


def give_hues(heard: Mapping[str, list[int]], before: Mapping[str, int]) -> dict[str, int]:
    """Give everybody a colour that nobody near them has, who has none from ``before``; the first one is 0."""
    hues = dict(before)
    taken: list[list[int]] = [[] for _ in range(HUES)]
    for name in sorted(heard, key=lambda name: name not in before):
        if name not in hues:
            hues[name] = max(range(HUES), key=lambda hue: (_distance(taken[hue], heard[name]), -hue))
        for paragraph in heard[name]:
            insort(taken[hues[name]], paragraph)
    return hues


def _distance(taken: list[int], paragraphs: Iterable[int]) -> float:
    """Return how many paragraphs lie between the nearest of ``taken``, in order, and of ``paragraphs``."""
    near = (
        abs(at - paragraph)
        for paragraph in paragraphs
        for at in taken[max(0, bisect_right(taken, paragraph) - 1) :][:2]
    )
    return min(near, default=inf)


def give_letters(heard: Iterable[str], before: Mapping[str, str]) -> dict[str, str]:
    """Give everybody letters, after those who have some from ``before``."""
    letters = dict(before)
    for name in heard:
        letters.setdefault(name, _count_in_letters(len(letters)))
    return letters


def _count_in_letters(number: int) -> str:
    first, last = divmod(number, len(ascii_uppercase))
    return (_count_in_letters(first - 1) if first else "") + ascii_uppercase[last]
