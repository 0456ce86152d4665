"""Which highlights have words in which paragraph: a screen then costs what is on it, not what there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from secondhand.article import Article
from secondhand.notes.highlight import Highlight


class _Spanning(Protocol):
    """A stretch of the article."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Groups = Mapping[int, tuple[Highlight, ...]]
"""index of a paragraph → the highlights with words in it, in reading order"""


def list_paragraphs(article: Article, spans: Iterable[_Spanning]) -> list[int]:
    """Return the indices of the paragraphs of ``article`` with characters of ``spans``, ascending."""
    found: set[int] = set()
    for span in spans:
        first, last = article.paragraph_at(span.start), article.paragraph_at(max(span.start, span.end - 1))
        found.update(range(first, last + 1))
    return sorted(found)


def reading_order(highlight: Highlight) -> tuple[int, int]:
    """Return what highlights are sorted by: where the first words begin, and the last end."""
    return highlight.anchors[0].start, highlight.anchors[-1].end


def group_highlights(article: Article, highlights: Iterable[Highlight]) -> Groups:
    """Return ``highlights``, which are in reading order, by the paragraphs of ``article``."""
    groups: defaultdict[int, list[Highlight]] = defaultdict(list)
    for highlight in highlights:
        for paragraph in list_paragraphs(article, highlight.anchors):
            groups[paragraph].append(highlight)
    return {paragraph: tuple(found) for paragraph, found in groups.items()}


def regroup_highlight(
    article: Article, groups: Groups, before: Highlight | None, after: Highlight | None
) -> Groups:
    """Return ``groups`` with ``after`` in place of ``before``; None stands for no highlight."""
    changed = dict(groups)
    for paragraph in list_paragraphs(article, before.anchors if before else ()):
        rest = tuple(h for h in changed.get(paragraph, ()) if before is None or h.id != before.id)
        changed[paragraph] = rest
    for paragraph in list_paragraphs(article, after.anchors if after else ()):
        found = [*changed.get(paragraph, ()), *([after] if after else [])]
        changed[paragraph] = tuple(sorted(found, key=reading_order))
    return changed
