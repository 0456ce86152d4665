from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondhand.article import Place
from secondhand.session import Session
from secondhand.ui.widgets.masthead import imprint_of, place_of
from tests.claims import article_of, seed_article
from tests.ui.conftest import Open


def test_publisher_date_and_authors() -> None:
    assert imprint_of(article_of("Text.")) == "unknown publisher"
    known = article_of(
        "Text.", publisher="Daily", credit="Reuters", date=date(2025, 2, 27), authors=("Ann Lee", "Bob Ray")
    )
    assert imprint_of(known) == "Daily · from Reuters · 27 February 2025 · by Ann Lee, Bob Ray"
    told = "unknown publisher · its page has more than this"
    assert imprint_of(replace(article_of("Text."), incomplete=True)) == told


def test_a_day_of_change_is_told_as_one_and_only_where_there_is_none_of_publication() -> None:
    changed = replace(article_of("Text."), changed=date(2024, 6, 3))
    assert imprint_of(changed) == "unknown publisher · changed on 3 June 2024"
    assert imprint_of(replace(changed, date=date(2024, 6, 1))) == "unknown publisher · 1 June 2024"


def test_the_page_at_the_cursor() -> None:
    known = article_of("One.\n\nTwo, and more.\n\nThree.")
    pages = replace(
        known, places=(Place(8, "page 2"), Place(16, "page 3"), Place(22, "A long and winding chapter"))
    )
    assert [place_of(Session(pages, paragraph=at)) for at in range(3)] == ["", "", "A long and winding…"]
    begun = replace(pages, places=(Place(0, "page 2"), *pages.places[1:]))
    assert [place_of(Session(begun, paragraph=at)) for at in range(2)] == ["p. 2", "p. 2"]
    assert place_of(Session(known)) == ""


async def test_the_page_follows_the_cursor(open_reader: Open) -> None:
    article = seed_article()
    second = article.paragraphs[1].start
    async with open_reader(replace(article, places=(Place(0, "page 1"), Place(second, "page 2")))) as reader:
        assert reader.text().split("\n")[1].rstrip().endswith("p. 1")
        await reader.press("j")
        assert reader.text().split("\n")[1].rstrip().endswith("p. 2")
