"""Who speaks where the layout tells it: the one interviewed, the asking publisher, a headline's "mayor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondhand.claim import Claim
from secondhand.pipeline.mentions.entities import Entity, fold_name, is_person
from secondhand.pipeline.mentions.mention import Mention, to_singular
from secondhand.pipeline.patterns import LETTERS
from secondhand.pipeline.rules.interview_turns import find_question_sign
from secondhand.pipeline.rules.passage import find_headline
from secondhand.pipeline.speakers.answer import Answer

if TYPE_CHECKING:
    from secondhand.pipeline.speakers.asked import Asked
    from secondhand.pipeline.speakers.scene import Scene

_LETTER = re.compile(r"(Q|A)(?:uestion|nswer)?\s?[.:]?", re.IGNORECASE)


def find_by_layout(scene: Scene, asked: Asked) -> Answer | None:
    """Return who speaks where a letter, a label or a question to the one interviewed says so, or None."""
    claim, found = asked.claim, asked.found
    if not asked.given:
        return _find_by_letter(scene, claim)
    if found.kind == "nominal" and (labelled := _find_by_label(scene, claim, found)):
        return Answer("label of a turn", "alias", (labelled,))
    if found.kind == "pronoun" and (other := _find_addressed(scene, claim, found)):
        return Answer("other side of an interview", "pronoun", (other,))
    return None


def _find_by_letter(scene: Scene, claim: Claim) -> Answer | None:
    """Return who speaks where only a letter says so ("Q.", "A."), or None where nothing does."""
    letter = _LETTER.fullmatch(claim.cue.text) if claim.cue else None
    if not letter:
        return None
    speaker = find_publisher(scene) if letter[1] in "Qq" else _find_interviewed(scene)
    return Answer("label of a turn", "nominal", (speaker,) if speaker else ())


def find_publisher(scene: Scene) -> Entity | None:
    """Return the publisher as somebody who speaks, new where it is not named; None where it is not known."""
    name = scene.origin.publisher
    if not name:
        return None
    return next((e for e in scene.entities if e.key == fold_name(name)), None) or Entity(name, "organization")


def _find_interviewed(scene: Scene) -> Entity | None:
    """Return the person who is named most before the first question, the first one of several."""
    asked = next((c.start for c in scene.claims.values() if find_question_sign(c)), len(scene.text))
    authors = {fold_name(name) for name in scene.origin.authors}
    people = [m for m in scene.entities if m.type == "person" and m.key not in authors]
    counts = [(sum(s < asked for s, _ in m.mentions), m) for m in people]
    return max(((n, m) for n, m in counts if n), key=lambda c: c[0], default=(0, None))[1]


def _find_by_label(scene: Scene, claim: Claim, found: Mention) -> Entity | None:
    """Return whom the label of a turn or the noun of a headline means, or None where that is unknown."""
    if claim.parent or found.definite:
        return None
    if found.text.isupper() and (outlet := _find_outlet(scene, fold_name(found.text))):
        return outlet
    if claim.cue and claim.cue.text == ":" and (person := _find_surname(scene, found)):
        return person
    first = find_headline(scene.text, scene.origin.paragraphs, scene.origin.title)
    if first and first[0] <= claim.source[0].start < first[1] and is_person(found.head):
        return _find_bearer(scene, found)
    return None


def _find_surname(scene: Scene, found: Mention) -> Entity | None:
    """Return the one person of the surname that a label is, or None: "Lee:" is Ann Lee, named elsewhere."""
    mine = fold_name(found.text)
    if any(m.key == mine for m in scene.entities):
        return None
    named = [m for m in scene.entities if m.type == "person" and m.key[1:] and m.key[-1:] == mine]
    return named[0] if len(named) == 1 and found.text[:1].isupper() else None


def _find_outlet(scene: Scene, mine: tuple[str, ...]) -> Entity | None:
    """Return the publisher, or a body named in the article, whose name ends in the words ``mine``."""
    if scene.origin.publisher and fold_name(scene.origin.publisher)[-len(mine) :] == mine:
        return find_publisher(scene)
    bodies = (m for m in scene.entities if m.type == "organization" and m.key != mine)
    return next((m for m in bodies if m.key[-len(mine) :] == mine), None)


def _find_addressed(scene: Scene, claim: Claim, found: Mention) -> Entity | None:
    """Return whom "you" means in a question of an interview, or None where that is unknown."""
    asking = scene.claims.get(claim.parent or "")
    return _find_interviewed(scene) if found.text == "you" and asking and find_question_sign(asking) else None


def _find_bearer(scene: Scene, found: Mention) -> Entity | None:
    """Return the first person named whose role has all the words of ``found``, which means one person."""
    if found.head != found.singular:
        return None
    wanted = {to_singular(w.casefold()) for w in re.findall(LETTERS, found.text)}
    for entity in scene.entities:
        has = {to_singular(w.casefold()) for w in re.findall(LETTERS, entity.role or "")}
        if entity.type == "person" and entity.mentions and wanted <= has:
            return entity
    return None
