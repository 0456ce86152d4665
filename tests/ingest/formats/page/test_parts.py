"""An article that goes on at the address of a second page is told as one its page has more of."""

from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html

TEXT = (
    "<p>The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.</p>"
    "<p>Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.</p>"
)
URL = "https://post.example/varde/hall-shut.html"


def is_told(below: str, url: str | None = URL) -> bool:
    body = f"<h1>Hall shut</h1><div>{TEXT}</div>{below}"
    page = f"<html><head><title>Hall shut</title></head><body>{body}</body></html>"
    return from_html(page, "x", url).incomplete


@pytest.mark.parametrize(
    "address",
    [
        "/varde/hall-shut_page_2.html",
        "hall-shut-2.html",
        "https://post.example/varde/hall-shut/2/",
        "/varde/hall-shut/page/2",
        "/varde/hall-shut.html?page=2",
    ],
)
def test_a_link_to_the_second_page_below_the_text_tells(address: str) -> None:
    assert is_told(f"<div><span>1</span> <a href='{address}'>2</a> <a href='{address}'>Next page</a></div>")


def test_the_link_to_the_first_page_tells_which_it_is() -> None:
    below = "<div>Page <a href='b41.htm'>1</a> <a href='b41_page_2.htm'>2</a></div>"
    assert is_told(below, None)
    assert not is_told(below.replace("b41.htm", "b40.htm"), None)


@pytest.mark.parametrize(
    "below",
    [
        "<div><a href='/varde/hall-shut-25.html'>Next article</a></div>",
        "<div><a href='/varde/hall-open_page_2.html'>2</a></div>",
        "<div class='comments'>1 <a href='/varde/hall-shut.html?page=2'>2</a></div>",
        "<div><a href='/varde/hall-shut.html'>1</a></div>",
        "",
    ],
)
def test_other_links_do_not(below: str) -> None:
    assert not is_told(below)
