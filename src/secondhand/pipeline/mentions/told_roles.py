"""The fullest role an article gives beside the names of somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from secondhand.pipeline.doc.alignment import Aligner
from secondhand.pipeline.mentions import roles
from secondhand.pipeline.mentions.acronyms import LINKING
from secondhand.pipeline.mentions.entities import TITLES, Entity
from secondhand.pipeline.mentions.role_phrases import describe_name


def give_roles(doc: Doc, entities: Iterable[Entity]) -> None:
    """Give each person and body of ``entities`` the fullest role that stands beside one of its mentions."""
    aligner = Aligner(doc)
    text = doc.text
    starts = [token.idx for token in doc if token.is_sent_start or token.i == 0]
    for entity in entities:
        if entity.type in ("person", "organization"):
            told = [
                role
                for role in _find_roles(aligner, text, starts, entity)
                # Initials are another name of a body, an office of a person: "CEO".
                if entity.type == "person" or not role.isupper()
            ]
            entity.role = max(told, key=lambda role: len(role.split()), default=entity.role)


def _find_roles(aligner: Aligner, text: str, starts: list[int], entity: Entity) -> Iterator[str]:
    """Yield what each mention is said to be: by the parse, or else by the order of the words."""
    look = roles.find_role if entity.type == "person" else roles.find_role_of_body
    for start, end in entity.mentions:
        name = _find_bare_name(aligner.align(start, end), start)
        told = describe_name(name, body=entity.type != "person") if name is not None else None
        before = max((at for at in starts if at <= start), default=0)
        after = min((at for at in starts if at > start), default=len(text))
        beside = look(text, start, end, (before, after))
        if told := _take_fuller(told, beside):
            yield told


def _take_fuller(told: str | None, beside: str | None) -> str | None:
    """Return what the parse ``told``, or what stands ``beside`` the name where that is more of a title."""
    if not told or not beside or not beside.endswith(f" {told}"):
        return told or beside
    more = beside.removesuffix(told).split()
    capital = all(word[0].isupper() or word in LINKING for word in more) and more[0][0].isupper()
    return beside if capital and not more[0].endswith("day") else told


def _find_bare_name(words: Span | None, start: int) -> Span | None:
    """Return ``words`` without the titles they begin with; None where they begin before ``start``."""
    if words is None or words.start_char < start:
        return None
    first = next((t.i for t in words if t.lower_.rstrip(".") not in TITLES), words.end - 1)
    return words[first - words.start :]
