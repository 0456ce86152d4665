"""Roles from the words beside a name: "French philosopher Alain de Benoist", "…, an analyst at Cato,"."""

from __future__ import annotations

import re

from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.mentions.entities import is_person
from secondhand.pipeline.patterns import TITLE

NEVER_IN_ROLES = load_words("phrases.toml", "stops")
LONGEST_ROLE = 8

_DATE = re.compile(r"\d+[-/.]\d+[-/.]\d+")
_PHRASE = r"(?:(?:a|an|the|one of the)\s+)?[^,;.!?()\"“”—]{3,140}?"
_AFTER = re.compile(
    rf"\s*(?:,|--|—|–)\s*(?:who\s+(?:is|was)\s+)?({_PHRASE})"
    r"(?=\s*(?:,|--|—|–|\.\s|\.$|;|$|\bsaid\b|\btold\b))"
)
_INVERTED = re.compile(
    rf"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|\w['’]s?)\s+([^,;.!?]{{3,90}}),\s(?:{TITLE}\.?\s)?$"
)
_OPENING = re.compile(rf"^\s*([A-Z][^,;.!?'’]{{3,90}}),\s(?:{TITLE}\.?\s)?$")
_TITLE = re.compile(r"(?:^|[\s(\"“])(\w{2,4})\.\s$")
_OFFICE = re.compile(
    r"(?:^|\s)((?:[A-Z][\w.-]*\s){0,2}([A-Z][\w-]+)\s(?:of|to|for|at)\s(?:the\s)?[A-Z][\w.-]+(?:\s(?:and\s)?[A-Z][\w.-]+)*)$"
)
_DESCRIBED = re.compile(r"[Tt]he\s((?:[\w.-]+\s){1,3}([a-z]+))")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)


def find_role(text: str, start: int, end: int, sentence: tuple[int, int]) -> str | None:
    """Return the role the words around the name ``text[start:end]`` give it, within ``sentence``, or None."""
    left, right = text[sentence[0] : start], text[end : sentence[1]]
    return (
        find_role_before(left)
        or (find_inverted_role(left) if right.startswith((",", ".", ";", ":")) else None)
        or find_role_after(right)
    )


def find_role_of_body(text: str, start: int, end: int, sentence: tuple[int, int]) -> str | None:
    """Return the role right before the name of a body: "event organizer Alliance"; never a title."""
    found = find_role_before(text[sentence[0] : start])
    return found if found and found.islower() else None


def find_inverted_role(left: str) -> str | None:
    """Return the role that a name between commas follows: "A spokesman for the ministry, Pavel Rusk,"."""
    found = [told[1] for order in (_INVERTED, _OPENING) if (told := order.search(left))]
    return next((told for told in found if is_person(_find_head_noun(told))), None)


def find_role_before(left: str) -> str | None:
    """Return the role that ends right before a name: its last word is one for a person."""
    if left != left.rstrip() + " ":
        return None
    short = _TITLE.search(left[-8:])
    if short:
        offices: dict[str, str] = load_lexicon("titles.toml")["offices"]
        return offices.get(short.group(1).casefold())
    tail = re.split(r"(?<!\b[A-Z])[,;:.!?()—–\[\]](?=\s)|\n|[\"“”]|['’]{2}", left[-120:].rstrip())[-1]
    parts = tail.split()
    if (office := _OFFICE.search(tail)) and is_person(office[2]):
        return office[1]
    if not parts or not is_person(parts[-1]):
        return None
    kept: list[str] = []
    for word in reversed(parts):
        stops = word.casefold() in NEVER_IN_ROLES and not (word == "of" and kept)
        if stops or len(kept) >= LONGEST_ROLE or _DATE.fullmatch(word):
            break
        kept.insert(0, word)
    while kept and kept[0].casefold() in NEVER_IN_ROLES:
        kept.pop(0)
    return " ".join(kept) or None


def find_role_after(right: str) -> str | None:
    """Return the role given in an apposition right after a name."""
    match = _AFTER.match(right)
    if not match:
        return None
    phrase = match.group(1).strip()
    plain = _ARTICLE.sub("", phrase)
    return plain if is_person(_find_head_noun(plain)) else None


def _find_head_noun(phrase: str) -> str:
    """The last word before the first preposition; "" of a phrase that begins with one."""
    return re.split(r"(?:^|\s)(?:of|for|at|in|on|with|from|who|to|and)\s", phrase)[0].split(" ")[-1]


def read_role(phrase: str) -> str | None:
    """Return the role of a definite noun phrase with more than its noun: "The Vermont senator"; else None."""
    match = _DESCRIBED.fullmatch(phrase)
    return match[1] if match and is_person(match[2]) and not match[2].endswith("s") else None


def split_role_and_name(phrase: str) -> tuple[str, str] | None:
    """Return role and name of a phrase like "US President Donald Trump", or None where it is none."""
    parts = phrase.split()
    for at in range(len(parts) - 1, 0, -1):
        name = parts[at:]
        if is_person(parts[at - 1]) and all(w[0].isupper() and not is_person(w) for w in name):
            return " ".join(parts[:at]), " ".join(name)
    return None
