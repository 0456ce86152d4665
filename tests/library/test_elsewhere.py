"""Where else the claims of an article of the library stand."""

from __future__ import annotations

from datetime import date

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.library.elsewhere import (
    compare_entry,
    compare_waiting,
    find_elsewhere,
    find_sayings,
    keep_compared,
)
from secondhand.library.searching import read_wanted
from tests.claims import Teller, article_of

SAID = "Interest rates will stay where they are until the autumn"
OTHER = "Young people lost work in the north of the country in every month of the winter"


def _keep(library: Library, outlet: str, day: date, said: str, *more: str) -> int:
    text = "\n".join(f"{words}, Jane Doe said." for words in (said, *more))
    teller = Teller(article_of(text, publisher=outlet, date=day))
    speaker = teller.speaker("Jane Doe")
    for at, words in enumerate((said, *more)):
        teller.claim(at, [words], "said", "Jane Doe", speaker)
    entry = library.enter(teller.article)
    library.keep(entry, teller.analysis())
    return entry


def _count(library: Library) -> dict[int, int]:
    """Return how many others have something of each article, as the library lists them."""
    return {row.entry: row.elsewhere for row in library.rows()}


def test_a_claim_is_found_where_else_it_stands(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID, "Banks hold more capital than before the crisis")
    other = _keep(
        library, "Star", date(2026, 3, 8), f"{SAID} at least", "Young people lost work in the north"
    )
    _keep(library, "Herald", date(2026, 3, 8), "Trains were late on most days of the winter")
    (statement,) = find_elsewhere(library, one)
    assert [carrier.source for carrier in statement.carriers] == [str(one), str(other)]
    assert find_elsewhere(library, one, "c0") == [statement]
    assert find_elsewhere(library, one, "c1") == []


def test_an_article_of_another_season_is_another_occasion(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    _keep(library, "Star", date(2026, 9, 8), SAID, OTHER)
    assert find_elsewhere(library, one) == []


def test_an_article_that_was_deleted_or_never_analysed_is_left_out(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    other = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    library.enter(article_of(f"A paper writes: {SAID}, somebody said on Monday.", publisher="Herald"))
    assert len(find_elsewhere(library, one)[0].carriers) == 2
    library.delete(other)
    assert find_elsewhere(library, one) == []


def test_what_was_found_is_kept_and_found_by_either_article(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    other = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    assert library.joins.list_uncompared() == (other, one)
    compare_entry(library, other)
    assert library.joins.list_uncompared() == (one,)
    assert _count(library) == {one: 1, other: 1}
    assert library.search(read_wanted("also:elsewhere"), library.rows()) == {one, other}
    assert compare_waiting(library, 60)
    assert library.joins.list_uncompared() == ()
    assert find_elsewhere(library, one) == find_elsewhere(library, other)


def test_an_analysis_is_compared_as_soon_as_it_is_kept(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    other = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    found = library.notebook(other).found
    assert found is not None
    keep_compared(library, other, found)
    assert library.joins.list_uncompared() == (one,)
    assert _count(library) == {one: 1, other: 1}


def test_an_analysis_is_kept_where_it_cannot_be_compared(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is full.")

    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    nothing = Teller(library.notebook(one).article).analysis()
    monkeypatch.setattr("secondhand.library.elsewhere.compare_entry", fail)
    keep_compared(library, one, nothing)
    assert library.notebook(one).found == nothing
    assert library.joins.list_uncompared() == (one,)


def test_all_that_one_speaker_said_is_found_by_date(library: Library) -> None:
    late = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    early = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    library.enter(article_of(f"A paper writes: {SAID}, Doe said on Monday.", publisher="Herald"))
    shared, alone = find_sayings(library, "Doe")
    assert [member.carrier.source for member in shared.members] == [str(early), str(late)]
    assert [member.carrier.source for member in alone.members] == [str(late)]
    assert find_sayings(library, "John Doe") == []
    library.delete(late)
    assert [len(saying.members) for saying in find_sayings(library, "Doe")] == [1]


def test_nothing_is_compared_where_there_is_no_time(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    assert not compare_waiting(library, -1)
    assert library.joins.list_uncompared() == (one,)


def test_a_new_analysis_takes_the_place_of_what_was_found(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    other = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    assert find_elsewhere(library, one) and find_elsewhere(library, other)
    nothing = Teller(library.notebook(other).article).analysis()
    library.keep(other, nothing)
    assert library.joins.list_uncompared() == (other,)
    assert find_elsewhere(library, other) == []
    assert find_elsewhere(library, one) == []
    assert _count(library) == {one: 0, other: 0}
    assert library.search(read_wanted("also:elsewhere"), library.rows()) == frozenset()


def test_an_article_that_comes_later_joins_what_two_others_say(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    assert len(find_elsewhere(library, one)[0].carriers) == 2
    late = _keep(library, "Herald", date(2026, 3, 9), SAID, "Trains were late on most days")
    assert len(find_elsewhere(library, late)[0].carriers) == 3
    assert find_elsewhere(library, one) == find_elsewhere(library, late)


def test_it_is_all_one_which_of_two_articles_is_compared_first(library: Library) -> None:
    one = _keep(library, "Reuters", date(2026, 3, 7), SAID)
    other = _keep(library, "Star", date(2026, 3, 8), SAID, OTHER)
    compare_entry(library, other)
    (statement,) = find_elsewhere(library, other)
    assert [carrier.source for carrier in statement.carriers] == [str(one), str(other)]
