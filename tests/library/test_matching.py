import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from secondhand.article import Article
from secondhand.library import Library, entries
from secondhand.library.matching import same_article
from tests.claims import article_of
from tests.notes.literals import MADE

DAY = date(2025, 2, 27)
FIRST = article_of(
    "A fire in the harbour of Varna destroyed two warehouses on Thursday, officials said.\n\n"
    "The fire broke out at dawn in a store for paint and spread within minutes.\n\n"
    "“We have it under control,” said the chief of the fire brigade, Ivan Petrov.\n\n"
    "Nobody was hurt, according to the regional health service.\n\n"
    "The harbour is the largest on the Bulgarian coast and handles most of its grain.",
    title="Fire destroys warehouses in Varna",
    publisher="Reuters",
    date=DAY,
)
GRAIN = article_of(
    "Bulgarian grain exports fell by a tenth in January, the ministry of agriculture said.\n\n"
    "Traders blamed the weather and the price of freight for the fall.\n\n"
    "The harbour is the largest on the Bulgarian coast and handles most of its grain.",
    title="Bulgarian grain exports fall",
    publisher="Reuters",
    date=DAY,
)
LOTTERY = (
    "The winning numbers in {day} evening's drawing of the national game were {numbers}.\n\n"
    "Nobody has won the main prize since the beginning of the year, the operator said.\n\n"
    "The chances of winning it are one in 292 million, mathematicians at the university reckon.\n\n"
    "Tickets cost two dollars and are sold in forty-five states and in the capital.\n\n"
    "The next drawing is broadcast by the stations that take part in the game."
)


def edited(article: Article, *changes: tuple[str, str], **known: object) -> Article:
    """Return ``article`` with words changed."""
    text = article.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = article_of(text, title=article.title, publisher=article.publisher, date=article.date)
    return replace(made, **known)  # type: ignore[arg-type]


LATER_VERSIONS = {
    "corrected": edited(FIRST, ("two warehouses", "three warehouses")),
    "new title": edited(FIRST, ("two warehouses", "three warehouses"), title="Three warehouses burn"),
    "no title": edited(FIRST, ("Ivan Petrov", "Ivan Petrow"), title=None, publisher=None, date=None),
    "longer": edited(FIRST, ("Nobody was hurt", "Trains were held for an hour.\n\nNobody was hurt")),
    "shorter": edited(
        FIRST, ("\n\nThe harbour is the largest on the Bulgarian coast and handles most of its grain.", "")
    ),
    "grown": edited(
        FIRST,
        (
            "officials said.",
            "officials said.\n\nSmoke could be seen from the sea for hours, a captain said by radio.",
        ),
        (
            "grain.",
            "grain.\n\nIn 2019 a ship caught fire at the same quay and sank there.",
        ),
    ),
    "typed otherwise": edited(
        FIRST, ("“We have it under control,”", '"We have it under control,"'), ("\n\n", "\n \n")
    ),
    "a word in most sentences": edited(
        FIRST,
        ("two", "three"),
        ("at dawn", "before dawn"),
        ("chief", "head"),
        ("Nobody", "No one"),
        title=None,
    ),
    "with a note before it": edited(
        FIRST, ("A fire", "This story was corrected on Friday morning.\n\nA fire")
    ),
    "a day later": edited(FIRST, ("Nobody was hurt", "Two were hurt"), date=DAY + timedelta(1)),
}
WALL = (
    "\n\nYou have read all the free articles that you get in a month."
    "\n\nSubscribe for a dollar a week and read every story on every device you own."
    "\n\nSubscribers support the reporting that this town depends on every day of the year."
    "\n\nHave a subscription already? Enter the address that you subscribed with."
)
OTHERS = {
    "shares a paragraph": GRAIN,
    "another outlet": edited(FIRST, ("two warehouses", "three warehouses"), publisher="Gazette"),
    "a year later": edited(FIRST, ("two warehouses", "three warehouses"), date=DAY + timedelta(365)),
    "the day after, with the same background": article_of(
        "Police in Varna arrested a man on Friday over the fire in the harbour, officials said.\n\n"
        "He is said to have smoked in a store for paint; a judge will hear him on Monday.\n\n"
        "Nobody was hurt, according to the regional health service.\n\n"
        "The harbour is the largest on the Bulgarian coast and handles most of its grain.",
        title="Man arrested over harbour fire",
        publisher="Reuters",
        date=DAY + timedelta(1),
    ),
    "the same title, another story": article_of(
        "Flames took a row of stores beside the river early in the morning of the second of March.\n\n"
        "The harbour is the largest on the Bulgarian coast and handles most of its grain.",
        title=FIRST.title,
        publisher="Reuters",
        date=DAY + timedelta(3),
    ),
}


