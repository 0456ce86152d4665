"""What tells for or against a candidate as the speaker of one claim."""

from __future__ import annotations

from spacy.tokens import Token

from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.agreement import is_several, match_pronoun
from secondhand.pipeline.speakers.asked import Asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.nearness import FAR, holds, tell_nearness
from secondhand.pipeline.speakers.scene import Scene
from secondhand.pipeline.speakers.shared_words import compare_words, tell_place_in_source

KINDS = ("known", "own words", "phrase", "joined", "publisher", "nobody")
TYPES = ("person", "organization", "group", "document", "anonymous", "unknown")


def describe_candidate(scene: Scene, asked: Asked, candidate: Candidate) -> dict[str, float]:
    """Return what tells of ``candidate``, as numbers by name."""
    entity = candidate.entity
    told = {f"is {kind}": float(candidate.kind == kind) for kind in KINDS}
    if entity is None:
        return told
    told |= {f"type {kind}": float(entity.type == kind) for kind in TYPES}
    told["several"] = float(is_several(entity))
    told["pronoun fits"] = match_pronoun(scene, asked.found.text.casefold(), entity)
    told |= tell_place_in_source(scene, asked, entity)
    told |= compare_words(asked, entity)
    told |= tell_nearness(scene, asked, candidate)
    told |= _tell_turns(scene, asked, entity)
    return told | _tell_syntax(asked, candidate)


def _tell_turns(scene: Scene, asked: Asked, entity: Entity) -> dict[str, float]:
    """Return when the candidate spoke last, and whether around this claim or right beside it."""
    around = asked.parent.id if asked.parent else None
    turns = [t for t in scene.turns if t.at <= asked.start or t.claim.id == around]
    mine = [n for n, t in enumerate(reversed(turns)) if t.entity is entity]
    outer = [n for n, t in enumerate(t for t in reversed(turns) if not t.claim.parent) if t.entity is entity]
    source, sentence = asked.claim.source, scene.find_sentence_number(asked.claim.start)
    own = [t for t in scene.turns if t.entity is entity]
    shared = any(a.start < b.end and b.start < a.end for t in own for a in t.claim.source for b in source)
    beside = [t for t in own[-4:] if t.claim.id != around and scene.find_sentence_number(t.at) == sentence]
    told = {
        "turns ago": min(FAR, mine[0]) if mine else FAR,
        "outer turns ago": min(FAR, outer[0]) if outer else FAR,
        "turns": min(10, len(mine)),
        "same source": shared,
        "spoke in sentence": bool(beside),
    }
    if asked.parent is not None:
        content = asked.parent.content
        told |= {
            "speaks around": any(t.entity is entity and t.claim.id == around for t in scene.turns),
            "named in parent's content": any(
                holds(content, s) for s, _ in entity.mentions if s < asked.start
            ),
            "at start of parent's content": asked.start - content[0].start < 20,
            "asked in parent's content": holds(content, asked.start),
        }
    return {name: float(value) for name, value in told.items()}


def _tell_syntax(asked: Asked, candidate: Candidate) -> dict[str, float]:
    """Return whether coreference, or the clause of the cue, leads to the candidate."""
    entity, head = candidate.entity, candidate.head
    mentions = entity.mentions if entity else []
    own = head.idx if head is not None else -1

    def is_meant(token: Token | None) -> bool:
        return token is not None and (token.idx == own or any(s <= token.idx < e for s, e in mentions))

    mine = sum(chance for m, chance in asked.linked if m is entity)
    mine += sum(sure for at, sure in asked.antecedents if at == own)
    told = {
        "coreference": min(1.0, mine),
        "coreference of others": min(1.0, sum(chance for m, chance in asked.linked if m is not entity)),
        "is subject of cue": is_meant(asked.subject),
        "is agent of cue": is_meant(asked.agent),
        "relative of": is_meant(asked.relative),
        "right before": any(0 <= asked.start - e <= 3 for _, e in mentions),
        "subject of sentence": any(c.dep_ == "nsubj" and is_meant(c) for c in asked.root.children),
    }
    return {name: float(value) for name, value in told.items()}
