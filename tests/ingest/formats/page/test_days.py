from __future__ import annotations

from datetime import date

import pytest

from secondhand.ingest.formats.html import from_html

TEXT = (
    "<p>The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.</p>"
    "<p>Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.</p>"
)
DAY = date(2021, 3, 9)
CHANGED = "<meta property='article:modified_time' content='2021-03-09T10:00:00Z'>"
LD = '<script type=\'application/ld+json\'>{{"@type":"NewsArticle","headline":"Hall shut",{}}}</script>'


def days(head: str = "", line: str = "") -> tuple[date | None, date | None]:
    body = f"<article><h1>Hall shut</h1>{line}<div>{TEXT}</div></article>"
    article = from_html(f"<html><head><title>Hall shut</title>{head}</head><body>{body}</body></html>", "x")
    return article.date, article.changed


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (CHANGED, ""),
        (LD.format('"dateModified":"2021-03-09"'), ""),
        (CHANGED, "<p>Last updated: March 9, 2021</p>"),
        ("", "<p>Updated 9 March 2021</p>"),
        (CHANGED, "<p class='updated'><time datetime='2021-03-09'>March 9</time></p>"),
    ],
)
def test_a_page_that_knows_only_when_it_was_changed_says_so(head: str, line: str) -> None:
    assert days(head, line) == (None, DAY)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (CHANGED + "<meta property='article:published_time' content='2021-03-01'>", ""),
        (CHANGED, "<p>By Ann Lee, March 1, 2021</p>"),
        (LD.format('"dateModified":"2021-03-09","datePublished":"2021-03-01"'), ""),
    ],
)
def test_the_day_of_publication_is_told_where_there_is_one(head: str, line: str) -> None:
    assert days(head, line) == (date(2021, 3, 1), None)


def test_a_page_may_be_changed_the_day_it_was_published() -> None:
    line = "<p class='date'><time datetime='2021-03-09'>March 9</time></p>"
    assert days(CHANGED, line) == (DAY, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>A law of August 14, 1935 is to blame</p>", None),
        ("<p>4 March 2021</p>", date(2021, 3, 4)),
    ],
)
def test_a_day_before_there_was_a_web_is_one_that_the_text_tells_of(line: str, day: date | None) -> None:
    assert days(line=line) == (day, None)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021/VARDE/03/04/hall/index.html", date(2021, 3, 4)),
        ("2021/north_coast/3/4/hall", date(2021, 3, 4)),
        ("2021/hall/index.html", None),
        ("2021/hall/31/31/", None),
    ],
)
def test_a_day_in_the_address_counts_where_nothing_else_tells(path: str, day: date | None) -> None:
    page = f"<html><head><title>Hall shut</title></head><body><div>{TEXT}</div></body></html>"
    assert from_html(page, "x", f"https://post.example/{path}").date == day


def test_a_day_alone_right_above_the_headline_is_that_of_publication() -> None:
    page = "<html><head><title>Hall shut</title></head><body>{}<h1>Hall shut</h1><div>{}</div></body></html>"
    assert from_html(page.format("<p>March 4, 2021</p>", TEXT), "x").date == date(2021, 3, 4)
    assert from_html(page.format("<p>The flood of March 4, 2021</p>", TEXT), "x").date is None


def test_a_day_below_the_headline_counts_more_than_one_that_is_guessed() -> None:
    top = "<div id='date-box'>Mon, 25 Dec 2023</div><h1>Hall shut</h1><p>Thu, 14 May 2020 17:55 UTC</p>"
    body = f"{top}<div>{TEXT}</div>"
    page = f"<html><head><title>Hall shut</title></head><body>{body}</body></html>"
    assert from_html(page, "x").date == date(2020, 5, 14)
    assert from_html(page, "x", "https://post.example/2023/12/25/hall").date == date(2023, 12, 25)
