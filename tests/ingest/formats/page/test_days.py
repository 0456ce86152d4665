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
