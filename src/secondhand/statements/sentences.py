"""What a claim says, sentence by sentence: a part of a quotation is met where the rest is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from secondhand.abbreviations import ends_in_abbreviation
from secondhand.claim import Claim, Span
from secondhand.spans import Range, merge, range_of

LEAST = 4
"""words of a sentence that stands for itself; shorter ones go with the one before"""

FEWEST = 3
"""words below which nothing is compared"""

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_BEGIN = re.compile(r"[\"“‘(\[]?[A-Z]")
_WORD = re.compile(r"\w+")


def split_sentences(claim: Claim) -> Iterator[tuple[Span, ...]]:
    """Yield the content of ``claim`` sentence by sentence; one that "he said" breaks has several spans.

    Nothing is yielded of too few words to be met again.
    """
    return (sentence for sentence in _split(claim.content) if _count_words(sentence) >= FEWEST)


def leave_own(sentence: Iterable[Span], children: Iterable[Claim]) -> str:
    """Return the words of ``sentence`` that none of ``children`` says: what those say is theirs."""
    inner = merge(range_of(span) for child in children for span in child.content)
    return " ".join(piece for span in sentence for piece in _take_out(span, inner))


def _split(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    waiting: list[Span] = []
    for span in spans:
        if _BEGIN.match(span.text) and _count_words(waiting) >= LEAST:
            yield tuple(waiting)
            waiting = []
        for start, end, whole in _cut(span.text):
            waiting.append(Span(span.start + start, span.start + end, span.text[start:end]))
            if whole and _count_words(waiting) >= LEAST:
                yield tuple(waiting)
                waiting = []
    if waiting:
        yield tuple(waiting)


def _take_out(span: Span, inner: Iterable[Range]) -> Iterator[str]:
    """Yield what of ``span`` is in none of ``inner``, which are in order and apart."""
    start = span.start
    for first, last in (*inner, (span.end, span.end)):
        end = min(first, span.end)
        if start < end:
            yield span.text[start - span.start : end - span.start]
        start = max(start, last)


def _cut(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each sentence, and whether its end is one: what goes on has none."""
    start = 0
    for found in _END.finditer(text):
        if not ends_in_abbreviation(text, found.start()):
            yield start, found.start() + len(found.group().rstrip()), True
            start = found.end()
    if start < len(text):
        yield start, len(text), text.rstrip("\"'”’)] ").endswith((".", "!", "?"))


def _count_words(spans: Iterable[Span]) -> int:
    return sum(len(_WORD.findall(span.text)) for span in spans)
