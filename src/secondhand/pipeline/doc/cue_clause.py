"""Who does what a word of saying says, by the parse: its subject, its agent, its owner."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token


def find_subject(verb: Token) -> Token | None:
    """Return the subject of ``verb``, its own or the one it shares; the antecedent where it is relative."""
    at, steps = verb, 0
    while steps < 4:
        subjects = [child for child in at.children if _is_subject(child)]
        if subjects:
            # Of two that the parse gives one verb the nearer is its own: "read by his lawyer, Ann, Lee said".
            return min(subjects, key=lambda s: abs(s.i - at.i))
        if at.dep_ == "acl" and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return at.head
        if at.dep_ not in ("conj", "xcomp", "advcl") or at.head == at:
            return None
        at, steps = at.head, steps + 1
    return None


def _is_subject(word: Token) -> bool:
    # A name that the parse takes for a conjunction is none: it does not know the name.
    return word.dep_ in ("nsubj", "csubj") or (word.dep_ == "cc" and word.pos_ == "PROPN")


def find_led(preposition: Token) -> Token | None:
    """Return the noun that a cue like "according to" leads, or None where it is a verb that says."""
    led = preposition.head
    plain = preposition.pos_ == "ADP" or any(child.dep_ == "fixed" for child in preposition.rights)
    return led if plain and preposition.dep_ == "case" and led.i > preposition.i else None


def is_passive(words: Iterable[Token]) -> bool:
    """Say whether one of the ``words`` of a cue is a passive."""
    return any("Voice=Pass" in str(word.morph) for word in words)


def find_agent(word: Token) -> Token | None:
    """Return who stands after "by" or "from" behind a verb or a noun, or owns the noun; None where nobody."""
    for child in word.children:
        led = {below.lower_ for below in child.children if below.dep_ == "case"}
        if child.i > word.i and child.dep_ in ("obl", "nmod") and led & {"by", "from"}:
            return child
    if word.pos_ == "NOUN":
        for child in word.lefts:
            if child.dep_ == "nmod" and (child.pos_ == "PRON" or any(b.dep_ == "case" for b in child.rights)):
                return child
    return None
