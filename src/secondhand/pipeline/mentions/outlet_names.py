"""What a news outlet is called."""

from __future__ import annotations

import re
from functools import cache

from secondhand.outlets import everybody
from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.patterns import CAPITALIZED


def _join_words(name: str) -> str:
    return "|".join(load_lexicon("relays.toml")[name])


@cache
def compile_outlet_names() -> re.Pattern[str]:
    """Return a pattern of any known outlet's name."""
    known = {n.removeprefix("The ") for n in everybody()} | set(load_lexicon("relays.toml")["leakers"])
    names = (re.escape(n).replace(r"\ ", r"\s") for n in sorted(known, key=lambda n: (-len(n), n)))
    media = _join_words("media")
    state = rf"state(?:-\w+)?\s(?:{media}|media)"
    named = rf"(?!(?:{_join_words('unnamed')})\s)(?:{CAPITALIZED}\s+|al-\w+\s+){{1,3}}"
    broadcaster = rf"{named}(?:(?:(?:{_join_words('kept')})\s+)?(?:{media})|{state})|{state}"
    called = rf"(?![A-Z])(?:{media}|{_join_words('kinds')})(?=\s(?!\w+day\b){CAPITALIZED})"
    paper = rf"{named}(?:{_join_words('mastheads')})"
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)}|Fox|{broadcaster}|{paper}|{called})(?!\w)")


def is_end_of_longer_name(told: str, outlet: re.Match[str]) -> bool:
    """Say whether an outlet's name of one word is only the end of a longer name: "Capitol Hill"."""
    longer = re.search(r"(?!The\b)\b[A-Z][a-z]+\s$", told[: outlet.start()])
    return longer is not None and " " not in outlet.group()
