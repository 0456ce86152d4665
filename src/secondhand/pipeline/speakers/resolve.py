"""From the source of a claim to who speaks: what the layout tells, or else the likeliest candidate."""

from __future__ import annotations

import re

from secondhand.claim import Claim, Resolution, SpeakerFound
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.patterns import SHARE
from secondhand.pipeline.speakers import interviews
from secondhand.pipeline.speakers.answer import Answer
from secondhand.pipeline.speakers.asked import RELATIVE, Asked, describe_source, read_asked
from secondhand.pipeline.speakers.candidates import Candidate, find_author, list_candidates
from secondhand.pipeline.speakers.evidence import describe_candidate
from secondhand.pipeline.speakers.nearness import holds
from secondhand.pipeline.speakers.ranking import Ranking
from secondhand.pipeline.speakers.scene import Scene
from secondhand.pipeline.speakers.shared_words import to_singulars

LONGEST = 60
"""characters of a name"""
NEAR = 1500
"""characters in which somebody described by their trade was heard"""
_SHARE = re.compile(SHARE, re.IGNORECASE)
LINKED = 0.3
"""chance of coreference from which on it is said to have led to the speaker"""


def resolve_source(scene: Scene, claim: Claim, ranking: Ranking) -> Answer:
    """Return who speaks by what the source says, or by what stands around where there is none."""
    asked = read_asked(scene, claim)
    found = interviews.find_by_layout(scene, asked)
    found = found or _find_right_before(scene, asked) or _find_expert(scene, asked)
    found = found or _find_reporter(scene, asked) or _find_share(scene, asked)
    return found or rank_candidates(scene, asked, ranking)


def _find_right_before(scene: Scene, asked: Asked) -> Answer | None:
    """Return whose name a relative pronoun stands right behind, as in "Ann Lee, who believes …", or None."""
    if not asked.given or asked.found.text not in RELATIVE:
        return None
    named = [m for _, end, m in scene.names_in(asked.start - LONGEST, asked.start) if asked.start - end <= 2]
    return Answer("named right before", "pronoun", named[-1:]) if named else None


def _find_reporter(scene: Scene, asked: Asked) -> Answer | None:
    """Return the author in the byline where the source is an "I" outside any quotation, or None."""
    quoted = any(t.claim.kind == "direct" and holds(t.claim.content, asked.start) for t in scene.turns)
    if quoted or asked.parent or asked.found.text not in ("i", "me", "my") or not scene.origin.authors:
        return None
    return Answer("author or publisher", "pronoun", (find_author(scene),))


def _find_share(scene: Scene, asked: Asked) -> Answer | None:
    """Return "about 3 in 10 voters" as it stands: a share of those asked is nobody who is named; or None."""
    inside = scene.names_in(asked.start, asked.end)
    if not asked.given or any(m.type == "person" for _, _, m in inside):
        return None
    if not _SHARE.search(scene.text, asked.start, asked.end):
        return None
    told = " ".join(scene.text[asked.start : asked.end].split())
    return Answer("noun phrase of the source", "nominal", (Entity(told[:1].lower() + told[1:], "group"),))


def _find_expert(scene: Scene, asked: Asked) -> Answer | None:
    """Return the last one heard who is asked for what they know, where the source is "the expert"."""
    knowing, found = load_words("people.toml", "experts"), asked.found
    if not found.definite or found.head not in knowing or len(found.text.split()) > 2:
        return None
    near = (t.entity for t in reversed(scene.turns) if 0 < asked.start - t.at <= NEAR and t.entity)
    heard = [m for m in near if m.type == "person" and to_singulars(m.role or "") & knowing]
    return Answer("role or description", "nominal", heard) if heard else None


def rank_candidates(scene: Scene, asked: Asked, ranking: Ranking) -> Answer:
    """Return the candidates for the source ``asked``, the likeliest first; nobody where that is likeliest."""
    found = list_candidates(scene, asked)
    rows = describe_candidates(scene, asked, found)
    chances = ranking.rank(scene, asked, found, rows).tolist()
    order = sorted(range(len(found)), key=lambda at: -chances[at])
    best = order[0]
    if found[best].entity is None:
        return Answer("nothing tells", "none", chance=chances[best])
    ranked = [entity for at in order if (entity := found[at].entity) is not None]
    how, resolution = _tell_how(asked, found[best], rows[best])
    return Answer(how, resolution, ranked, chances[best])


def describe_candidates(scene: Scene, asked: Asked, found: list[Candidate]) -> list[dict[str, float]]:
    """Return what tells for or against each of the candidates ``found``, with what tells of the source."""
    source = describe_source(scene, asked)
    return [source | describe_candidate(scene, asked, candidate) for candidate in found]


def _tell_how(asked: Asked, best: Candidate, told: dict[str, float]) -> tuple[SpeakerFound, Resolution]:
    """Return by what the best candidate was found, in the words of a trace, and how the source led there."""
    name = best.entity.name if best.entity else ""
    if not asked.given:
        return "quotation goes on", "continuation"
    if told.get("in source") and any(name in span.text for span in asked.claim.source):
        return "full name in the source", "name"
    if told.get("in source") or (best.kind == "known" and told.get("can name")):
        return "shorter name in the source", "alias"
    ways: tuple[tuple[SpeakerFound, object], ...] = (
        ("author or publisher", best.kind == "publisher"),
        ("noun phrase of the source", best.kind in ("own words", "joined")),
        ("speaker around it", told.get("speaks around")),
        ("named right before", told.get("relative of")),
        ("coreference", told.get("coreference", 0.0) >= LINKED),
        ("role or description", told.get("noun in role") or told.get("noun in name")),
        ("named later", told.get("after only")),
    )
    how: SpeakerFound = next((how for how, holds in ways if holds), "nearest fit before")
    way: Resolution = "pronoun" if asked.found.kind == "pronoun" else "nominal"
    return how, way
