"""Texts an article had before: none is replaced without being kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from secondhand.article import Article
from secondhand.claim import Analysis, ModelInfo
from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook
from tests.library.articles import fetched
from tests.notes.literals import correction, highlight

URL = "https://e.org/live"


def text(word: str) -> Article:
    return fetched(URL, f"The bridge is {word} until the spring, they say.\n\nBuses go round.", title=word)


def names(library: Library, entry: int) -> list[tuple[str, str | None]]:
    return [(edition.name, edition.article.title) for edition in library.editions(entry)]


def test_each_text_that_is_replaced_is_kept_once_under_its_own_number(library: Library) -> None:
    entry = library.enter(text("shut"))
    assert library.editions(entry) == ()
    library.enter(text("open"))
    assert names(library, entry) == [("1.1", "shut")]
    library.enter(text("gone"))
    assert sorted(names(library, entry)) == [("1.1", "shut"), ("1.2", "open")]
    library.enter(text("open"))
    assert sorted(names(library, entry)) == [("1.1", "shut"), ("1.3", "gone")]
    library.enter(text("gone"))
    assert sorted(names(library, entry)) == [("1.1", "shut"), ("1.4", "open")]
    assert [row.versions for row in library.rows()] == [2]


def test_the_one_replaced_last_comes_first_and_is_dated(library: Library) -> None:
    entry = library.enter(text("shut"))
    before = datetime.now(UTC).replace(microsecond=0)
    library.enter(text("open"))
    first = library.editions(entry)[0]
    assert before <= first.replaced <= datetime.now(UTC)
    library._connection.execute("UPDATE edition SET replaced = '2020-01-01T00:00:00+00:00'")
    library.enter(text("gone"))
    assert [edition.number for edition in library.editions(entry)] == [2, 1]


def test_what_only_is_told_otherwise_is_no_other_text(library: Library) -> None:
    entry = library.enter(text("shut"))
    library.enter(replace(text("shut"), title="Bridge", publisher="Gazette"))
    assert library.editions(entry) == ()


def test_an_earlier_text_is_opened_with_the_marks_and_claims_on_it(library: Library) -> None:
    old, found = text("shut"), Analysis((), (), ModelInfo("literal", "0"))
    entry = library.enter(old)
    library.keep(entry, found)
    library.write(entry, Edit(None, highlight(old.text, "bridge is shut", "Buses", id="old")))
    library.write(entry, Edit(None, correction(old.text, "bridge is shut")))
    new = fetched(URL, "No traffic at all.\n\nBuses go round.")
    assert library.enter(new) == entry
    library.write(entry, Edit(None, highlight(new.text, "No traffic at all", id="new")))
    assert [h.id for h in library.notebook(entry).orphans] == ["old"]
    assert library.notebook(entry).found is None
    assert library.find_edition("1.1") == (entry, 1)
    book = library.edition(entry, 1)
    assert (book.article.text, book.found) == (old.text, found)
    assert ([h.id for h in book.highlights], [h.id for h in book.orphans]) == (["old"], ["new"])
    assert len(book.corrections) == 1
    library.enter(book.article)
    assert library.notebook(entry).article.text == old.text
    assert [edition.article.text for edition in library.editions(entry)] == [new.text]


def test_a_version_there_is_none_of_is_said(library: Library) -> None:
    entry = library.enter(text("shut"))
    library.enter(text("open"))
    for name in ("1.2", "2.1", "1", "1.", ".1", "1.1.1", "1.x", "²", "1." + "9" * 40, ""):
        assert library.find_edition(name) is None
    with pytest.raises(LibraryError, match="no version 2 of article 1"):
        library.edition(entry, 2)


def test_the_text_of_an_import_that_is_not_taken_over_is_kept(library: Library) -> None:
    entry = library.enter(text("shut"))
    theirs = replace(text("open"), provenance=None)
    assert [change.what for change in library.merge(Notebook(theirs))] == ["other text"]
    assert library.notebook(entry).article.title == "shut"
    assert names(library, entry) == [("1.1", "open")]
    library.merge(Notebook(theirs))
    library.merge(Notebook(replace(text("shut"), provenance=None)))
    assert names(library, entry) == [("1.1", "open")]


def test_an_import_that_only_tells_the_address_is_an_article_of_its_own(library: Library) -> None:
    entry = library.enter(text("shut"))
    theirs = Article("Quite another story, with which that has nothing to do.", (), url=URL)
    assert library.merge(Notebook(theirs)) == ()
    assert library.notebook(entry).article.title == "shut"
    assert library.editions(entry) == ()
    assert len(library.rows()) == 2


def test_one_that_cannot_be_read_is_left_out_of_the_list(library: Library) -> None:
    entry = library.enter(text("shut"))
    library.enter(text("open"))
    library.enter(text("gone"))
    library._connection.execute("UPDATE edition SET record = '{' WHERE number = 1")
    assert names(library, entry) == [("1.2", "open")]
    with pytest.raises(LibraryError, match=f"article {entry} makes no sense"):
        library.edition(entry, 1)


def test_a_record_that_makes_no_sense_is_kept_when_the_article_is_opened_again(library: Library) -> None:
    entry = library.enter(text("shut"))
    library._connection.execute("UPDATE article SET record = '{\"text\": 1}'")
    assert library.enter(text("open")) == entry
    assert library.notebook(entry).article.title == "open"
    assert library._connection.execute("SELECT record FROM edition").fetchall() == [('{"text": 1}',)]
