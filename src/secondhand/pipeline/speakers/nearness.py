"""How near before a source somebody was named, how often, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from secondhand.claim import Span
from secondhand.pipeline.speakers.asked import Asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.scene import RELATIONS, Scene

FAR = 12
"""sentences or mentions from which on all is far"""
NEAR = 3
"""sentences that are near"""


def tell_nearness(scene: Scene, asked: Asked, candidate: Candidate) -> dict[str, float]:
    """Return where the candidate was named, and how near to the source."""
    places = scene.list_places(candidate.entity)
    if candidate.head is not None and not places:
        places = [candidate.head.idx]
    before = [at for at in places if at < asked.start]
    told = {
        "mentions": min(FAR, len(places)),
        "mentions before": min(FAR, len(before)),
        "share of mentions": len(places) / max(1, scene.most_mentions),
        "first mention": min(FAR, scene.find_sentence_number(places[0])) if places else -1,
        "after only": bool(places) and not before,
    }
    if before:
        told |= _tell_last(scene, asked, candidate, before)
        told["in headline"] = scene.find_paragraph_number(places[0]) == 0
    return {name: float(value) for name, value in told.items()}


def _tell_last(scene: Scene, asked: Asked, candidate: Candidate, before: Sequence[int]) -> dict[str, float]:
    """Return how the candidate was named last, at the last of the offsets ``before``."""
    last, entity = before[-1], candidate.entity
    here = scene.find_sentence_number(asked.start)
    others = {id(m): m for s, _, m in scene.names_in(last + 1, asked.start) if m is not entity}
    alike = sum(entity is not None and m.type == entity.type for m in others.values())
    subject = next((at for at in reversed(before) if scene.is_subject(at)), None)
    relation = scene.relation_at(last)
    return {
        "sentences ago": min(FAR, here - scene.find_sentence_number(last)),
        "paragraphs ago": min(
            6, scene.find_paragraph_number(asked.start) - scene.find_paragraph_number(last)
        ),
        "characters ago": min(1500, asked.start - last),
        "others between": min(8, len(others)),
        "others alike between": min(8, alike),
        "last was subject": scene.is_subject(last),
        "subject sentences ago": FAR
        if subject is None
        else min(FAR, here - scene.find_sentence_number(subject)),
        "last opens sentence": last - scene.find_sentence_bounds(last)[0] < 15,
        "last relation": RELATIONS.index(relation) if relation in RELATIONS else -1,
        "named near": sum(here - scene.find_sentence_number(at) <= NEAR for at in before),
        "last in own content": holds(asked.claim.content, last),
        "last in other's content": any(holds(turn.claim.content, last) for turn in scene.turns[-4:]),
    }


def holds(spans: Sequence[Span], at: int) -> bool:
    """Say whether one of ``spans`` holds offset ``at``."""
    return any(span.start <= at < span.end for span in spans)
