"""Article → claims: the one seam between the reader's world and spaCy's.

Terminal, export and batch all come through here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from secondhand.article import Article
from secondhand.claim import Analysis


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an analysis has come, and what is known so far."""

    done: int
    """windows read"""
    total: int
    """windows in the whole article"""
    analysis: Analysis
    """claims of what has been read"""
    paragraphs: frozenset[int]
    """indices of the paragraphs that have been read"""


def analyze(article: Article) -> Analysis:
    """Return every claim of ``article``."""
    raise NotImplementedError


def analyze_many(articles: Iterable[Article]) -> Iterator[Analysis]:
    """Yield the analysis of each article in turn; the model is loaded once."""
    return map(analyze, articles)


def analyze_near(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
    """Yield what is known as it becomes known, paragraphs near ``nearest()`` first; the last is whole.

    ``nearest`` returns the paragraph the reader is at and is asked again as reading goes on.
    """
    raise NotImplementedError
