"""What the words beside a name say its bearer is, by the parse.

"Senate Majority Leader | Ann Lee", "Bob Ray, a lawyer for the city", "His lawyer, | Tom Day,", "Jo Ek, who
is the mayor", "Ann Lee | (D-Calif.)".
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from secondhand.pipeline.mentions.entities import TITLES, is_person
from secondhand.pipeline.patterns import PARTY

LONGEST = 110
"""characters of a role"""
NAMING = {"nmod", "flat", "compound", "appos", "amod"}
"""relations between a name and the noun before it"""
HELD = {"NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "PRON", "PART", "ADV", "X", "SYM", "VERB", "CCONJ"}
PLAIN = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "president-elect"}) - {
    "president-elect"
}
"""words before a name that tell no role"""

RELATIVE = ("who", "which", "whose", "that")
"""words that begin a clause about a noun"""

_PARTY = re.compile(rf"\s?(?:\(({PARTY}|[RDI][^\w)][^)]{{1,12}}|(?:[A-Z][\w.]{{1,6}}))\)|,\s({PARTY}))")
_MARKS = " ,;:-–—()\"“”'‘’\n\xa0"
_CLAUSE = re.compile(
    r"\s(?:said|says|told|who|which|whose|whom|where|when|while|after|because)\b|\s[–—-]\s|[;\n\"“”]"
)
_DATE = re.compile(r"^.*\b\d+(?:[-/.]\d+){2}\s", re.DOTALL)
_LED = re.compile(r"^(?:as|but|or|and|perhaps|also)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the|one of the|one of)\s+", re.IGNORECASE)


def describe_name(name: Span, *, body: bool = False) -> str | None:
    """Return the fullest role that the words around ``name``, somebody's, give them there, or None.

    A ``body`` can be anything that stands between marks behind its name: "Nordex, the largest maker of …,".
    """
    head = name.root
    before = _find_before(name, head) or _find_inverted(name, head) or _find_beside(name, head)
    after = _find_after(name, head, body) or _find_predicate(name, head)
    place = _find_place(name)
    # Not the text of the Doc, which is put together anew each time.
    near = name[-1].whitespace_ + name.doc[name.end : name.end + 30].text
    party = _PARTY.match(near, 0, 30) if name.root.ent_type_ in ("PERSON", "") else None
    told = [before, place, after, (party[1] or party[2]) if party else None]
    kept = [part for part in told if part]
    return ", ".join(kept).replace(", of ", " of ") if kept else None


def _find_before(name: Span, head: Token) -> str | None:
    """The words of the noun phrase of the name that stand right before it."""
    doc, first = name.doc, name.start
    held = {t.i for child in head.lefts for t in child.subtree}
    noun = head.head
    if head.dep_ in NAMING and noun.i < first and noun.pos_ in ("NOUN", "PROPN"):
        held |= {t.i for t in doc[noun.left_edge.i : first]}
    title = doc[first - 1] if first else head
    # A parser often hangs a title on the verb, beside the name.
    if title.i < first and title.pos_ in ("NOUN", "PROPN") and _is_title(title):
        noun = title
        held |= {t.i for t in doc[title.left_edge.i : first]}
    at = first
    while at - 1 in held and _is_held(doc[at - 1], head, noun):
        at -= 1
    while at < first and (
        doc[at].pos_ in ("DET", "ADP", "ADV", "CCONJ", "PUNCT", "PART")
        or doc[at].lower_ in ("a", "an", "the")
    ):
        at += 1
    words = list(doc[at:first])
    if words and words[-1].lower_.rstrip(".") in PLAIN:
        return None
    if not words or not _is_role(words, name):
        return None
    told = _strip_phrase(doc[at:first].text)
    several = words[-1].text.removesuffix("s")
    shared = told is not None and several != words[-1].text and several.casefold() in TITLES
    return told.removesuffix("s") if told and shared else told


def _is_title(noun: Token) -> bool:
    """Whether a noun is one for a person."""
    folded = noun.lower_.rstrip(".")
    return (
        is_person(folded) or folded in TITLES or (noun.text.islower() and folded.endswith(("man", "woman")))
    )


def _is_held(token: Token, head: Token, noun: Token) -> bool:
    """Whether the phrase before a name goes on to the left over ``token``."""
    if token.is_space or token.pos_ not in HELD:
        return token.text in ("-", "–", "/", "&", "'s", "’s", "'", "’") and not token.is_space
    governs = token.head in (head, noun)
    return not (
        governs
        and token.pos_ in ("ADP", "VERB", "CCONJ", "ADV")
        and token.dep_ in ("case", "cc", "acl", "mark", "advmod")
    )


def _is_role(words: list[Token], name: Span) -> bool:
    """Whether words before a name are a role: not a courtesy, a day or somebody else's name alone."""
    last = words[-1]
    if last.text in ("'s", "’s", "'", "’") or last.lower_.endswith(("'s", "’s")):
        return len(words) > 1 and words[-2].ent_type_ == "ORG"
    if _is_title(last) or any(is_person(w.text) for w in words):
        return True
    return last.ent_type_ not in ("PERSON", "LOC", "GPE", "DATE", "NORP") and last.pos_ in ("NOUN", "PROPN")


