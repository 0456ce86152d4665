"""What a source mention is: a name, a pronoun, or a noun phrase, and what its head tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from secondhand.claim import SpeakerType
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.patterns import WORD
from secondhand.safe_text import drop_unseen

SINGULAR = load_words("pronouns.toml", "male") | load_words("pronouns.toml", "female")
PLURAL = load_words("pronouns.toml", "plural")
THING = load_words("pronouns.toml", "thing")
OWN = load_words("pronouns.toml", "own")
OTHER = load_words("pronouns.toml", "other")
RELATIVE = load_words("pronouns.toml", "relative")
SUBJECTS = load_words("pronouns.toml", "subjects")
JOINING = frozenset({"in", "of", "on", "at", "for", "from", "with", "than", "into"})
"""words that begin no mention of anybody"""
PRONOUNS = SINGULAR | PLURAL | THING | OWN | OTHER | RELATIVE

MentionKind = Literal["name", "pronoun", "nominal", "none"]

_EDGE = " \t\r\n\xa0\"'“”‘’«»,.;:()[]–—-"
_DETERMINER = re.compile(
    r"^(?:the latest|a recent|a new|the|an?|this|that|these|those|his|her|its|their|our|my|just|about)\s+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
_BREAK = re.compile(
    rf",|\(|\s-\s|[–—]|--|\s(?:{'|'.join(sorted(load_words('phrases.toml', 'breaks')))})\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the|an?|of|and)", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:,?\s|\s?[–—]\s?|--)(?:(?:who|which|whose)\s|(?:seen|obtained|published|released|reviewed|leaked|viewed)\s(?:by|to)\s)"
)
_OFFICE = re.compile(
    r"\sof\s(?!the\b|an?\b|h(?:is|er)\b|its\b|their\b)(?:[a-z]+\s){0,2}?([a-z]+)\s(?=[^\W\d_a-z])"
)
"""the rest of an office before a name: "chief | of staff | Ann Lee" """


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name standing in the mention."""

    entity: Entity
    start: int
    """offset into the mention's text"""
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A source mention taken apart."""

    text: str
    """without marks around it"""
    kind: MentionKind
    entity: Entity | None = None
    """who is named, where somebody is"""
    name: str = ""
    """for noun phrases: in lower case but for names, without its article"""
    head: str = ""
    """the head noun, folded"""
    definite: bool = False

    @property
    def singular(self) -> str:
        """The head noun without a plural's s."""
        return to_singular(self.head)


_SMALL = {"of", "the", "and", "for", "in", "on"}
_SHORT = re.compile(r"\s*\([^()]{1,12}\)\s*$")
"""a short form given after a name, "(SVR)", which is no part of it"""


def to_singular(noun: str) -> str:
    """Return a noun without its plural ending."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun in ("men", "women", "spokesmen", "spokeswomen", "congressmen", "policemen", "lawmen"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def parse_mention(text: str, names: Sequence[EntityMention]) -> Mention:
    """Take the mention ``text`` apart; ``names`` are those standing in it, in order."""
    lead = len(text) - len(text.lstrip(_EDGE))
    bare = _SHORT.sub("", text).strip(_EDGE) or text.strip(_EDGE)
    names = [n for n in names if n.end <= lead + len(bare)]
    first = bare.casefold().split()[0] if bare else ""
    if (len(bare) < 2 and first not in SUBJECTS) or first in JOINING or _ARTICLE.fullmatch(bare):
        return Mention(bare, "none")
    if bare.casefold().removesuffix("'s").removesuffix("’s") in PRONOUNS:
        return Mention(bare.casefold(), "pronoun")
    # A tagger that takes the verb along ("he wrote") still means him.
    if first in SUBJECTS:
        return Mention(first, "pronoun")
    names = [EntityMention(n.entity, n.start - lead, n.end - lead) for n in names]
    stop = _find_head_end(bare, names)
    entity = _find_entity(bare, names, stop)
    if entity:
        return Mention(bare, "name", entity)
    found = re.findall(WORD, bare[:stop])
    last = found[-1].casefold() if found else ""
    return Mention(
        bare,
        "nominal",
        None,
        to_description(bare, names),
        re.sub(r"['’]s$", "", last),
        bool(_DEFINITE.match(bare)),
    )


def _find_head_end(text: str, names: Sequence[EntityMention]) -> int:
    """Where the noun phrase's head part ends: before a comma, "of", "who" …, outside any name or office."""
    people = [n.start for n in names if n.entity.type == "person"]
    for match in _BREAK.finditer(text):
        at = match.start()
        office = _OFFICE.match(text, at)
        held = office and office.end() in people and not is_person(office[1])
        if at and not held and not any(n.start <= at < n.end for n in names):
            return at
    return len(text)


