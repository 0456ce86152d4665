"""Whom a reader names → a speaker of the analysis: one it knows, or one more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondhand.claim import UNKNOWN, Analysis, Link, Span, Speaker


def add_speaker(
    found: Analysis, text: str, wanted: Speaker, shown: Sequence[Span] = ()
) -> tuple[Analysis, Speaker | None]:
    """Return ``found`` with the speaker ``wanted``, and that speaker in it; None where nobody is named.

    One of the same name is the same; what the reader says of them holds. A new one is mentioned wherever the
    text has the name, else by ``shown``.
    """
    if wanted.name == UNKNOWN:
        return found, None
    known = next((s for s in found.speakers if s.name.casefold() == wanted.name.casefold()), None)
    if known:
        speaker = replace(known, type=wanted.type, role=wanted.role or known.role)
        everybody = tuple(speaker if s is known else s for s in found.speakers)
    else:
        speaker = Speaker(
            choose_free_id("s", (speaker.id for speaker in found.speakers)),
            wanted.name,
            wanted.type,
            wanted.role,
            _find_mentions(text, wanted, shown),
        )
        everybody = (*found.speakers, speaker)
    return replace(found, speakers=everybody), speaker


def rename_link(link: Link, speaker: Speaker | None) -> Link:
    """Return ``link`` with the name of ``speaker``."""
    return replace(
        link, name=speaker.name if speaker else UNKNOWN, type=speaker.type if speaker else "unknown"
    )


def speaker_of_link(link: Link) -> Speaker:
    """Return whom ``link`` names as a speaker; their id and mentions mean nothing."""
    return Speaker("", link.name, link.type, None, ())


def choose_free_id(letter: str, taken: Iterable[str]) -> str:
    """Return ``letter`` with the first number that makes it none of the ids ``taken``."""
    known = set(taken)
    return next(name for n in range(1, len(known) + 2) if (name := f"{letter}{n}") not in known)


def _find_mentions(text: str, speaker: Speaker, shown: Sequence[Span]) -> tuple[Span, ...]:
    found = re.finditer(rf"(?<!\w){re.escape(speaker.name)}(?!\w)", text)
    return tuple(Span(m.start(), m.end(), m.group()) for m in found if m.group()) or tuple(shown)
