"""Who may be meant: those named or heard near the source, the noun phrases before it, itself, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, can_name, fold_name
from secondhand.pipeline.mentions.mention import EntityMention, to_description
from secondhand.pipeline.mentions.outlet_names import compile_outlet_names
from secondhand.pipeline.mentions.roles import split_role_and_name
from secondhand.pipeline.speakers.asked import Asked, find_head
from secondhand.pipeline.speakers.scene import Scene
from secondhand.sources.anonymity import ANONYMITY

Kind = Literal["known", "own words", "phrase", "joined", "publisher", "nobody"]

REACH = 3000
"""characters before a source in which who is named may be meant"""
AHEAD = 1500
"""characters after a source in which who is named first may be meant"""
MOST = 24
"""people and bodies that are weighed at most, the last named first"""
PHRASES = 600
"""characters before a source in which a noun phrase may be meant"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, or nobody."""

    kind: Kind
    entity: Entity | None
    head: Token | None = None
    """of the noun phrase that tells of them, where no name does"""


def list_candidates(scene: Scene, asked: Asked) -> list[Candidate]:
    """Return who may be meant, each once."""
    out = [Candidate("known", entity) for entity in _find_known(scene, asked)]
    met = {entity.name.casefold() for c in out if (entity := c.entity)}
    for made in _make_new(scene, asked):
        name = made.entity.name.casefold() if made.entity else ""
        if name and name not in met:
            met.add(name)
            out.append(made)
    return [*out, Candidate("nobody", None)]


def _find_known(scene: Scene, asked: Asked) -> list[Entity]:
    """Return those named in the source, those heard, and those named near it, at most ``MOST``."""
    ranked: dict[int, Entity] = {}
    inside = [m for _, _, m in scene.names_in(asked.start, asked.end)]
    linked = [m for t in scene.tokens_in(asked.start, asked.end) for m, _ in scene.follow(t.idx)]
    start, end = scene.find_sentence_bounds(asked.start)
    here = [m for _, _, m in reversed(scene.names_in(start, end))]
    heard = [turn.entity for turn in reversed(scene.turns) if turn.entity]
    before = [m for _, _, m in reversed(scene.names_in(asked.start - REACH, start))]
    alike = [m for m in scene.entities if m.mentions and _is_alike(asked, m)]
    ahead = (
        [m for _, _, m in scene.names_in(end, end + AHEAD)]
        if scene.find_paragraph_number(asked.start) < 2
        else []
    )
    for entity in (*inside, *linked, *here, *alike[:4], *heard[:6], *before, *heard, *ahead):
        ranked.setdefault(id(entity), entity)
    return list(ranked.values())[:MOST]


def _is_alike(asked: Asked, entity: Entity) -> bool:
    """Whether the words of the source may be part of a name, or tell the noun of a name or a role."""
    if asked.found.kind == "pronoun" or not asked.given:
        return False
    mine = fold_name(asked.found.text)
    noun = asked.found.singular
    held = {mention.to_singular(w) for w in (*entity.key, *fold_name(entity.role or ""))}
    return can_name(mine, entity.key, entity.type) or (len(noun) > 2 and noun in held)


def _make_new(scene: Scene, asked: Asked) -> Iterator[Candidate]:
    """Yield the source by its own words, several together, the phrases before it, and the publisher."""
    if asked.given and asked.found.kind not in ("pronoun", "none"):
        joined = _join(scene, asked)
        if joined:
            yield Candidate("joined", joined, asked.head)
        yield Candidate("own words", make_entity(scene, asked.start, asked.end), asked.head)
    else:
        for head in _find_phrases(scene, asked):
            start, end = find_phrase_bounds(head)
            yield Candidate("phrase", make_entity(scene, start, end), head)
    if scene.origin.authors or scene.origin.publisher:
        yield Candidate("publisher", find_author(scene))


def find_author(scene: Scene) -> Entity:
    """Return the author, or else the publisher, as somebody who speaks."""
    origin = scene.origin
    name = origin.authors[0] if origin.authors else origin.publisher or ""
    own = Entity(name, "person" if origin.authors else "organization")
    return next((e for e in scene.entities if e.key == own.key), own)


def make_entity(scene: Scene, start: int, end: int) -> Entity:
    """Return a new entity known by the noun phrase from ``start`` to ``end``, or by the name at its end."""
    text = scene.text[start:end]
    named = [EntityMention(m, s - start, e - start) for s, e, m in scene.names_in(start, end)]
    found = mention.parse_mention(text, [])
    if outlet := _begin_with_outlet(text):
        return Entity(outlet, "organization")
    role, name = split_role_and_name(found.text) or (None, "")
    if name:
        return Entity(name, "person", role=role)
    if apart := _split_apposition(scene, start, end):
        return apart
    told = to_description(found.text, [EntityMention(n.entity, n.start, n.end) for n in named])
    kind = "anonymous" if _is_unnamed(scene, start, end) else mention.infer_type(found)
    return Entity(_keep_capital(scene, start, end, told or found.text or text), kind)


