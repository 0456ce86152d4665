"""What a news outlet is called."""

from __future__ import annotations

import re
from functools import cache

from secondhand.outlets import everybody
from secondhand.pipeline.lexicon import load


def _alternatives(name: str) -> str:
    return "|".join(load("relays.toml")[name])


@cache
def outlet_pattern() -> re.Pattern[str]:
    """Return a pattern of any known outlet's name."""
    known = {n.removeprefix("The ") for n in everybody()} | set(load("relays.toml")["leakers"])
    names = (re.escape(n).replace(r"\ ", r"\s") for n in sorted(known, key=lambda n: (-len(n), n)))
    media = _alternatives("media")
    state = rf"state(?:-\w+)?\s(?:{media}|media)"
    named = rf"(?!(?:{_alternatives('unnamed')})\s)(?:[A-Z][\w'’-]*\s+|al-\w+\s+){{1,3}}"
    broadcaster = rf"{named}(?:(?:(?:{_alternatives('kept')})\s+)?(?:{media})|{state})|{state}"
    paper = rf"{named}(?:{_alternatives('mastheads')})"
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)}|Fox|{broadcaster}|{paper})(?!\w)")


def is_end_of_longer_name(told: str, outlet: re.Match[str]) -> bool:
    """Say whether an outlet's name of one word is only the end of a longer name: "Capitol Hill"."""
    longer = re.search(r"(?!The\b)\b[A-Z][a-z]+\s$", told[: outlet.start()])
    return longer is not None and " " not in outlet.group()
