"""Words looked for in literal texts."""

from __future__ import annotations

import pytest

from secondhand.article import Article, Paragraph
from secondhand.search import TOO_LONG, Search, search
from tests.claims import article_of, seed_article

TEXT = "The Union said “no”.\nthe union’s\tway\n\nUnion and union"
ARTICLE = Article(TEXT, (Paragraph(0, 36), Paragraph(38, 53)))


def hits(pattern: str, article: Article = ARTICLE) -> list[str]:
    found = search(article, pattern)
    assert not found.problem
    return [article.text[start:end] for start, end in found.hits]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("union", ["Union", "union", "Union", "union"]),
        ("Union", ["Union", "Union"]),
        ("UNION", []),
        ('"no"', ["“no”"]),
        ("union's way", ["union’s\tway"]),
        ("“no”. the", ["“no”.\nthe"]),
        ("^union", ["Union"]),
        ("union$", ["union"]),
        (r"\bu\w+n\b and", ["Union and"]),
        ("way.*union", []),
        ("x*", []),
        ("", []),
    ],
)
def test_hits(pattern: str, found: list[str]) -> None:
    assert hits(pattern) == found


def test_any_letter_counts_for_the_case() -> None:
    assert hits("élysée", article_of("L’ÉLYSÉE")) == ["ÉLYSÉE"]
    assert hits("Élysée", article_of("L’ÉLYSÉE")) == []


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(", "not a regular expression: missing ) at character 2"),
        ("*a", "not a regular expression: nothing to repeat at character 1"),
        ("[a", "not a regular expression: unterminated character set at character 3"),
    ],
)
def test_a_bad_pattern_is_told_in_a_line(pattern: str, problem: str) -> None:
    found = search(ARTICLE, pattern)
    assert (found.hits, found.problem) == ((), problem)


@pytest.mark.parametrize("pattern", [r"(\w|\w\w)+\d", "(((a{1000}){1000}){1000}){1000}"])
def test_a_pattern_that_takes_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    monkeypatch.setattr("secondhand.search.LIMIT", 0.05)
    assert search(article_of("a" * 50 + "b"), pattern).problem == TOO_LONG


def test_steps_go_around_the_end() -> None:
    found = search(ARTICLE, "Union")
    assert (found.hit, found.from_(0).at, found.from_(5).at, found.from_(50).at) == (None, 0, 1, 0)
    assert found.from_(5).hit == (38, 43)
    assert [found.from_(0).step(step, 0, 20).at for step in (1, -1)] == [1, 1]
    assert found.from_(5).step(1, 38, 50).at == 0
    assert Search("x").from_(0).step(1, 0, 20).hit is None


def test_steps_go_from_where_the_reader_is() -> None:
    found = Search("x", ((2, 4), (6, 8), (10, 12)), at=0)
    assert [found.step(step, 9, 20).at for step in (1, -1)] == [2, 2]
    assert [found.step(step, 5, 9).at for step in (1, -1)] == [1, 1]
    assert [found.step(step, 13, 20).at for step in (1, -1)] == [0, 2]


def test_hits_within_a_stretch() -> None:
    found = Search("x", ((2, 4), (6, 8), (10, 12)))
    stretches = [(0, 20), (4, 6), (3, 7), (8, 11), (12, 20)]
    assert [list(found.within(*stretch)) for stretch in stretches] == [[0, 1, 2], [], [0, 1], [2], []]


def test_the_seed_has_a_literal_number_of_hits() -> None:
    assert len(search(seed_article(), "macron").hits) == seed_article().text.count("Macron")
