"""Words looked for in an article: a pattern, its hits, and which of them the reader is at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from math import prod

from secondhand.article import Article

Range = tuple[int, int]

LIMIT = 0.5
"""seconds a search may take"""
MOST = 100_000
"""hits that are looked for"""
REPEATS = 1_000
"""how often a pattern may ask for the same thing again: to prepare for more takes for ever"""
TOO_LONG = "takes too long: look for something simpler"
# What keyboards have stands for what print has. One character for one: offsets stay what they are.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})
_FLAT = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What was looked for, and where it stands."""

    pattern: str
    """as the reader wrote it"""
    hits: tuple[Range, ...] = ()
    """start and end of every hit, in reading order; they never overlap"""
    at: int | None = None
    """index of the hit the reader is at"""
    problem: str = ""
    """one line: why there are no hits, or not all of them"""

    @property
    def hit(self) -> Range | None:
        """The hit the reader is at."""
        return None if self.at is None else self.hits[self.at]

    def from_(self, offset: int) -> Search:
        """Go to the first hit at or after ``offset``; after the last one to the first."""
        after = bisect_left(self.hits, (offset, 0))
        return replace(self, at=after % len(self.hits)) if self.hits else self

    def step(self, step: int, start: int, end: int) -> Search:
        """Go to the next hit (1) or the one before (-1), around the end.

        Where the reader has left the hit they were at, count from where they are: from ``start`` to ``end``.
        """
        if not self.hits:
            return self
        if self.hit is not None and self.hit[0] < end and self.hit[1] > start:
            at = self.at or 0
        else:
            at = bisect_left(self.hits, (start, 0) if step > 0 else (end, 0)) - (step > 0)
        return replace(self, at=(at + step) % len(self.hits))

    def within(self, start: int, end: int) -> range:
        """Return the indices of the hits with characters from ``start`` to ``end``."""
        first = bisect_right(self.hits, start, key=lambda hit: hit[1])
        return range(first, bisect_left(self.hits, end, first, key=lambda hit: hit[0]))


def search(article: Article, pattern: str) -> Search:
    """Look for the regular expression ``pattern``, in any case unless it has a capital letter.

    A space in it also stands for a line's end within a paragraph, a straight quotation mark for a curly one;
    ``^`` and ``$`` are where paragraphs begin and end. It takes ``LIMIT`` seconds at most.
    """
    # Only now: the first paint need not wait for it.
    import regex

    if prod(max(1, int(count)) for count in re.findall(r"\{(\d+)", pattern)) > REPEATS:
        return Search(pattern, problem=TOO_LONG)
    flags = regex.MULTILINE if any(map(str.isupper, pattern)) else regex.MULTILINE | regex.IGNORECASE
    try:
        found = regex.compile(pattern.translate(_PLAIN), flags)
    except regex.error as error:
        place = f" at character {error.pos + 1}" if error.pos is not None else ""
        return Search(pattern, problem=f"not a regular expression: {error.msg}{place}")
    hits: list[Range] = []
    problem = ""
    try:
        # Without the interpreter's lock, so that the screen goes on meanwhile.
        matches = found.finditer(_prepare(article), timeout=LIMIT, concurrent=True)
        hits.extend(match.span() for match in islice(matches, MOST) if match.end() > match.start())
    except TimeoutError:
        problem = TOO_LONG
    return Search(pattern, tuple(hits), problem=problem)


@lru_cache(maxsize=1)
def _prepare(article: Article) -> str:
    """Return the text of ``article`` as it is searched: lines end only where paragraphs do."""
    text = article.text.translate(_PLAIN)
    parts: list[str] = []
    at = 0
    for paragraph in article.paragraphs:
        parts += text[at : paragraph.start], text[paragraph.start : paragraph.end].translate(_FLAT)
        at = paragraph.end
    return "".join((*parts, text[at:]))
