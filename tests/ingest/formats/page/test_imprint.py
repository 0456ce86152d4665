from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html

TEXT = (
    "<p>The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.</p>"
    "<p>Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.</p>"
)
LONG = "Hall shut in Varde after rust is found - World - Star News"


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("Hall shut in Varde after rust is found", "Hall shut in Varde after rust is found"),
        ("Hall shut in Varde", LONG),
        ("Hall shut in Varde after rust is found - World - Star News", LONG),
        ("World", LONG),
    ],
)
def test_the_title_is_what_the_page_shows_of_it_before_a_dash(shown: str, title: str) -> None:
    body = f"<div class='tt'>{shown}</div><div>{TEXT}</div>"
    page = f"<html><head><title>{LONG}</title></head><body>{body}</body></html>"
    article = from_html(page, "x")
    assert article.title == title
    assert len(article.paragraphs) == 2


def test_a_byline_below_another_headline_than_the_title_is_read_line_by_line() -> None:
    byline = "<cite><a href='/a'><img></a> By Ann Lee<br>Post.example<br><a href='/b'>All</a></cite>"
    body = f"<h1>Is rust to blame?</h1><div>{byline}</div><div>{TEXT}</div>"
    page = f"<html><head><title>Lee: The hall of Varde and its beams</title></head><body>{body}</body></html>"
    assert from_html(page, "x").authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("told", "byline", "authors"),
    [
        ("Ann Lee", "By ANN LEE, Bo Dahl and Cy Ness", ("ANN LEE", "Bo Dahl", "Cy Ness")),
        ("Ann Lee", "By Ann Lee, Varde Sheet", ("Ann Lee",)),
        ("Eve Orr", "By Ann Lee, Bo Dahl and Cy Ness", ("Eve Orr",)),
    ],
)
def test_a_byline_that_names_several_more_than_the_head_is_right(
    told: str, byline: str, authors: tuple[str, ...]
) -> None:
    head = f"<title>Hall shut</title><meta name='author' content='{told}'>"
    body = f"<h1>Hall shut</h1><p>{byline}</p><div>{TEXT}</div>"
    assert from_html(f"<html><head>{head}</head><body>{body}</body></html>", "x").authors == authors
