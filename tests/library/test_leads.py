"""Where one can go from a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondhand.article import Article, Hyperlink
from secondhand.claim import Claim
from secondhand.library import Library
from secondhand.library.leads import Lead, find_leads, has_relative_link
from tests.claims import Teller, article_of
from tests.library.articles import fetched

DAY = date(2025, 2, 27)
POST = "https://post.example/report"
STUDY = "https://town.example/study"
TEXT = article_of(
    "The Post reported that the bridge is shut until the spring, a study says.\n\nSee also here.",
    publisher="Gazette",
    date=DAY,
)


def linked(*links: tuple[str, str]) -> Article:
    """Return the article with words that lead to pages."""
    places = [(TEXT.text.index(words), len(words), url) for words, url in links]
    return replace(TEXT, hyperlinks=tuple(Hyperlink(at, at + size, url) for at, size, url in places))


def claim_of(url: str | None = None) -> Claim:
    t = Teller(TEXT)
    t.speaker("The Post", "organization")
    t.claim(0, ["the bridge is shut until the spring"], "reported that", "The Post", "The Post")
    (claim,) = t.claims
    (first, *rest) = claim.chain
    return replace(claim, chain=(first, *(replace(link, url=url) for link in rest)))


def test_the_chain_and_other_words_lead_on_and_without_a_library_that_is_all() -> None:
    claim = claim_of(POST)
    article = linked(("shut until", STUDY), ("here", "https://e.org/here"))
    assert find_leads(article, claim, None, 1) == (
        Lead(claim.chain[1], "", POST),
        Lead(None, "shut until", STUDY),
    )


def test_a_page_is_offered_once_and_the_publishers_own_never() -> None:
    article = linked(("bridge", POST), ("shut until", STUDY), ("the spring", STUDY))
    assert [lead.url for lead in find_leads(article, claim_of(POST), None, 1)] == [POST, STUDY]
    assert [lead.linked for lead in find_leads(article, claim_of(), None, 1)] == ["bridge", "shut until"]
    claim = claim_of()
    own = replace(claim, chain=(replace(claim.chain[0], url="https://own.example/"), *claim.chain[1:]))
    assert find_leads(TEXT, own, None, 1) == ()


@pytest.mark.parametrize(
    ("start", "end", "leads"),
    [("The Post", " reported", True), (" a study", " says", False), (", a", " study", False)],
)
def test_only_words_of_the_claim_lead_on(start: str, end: str, leads: bool) -> None:
    place = TEXT.text.index(start), TEXT.text.index(end)
    article = replace(TEXT, hyperlinks=(Hyperlink(*place, STUDY),), relative=(place,))
    assert bool(find_leads(article, claim_of(), None, 1)) is leads
    assert has_relative_link(article, claim_of()) is leads


def test_words_that_only_touch_a_claim_lead_nowhere() -> None:
    end = TEXT.text.index(", a study")
    after = replace(TEXT, hyperlinks=(Hyperlink(end, end + 1, STUDY),), relative=((end, end + 1),))
    assert find_leads(after, claim_of(), None, 1) == ()
    assert not has_relative_link(after, claim_of())
    last = replace(TEXT, hyperlinks=(Hyperlink(end - 1, end, STUDY),), relative=((end - 1, end),))
    assert len(find_leads(last, claim_of(), None, 1)) == 1
    assert has_relative_link(last, claim_of())


def test_what_the_library_has_of_a_page_is_told_with_its_day(library: Library) -> None:
    entry = library.enter(fetched(STUDY, "The bridge was measured.", title="A study", date=DAY))
    undated = library.enter(fetched(POST, "Prices fell in the market.", title="A report"))
    leads = find_leads(linked(("shut until", STUDY)), claim_of(POST), library, 99)
    assert [(lead.entry, lead.title, lead.url) for lead in leads] == [
        (undated, "A report", POST),
        (entry, "A study, 27 February 2025", STUDY),
    ]
    assert [
        lead.entry for lead in find_leads(linked(("shut until", STUDY)), claim_of(), library, entry)
    ] == []


def test_a_report_of_the_outlet_in_the_library_is_offered_once(library: Library) -> None:
    report = fetched(
        POST, "The bridge is shut until the spring.", title="Shut", publisher="The Post", date=DAY
    )
    entry = library.enter(report)
    claim = claim_of()
    found = Lead(claim.chain[1], "", POST, entry, "Shut, 27 February 2025")
    assert find_leads(TEXT, claim, library, 99) == (found,)
    with_url = claim_of(POST)
    assert find_leads(TEXT, with_url, library, 99) == (replace(found, link=with_url.chain[1]),)
