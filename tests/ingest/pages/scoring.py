"""How well pages are read: their paragraphs, title, authors, date and publisher beside what was expected.

A page ``x.html`` stands beside ``x.json``: title, authors, date, publisher and paragraphs, or ``refused``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest import read

FOLDER = Path(__file__).parent
PARTS = ("tuned", "heldout")


@dataclass(frozen=True, slots=True)
class Scored:
    """One page beside what was expected of it."""

    name: str
    """the page"""
    missed: tuple[str, ...]
    """expected paragraphs that are not there"""
    added: tuple[str, ...]
    """paragraphs that were not expected"""
    precision: float
    """share of the paragraphs that were expected"""
    recall: float
    """share of the expected paragraphs that are there"""
    facts: dict[str, bool]
    """whether title, authors, date, publisher, and whether it is cut off, are right"""
    told: dict[str, object]
    """what was read of them"""
    headline_repeated: bool
    """whether the title stands again as a paragraph"""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def find_pages(folder: Path) -> list[Path]:
    """Return the pages of ``folder``."""
    return sorted(folder.glob("*.html"))


def score_page(page: Path) -> Scored:
    """Read ``page`` and return how well that went."""
    wanted = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        article = read(str(page))
    except FormatError:
        article = None
    if wanted.get("refused") or article is None:
        right = float(bool(wanted.get("refused")) and article is None)
        return Scored(page.stem, (), (), right, right, {}, {}, headline_repeated=False)
    return _compare(page.stem, article, wanted)


def mean(numbers: list[float]) -> float:
    """Return the mean of ``numbers`` in percent."""
    return 100 * sum(numbers) / len(numbers)


def show(scores: list[Scored]) -> str:
    """Return the figures of ``scores`` in a line."""
    read_ones = [score for score in scores if score.facts]
    figures = {
        "precision": mean([score.precision for score in scores]),
        "recall": mean([score.recall for score in scores]),
        "F1": mean([score.f1 for score in scores]),
        **{fact: mean([float(one.facts[fact]) for one in read_ones]) for fact in read_ones[0].facts},
    }
    repeated = sum(score.headline_repeated for score in scores)
    shown = ", ".join(f"{name} {figure:.1f}" for name, figure in figures.items())
    return f"{len(scores)} pages: {shown}, headline repeated on {repeated}"


def _compare(name: str, article: Article, wanted: dict[str, Any]) -> Scored:
    """Return ``article`` beside what was ``wanted``."""
    got = Counter(_bare(article.text[p.start : p.end]) for p in article.paragraphs)
    want = Counter(map(_bare, wanted["paragraphs"]))
    common = (got & want).total()
    told: dict[str, object] = {
        "title": article.title,
        "authors": list(article.authors),
        "date": str(article.date) if article.date else None,
        "publisher": article.publisher,
        "incomplete": article.incomplete,
    }
    return Scored(
        name,
        tuple((want - got).elements()),
        tuple((got - want).elements()),
        common / (got.total() or 1),
        common / want.total(),
        {fact: value == wanted.get(fact, False) for fact, value in told.items()},
        told,
        headline_repeated=_bare(wanted["title"]) in got,
    )


def _bare(text: str) -> str:
    """Return ``text`` with single spaces."""
    return " ".join(text.split())
