from __future__ import annotations

import pytest

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.passage import LONGEST, find_headline, read_passage


def headline(text: str, title: str | None = None) -> str | None:
    found = find_headline(text, find_paragraphs(text), title)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(("length", "is_one"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_headline_is_only_so_long(length: int, is_one: bool) -> None:
    text = f"{'x' * length}\n\n{'y' * (length + 1)}"
    assert (headline(text) is not None) is is_one


def test_a_paragraph_under_it_is_longer() -> None:
    assert headline("City is safe\n\nThe city is safe.") == "City is safe"
    assert headline("City is safe\n\nIt is a city") is None


@pytest.mark.parametrize(("between", "title"), [(2, "City is safe"), (3, None)])
def test_the_longer_one_is_among_the_three_after_it(between: int, title: str | None) -> None:
    assert headline("City is safe" + "\n\nToday" * between + "\n\nThe city is safe, they say.") == title


def test_the_title_is_one_whatever_follows_but_not_where_nothing_does() -> None:
    assert headline("City is safe\n\nNo", "City is safe") == "City is safe"
    assert headline("City is safe\n\nNo", "City is not safe") is None
    assert headline("City is safe", "City is safe") is None


def test_a_passage_holds_the_outermost_quotations() -> None:
    text = "He said “she said ‘no’ twice”.\n\n“Yes.”"
    found = read_passage(text, find_paragraphs(text))
    assert [text[slice(*place)] for place in found.quotations] == ["“she said ‘no’ twice”", "“Yes.”"]
    assert [text[slice(*place)] for place in found.paragraphs] == ["He said “she said ‘no’ twice”.", "“Yes.”"]
    assert found.headline is None
