"""What an outlet or a show is called: "CNBC's Squawk Box", "ABC's “This Week”", "the newspaper"."""

from __future__ import annotations

import re

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.mention import Mention
from secondhand.pipeline.mentions.outlet_names import compile_outlet_names
from secondhand.spans import Range

_CAPITAL = r"[A-Z0-9][\w'’&-]*"
_TITLE = rf"{_CAPITAL}(?:\s(?:(?:the|of|and|with|to|for|on|&)\s)*{_CAPITAL}){{0,5}}"
_INTERVIEW = re.compile(
    r"\b(?:interview\s(?:with|on|by|for|to|published\s(?:by|in))|interviewed\s(?:by|on)|told|spoke\s(?:to|with))"
    r"\s+(?:the\s+)?",
    re.IGNORECASE,
)
THE_INTERVIEW = re.compile(
    r"\b(?:in|during) (?:the|that|the same) interview\b(?! (?:with|on|by|for))", re.IGNORECASE
)
_OWNED = re.compile(rf"['’]s?\s(?:[“\"‘'](?P<quoted>[^”\"’\n]{{2,40}})|(?P<plain>{_TITLE}))")


def name_outlet(text: str, start: int) -> str | None:
    """Return the outlet named in what begins at ``start``, with its show where one follows, or None."""
    known = compile_outlet_names().match(text, start)
    if not known:
        return None
    owned = _OWNED.match(text, known.end())
    if not owned:
        return " ".join(known.group().split())
    title = (owned["quoted"] or owned["plain"]).rstrip(" ,.")
    mark = text[known.end() : known.end() + 2].rstrip()
    return " ".join(f"{known.group()}{mark} {title}".split())


def belongs_to_outlet(after: str, name: str) -> bool:
    """Say whether the words right after an outlet's name make ``name`` its own: "'s Jake Tapper"."""
    return re.match(rf"['’]s?\s(?:\w+\s)*?{re.escape(name)}", after) is not None


def find_outlet_meant(text: str, start: int, found: Mention, lookback: int) -> str | None:
    """Return which outlet "the newspaper" at ``start`` means: the last one named before, or None.

    ``lookback`` is how many characters before it that may stand.
    """
    if not found.definite or found.singular not in load_words("organizations.toml", "generic_organization"):
        return None
    named = list(compile_outlet_names().finditer(text, max(0, start - lookback), start))
    return " ".join(named[-1].group().split()) if named else None


def find_interview_meant(text: str, frame: Range, lookback: int) -> tuple[str, int, int] | None:
    """Return who had "the interview" that the words of ``frame`` go back to, and where it says so.

    ``lookback`` is how many characters before ``frame`` it may be named.
    """
    back = THE_INTERVIEW.search(text, *frame)
    if not back:
        return None
    before = [m.end() for m in _INTERVIEW.finditer(text, max(0, frame[0] - lookback), frame[0])]
    named = next((name for at in reversed(before) if (name := name_outlet(text, at))), None)
    return (named, *back.span()) if named else None
