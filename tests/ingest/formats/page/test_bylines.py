from __future__ import annotations

from datetime import date

import pytest

from secondhand.ingest.formats.html import from_html
from secondhand.ingest.formats.page.bylines import find_written_day, read_byline


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE AND BO DAHL", ("ANN LEE", "BO DAHL")),
        ("Words by Ann Lee · 9 March 2021", ("Ann Lee",)),
        ("By Ann Lee, Staff Writer", ("Ann Lee",)),
        ("By Ann Lee, May 14, 2003", ("Ann Lee",)),
        ("By noon the hall was shut", ()),
        ("By Monday", ()),
        ("Bought by Ann Lee", ()),
    ],
)
def test_a_byline_names_people(line: str, people: tuple[str, ...]) -> None:
    assert read_byline(line) == people


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted October 3, 2001 at noon", date(2001, 10, 3)),
        ("Tuesday, 9 March 2021, 10:02", date(2021, 3, 9)),
        ("09.03.2021", date(2021, 3, 9)),
        ("99.03.2021", None),
        ("March is 2021 days away", None),
    ],
)
def test_a_day_is_found_within_a_line(line: str, day: date | None) -> None:
    assert find_written_day(line) == day


def test_an_old_page_says_who_and_when_above_its_text_only() -> None:
    text = (
        "<title>Jail for sale</title><h2>Jail for sale</h2><i>By Hank Dorsey</i>, May 14, 2003"
        "<p>The county will sell its old jail to whoever pays most, commissioners said on Tuesday."
        "<p>By Ray Pruitt, a commissioner, it is called a ruin. It was built on June 2, 1911."
    )
    article = from_html(text, "x")
    assert (article.authors, article.date) == (("Hank Dorsey",), date(2003, 5, 14))
