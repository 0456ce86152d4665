"""Words looked for in the library: each write is found at once, and no word of a user's is an order."""

from __future__ import annotations

import errno
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.library import Library, opening
from secondhand.library.schema import STEPS
from secondhand.library.searching import Wanted, pick_entries, read_wanted
from secondhand.notes.edit import Edit
from tests.claims import seed_analysis, seed_article
from tests.library.articles import fetched
from tests.library.test_upgrading import WRITTEN_BEFORE
from tests.notes.literals import correction, highlight, person

TOWN = fetched(
    "https://e.org/town",
    "The bridge is shut until spring.\n\nThe mayor said that it is unsafe for cars.\n\nBuses to Élysée.",
    title="Works",
    publisher="Gazette",
)
LIT = highlight(TOWN.text, "Buses", id="h1", note="ask Ines", tags=("roads", "city hall"))


def search(library: Library, given: str, *tags: str) -> list[int]:
    return sorted(library.search(read_wanted(given, tags), library.rows()))


def hit(library: Library, entry: int, given: str) -> tuple[str, int, list[str]] | None:
    found = library.hit(entry, read_wanted(given))
    return found and (found.kind, found.start, [words for words, is_hit in found.pieces if is_hit])


@pytest.fixture
def town(library: Library) -> int:
    """Return the entry of a marked article, beside one that was analysed."""
    entry = library.enter(TOWN)
    library.write(entry, Edit(None, LIT))
    library.keep(library.enter(seed_article()), seed_analysis())
    return entry


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("unsafe", [1]),
        ("UNSA", [1]),
        ("works gazette spring", [1]),
        ("works macron", []),
        ("elysee", [1]),
        ('"unsafe for cars"', [1]),
        ('"unsafe cars"', []),
        ("unsafe cars", [1]),
        ("ines", [1]),
        ("roads", [1]),
        ("sympathy", [2]),
        ("azette", [1]),
        ("nowhere", []),
        ("the", [1, 2]),
        ("", [1, 2]),
    ],
)
def test_words_find_an_article_wherever_they_stand(
    library: Library, town: int, given: str, found: list[int]
) -> None:
    assert search(library, given) == found


@pytest.mark.parametrize(
    ("given", "tags", "found"),
    [
        ("#roads", (), [1]),
        ("#ROA bus", (), [1]),
        ("#roads macron", (), []),
        ("", ("City",), [1]),
        ("#", (), [1, 2]),
    ],
)
def test_a_tag_narrows_it(
    library: Library, town: int, given: str, tags: tuple[str, ...], found: list[int]
) -> None:
    assert search(library, given, *tags) == found


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ("unsafe", ("text", TOWN.text.index("The mayor"), ["unsafe"])),
        ("Ines", ("note", TOWN.text.index("Buses"), ["Ines"])),
        ("hall", ("tag", TOWN.text.index("Buses"), ["hall"])),
        ("works", ("title", 0, ["Works"])),
        ("works unsafe", ("text", TOWN.text.index("The mayor"), ["unsafe"])),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_hit_leads_to_where_the_words_stand(
    library: Library, town: int, given: str, where: tuple[str, int, list[str]] | None
) -> None:
    assert hit(library, town, given) == where


def test_a_claim_is_found_with_who_makes_it(library: Library, town: int) -> None:
    claim = seed_analysis().claims[0]
    said = claim.content[0].text
    who = seed_analysis().speaker(claim)
    assert who is not None
    found = library.hit(2, read_wanted(f'"{said[: said.index(" ", 20)]}"'))
    assert found is not None and found.kind == "claim" and found.start == claim.content[0].start
    assert found.text.startswith(f"{who.name}: ")


@pytest.mark.parametrize(
    "given",
    ['"', '""', '"a', "a\"b", "NOT", "unsafe AND", "NEAR(a b)", "words:x", "-", "*", "^a", "(", "{a}", "a*b",
     "\0", "a\0b", "\ud83d", "'; DROP TABLE words; --", "col : x + y", "[/foo", "東京", "☃", "\x02\x03"],
)  # fmt: skip
def test_no_word_of_a_users_is_an_order(library: Library, town: int, given: str) -> None:
    search(library, given)
    hit(library, town, given)
    assert search(library, "unsafe") == [1]


