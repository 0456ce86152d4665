"""Who speaks where the layout tells it: the one interviewed, the asking publisher, a headline's "mayor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondhand.claim import Claim, Resolution
from secondhand.pipeline.mentions.entities import Member, is_person, key
from secondhand.pipeline.mentions.mention import Phrase, singular
from secondhand.pipeline.rules.interview_turns import asks
from secondhand.pipeline.rules.passage import find_headline

if TYPE_CHECKING:
    from secondhand.pipeline.speakers.context import Scene

_LETTER = re.compile(r"(Q|A)(?:uestion|nswer)?\s?[.:]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def implied(scene: Scene, claim: Claim) -> tuple[Member | None, Resolution] | None:
    """Return who speaks where only a letter says so ("Q.", "A."), or None where nothing does."""
    letter = _LETTER.fullmatch(claim.cue.text) if claim.cue else None
    if not letter:
        return None
    asked = letter[1] in "Qq"
    return (publisher(scene) if asked else _interviewed(scene)), "nominal"


def publisher(scene: Scene) -> Member | None:
    """Return the publisher as somebody who speaks, or None where it is not known."""
    name = scene.origin.publisher
    if not name:
        return None
    known = next((m for m in scene.members if m.key == key(name)), None)
    if known is None:
        known = Member(name, "organization")
        scene.members.append(known)
    return known


def _interviewed(scene: Scene) -> Member | None:
    """Return the person who is named most before the first question, the first one of several."""
    asked = next((c.start for c in scene.claims.values() if asks(c)), len(scene.text))
    authors = {key(name) for name in scene.origin.authors}
    people = [m for m in scene.members if m.type == "person" and m.key not in authors]
    counts = [(sum(s < asked for s, _ in m.mentions), m) for m in people]
    return max(((n, m) for n, m in counts if n), key=lambda c: c[0], default=(0, None))[1]


def labelled(scene: Scene, claim: Claim, found: Phrase) -> Member | None:
    """Return whom the label of a turn or the noun of a headline means, or None where that is unknown."""
    if claim.parent or found.definite:
        return None
    if found.text.isupper() and (outlet := _outlet(scene, key(found.text))):
        return outlet
    first = find_headline(scene.text, scene.origin.paragraphs, scene.origin.title)
    if first and first[0] <= claim.source[0].start < first[1] and is_person(found.head):
        return _bearer(scene, found)
    return None


def _outlet(scene: Scene, mine: tuple[str, ...]) -> Member | None:
    """Return the publisher, or a body named in the article, whose name ends in the words ``mine``."""
    if scene.origin.publisher and key(scene.origin.publisher)[-len(mine) :] == mine:
        return publisher(scene)
    bodies = (m for m in scene.members if m.type == "organization" and m.key != mine)
    return next((m for m in bodies if m.key[-len(mine) :] == mine), None)


def addressed(scene: Scene, claim: Claim, found: Phrase) -> Member | None:
    """Return whom "you" means in a question of an interview, or None where that is unknown."""
    asking = scene.claims.get(claim.parent or "")
    return _interviewed(scene) if found.text == "you" and asking and asks(asking) else None


def _bearer(scene: Scene, found: Phrase) -> Member | None:
    """Return the first person named whose role has all the words of ``found``, which means one person."""
    if found.head != found.singular:
        return None
    wanted = {singular(w.casefold()) for w in _WORD.findall(found.text)}
    for member in scene.members:
        has = {singular(w.casefold()) for w in _WORD.findall(member.role or "")}
        if member.type == "person" and member.mentions and wanted <= has:
            return member
    return None
