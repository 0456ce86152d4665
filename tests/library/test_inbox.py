"""What is put by for later."""

from __future__ import annotations

from pathlib import Path

from secondhand.library import Library
from secondhand.library.schema import STEPS
from tests.library.articles import fetched

NEWS = fetched("https://e.org/news", "The bridge is shut until spring, the mayor said.", title="Bridge")
OTHER = "http://e.org/other?utm_source=x"


def new(library: Library) -> list[int]:
    return [row.entry for row in library.rows() if row.added]


def test_an_article_is_new_until_it_is_read(library: Library) -> None:
    entry = library.inbox.put_by(NEWS)
    assert new(library) == [entry]
    assert library.enter(NEWS) == entry and new(library) == []
    assert library.inbox.put_by(NEWS) == entry and new(library) == [entry]


def test_an_address_waits_as_it_was_given_once_until_it_is_opened(library: Library) -> None:
    library.inbox.wait_for(OTHER)
    library.inbox.wait_for(f" {OTHER} ")
    (row,) = library.inbox.list_waiting()
    assert (row.url, row.entry < 0, row.added is not None) == (OTHER, True, True)
    library.enter(fetched(OTHER, "Another story altogether, told at length."))
    assert library.inbox.list_waiting() == ()


def test_an_address_that_was_deleted_comes_back(library: Library) -> None:
    library.inbox.wait_for(OTHER)
    (row,) = library.inbox.list_waiting()
    library.inbox.delete(row.entry)
    assert library.inbox.list_waiting() == ()
    library.inbox.restore(row.entry)
    assert library.inbox.list_waiting() == (row,)
    library.inbox.delete(row.entry)
    library.inbox.wait_for(OTHER)
    assert [again.url for again in library.inbox.list_waiting()] == [OTHER]


def test_the_last_visit_is_that_of_the_program_before(path: Path) -> None:
    with Library.open(path) as library:
        assert library.inbox.visit() is None and library.inbox.visit() is None
        library.inbox.put_by(NEWS)
    with Library.open(path) as library:
        last = library.inbox.visit()
        assert last is not None and last == library.inbox.visit()
        (row,) = library.rows()
        assert row.added is not None and row.added >= last
    with Library.open(path) as library:
        later = library.inbox.visit()
        assert later is not None and later >= row.added


def test_what_is_put_by_is_saved_from_a_damaged_file(path: Path) -> None:
    with Library.open(path) as library:
        entry = library.inbox.put_by(NEWS)
        library.inbox.wait_for(OTHER)
        library._connection.execute("CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END")
    with Library.open(path) as library:
        assert library.notice and new(library) == [entry]
        assert [row.url for row in library.inbox.list_waiting()] == [OTHER]
        assert library.check() == ((), None)


def test_a_library_without_an_inbox_gets_one(path: Path) -> None:
    with Library.open(path) as library:
        library.enter(NEWS)
        for table in ("unread", "waiting", "visit", "joined", "member", "compared"):
            library._connection.execute(f"DROP TABLE {table}")
        first = next(at for at, step in enumerate(STEPS) if any("TABLE waiting" in str(sql) for sql in step))
        library._connection.execute(f"PRAGMA user_version = {first}")
    with Library.open(path) as library:
        assert library.notice is None and len(library.rows()) == 1 and library.inbox.list_waiting() == ()


def test_what_makes_no_sense_there_costs_itself_alone(library: Library) -> None:
    library.inbox.wait_for(OTHER)
    library._connection.execute("INSERT INTO waiting (address, added) VALUES (x'ff', 'never')")
    library._connection.execute("INSERT INTO visit VALUES (1, 'never')")
    assert [row.url for row in library.inbox.list_waiting()] == ["\ufffd", OTHER]
    assert library.inbox.visit() is not None
