from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.titles import choose_title, find_headings, find_marked, strip_names

NAMES = ["The Morning Star", "Ann Lee"]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Hall shut | The Morning Star", "Hall shut"),
        ("The Morning Star - Hall shut", "Hall shut"),
        ("The Morning Star: Hall shut", "Hall shut"),
        ("Hall shut – by Ann Lee – The Morning Star", "Hall shut"),
        ("Hall shut - The Morning Star, news from Varde", "Hall shut"),
        ("Hall shut - the end of an era", "Hall shut - the end of an era"),
        ("The Morning Star of Varde", "The Morning Star of Varde"),
        ("Half-time in Varde", "Half-time in Varde"),
    ],
)
def test_names_are_taken_off_the_ends_of_a_title_only(title: str, bare: str) -> None:
    assert strip_names(title, NAMES) == bare


@pytest.mark.parametrize(
    ("told", "headings", "title"),
    [
        (
            ["Hall shut in Varde | The Morning Star"],
            ["The Morning Star", "Hall shut in Varde"],
            "Hall shut in Varde",
        ),
        (["SHOCK Hall shut in Varde"], ["Hall shut in Varde"], "Hall shut in Varde"),
        (["Hall shut in Varde"], ["Sport: Hall shut in Varde"], "Hall shut in Varde"),
        (["Hall shut in Varde"], ["Most read"], "Hall shut in Varde"),
        (
            ["Why the hall is shut"],
            ["The hall is shut, and here is why"],
            "The hall is shut, and here is why",
        ),
        ([None], ["Hall shut"], "Hall shut"),
        ([None], ["News", "Hall shut"], None),
        ([], [], None),
    ],
)
def test_the_headline_that_is_shown_is_the_title_where_the_head_knows_it(
    told: list[str | None], headings: list[str], title: str | None
) -> None:
    assert choose_title(told, headings, NAMES) == title


def test_a_heading_of_the_section_that_ends_the_title_is_no_headline() -> None:
    told = ["Hall shut in Varde after rust is found - World: Star News"]
    assert choose_title(told, ["World: Star News"], []) == told[0]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<span class='headline entry-title'>Hall <b>shut</b></span>", "Hall shut"),
        ("<div itemprop='headline'>Hall shut</div><p itemprop='headline'>Hall  shut</p>", "Hall shut"),
        ("<p class='entry-title'>Hall shut</p><p class='entry-title'>Pool dry</p>", None),
        ("<p class='entry-titles'>Hall shut</p>", None),
    ],
)
def test_one_headline_that_is_marked_as_such(body: str, title: str | None) -> None:
    assert find_marked(lxml.html.document_fromstring(f"<html><body>{body}</body></html>")) == title


@pytest.mark.parametrize(
    ("href", "found"),
    [("/", False), ("https://star.example", False), ("//star.example/", False), ("/1", True), ("#", True)],
)
def test_a_heading_that_leads_to_the_front_page_is_that_of_the_site(href: str, found: bool) -> None:
    tree = lxml.html.document_fromstring(f"<html><body><h1><a href='{href}'>The Star</a></h1></body></html>")
    assert find_headings(tree, []) == (["The Star"] if found else [])
