"""Notebooks from elsewhere: what they change, and what they may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from secondhand.claim import Analysis, ModelInfo
from secondhand.library import Library
from secondhand.library.merging import Change
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from tests.claims import article_of
from tests.notes.literals import LATER, MADE, claim, correction, highlight

TOWN = article_of(
    "The mayor said that the bridge is safe. Nobody believes her.\n\nThe bridge is old.",
    url="https://town.example/bridge",
    title="The bridge",
)
NOW = LATER + timedelta(days=10)
OURS = highlight(TOWN.text, "bridge is safe", note="mine")


@pytest.fixture
def entry(library: Library) -> int:
    """Return the entry of an article with one highlight."""
    entry = library.enter(TOWN)
    library.write(entry, Edit(None, OURS))
    return entry


def whats(changes: Sequence[Change]) -> list[str]:
    return [change.what for change in changes]


def notes(library: Library, entry: int) -> dict[str, str]:
    book = library.notebook(entry)
    return {mark.id: mark.note for mark in (*book.highlights, *book.orphans)}


@pytest.mark.parametrize(
    ("changed", "first"),
    [(LATER, "theirs"), (MADE - timedelta(1), "mine"), (NOW + timedelta(1), "mine"), (MADE, "mine")],
)
def test_two_notes_on_one_mark_both_stay(library: Library, entry: int, changed: datetime, first: str) -> None:
    theirs = Notebook(TOWN, highlights=(replace(OURS, note="theirs", changed=changed),))
    changes = library.merge(theirs, now=NOW)
    assert whats(changes) == (["changed", "beside"] if first == "theirs" else ["beside"])
    kept = notes(library, entry)
    assert kept[OURS.id] == first
    assert sorted(kept.values()) == ["mine", "theirs"]
    assert library.merge(theirs, now=NOW) == ()
    assert notes(library, entry) == kept


def test_one_that_was_taken_away_does_not_come_back(library: Library, entry: int) -> None:
    theirs = Notebook(TOWN, highlights=(replace(OURS, note="theirs", changed=NOW + timedelta(1)),))
    (beside,) = library.merge(theirs, now=NOW)
    assert beside.edit
    library.write(entry, Edit(beside.edit.after, None))
    assert library.merge(theirs, now=NOW) == ()
    assert notes(library, entry) == {OURS.id: "mine"}


def test_a_mark_is_not_moved_to_other_words(library: Library, entry: int) -> None:
    moved = replace(highlight(TOWN.text, "Nobody believes her", note="theirs"), changed=LATER)
    assert whats(library.merge(Notebook(TOWN, highlights=(moved,)), now=NOW)) == ["new"]
    book = library.notebook(entry)
    assert [(h.text, h.note) for h in book.highlights] == [
        ("bridge is safe", "mine"),
        ("Nobody believes her", "theirs"),
    ]
    assert book.highlights[0].id == OURS.id
    assert library.merge(Notebook(TOWN, highlights=(moved,)), now=NOW) == ()


def test_a_mark_is_not_moved_to_another_article(library: Library, entry: int) -> None:
    other = article_of("Another bridge is safe, they say in another town.", url="https://other.example/")
    moved = replace(highlight(other.text, "bridge is safe", note="theirs"), changed=LATER)
    assert whats(library.merge(Notebook(other, highlights=(moved,)), now=NOW)) == ["new"]
    assert notes(library, entry) == {OURS.id: "mine"}
    there = library.entry(other)
    assert there is not None
    assert list(notes(library, there).values()) == ["theirs"]
    assert library.merge(Notebook(other, highlights=(moved,)), now=NOW) == ()


def test_a_mark_does_not_become_one_of_another_kind(library: Library, entry: int) -> None:
    fix = correction(TOWN.text, "bridge is safe", id=OURS.id, commitment="denied")
    assert whats(library.merge(Notebook(TOWN, corrections=(fix,)), now=NOW)) == ["new"]
    book = library.notebook(entry)
    assert [h.note for h in book.highlights] == ["mine"]
    assert [c.commitment for c in book.corrections] == ["denied"]


def test_words_that_a_new_version_pushed_down_are_the_same_words(library: Library, entry: int) -> None:
    longer = replace(article_of("News.\n\n" + TOWN.text), url=TOWN.url)
    theirs = highlight(longer.text, "bridge is safe", note="mine, and more", changed=LATER)
    assert whats(library.merge(Notebook(longer, highlights=(theirs,)), now=NOW)) == ["other text", "changed"]
    assert library.notebook(entry).highlights[0].anchors == OURS.anchors
    assert notes(library, entry) == {OURS.id: "mine, and more"}


def test_words_that_are_nowhere_any_more_are_the_same_where_they_read_the_same(library: Library) -> None:
    entry = library.enter(TOWN)
    gone = highlight("gone words here", "gone words here", note="mine")
    library.write(entry, Edit(None, gone))
    newer = replace(gone, note="mine and theirs", changed=LATER)
    assert whats(library.merge(Notebook(TOWN, orphans=(newer,)), now=NOW)) == ["changed"]
    other = replace(highlight("lost words here", "lost words here"), changed=LATER)
    assert whats(library.merge(Notebook(TOWN, orphans=(other,)), now=NOW)) == ["new"]


@pytest.mark.parametrize("opened", [LATER, NOW + timedelta(3650), None])
def test_an_article_is_not_rewritten(library: Library, entry: int, opened: datetime | None) -> None:
    before = library.notebook(entry)
    other = replace(TOWN, text=TOWN.text.replace("safe", "shut"), title="Shut!", publisher="Elsewhere")
    assert whats(library.merge(Notebook(other, opened=opened))) == ["other text"]
    assert library.notebook(entry).article == before.article
    titled = replace(TOWN, title="Shut!", publisher="Elsewhere")
    assert library.merge(Notebook(titled, opened=opened)) == ()
    assert library.notebook(entry).article == before.article


def test_an_article_was_never_opened_at_a_time_to_come(library: Library) -> None:
    library.merge(Notebook(TOWN, opened=NOW + timedelta(days=1)), now=NOW)
    (row,) = library.rows()
    assert row.opened == NOW
    library.merge(Notebook(TOWN, opened=NOW + timedelta(days=2)), now=NOW + timedelta(days=1))
    assert library.rows()[0].opened == NOW + timedelta(days=1)
    library.merge(Notebook(TOWN, opened=MADE), now=NOW + timedelta(days=3))
    assert library.rows()[0].opened == NOW + timedelta(days=1)


def test_what_was_deleted_comes_back_and_that_is_told(library: Library, entry: int) -> None:
    library.delete(entry)
    assert whats(library.merge(Notebook(TOWN, highlights=(OURS,)), now=NOW)) == ["back"]
    assert [row.highlights for row in library.rows()] == [1]


def test_claims_that_come_along_are_told_where_there_were_none(library: Library, entry: int) -> None:
    found = Analysis((), (), ModelInfo("theirs", "1"))
    assert whats(library.merge(Notebook(TOWN, found), now=NOW)) == ["claims"]
    assert library.notebook(entry).found == found
    assert library.merge(Notebook(TOWN, Analysis((), (), ModelInfo("other", "2"))), now=NOW) == ()
    assert library.notebook(entry).found == found


def test_claims_on_words_that_are_not_there_are_not_kept(library: Library, entry: int) -> None:
    said = claim(TOWN.text, "bridge is safe", "said", "Ann Lee")
    wrong = replace(said, content=(replace(said.content[0], text="bridge is shut"),))
    found = Analysis((), (wrong,), ModelInfo("theirs", "1"))
    assert library.merge(Notebook(TOWN, found), now=NOW) == ()
    assert library.notebook(entry).found is None


def test_of_two_corrections_the_newer_one_holds(library: Library, entry: int) -> None:
    ours = correction(TOWN.text, "bridge is safe", commitment="denied")
    library.write(entry, Edit(None, ours))
    theirs = replace(ours, commitment="possible", changed=LATER)
    assert whats(library.merge(Notebook(TOWN, corrections=(theirs,)), now=NOW)) == ["changed", "beside"]
    assert [c.commitment for c in library.notebook(entry).corrections] == ["denied", "possible"]
    assert library.merge(Notebook(TOWN, corrections=(theirs,)), now=NOW) == ()


def test_a_dry_run_says_the_same_and_leaves_all_as_it_is(library: Library, entry: int) -> None:
    other = article_of("Another text altogether, of which the library knows nothing yet.")
    theirs = [
        Notebook(TOWN, highlights=(replace(OURS, note="theirs", changed=LATER),)),
        Notebook(other, highlights=(highlight(other.text, "Another text", id="h2"),)),
    ]
    told = [whats(library.merge(book, dry=True, now=NOW)) for book in theirs]
    assert told == [["changed", "beside"], ["new"]]
    assert notes(library, entry) == {OURS.id: "mine"}
    assert len(library.rows()) == 1
    assert [whats(library.merge(book, now=NOW)) for book in theirs] == told


def test_a_change_carries_what_it_was_and_what_it_is(library: Library, entry: int) -> None:
    theirs = replace(OURS, note="theirs", changed=LATER)
    changed, beside = library.merge(Notebook(TOWN, highlights=(theirs,)), now=NOW)
    assert changed.article == TOWN
    assert changed.edit and changed.edit.before == OURS
    assert isinstance(changed.edit.after, Highlight) and changed.edit.after.note == "theirs"
    assert beside.edit and isinstance(beside.edit.after, Highlight) and beside.edit.after.note == "mine"


def test_without_a_time_it_is_now(library: Library, entry: int) -> None:
    ahead = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
    theirs = replace(OURS, note="theirs", changed=ahead)
    assert whats(library.merge(Notebook(TOWN, highlights=(theirs,)))) == ["beside"]