def _find_inverted(name: Span, head: Token) -> str | None:
    """The noun phrase that a name is apposed to: "His lawyer, | Tom Day,"."""
    noun, doc = head.head, name.doc
    if (
        head.dep_ != "appos"
        or noun.i >= name.start
        or noun.ent_type_ == "PERSON"
        or (noun.pos_ != "NOUN" and not _is_title(noun) and not _is_office(noun, name))
    ):
        return None
    start, end = noun.left_edge.i, name.start
    if not _is_apposed(doc[end - 1]):
        return None
    while start < noun.i and doc[start].pos_ in ("ADP", "SCONJ", "CCONJ", "PUNCT", "SPACE"):
        start += 1
    return _strip_phrase(doc[start:end].text)


def _is_apposed(before: Token) -> bool:
    """Return whether a name after the token ``before`` can be in apposition to words further left."""
    return before.is_punct and before.text not in (".", "!", "?", "(", "[")


def _find_beside(name: Span, head: Token) -> str | None:
    """The subject right before a name, which the parse hangs on one verb: "The head of sales | Tom Day"."""
    doc = name.doc
    for noun in head.head.lefts:
        apart = noun.right_edge.i != name.start - 1 or noun.lower_.rstrip(".") in PLAIN
        if not apart and noun.dep_ == head.dep_ == "nsubj" and _is_title(noun):
            return _strip_phrase(doc[noun.left_edge.i : name.start].text)
    return None


def _is_office(noun: Token, name: Span) -> bool:
    """Whether a capital noun before a person's name is an office: "Treasurer for the North, | Ann Lee"."""
    led = (child for child in noun.rights if child.dep_ == "nmod" and child.i < name.start)
    return name.root.ent_type_ == "PERSON" and any(
        below.dep_ == "case" and below.lower_ in ("of", "for", "at") for c in led for below in c.children
    )


def _find_after(name: Span, head: Token, body: bool) -> str | None:
    """The apposition after a name."""
    doc = name.doc
    if told := _find_between_marks(name, body):
        return told
    for child in head.rights:
        if (
            child.dep_ not in ("appos", "parataxis")
            or child.left_edge.i < name.end
            or child.left_edge.i > name.end + 4
        ):
            continue
        if child.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        other = child.ent_type_ == "PERSON" and not is_person(child.text)
        told = _strip_phrase(doc[child.left_edge.i : child.right_edge.i + 1].text)
        if told and not other and (is_person(child.text) or child.pos_ == "NOUN"):
            return told
    return None