def _keep_capital(scene: Scene, start: int, end: int, told: str) -> str:
    """Return ``told``, the words from ``start`` to ``end``, with the capital that the text begins them with.

    Where a sentence begins with them, only names keep it: "Israeli officials" do, "Workers" do not.
    """
    capital = told[:1].upper() + told[1:]
    at = scene.text.find(capital.split()[0], start, end) if told.strip() else -1
    words = scene.doc.char_span(at, at + 1, alignment_mode="expand") if at >= 0 else None
    if words is None or words[0].idx != at:
        return told
    first = words[0]
    inside = first.i > 0 and not first.is_sent_start and scene.doc[first.i - 1].is_alpha
    return capital if inside or first.pos_ == "PROPN" or first.ent_type_ else told


def _is_unnamed(scene: Scene, start: int, end: int) -> bool:
    """Say whether a clause on a noun phrase tells that whom it means asked for no name."""
    head = find_head(scene.tokens_in(start, end))
    if head is None:
        return False
    clauses = [c for c in head.children if c.dep_ == "acl"]
    clauses += [c for c in head.head.children if c.dep_ == "advcl" and head.dep_ == "nsubj"]
    bounds = ((c.left_edge.idx, c.right_edge.idx + len(c.right_edge)) for c in clauses)
    return any(ANONYMITY.search(scene.text, *span) for span in bounds)


def _split_apposition(scene: Scene, start: int, end: int) -> Entity | None:
    """Return the body that is named before what it is: "the Trade Council, an industry body"."""
    head = find_head(scene.tokens_in(start, end))
    if head is None or head.pos_ != "PROPN":
        return None
    told = next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and c.idx < end), None)
    name, comma, role = scene.text[start:end].partition(", ")
    if told is None or not comma or start + len(name) > told.left_edge.idx:
        return None
    return Entity(re.sub(r"^[Tt]he\s", "", name), "organization", role=role)


def _begin_with_outlet(text: str) -> str | None:
    """Return the outlet whose name begins a phrase, "the Telegraph newspaper", and no longer name does."""
    bare = re.sub(r"^[Tt]he\s", "", text)
    outlet = compile_outlet_names().match(bare)
    return outlet.group() if outlet and not re.match(r"\s[A-Z]", bare[outlet.end() :]) else None


def _join(scene: Scene, asked: Asked) -> Entity | None:
    """Return the several people or bodies that a source names together, or None."""
    parts = [t for t in (asked.head, *asked.head.rights) if t == asked.head or t.dep_ == "conj"]
    parts = [t for t in parts if asked.start <= t.idx < asked.end]
    names: list[str] = []
    for part in parts:
        start, end = find_phrase_bounds(part)
        inside = [m for s, e, m in scene.names_in(start, end) if end - e < 2]
        entity = scene.named_at(part.idx) or next(iter(inside), None)
        name = entity.name if entity else make_entity(scene, start, end).name
        names += [name] if name not in names else []
    if len(names) < 2 or " and " not in scene.text[asked.start : asked.end]:
        return None
    return Entity(f"{', '.join(names[:-1])} and {names[-1]}", "group")


def _find_phrases(scene: Scene, asked: Asked) -> Iterator[Token]:
    """Yield the heads of noun phrases without a name that stand near before, the last one first."""
    for token in (asked.relative, asked.agent, asked.subject):
        if token is not None and _is_noun(scene, token):
            yield token
    for before, _ in asked.antecedents:
        token = scene.token_at(before)
        if _is_noun(scene, token):
            yield token
    near = scene.tokens_in(max(0, asked.start - PHRASES), asked.start)
    for token in reversed(near):
        if token.dep_ in ("nsubj", "obj", "obl", "iobj") and _is_noun(scene, token):
            yield token


def _is_noun(scene: Scene, token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and scene.entity_at(token.idx) is None


def find_phrase_bounds(head: Token) -> tuple[int, int]:
    """Return start and end of the noun phrase of ``head`` with what hangs on it, without relative clauses."""
    doc = head.doc
    start = min([c.left_edge.i for c in head.lefts if c.dep_ not in ("cc", "punct", "case")], default=head.i)
    end = head.i
    for child in head.rights:
        if child.dep_ not in ("nmod", "flat", "compound", "amod") or child.left_edge.i > end + 1:
            break
        end = child.right_edge.i
    return doc[min(start, head.i)].idx, doc[end].idx + len(doc[end])
