import os
import random
import resource
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from tests.claims import article_of, seed_analysis, seed_article
from tests.library.processes import Child
from tests.notes.literals import highlight

SEED, FOUND = seed_article(), seed_analysis()
TOWN = article_of("The bridge is shut until spring.\n\nThe mayor said that it is unsafe.", title="Bridge")
SESSIONS = 200


def lit(id: str, note: str = "") -> Highlight:
    return highlight(SEED.text, "Union has not tried", id=id, note=note)


def writer(path: Path, name: str, count: int = 10**6) -> Callable[[int], None]:
    """Return a session that highlights ``count`` times and tells each when it is acknowledged."""

    def work(into: int) -> None:
        with Library.open(path) as library:
            entry = library.enter(SEED)
            for number in range(count):
                mark = lit(f"{name}-{number}")
                library.write(entry, Edit(None, mark))
                os.write(into, f"{mark.id}\n".encode())
                if number % 5 == 0:
                    library.reach(entry, number)
                    library.keep(entry, FOUND)

    return work


def kept(path: Path) -> set[str]:
    """Return the ids of the highlights in a library that must open and be whole."""
    with Library.open(path) as library:
        assert library.notice is None
        assert library._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {id for row in library.rows() for id in (h.id for h in library.notebook(row.entry).highlights)}


def test_a_killed_session_loses_no_acknowledged_highlight(tmp_path: Path) -> None:
    chance = random.Random(3)
    acknowledged: dict[Path, set[str]] = {}
    for session in range(SESSIONS):
        # A new library now and then: its making and migration are moments too.
        path = tmp_path / f"{session // 10}.db"
        child = Child(writer(path, str(session)))
        # At a moment of its opening, or at one of its writing.
        child.hear(lines := chance.choice((0, 0, 1, 1, 2, 5)))
        time.sleep(chance.uniform(0, 0.005 if lines else 0.03))
        # A killed session may have been writing its last line.
        told = {line[:-1] for line in child.kill().splitlines(keepends=True) if line.endswith("\n")}
        acknowledged[path] = acknowledged.get(path, set()) | told
        assert acknowledged[path] <= kept(path), f"session {session}"
    assert len(acknowledged) == SESSIONS // 10
    assert sum(map(len, acknowledged.values())) > SESSIONS


def test_several_write_to_one_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    children = [Child(writer(path, name, 60)) for name in "abcd"]
    told = {line for child in children for line in child.wait().splitlines()}
    assert len(told) == 240
    assert kept(path) == told
    with Library.open(path) as library:
        assert len(library.rows()) == 1


def test_one_sees_at_once_what_another_has_written(path: Path) -> None:
    with Library.open(path) as mine, Library.open(path) as theirs:
        entry = mine.enter(SEED)
        assert theirs.enter(SEED) == entry
        mine.write(entry, Edit(None, lit("m")))
        theirs.write(entry, Edit(None, lit("t")))
        assert {h.id for h in mine.notebook(entry).highlights} == {"m", "t"}
        theirs.delete(entry)
        assert mine.rows() == ()
        mine.write(entry, Edit(None, lit("m2")))
        theirs.restore(entry)
        assert [row.highlights for row in mine.rows()] == [3]


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(path: Path) -> None:
    with Library.open(path) as mine, Library.open(path) as theirs:
        entry = mine.enter(SEED)
        theirs._connection.execute("BEGIN IMMEDIATE")
        mine._connection.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(LibraryError, match="another program is writing to it; try again"):
            mine.write(entry, Edit(None, lit("m")))
        assert mine.notebook(entry).highlights == ()
        theirs._connection.execute("ROLLBACK")
        mine.write(entry, Edit(None, lit("m")))
        assert len(mine.notebook(entry).highlights) == 1


def test_a_full_disk_loses_nothing_and_is_over_when_there_is_room(path: Path) -> None:
    with Library.open(path) as library:
        entry = library.enter(SEED)
        library.write(entry, Edit(None, lit("before")))
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="the disk is full") as said:
            for number in range(1000):
                library.write(entry, Edit(None, lit(f"big-{number}", "x" * 5000)))
        assert "\n" not in str(said.value)
        assert [h.id for h in library.notebook(entry).highlights][:1] == ["before"]
        with pytest.raises(LibraryError, match="the disk is full"):
            library.enter(article_of("Another article. " * 2000))
        assert len(library.rows()) == 1
        library._connection.execute("PRAGMA max_page_count = 1000000")
        library.write(entry, Edit(None, lit("after", "x" * 5000)))
    assert {"before", "after"} <= kept(path)


def test_a_disk_that_takes_no_more_bytes_loses_nothing(path: Path) -> None:
    def work(into: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Library.open(path) as library:
            entry = library.enter(SEED)
            resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
            try:
                for number in range(1000):
                    library.write(entry, Edit(None, lit(str(number), "x" * 5000)))
                    os.write(into, f"{number}\n".encode())
            except LibraryError as error:
                assert "\n" not in str(error)
                assert library.notebook(entry).highlights
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                library.write(entry, Edit(None, lit("after", "x" * 5000)))
                os.write(into, b"after\n")

    told = set(Child(work).wait().splitlines())
    assert "after" in told
    assert 1 < len(told) < 1000
    assert kept(path) == told


def test_a_write_that_fails_halfway_is_no_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        entry = library.enter(TOWN)
        library._connection.execute(
            "CREATE TEMP TRIGGER fault BEFORE INSERT ON sentence BEGIN SELECT RAISE(FAIL, 'fault'); END"
        )
        with pytest.raises(LibraryError, match="fault"):
            library.enter(SEED)
        assert [row.entry for row in library.rows()] == [entry]
        library._connection.execute("DROP TRIGGER fault")
        library.enter(SEED)
        assert len(library.rows()) == 2


def test_damage_found_while_reading_is_said_in_one_line(path: Path) -> None:
    with Library.open(path) as library:
        entry = library.enter(SEED)
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        library._connection.execute("VACUUM")
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (path.stat().st_size - 4096))
        other = sqlite3.connect(path)
        other.close()
        with pytest.raises(
            LibraryError, match="damaged; secondhand library --check saves what can be read of it"
        ) as said:
            library._connection.execute("PRAGMA shrink_memory")
            library.notebook(entry)
        assert "\n" not in str(said.value)
    with Library.open(path) as library:
        assert library.notice
