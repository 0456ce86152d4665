"""What the words of a source have in common with somebody's name and role."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, can_name, fold_name, is_person
from secondhand.pipeline.patterns import LETTERS
from secondhand.pipeline.speakers.asked import Asked
from secondhand.pipeline.speakers.ranker import ABSENT
from secondhand.pipeline.speakers.scene import RELATIONS, Scene

LED = {"by": 1.0, "of": 2.0, "from": 3.0, "for": 4.0, "at": 5.0, "with": 6.0}
"""prepositions before a name"""
_DETERMINER = re.compile(r"^(?:the|this|that|a|an)\s", re.IGNORECASE)


def tell_place_in_source(scene: Scene, asked: Asked, entity: Entity) -> dict[str, float]:
    """Return where in the source the candidate is named, and as what part of it."""
    inside = [(s, e) for s, e in entity.mentions if asked.start <= s and e <= asked.end]
    if not inside or not asked.given:
        return {"in source": 0.0}
    start, end = inside[0]
    held = scene.tokens_in(start, end)
    top = next((t for t in held if t.head not in held), asked.head)
    owned = scene.text[end : end + 1] in ("'", "’") or scene.text[max(start, end - 2) : end] in ("'s", "’s")
    return {
        "in source": 1.0,
        "is head": float(start <= asked.head.idx < end),
        "hangs on head": float(top.head == asked.head),
        "relation in source": float(RELATIONS.index(top.dep_) if top.dep_ in RELATIONS else -1),
        "owns in source": float(owned),
        "share of source": (end - start) / max(1, asked.end - asked.start),
        "begins source": float(start - asked.start < 3),
        "ends source": float(asked.end - end < 3),
        "after comma": float(scene.text[max(0, start - 2) : start] == ", "),
        "words after": float(len(scene.text[end : asked.end].split())),
        "words before": float(len(scene.text[asked.start : start].split())),
        "case before": _read_case(top),
    }


def _read_case(token: Token) -> float:
    led = next((c.lower_ for c in token.lefts if c.dep_ == "case"), None)
    return 0.0 if led is None else LED.get(led, 7.0)


def compare_words(asked: Asked, entity: Entity) -> dict[str, float]:
    """Return which words of the source its name or role holds; nothing where a pronoun is asked for."""
    found = asked.found
    if not asked.given or found.kind == "pronoun":
        return {}
    words, name, role = (
        to_singulars(found.text),
        to_singulars(entity.name),
        to_singulars(entity.role or ""),
    )
    mine = fold_name(found.text)
    wanted, own = find_capitals(found.text), find_capitals(f"{entity.role or ''} {entity.name}")
    known = load_words("people.toml", "experts")
    return {
        "knows": float(bool(role & known)) if found.singular in known else ABSENT,
        "same name": float(mine == entity.key),
        "can name": float(can_name(mine, entity.key, entity.type)),
        "can name it": float(can_name(entity.key, mine, entity.type)),
        "noun in name": float(found.singular in name),
        "noun in role": float(found.singular in role),
        "words in name": len(words & name) / max(1, len(words)),
        "words in role": len(words & role) / max(1, len(words)),
        "capitals shared": float(len(wanted & own)),
        "capitals missed": float(len(wanted - own)),
        "has role": float(bool(entity.role)),
        "person for person": float(is_person(found.head) and entity.type == "person"),
        "initials": float("".join(w[:1] for w in entity.key) == "".join(mine)),
    }


@lru_cache(4096)
def to_singulars(text: str) -> frozenset[str]:
    """Return the words of ``text``, folded and without a plural's ending."""
    return frozenset(mention.to_singular(w.casefold()) for w in re.findall(LETTERS, text))


@lru_cache(4096)
def find_capitals(text: str) -> frozenset[str]:
    """Return the capitalised words of ``text`` by what they stand for: "American" and "US" are one."""
    alike: dict[str, str] = load_lexicon("phrases.toml")["alike"]
    plain = _DETERMINER.sub("", text).replace("U.S.", "US").replace("U.K.", "UK")
    found = (w.casefold() for w in re.findall(LETTERS, plain) if w[0].isupper())
    return frozenset(alike.get(w, w) for w in found)
