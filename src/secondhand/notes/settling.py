"""Anchors, spans and links made on an earlier text → where their words stand now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondhand.claim import Attitude, Link, Span, Stance
from secondhand.notes.anchoring import find_anchor
from secondhand.notes.highlight import Anchor


def find_words(text: str, anchors: Iterable[Anchor]) -> tuple[Span, ...] | None:
    """Return where the words of all ``anchors`` stand in ``text``, or None where some are gone."""
    found = [find_anchor(text, anchor) for anchor in anchors]
    there = tuple(Span(a.start, a.end, a.exact) for a in found if a)
    return there if len(there) == len(found) else None


def settle_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of ``spans`` whose words are in ``text``, where they stand now."""
    found = (find_anchor(text, Anchor(span.start, span.end, span.text)) for span in spans)
    return tuple(Span(a.start, a.end, a.exact) for a in found if a)


def settle_chain(text: str, chain: Sequence[Link], shown: tuple[Span, ...]) -> tuple[Link, ...]:
    """Return ``chain`` with its evidence where it stands now.

    ``shown`` stands in for it where a link that must have some has none.
    """
    links = [replace(link, evidence=settle_spans(text, link.evidence)) for link in chain]
    return tuple(
        link if link.evidence or link.relation == "published" else replace(link, evidence=shown)
        for link in links
    )


def settle_stance(text: str, stance: Stance) -> Stance:
    """Return ``stance`` with the words it rests on where they stand now."""
    return replace(
        stance,
        attitudes=tuple(_settle_attitude(text, attitude) for attitude in stance.attitudes),
        commitment_evidence=settle_spans(text, stance.commitment_evidence),
        framing_evidence=settle_spans(text, stance.framing_evidence),
    )


def _settle_attitude(text: str, attitude: Attitude) -> Attitude:
    return replace(attitude, evidence=settle_spans(text, attitude.evidence))
