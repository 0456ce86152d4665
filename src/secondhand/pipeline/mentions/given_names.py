"""Full names that a tagger missed: a common given name before the surname of somebody it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from secondhand.pipeline.lexicon import load_words

_FORMS = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "mr", "mrs", "ms", "miss", "sir"}
)
_GIVEN = (load_words("given_names.toml", "male") | load_words("given_names.toml", "female")) - _FORMS
_BEFORE = re.compile(r"\b([A-Z][a-z]+)\s$")


def find_missed_names(text: str, surnames: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every common given name with one of ``surnames`` behind it."""
    known = sorted({re.escape(name) for name in surnames if name[:1].isupper()})
    if not known:
        return
    for match in re.finditer(rf"\b(?:{'|'.join(known)})\b", text):
        before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
        if before and before[1].casefold() in _GIVEN:
            yield before.start(), match.end()