def test_every_write_is_found_and_what_is_gone_is_not(library: Library, town: int) -> None:
    assert search(library, "ines") == [1]
    library.write(town, Edit(LIT, replace(LIT, note="told Otto", tags=())))
    assert search(library, "ines") == [] and search(library, "otto") == [1] and search(library, "roads") == []
    library.write(town, Edit(LIT, None))
    assert search(library, "otto") == []
    library.enter(replace(TOWN, text=TOWN.text.replace("spring", "autumn")))
    assert search(library, "autumn") == [1] and search(library, "spring") == []
    library.write(
        town, Edit(None, correction(TOWN.text, "it is unsafe", id="k1", speaker=person("Zoe Quill")))
    )
    library.keep(town, replace(seed_analysis(), claims=(), speakers=()))
    assert search(library, "quill") == [1]
    library.delete(town)
    assert search(library, "unsafe") == []
    library.restore(town)
    assert search(library, "unsafe") == [1]


def test_an_older_library_is_searched_too(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(WRITTEN_BEFORE.read_text(encoding="utf-8"))
    connection.close()
    with Library.open(path) as library:
        assert search(library, "unsafe") == [1]
        assert library._connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_words_are_taken_up_bit_by_bit_where_there_is_time(library: Library, town: int) -> None:
    assert not library.gather_words(-1)
    while not library.gather_words(0.0001):
        pass
    assert library.gather_words() and search(library, "unsafe") == [1]


def test_a_library_that_may_not_be_written_is_searched(
    library: Library, path: Path, town: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = opening._make

    def refuse(file: Path) -> None:
        if file == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        make(file)

    monkeypatch.setattr(opening, "_make", refuse)
    with Library.open(path) as reading:
        assert reading.read_only and search(reading, "unsafe") == [1]
        with pytest.raises(sqlite3.OperationalError):
            reading._connection.execute("DELETE FROM mark")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM words_data WHERE id > 10",
        "DROP TABLE words_data",
        "DROP TABLE words_content",
        "DELETE FROM indexed",
        "UPDATE indexed SET stale = 'x'",
    ],
)
def test_a_damaged_index_is_made_anew(path: Path, statement: str) -> None:
    with Library.open(path) as library:
        library.enter(TOWN)
        assert search(library, "unsafe") == [1]
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
    with Library.open(path) as library:
        assert search(library, "unsafe") == [1] and len(library.rows()) == 1
        library.check()
        assert library.check() == ((), None)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM words",
        "UPDATE words_data SET block = x'ff'",
        "UPDATE words SET excerpt = 'ghost' WHERE rowid = 1 << 22",
    ],
)
def test_a_check_tells_of_words_that_do_not_fit(library: Library, town: int, statement: str) -> None:
    assert search(library, "unsafe") == [1]
    library._connection.execute(statement)
    problems, _ = library.check()
    assert problems == ("the words to search do not fit what is kept and are gathered anew",)
    assert library.check() == ((), None)
    assert search(library, "unsafe") == [1] and search(library, "ghost") == []


def test_a_word_without_a_letter_asks_for_nothing() -> None:
    assert read_wanted('-- "!" a "b  c" #x B') == Wanted(("a", "b c", "B"), ("x",))


def test_nothing_wanted_is_had_by_all() -> None:
    assert pick_entries((), Wanted(), []) == frozenset()


def test_of_a_long_passage_the_words_around_the_hit_are_shown(library: Library) -> None:
    long = "and so on and on, " * 30
    entry = library.enter(
        fetched("https://e.org/long", f"It begins. {long}the needle is here, {long}to the end.")
    )
    found = library.hit(entry, read_wanted("needle"))
    assert found is not None and ("needle", True) in found.pieces and len(found.text) < 120