def _find_entity(text: str, names: Sequence[EntityMention], stop: int) -> Entity | None:
    inside = [n for n in names if n.end <= stop]
    people = [n for n in inside if n.entity.type == "person" and not _is_possessor(text, n, stop)]
    if " and " in text[:stop] and len({id(n.entity) for n in inside}) > 1 and not people:
        return None
    if people and not (" and " in text[people[-1].end : stop] or _are_joined(text, people, stop)):
        return people[-1].entity
    ending = [n for n in inside if stop - n.end <= 2 and not _has_more_words(text[n.end : stop])]
    if ending and not people:
        return ending[-1].entity
    if inside and _is_document_maker(text, inside, stop):
        return inside[-1].entity
    apposed = [n for n in names if n.entity.type == "person" and _is_apposition(text, n)]
    if apposed and not people and _can_describe_person(text[:stop]):
        return apposed[0].entity
    by = [
        n
        for n in names
        if re.search(r"\b(?:by|from)\s(?:[\w.]+\s){0,6}$", text[: n.start])
        and "'s " not in text[n.end - 2 : n.end + 3].replace("’", "'")
    ]
    by.sort(key=lambda n: n.entity.type != "person")
    return by[0].entity if by and _is_made_document(text[:stop]) else None


def _has_more_words(rest: str) -> bool:
    return bool(rest.strip("'’s.,\" \xa0"))


def _are_joined(text: str, people: Sequence[EntityMention], stop: int) -> bool:
    """Several people: "Smith and Jones"."""
    between = [text[a.end : b.start] for a, b in pairwise(people)]
    return any(" and " in gap or gap.strip() == "," for gap in between)


def _is_possessor(text: str, name: EntityMention, stop: int) -> bool:
    """A possessor: "Trump's campaign", "Trump campaign"."""
    rest = text[name.end : stop].replace("’", "'")
    plain = rest.removeprefix("'s").removeprefix("'").strip()
    if re.match(r"and\b|,|(?:him|her|it)self\b", plain):
        return False
    return bool(plain) and (
        rest.startswith("'") or text[name.end - 2 : name.end] in ("'s", "’s") or rest[:1] == " "
    )


def _is_apposition(text: str, name: EntityMention) -> bool:
    """A name between commas, or after the last: "a spokesman for the ministry, Pavel Rusk,"."""
    left, right = text[: name.start].rstrip(), text[name.end :].lstrip()
    return re.search(r",(?:\s\w+\.?){0,2}$", left) is not None and (not right or right.startswith(","))


def _can_describe_person(head: str) -> bool:
    """Whether a noun can be somebody's description: it is no plural, and none for a body or a document."""
    noun = re.findall(WORD, head)[-1].casefold() if re.search(WORD, head) else ""
    others = load_words("organizations.toml", "organization") | load_words("documents.toml", "document")
    return is_person(noun) or (bool(noun) and to_singular(noun) == noun and noun not in others)


def _is_made_document(head: str) -> bool:
    nouns = re.findall(WORD, head)
    return bool(nouns) and to_singular(nouns[-1].casefold()) in load_words("documents.toml", "made")


def _is_document_maker(text: str, inside: Sequence[EntityMention], stop: int) -> bool:
    """ "A Reuters survey": the maker of the document speaks."""
    return _is_made_document(text[:stop]) and inside[-1].entity.type == "organization"


def cut_clause(text: str) -> str:
    """Return a noun phrase up to the clause that hangs on it: "a paper | seen by Reuters"."""
    return _CLAUSE.split(text)[0]


def to_description(text: str, names: Sequence[EntityMention]) -> str:
    """Return a noun phrase without its article and relative clause, begun in lower case unless by a name."""
    bare = _DETERMINER.sub("", cut_clause(text), count=1)
    at = len(text) - len(_DETERMINER.sub("", text, count=1))
    first = re.split(r"[\s/]", bare, maxsplit=1)[0]
    named = any(n.start <= at < n.end for n in names)
    parts = re.split(r"[\s-]+", bare.strip(_EDGE))
    titled = len(parts) > 1 and all(part[:1].isupper() for part in parts if part not in _SMALL)
    kept = (
        named or titled or (len(first) > 1 and (first.isupper() or "." in first or not first[1:].islower()))
    )
    lowered = bare if kept else bare[:1].lower() + bare[1:]
    return " ".join(drop_unseen(lowered).split()).strip(_EDGE)


def infer_type(found: Mention) -> SpeakerType:
    """Return what kind of speaker a noun phrase means, by its head noun."""
    plural = found.head != found.singular or found.head in ("police", "people", "men", "women")
    noun = found.singular
    first = found.name.split(" ", 1)[0]
    if noun in load_words("documents.toml", "document"):
        return "document"
    if (
        found.head in load_words("people.toml", "crowd")
        or first in load_words("people.toml", "crowd")
        or " and " in found.name
    ):
        return "group"
    if noun in load_words("people.toml", "informed"):
        return "anonymous"
    if noun in load_words("organizations.toml", "organization") and not plural:
        return "organization"
    if plural:
        return "group"
    person = noun in load_words("people.toml", "person") or noun.endswith(("man", "woman", "person"))
    other: SpeakerType = "document" if _is_part_of_document(found.name) else "unknown"
    return "person" if person else other


def _is_part_of_document(name: str) -> bool:
    """Whether a phrase tells what of a document is meant: "a copy of the letter", "a draft of the law"."""
    held = _BREAK.split(name.partition(" of ")[2])[0].casefold().split()
    return bool(held) and to_singular(held[-1]) in load_words("documents.toml", "document")
