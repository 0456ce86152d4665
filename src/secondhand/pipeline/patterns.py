"""What a word, a name and the end of a sentence look like: parts of regular expressions, each once."""

from __future__ import annotations

from secondhand.pipeline.lexicon import load_lexicon

_ABBREVIATED, _CALLING = (
    [title.capitalize() for title in load_lexicon("titles.toml")[key]] for key in ("abbreviated", "calling")
)

LETTERS = r"[^\W\d_]+"
"""letters in a row, of any alphabet"""
WORD = rf"{LETTERS}(?:[-'’]{LETTERS})*"
"""a word, with the hyphens and apostrophes in it"""
DOTTED_WORD = rf"{LETTERS}(?:[-'’.]{LETTERS})*"
"""a word, or an abbreviation like "U.S" """
NAME_WORD = r"[^\W_]+(?:[-'’./][^\W_]+)*\.?"
"""a word of a name: digits, strokes and stops may be in it, as in "Reuters/Ipsos", "U.S." and "9News" """

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""a letter that is no small one of Latin-1"""
NAME_PART = rf"{CAPITAL}[\w.'’-]*"
"""one part of a name, initials ("J.") among them"""
CAPITALIZED = rf"{CAPITAL}[\w’'-]*"
"""a word with a capital letter; a stop ends it"""
PARTICLE = r"(?:de|van|von|der|den|la|le|al|el|bin|ibn|ter|di|da|du|dos|del)"
"""what may stand within a name in small letters"""
PARTY = r"[RDI][-–—][A-Z][\w.]*"
"""party and state, as they stand behind the name of a member of a parliament: "R-Ohio" """

TITLE = rf"(?:{'|'.join(_ABBREVIATED)})"
"""a short title before a name, without its stop"""
CALLED = rf"(?:{'|'.join([*_ABBREVIATED, *_CALLING])})"
"""a title by which somebody is called"""
NO_TITLE_BEFORE = "".join(rf"(?<!\b{title})" for title in ["[A-Z]", *_ABBREVIATED])
"""stands before a stop that ends no title and no initial"""
FULL_NAME = rf"(?:{TITLE}\.\s)?{CAPITALIZED}(?:\s(?:[A-Z]\.|{PARTICLE}\s{CAPITALIZED}|{CAPITALIZED}))*"
"""a name of one or several parts"""

SHARE = (
    r"\b(?:percent|per cent|percentage|respondents?|(?:\d+|\w+) (?:in|out of) (?:\d+|five|ten)|"
    r"(?:those|people|voters|adults|americans) (?:polled|surveyed|asked|responding|interviewed))\b|%"
)
"""a share of people who were asked something"""

STOPS = ".!?…"
CLOSING = "\"”’'»"
"""marks that may follow a stop"""
SENTENCE_END = rf"[.!?][{CLOSING}]?\s|\n"
"""where a sentence or a paragraph ends, and the space after it"""
