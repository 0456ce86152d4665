"""Where a claim stands in other articles of the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.library import Library
from secondhand.library.tracing import find_carrying_paragraph
from tests.claims import article_of, seed_analysis, seed_article

DAY = date(2025, 2, 27)
CLAIM = next(c for c in seed_analysis().claims if c.content[0].text.startswith("European countries"))
POST = CLAIM.chain[1]
REPORT = article_of(
    "The allies met on Wednesday.\n\nSeveral European countries consider deploying between 25,000 and 30,000 "
    "military personnel to Ukraine, but only if the US provides support, officials said.",
    publisher="washingtonpost.com",
    date=date(2025, 2, 20),
)


def found(library: Library, report: Article, claim: Claim = CLAIM) -> list[tuple[int, int]]:
    library.enter(report)
    return [(trace.entry, trace.paragraph) for trace in library.traces(claim, POST, DAY, 0)]


def test_a_report_in_other_words_by_the_outlet_of_the_link(library: Library) -> None:
    assert found(library, REPORT) == [(1, 1)]


def test_the_article_itself_and_what_was_deleted_are_left_out(library: Library) -> None:
    entry = library.enter(REPORT)
    assert not library.traces(CLAIM, POST, DAY, entry)
    library.delete(entry)
    assert not library.traces(CLAIM, POST, DAY, 0)


@pytest.mark.parametrize(
    ("known", "offered"),
    [
        ({"publisher": "Reuters"}, False),
        ({"publisher": None}, False),
        ({"publisher": "The Washington Post"}, True),
        ({"date": date(2025, 3, 20)}, False),
        ({"date": date(2025, 2, 26)}, True),
        ({"date": date(2024, 2, 20)}, False),
        ({"date": None}, True),
    ],
)
def test_outlet_and_days_have_to_fit(library: Library, known: dict[str, object], offered: bool) -> None:
    assert bool(found(library, replace(REPORT, **known))) is offered  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "offered"),
    [
        (None, True),
        ("2025-02", True),
        ("2025", True),
        ("2025-01", False),
        ("2025-01-05T10:00:00", False),
        ("2025-02-01/2025-02-16", False),
        ("2025-02-01/2025-02-17", True),
        ("2025-02-23", True),
        ("2025-02-24", False),
        ("2024/2025", True),
        ("2025-02-19", True),
        ("0001-01-01", True),
        ("no date", True),
    ],
)
def test_days_as_a_link_tells_them(library: Library, when: str | None, offered: bool) -> None:
    library.enter(REPORT)
    assert bool(library.traces(CLAIM, replace(POST, when=when), DAY, 0)) is offered


def test_the_likest_comes_first(library: Library) -> None:
    library.enter(REPORT)
    literal = library.enter(article_of(f"It said {CLAIM.content[0].text}.", publisher=POST.name))
    assert [trace.entry for trace in library.traces(CLAIM, POST, DAY, 0)] == [literal, 1]


@pytest.mark.parametrize("publisher", [POST.name])
def test_another_story_of_the_outlet_is_not_offered(library: Library, publisher: str) -> None:
    others = (
        "The president met his guests in Paris on Monday.\n\nOfficials in Ukraine said the talks would go on."
    )
    assert not found(library, article_of(others, publisher=publisher))


def test_no_claim_of_the_seed_is_taken_for_a_paragraph_of_another_seed() -> None:
    other = article_of("The city council voted to close the bridge.\n\n" * 3)
    assert not [claim for claim in seed_analysis().claims if find_carrying_paragraph(other, claim)]
    assert all(find_carrying_paragraph(seed_article(), claim) for claim in seed_analysis().claims)
