"""Cells of the library, whatever a file holds in them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from secondhand.article import Hyperlink, Paragraph
from secondhand.errors import LibraryError
from secondhand.library.decoding import (
    LONG_AGO,
    decode_article,
    decode_count,
    decode_day,
    decode_share,
    decode_text,
    decode_time,
)
from secondhand.record import article_record
from tests.claims import article_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, None),
        ("", ""),
        ("rain", "rain"),
        (b"caf\xc3\xa9 \xff", "café �"),
        (7, "7"),
        (0, "0"),
        (0.5, "0.5"),
    ],
)
def test_of_what_is_no_text_is_shown_what_can_be(cell: Any, text: str | None) -> None:
    assert decode_text(cell) == text


@pytest.mark.parametrize("cell", [None, "", "2025-13-01", "soon", 7, b"2025-02-27"])
def test_what_is_no_day_is_none(cell: Any) -> None:
    assert decode_day(cell) is None
    assert decode_day("2025-02-27") == date(2025, 2, 27)


@pytest.mark.parametrize("cell", [None, "", "soon", 7, b"2025"])
def test_what_is_no_time_was_long_ago(cell: Any) -> None:
    assert decode_time(cell) == LONG_AGO == datetime(1970, 1, 1, tzinfo=UTC)
    assert decode_time("2025-02-27T10:00:00+00:00") == datetime(2025, 2, 27, 10, tzinfo=UTC)


@pytest.mark.parametrize(("cell", "count"), [(3, 3), (1, 1), (0, 0), (-1, 0), (2.5, 0), ("3", 0), (None, 0)])
def test_what_is_no_count_is_none_at_all(cell: Any, count: int) -> None:
    assert decode_count(cell) == count


@pytest.mark.parametrize(
    ("cell", "share"), [(0, 0), (0.25, 0.25), (1, 1), (1.01, 0), (-0.01, 0), ("1", 0), (None, 0)]
)
def test_a_share_is_between_nothing_and_all(cell: Any, share: float) -> None:
    assert decode_share(cell) == share


def record(places: list[tuple[int, int]], link: tuple[int, int] = (0, 4)) -> str:
    """Return the record of ten characters with paragraphs and a link at ``places``."""
    made = article_record(article_of("0123456789"))
    made["paragraphs"] = [{"start": start, "end": end} for start, end in places]
    made["hyperlinks"] = [{"start": link[0], "end": link[1], "url": "https://e.org/"}]
    return json.dumps(made)


@pytest.mark.parametrize("places", [[(0, 10)], [(0, 4), (4, 10)], [(3, 3)], []])
def test_an_article_whose_places_are_in_its_text_is_read(places: list[tuple[int, int]]) -> None:
    article = decode_article(record(places), 1)
    assert article.paragraphs == tuple(Paragraph(*place) for place in places)
    assert article.hyperlinks == (Hyperlink(0, 4, "https://e.org/"),)


@pytest.mark.parametrize(
    ("places", "link"),
    [
        ([(0, 11)], (0, 4)),
        ([(-1, 4)], (0, 4)),
        ([(0, 5), (4, 10)], (0, 4)),
        ([(4, 10), (0, 4)], (0, 4)),
        ([(6, 5)], (0, 4)),
        ([(0, 10)], (0, 11)),
        ([(0, 10)], (-1, 4)),
    ],
)
def test_one_with_places_that_are_not_is_none(places: list[tuple[int, int]], link: tuple[int, int]) -> None:
    with pytest.raises(LibraryError, match="keeps of article 7 makes no sense; secondhand library --check"):
        decode_article(record(places, link), 7)


@pytest.mark.parametrize("kept", ["", "[]", "{}", "no", None, 7, "[" * 100_000])
def test_what_is_no_record_is_said(kept: Any) -> None:
    with pytest.raises(LibraryError, match="makes no sense"):
        decode_article(kept, 7)
