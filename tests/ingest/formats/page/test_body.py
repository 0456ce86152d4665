from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html
from secondhand.ingest.formats.page.body import split_body, take_body

LEAD = "The hall in Varde was shut on Monday after an inspector found rust in its beams."
REST = "Nobody was hurt, the caretaker told the council, and the pool will be dry until spring comes. " * 5
SHORT = f"<html><head>%s</head><body><article><p>{LEAD}</p></article></body></html>"


def page(body: str) -> str:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "%s"}</script>'
    return SHORT % (script % body)


def test_a_body_is_split_at_its_lines_or_its_markup() -> None:
    assert split_body("One.\n\nTwo.") == ["One.", "Two."]
    assert split_body("<p>One &amp; <b>two</b>.</p><p>Three.<br>Four.</p>") == [
        "One & two.",
        "Three.",
        "Four.",
    ]
    assert split_body("1 < 2") == ["1 < 2"]


def test_a_page_that_shows_its_lead_is_read_from_its_head() -> None:
    article = from_html(page(f"{LEAD}\\n{REST}"), "x")
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [LEAD, REST.strip()]


def test_the_body_of_something_else_is_not_taken() -> None:
    assert from_html(page(REST), "x").text == LEAD


def test_a_short_body_is_not_taken() -> None:
    assert take_body("One. Two.", ()) == []
    assert take_body(None, ()) == []


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ('"isAccessibleForFree": false', True),
        ('"isAccessibleForFree": "False", "wordCount": 16', False),
        ('"isAccessibleForFree": true', False),
        ('"wordCount": "600"', True),
        ('"wordCount": 20', False),
        ('"wordCount": "many"', False),
        (f'"articleBody": "{REST}"', True),
        (f'"articleBody": "{LEAD}"', False),
    ],
)
def test_a_page_that_has_more_than_it_shows_is_told(told: str, more: bool) -> None:
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", {told}}}</script>'
    article = from_html(SHORT % script, "x")
    assert (article.text, article.incomplete) == (LEAD, more)
