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
from secondhand.pipeline.speakers.lookback import Answer

if TYPE_CHECKING:
    from secondhand.pipeline.speakers.context import Context

_LETTER = re.compile(r"(Q|A)(?:uestion|nswer)?\s?[.:]?", re.IGNORECASE)


def find_by_letter(context: Context, claim: Claim) -> Answer | None:
    """Return who speaks where only a letter says so ("Q.", "A."), or None where nothing does."""
    letter = _LETTER.fullmatch(claim.cue.text) if claim.cue else None
    if not letter:
        return None
    speaker = find_publisher(context) if letter[1] in "Qq" else _find_interviewed(context)
    return Answer("label of a turn", "nominal", (speaker,) if speaker else ())


def find_publisher(context: Context) -> Entity | None:
    """Return the publisher as somebody who speaks, new where it is not named; None where it is not known."""
    name = context.origin.publisher
    if not name:
        return None
    return next((e for e in context.entities if e.key == fold_name(name)), None) or Entity(
        name, "organization"
    )


def _find_interviewed(context: Context) -> Entity | None:
    """Return the person who is named most before the first question, the first one of several."""
    asked = next((c.start for c in context.claims.values() if find_question_sign(c)), len(context.text))
    authors = {fold_name(name) for name in context.origin.authors}
    people = [m for m in context.entities if m.type == "person" and m.key not in authors]
    counts = [(sum(s < asked for s, _ in m.mentions), m) for m in people]
    return max(((n, m) for n, m in counts if n), key=lambda c: c[0], default=(0, None))[1]


def find_by_label(context: Context, claim: Claim, found: Mention) -> Entity | None:
    """Return whom the label of a turn or the noun of a headline means, or None where that is unknown."""
    if claim.parent or found.definite:
        return None
    if found.text.isupper() and (outlet := _find_outlet(context, fold_name(found.text))):
        return outlet
    first = find_headline(context.text, context.origin.paragraphs, context.origin.title)
    if first and first[0] <= claim.source[0].start < first[1] and is_person(found.head):
        return _find_bearer(context, found)
    return None


def _find_outlet(context: Context, mine: tuple[str, ...]) -> Entity | None:
    """Return the publisher, or a body named in the article, whose name ends in the words ``mine``."""
    if context.origin.publisher and fold_name(context.origin.publisher)[-len(mine) :] == mine:
        return find_publisher(context)
    bodies = (m for m in context.entities if m.type == "organization" and m.key != mine)
    return next((m for m in bodies if m.key[-len(mine) :] == mine), None)


def find_addressed(context: Context, claim: Claim, found: Mention) -> Entity | None:
    """Return whom "you" means in a question of an interview, or None where that is unknown."""
    asking = context.claims.get(claim.parent or "")
    return (
        _find_interviewed(context) if found.text == "you" and asking and find_question_sign(asking) else None
    )


def _find_bearer(context: Context, found: Mention) -> Entity | None:
    """Return the first person named whose role has all the words of ``found``, which means one person."""
    if found.head != found.singular:
        return None
    wanted = {to_singular(w.casefold()) for w in re.findall(LETTERS, found.text)}
    for entity in context.entities:
        has = {to_singular(w.casefold()) for w in re.findall(LETTERS, entity.role or "")}
        if entity.type == "person" and entity.mentions and wanted <= has:
            return entity
    return None
