from dataclasses import replace
from datetime import date, timedelta
from unicodedata import normalize

import pytest

from secondhand.article import Article, Provenance
from secondhand.library import Library
from secondhand.library.matching import same_article
from secondhand.library.stored_articles import enter_article
from secondhand.notes.edit import Edit
from tests.claims import article_of
from tests.library.articles import fetched
from tests.notes.literals import MADE, highlight
from tests.steps import count_steps

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
    one, other = Provenance("https://e.org/1"), Provenance("https://e.org/2")
    first = library.enter(replace(FIRST, provenance=one))
    second = library.enter(replace(GRAIN, provenance=other))
    assert library.enter(replace(FIRST, provenance=other)) == first
    assert library.enter(replace(GRAIN, provenance=None)) == second


def test_the_address_tells_before_likeness(library: Library) -> None:
    entry = library.enter(replace(FIRST, provenance=Provenance("https://e.org/live")))
    again = Provenance("http://e.org/live/?utm_medium=mail")
    assert library.enter(replace(GRAIN, provenance=again)) == entry


@pytest.mark.parametrize("kept", [Provenance("https://e.org/live"), None])
def test_an_address_that_only_an_article_tells_is_none(library: Library, kept: Provenance | None) -> None:
    entry = library.enter(replace(FIRST, url="https://e.org/live", provenance=kept))
    claims = replace(GRAIN, url="https://e.org/live")
    evil = replace(claims, provenance=Provenance("https://evil.example/"))
    assert library.enter(evil) != entry
    assert library.enter(claims) != entry
    assert library.notebook(entry).article.text == FIRST.text
    assert library.find("https://e.org/live") == entry, "what was had from there comes before what says so"


def test_what_says_an_address_itself_is_found_by_it_but_no_page_speaks_for_another(library: Library) -> None:
    evil = replace(GRAIN, url="https://e.org/live", provenance=Provenance("https://evil.example/"))
    library.enter(evil)
    assert library.find("https://e.org/live") is None
    saved = library.enter(replace(FIRST, url="https://e.org/live"))
    assert library.find("https://e.org/live") == saved
    listed = library.enter(fetched("https://own.example/all", "One of many.", number=1, title="One"))
    record = fetched("https://own.example/all", "Another of many.", number=2)
    other = library.enter(replace(record, url="https://own.example/2"))
    assert library.find("https://own.example/2") == other != listed


def test_entries_of_a_feed_are_known_by_their_ids(library: Library) -> None:
    feed = "https://e.org/feed"
    rain, hail = fetched(feed, "It rained.", "1", 1), fetched(feed, "It hailed.", "2", 2)
    first, second = library.enter(rain), library.enter(hail)
    assert first != second
    assert library.enter(fetched(feed, "It rained a lot.", "1", 2)) == first
    assert library.enter(fetched("https://evil.example/feed", "It snowed.", "1", 1)) not in (first, second)
    assert {row.entry for row in library.rows()} >= {first, second}


def test_entries_with_ids_of_their_own_are_two_however_alike(library: Library) -> None:
    feed = "https://e.org/feed"
    later = LATER_VERSIONS["corrected"]
    first = library.enter(replace(FIRST, provenance=Provenance(feed, "1", 1)))
    assert library.enter(replace(later, provenance=Provenance(feed, "2", 2))) != first
    assert (
        library.enter(replace(later, text=later.text + "!", provenance=Provenance("https://e.org/1")))
        != first
    )


def test_one_of_several_at_a_place_is_the_same_only_where_it_is_like_it(library: Library) -> None:
    lines = "https://e.org/all.jsonl"
    first = library.enter(replace(FIRST, provenance=Provenance(lines, number=1)))
    second = library.enter(replace(GRAIN, provenance=Provenance(lines, number=2)))
    assert (
        library.enter(replace(LATER_VERSIONS["corrected"], provenance=Provenance(lines, number=1))) == first
    )
    # A line was put before them all.
    new = fetched(lines, "A new story, of which nobody has heard before.", number=1)
    assert library.enter(new) not in (first, second)
    assert library.enter(replace(FIRST, provenance=Provenance(lines, number=2))) == first
    assert library.notebook(second).article.text == GRAIN.text


@pytest.mark.parametrize(("size", "same"), [(3, True), (6, False)])
def test_a_collection_that_has_the_article_in_it_is_another(library: Library, size: int, same: bool) -> None:
    more = "".join(f"\n\nAnother story, the one with the number {n}, was told that day." for n in range(1000))
    whole = edited(FIRST, (FIRST.text, FIRST.text + more[: int(len(FIRST.text) * (size - 1))]))
    assert same_article(whole, FIRST) is same
    assert same_article(FIRST, whole) is same


@pytest.mark.parametrize(("shared", "same"), [(2, True), (1, False)])
def test_one_shared_sentence_and_a_title_make_no_version(shared: int, same: bool) -> None:
    sentences = ["The bridge is shut until the spring.", "The mayor said that it is not safe."]
    one = article_of(" ".join(sentences[:shared]), title="The bridge")
    more = article_of(" ".join([*sentences[:shared], "Buses go round."]), title="The bridge")
    assert same_article(more, one) is same


def test_a_text_in_another_form_of_unicode_is_the_same(library: Library) -> None:
    text = "Le président a déclaré que la réforme était terminée."
    typed = [article_of(normalize(form, text), title="Réforme") for form in ("NFC", "NFD")]
    entry = library.enter(typed[0])
    library.write(entry, Edit(None, highlight(typed[0].text, "réforme")))
    assert library.enter(typed[1]) == entry
    assert library.entry(typed[1]) == entry
    assert library.notebook(entry).article.text == typed[0].text
    assert [h.text for h in library.notebook(entry).highlights] == ["réforme"]
    assert library.editions(entry) == ()


def test_one_that_cannot_be_read_keeps_nothing_like_it_from_being_entered(library: Library) -> None:
    entry = library.enter(FIRST)
    library._connection.execute("UPDATE article SET record = '{}'")
    assert library.enter(LATER_VERSIONS["corrected"]) != entry


def test_an_earlier_version_is_known_too(library: Library) -> None:
    live = Provenance("https://e.org/live")
    entry = library.enter(replace(FIRST, provenance=live))
    assert library.enter(replace(GRAIN, provenance=live)) == entry
    assert library.enter(FIRST) == entry


def test_among_many_articles_one_is_found_as_soon_as_among_few(library: Library) -> None:
    ends = "\n\nSubscribe to our newsletter for more of the same every day."
    stories = (f"Story number {n} tells of the year {n} and of no other year.{ends}" for n in range(400))
    many = [article_of(story) for story in stories]
    unknown = replace(FIRST, text=FIRST.text + ends)
    known, missed = [], []
    for start, end in ((0, 40), (40, 400)):
        with library._transaction("IMMEDIATE") as ask:
            for article in many[start:end]:
                enter_article(ask, article, MADE)
        known.append(count_steps(lambda: library.entry(many[20])))
        missed.append(count_steps(lambda: library.entry(unknown)))
    assert library.entry(many[20]) == 21 and library.entry(unknown) is None
    assert known[1] < 2 * known[0]
    # What only ends like all others is compared with each of them at most once.
    assert missed[1] < 15 * missed[0]
