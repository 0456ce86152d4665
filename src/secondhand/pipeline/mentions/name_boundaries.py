"""Names without what a tagger glued to them, and with what it left off.

"Event organizer Alliance" is the Alliance, "Sen. Lindsey Graham (R-S.C" is Lindsey Graham, "State Ann Lee"
after "Secretary of" is Ann Lee, and "Ipsos opinion" after "Reuters/" is Reuters/Ipsos.
"""

from __future__ import annotations

import re

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.patterns import PARTICLE
from secondhand.spans import Range

ANY_TITLE = "|".join(sorted(load_words("titles.toml", "titles")))
"""the alternatives of a pattern: what may stand before a name"""
_PERSONS = "|".join(sorted(load_words("people.toml", "person")))
_TITLE = re.compile(rf"(?:(?i:{ANY_TITLE})\.?\s+)+(?=[A-Z])")
_OFFICE = re.compile(
    rf".*\b(?i:{_PERSONS})\s(?:to|of|for|at)\s.*\s(?=[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+$)", re.DOTALL
)
_DEPARTMENT = re.compile(
    r"(?<=\bof\s)(?:State|Defen[cs]e|Treasury|Labou?r|Energy|Education|Commerce|Health|Homeland\sSecurity)\s"
    r"(?=[A-Z][\w’'-]+\s[A-Z])"
)
_COMMON = re.compile(rf"(?:['’]s\s+)?(?:(?!super\s|{PARTICLE}\s)[a-z][a-z-]*\s+)+(?=[A-Z])")
_SENTENCE = re.compile(r"[a-z]\w*\W*\((?=[A-Z])")
"""the end of a sentence without a space behind it: "agency said.(Ann Lee" """
_OWNER = re.compile(r"['’]s\s+(?=[A-Z])")
_BRACKET = re.compile(r"\s*\(.*", re.DOTALL)
_BEHIND = re.compile(r"(?<=\w)(?:,|\s(?:of|at|from|with|&|and)\b).*", re.DOTALL)
"""what stands behind a full name: "Ann Lee, mayor", "Ann Lee of the Cato Institute" """
_POLL = re.compile(r"(?:\s(?:opinion|tracking|exit|online|national|poll|survey|study|of))+$")
_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_LEFT = re.compile(r"(?:\b(?!The\b|An?\b|In\b|\w+day\b)[A-Z][\w&.]*\s)*\b[A-Z][\w&.]*/$")
_RIGHT = re.compile(r"/[A-Z][\w&]+(?:\s[A-Z][\w&]+)*")


def trim_name(text: str, start: int, end: int, label: str) -> Range:
    """Return where the name that a tagger found in ``text[start:end]`` begins and ends."""
    for pattern in (
        _SENTENCE,
        _OWNER,
        _COMMON,
        *((_OFFICE, _TITLE, _DEPARTMENT) if label == "PERSON" else ()),
    ):
        if glued := pattern.match(text, start, end):
            start = glued.end()
    for pattern in (_BRACKET, _DAY, _BEHIND if label == "PERSON" else _POLL):
        glued = pattern.search(text, start, end)
        if glued and glued.start() > start and (pattern is not _BEHIND or " " in text[start : glued.start()]):
            end = glued.start()
    return (start, end) if label == "PERSON" else join_strokes(text, start, end)


def join_strokes(text: str, start: int, end: int) -> Range:
    """Return a name with what a stroke joins to it: "Reuters/Ipsos"."""
    left = _LEFT.search(text, max(0, start - 40), start)
    right = _RIGHT.match(text, end)
    return left.start() if left else start, right.end() if right else end


def is_common_noun(name: str, label: str) -> bool:
    """Say whether a name is none, but a plural noun at the head of a sentence: "Cables show …"."""
    folded = name.casefold()
    return (
        label == "PERSON" and folded.endswith("s") and folded[:-1] in load_words("documents.toml", "document")
    )
