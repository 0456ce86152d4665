from __future__ import annotations

from datetime import date

import pytest

from secondhand.pipeline.text.dates import find_date

THURSDAY = date(2025, 2, 27)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Last week, the paper reported", "2025-02-17/2025-02-23"),
        ("In January, the paper reported", "2025-01-01/2025-01-31"),
        ("said on Monday", "2025-02-24"),
        ("said on Tuesday", "2025-02-25"),
        ("said on Thursday", "2025-02-27"),
        ("said on Friday", "2025-02-21"),
        ("said last Friday", "2025-02-21"),
        ("said yesterday", "2025-02-26"),
        ("said today", "2025-02-27"),
        ("said earlier this week", "2025-02-24/2025-03-02"),
        ("said this month", "2025-02-01/2025-02-28"),
        ("said last month", "2025-01-01/2025-01-31"),
        ("said last year", "2024-01-01/2024-12-31"),
        ("said two days ago", "2025-02-25"),
        ("said in 2016", "2016-01-01/2016-12-31"),
        ("said on Feb. 24", "2025-02-24"),
        ("said on January 5", "2025-01-05"),
        ("said on Dec. 24", "2024-12-24"),
        ("said on January 5, 2024", "2024-01-05"),
        ("said on 5 January 2024", "2024-01-05"),
        ("said in December", "2024-12-01/2024-12-31"),
        ("said in March 2023", "2023-03-01/2023-03-31"),
        ("said last June", "2024-06-01/2024-06-30"),
        ("said last February", "2024-02-01/2024-02-29"),
        ("said twenty years ago", "2005-01-01/2005-12-31"),
        ("said 2 months ago", "2024-12-01/2024-12-31"),
        ("said two weeks earlier", "2025-02-10/2025-02-16"),
        ("said on Friday, Feb. 28", "2025-02-28"),
        ("said on 1 March", "2024-03-01"),
    ],
)
def test_dates_are_seen_from_the_articles_own(words: str, expected: str) -> None:
    assert find_date(words, THURSDAY) == expected


@pytest.mark.parametrize(
    "words", ["a few days ago", "several weeks earlier", "two thousand and more years ago"]
)
def test_what_is_not_counted_is_no_date(words: str) -> None:
    assert find_date(words, THURSDAY) is None


@pytest.mark.parametrize("words", ["said", "may march on", "the weekly paper said", "said it would end", ""])
def test_no_date_is_made_up(words: str) -> None:
    assert find_date(words, THURSDAY) is None


@pytest.mark.parametrize("words", ["Last week", "In January", "on Monday", "yesterday", "on January 5"])
def test_without_the_articles_date_relative_ones_stay_open(words: str) -> None:
    assert find_date(words, None) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on January 5, 2024", "2024-01-05"),
        ("in 2016", "2016-01-01/2016-12-31"),
        ("in March 2023", "2023-03-01/2023-03-31"),
    ],
)
def test_whole_dates_need_no_other(words: str, expected: str) -> None:
    assert find_date(words, None) == expected


def test_the_first_date_counts() -> None:
    assert find_date("said on Monday after leaving on Tuesday", THURSDAY) == "2025-02-24"


def test_impossible_days_are_no_dates() -> None:
    assert find_date("said on February 31", THURSDAY) is None
    assert find_date("on 45 May", THURSDAY) is None


def test_last_month_of_a_long_month_is_the_one_before() -> None:
    assert find_date("last month", date(2025, 3, 31)) == "2025-02-01/2025-02-28"


def test_last_year_from_a_leap_day() -> None:
    assert find_date("last year", date(2024, 2, 29)) == "2023-01-01/2023-12-31"


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    "words", ["last week", "this week", "last month", "last year", "Monday", "yesterday", "two weeks ago"]
)
def test_an_article_of_the_first_or_the_last_day_there_is_ends_nothing(words: str, published: date) -> None:
    found = find_date(f"said {words}", published)
    assert found is None or found[:4] in {f"{published.year:04}", f"{published.year - 1:04}"}


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("late last week", THURSDAY, "2025-02-17/2025-02-23"),
        ("Early this month", THURSDAY, "2025-02-01/2025-02-28"),
        ("this Monday", THURSDAY, "2025-02-24"),
        ("on Thursday", date(2025, 3, 2), "2025-02-27"),
        ("this year", THURSDAY, "2025-01-01/2025-12-31"),
        ("a year earlier", THURSDAY, None),
        ("zero days ago", THURSDAY, "2025-02-27"),
        ("one month ago", date(2025, 1, 31), "2024-12-01/2024-12-31"),
        ("13 months ago", THURSDAY, "2024-01-01/2024-01-31"),
        ("14 months ago", THURSDAY, "2023-12-01/2023-12-31"),
        ("one year ago", date(2024, 2, 29), "2023-01-01/2023-12-31"),
        ("one week ago", date(2025, 1, 1), "2024-12-23/2024-12-29"),
        ("this week", date(2025, 1, 1), "2024-12-30/2025-01-05"),
        ("this month", date(2024, 2, 10), "2024-02-01/2024-02-29"),
        # A paper's day may be one behind that of the place; more is of the year before.
        ("on Feb. 27", THURSDAY, "2025-02-27"),
        ("on March 1", date(2025, 2, 28), "2025-03-01"),
        ("on March 2", date(2025, 2, 28), "2024-03-02"),
        ("on Jan. 1", date(2024, 12, 31), "2025-01-01"),
        ("since February", THURSDAY, "2025-02-01/2025-02-28"),
        ("in March", THURSDAY, "2024-03-01/2024-03-31"),
        ("in March", date(2025, 2, 28), "2025-03-01/2025-03-31"),
        ("last January", THURSDAY, "2025-01-01/2025-01-31"),
        ("a May 2020", THURSDAY, "2020-05-01/2020-05-31"),
        ("on Sept. 3rd, 2019", THURSDAY, "2019-09-03"),
        ("on 31 December", THURSDAY, "2024-12-31"),
        ("on August 7, 1999", None, "1999-08-07"),
        ("in 1899", THURSDAY, None),
    ],
)  # fmt: skip
def test_days_at_the_edges_of_weeks_months_and_years(
    words: str, published: date | None, expected: str | None
) -> None:
    assert find_date(f"said {words}.", published) == expected