@pytest.mark.parametrize("new", LATER_VERSIONS.values(), ids=LATER_VERSIONS.keys())
def test_a_later_version_is_the_same_article(library: Library, new: Article) -> None:
    entry = library.enter(FIRST)
    library.enter(GRAIN)
    assert library.enter(new) == entry


@pytest.mark.parametrize("new", OTHERS.values(), ids=OTHERS.keys())
def test_another_article_is_not(library: Library, new: Article) -> None:
    entry = library.enter(FIRST)
    assert library.enter(new) != entry
    assert library.notebook(entry).article == FIRST
    assert not same_article(FIRST, new)


def test_stories_behind_one_wall_are_not_one() -> None:
    fire, grain = (article_of(text.split("\n")[0] + WALL) for text in (FIRST.text, GRAIN.text))
    assert not same_article(grain, fire)
    assert not same_article(replace(grain, title="Briefing"), replace(fire, title="Briefing"))


def test_stories_told_by_one_form_are_not_one() -> None:
    monday = article_of(LOTTERY.format(day="Monday", numbers="1, 2, 3"), title="Numbers drawn", date=DAY)
    friday = article_of(LOTTERY.format(day="Friday", numbers="7, 8, 9"), title="Numbers drawn")
    assert not same_article(replace(friday, date=DAY + timedelta(4)), monday)


def test_short_stories_told_by_one_form_are_not_one() -> None:
    forms = [
        f"Quake of {n} hits the coast of Chile, the service said.\n\nNobody was hurt." for n in (5.1, 6.2)
    ]
    assert not same_article(*map(article_of, forms))


def test_articles_that_share_nothing_are_not_one() -> None:
    assert not same_article(article_of("One.", title="A"), article_of("Two.", title="A"))
    assert not same_article(article_of("", title="A"), article_of("", title="A"))


def test_the_text_tells_before_the_address(library: Library) -> None:
    fire, grain = replace(FIRST, url="https://e.org/1"), replace(GRAIN, url="https://e.org/2")
    first, second = library.enter(fire), library.enter(grain)
    assert library.enter(replace(fire, url="https://e.org/2")) == first
    assert library.enter(replace(grain, url=None)) == second


def test_the_address_tells_before_likeness(library: Library) -> None:
    entry = library.enter(replace(FIRST, url="https://e.org/live"))
    assert library.enter(replace(GRAIN, url="http://e.org/live/?utm_medium=mail")) == entry


def test_an_earlier_version_is_known_too(library: Library) -> None:
    entry = library.enter(replace(FIRST, url="https://e.org/live"))
    library.enter(replace(GRAIN, url="https://e.org/live"))
    assert library.enter(FIRST) == entry


def test_among_many_articles_one_is_found_soon(library: Library) -> None:
    ends = "\n\nSubscribe to our newsletter for more of the same every day."
    many = [
        article_of(f"Story number {n} tells of the year {n} and of no other year.{ends}") for n in range(400)
    ]
    with library._transaction("IMMEDIATE") as ask:
        for article in many:
            entries.enter(ask, article, MADE)
    began = time.process_time()
    assert library.entry(many[200]) == 201
    exact = time.process_time()
    assert library.entry(replace(FIRST, text=FIRST.text + ends)) is None
    assert exact - began < 0.1
    assert time.process_time() - exact < 0.5