def _find_between_marks(name: Span, body: bool) -> str | None:
    """The noun phrase for a person, or a ``body``, between a mark after the name and the next one."""
    doc = name.doc
    at = name.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "-", "–", "—", "--"):
        return None
    end = at + 1
    while end < len(doc) and end - at < 22 and not _is_phrase_end(doc[end]):
        end += 1
    nouns = list(doc[at + 1 : end])
    if len(nouns) > 2 and (nouns[0].lower_, nouns[1].lower_) == ("one", "of"):
        nouns = nouns[2:]
    stop = next(
        (n for n, t in enumerate(nouns) if (n and t.pos_ in ("ADP", "SCONJ", "CCONJ")) or t.lower_ == "to"),
        len(nouns),
    )
    heads = [t for t in nouns[:stop] if t.pos_ in ("NOUN", "PROPN")]
    if (
        not heads
        or not (_is_kind_of_body(nouns, heads[-1]) if body else _is_title(heads[-1]))
        or (
            nouns[0].pos_ in ("CCONJ", "ADP", "VERB", "AUX", "PRON")
            and nouns[0].lower_ not in ("his", "her", "their", "its", "one")
        )
    ):
        return None
    if any(t.pos_ == "CCONJ" and t.i + 1 < len(doc) and doc[t.i + 1].ent_type_ == "PERSON" for t in nouns):
        return None
    return _strip_phrase(doc[at + 1 : end].text)


def _is_kind_of_body(words: list[Token], noun: Token) -> bool:
    """Whether ``words`` between marks say what a body is, "the largest maker", and no list goes on."""
    doc, first, end = noun.doc, words[0], words[-1].i + 1
    told = first.lower_ in ("a", "an", "the") or doc[first.i - 2].lower_ == "one"
    lists = any(token.pos_ == "CCONJ" for token in (*words, *doc[end + 1 : end + 2]))
    closed = end < len(doc) and (doc[end].is_punct or doc[end].lower_ in RELATIVE)
    return told and noun.pos_ == "NOUN" and noun.text.islower() and closed and not lists


def _is_phrase_end(token: Token) -> bool:
    return (
        token.is_space
        or token.text in (",", ".", ";", ":", "–", "—", "--", "(", ")", '"', "“", "”", "?", "!")
        or (token.pos_ in ("AUX", "VERB") and token.dep_ not in ("amod", "compound"))
        or token.lower_ in (*RELATIVE, "said", "says", "told")
    )


def _find_predicate(name: Span, head: Token) -> str | None:
    """What a name is said to be: "Ann Lee is a lawyer", "Ann Lee, who was the mayor"."""
    doc = name.doc
    near = [head.head] if head.dep_ == "nsubj" and head.head.i > head.i else []
    near += [c for c in head.rights if c.dep_ == "acl" and c.i - head.i < 14]
    for noun in near:
        verb = next((c for c in noun.lefts if c.dep_ == "cop"), None)
        denied = any(c.lower_ in ("not", "n't", "n’t") for c in noun.children)
        if verb is None or denied or noun.pos_ not in ("NOUN", "PROPN") or not is_person(noun.text):
            continue
        end = noun.i + 1
        while (
            end <= noun.right_edge.i
            and not _is_phrase_end(doc[end])
            and doc[end].pos_ not in ("CCONJ", "SCONJ")
        ):
            end += 1
        return _strip_phrase(doc[verb.i + 1 : end].text)
    return None


def _find_place(name: Span) -> str | None:
    """ "Ann Lee | of the Cato Institute"."""
    doc, at = name.doc, name.end
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "from", "at", "with"):
        return None
    noun = next((t for t in doc[at + 1 : at + 7] if t.pos_ in ("NOUN", "PROPN")), None)
    while (
        noun is not None
        and noun.head.i > noun.i
        and noun.dep_ in ("compound", "amod", "nmod", "flat")
        and noun.head.i < at + 9
    ):
        noun = noun.head
    if noun is None or noun.pos_ != "PROPN":
        return None
    end = noun.i + 1
    while (
        end < len(doc)
        and doc[end].pos_ == "PROPN"
        and not _is_phrase_end(doc[end])
        and doc[end].dep_ in ("flat", "compound", "nmod")
    ):
        end += 1
    return _strip_phrase(doc[at:end].text)


def _strip_phrase(told: str) -> str | None:
    """Return a role without marks, article and the clause behind it; None where it is too long."""
    told = _DATE.sub("", told).strip(_MARKS)
    cut = _CLAUSE.search(told)
    told = told[: cut.start()] if cut else told
    told = _ARTICLE.sub("", _LED.sub("", " ".join(told.strip(_MARKS).split())), count=1)
    while len(told) > LONGEST and ", " in told:
        told = told.rpartition(", ")[0]
    return told if 1 < len(told) <= LONGEST and not told.casefold().startswith("whose ") else None
