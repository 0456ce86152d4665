"""What can be read of a damaged file: all that does not stand on the damaged page itself."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from secondhand.library import Library
from secondhand.library.leaf_pages import read_leaf_pages
from secondhand.notes.edit import Edit
from tests.claims import article_of, seed_analysis, seed_article
from tests.library.articles import fetched
from tests.notes.literals import highlight

PAGE = 4096
ARTICLES, MARKS = 8, 5


def story(number: int, word: str = "own") -> str:
    count = 40 if number % 2 else 150
    return "\n\n".join(
        f"Article {number} has sentence {n} of its {word}, said {n * number}." for n in range(count)
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of several pages of each kind."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library.open(path) as library:
        library.keep(library.enter(seed_article()), seed_analysis())
        for number in range(1, ARTICLES):
            entry = library.enter(fetched(f"https://e.org/{number}", story(number), title=f"T{number}"))
            for n in range(MARKS):
                mark = highlight(story(number), f"sentence {n} of", id=f"h{number}-{n}", note="a note " * 30)
                library.write(entry, Edit(None, mark))
        library.enter(fetched("https://e.org/1", story(1, "new"), title="T1"))
    return path


def damaged(whole: Path, folder: Path, page: int, fill: bytes) -> Path:
    path = folder / "library.db"
    shutil.copyfile(whole, path)
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(fill * PAGE)
    return path


@pytest.mark.parametrize("fill", [b"\xff", b"\r"])
def test_a_page_that_is_destroyed_costs_what_stood_on_it(whole: Path, tmp_path: Path, fill: bytes) -> None:
    pages = whole.stat().st_size // PAGE
    assert pages > 40
    for page in range(pages):
        folder = tmp_path / str(page)
        folder.mkdir()
        path = damaged(whole, folder, page, fill)
        before = path.read_bytes()
        with Library.open(path) as library:
            assert library.notice and "damaged" in library.notice
            books = [library.notebook(row.entry) for row in library.rows()]
            marks = [h.id for book in books for h in (*book.highlights, *book.orphans)]
            assert len(books) >= ARTICLES - 1, page
            assert len(marks) >= (ARTICLES - 1) * MARKS - PAGE // 400, page
            assert library.check() == ((), None), page
            assert library._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (aside,) = folder.glob("library.damaged-*.db")
        assert aside.read_bytes() == before


def test_what_is_known_of_an_article_is_known_of_the_one_that_was_saved(whole: Path, tmp_path: Path) -> None:
    path = damaged(whole, tmp_path, whole.stat().st_size // PAGE - 1, b"\xff")
    with Library.open(path) as library:
        assert library.find("https://e.org/2") == 3
        assert library.enter(seed_article()) == 1
        assert library.notebook(1).found == seed_analysis()
        assert [edition.article.text for edition in library.editions(2)] == [story(1)]
        assert library.enter(fetched("https://elsewhere.example/", story(1))) == 2
        assert library.enter(article_of(seed_article().text + "\n\nMore.")) == 1, "by its sentences"


def test_what_stood_in_the_log_alone_is_saved(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copyfile(whole, path)
    with Library.open(path) as library:
        library.write(2, Edit(None, highlight(story(1, "new"), "sentence 7 of", id="late")))
        for side in ("", "-wal"):
            shutil.copyfile(f"{path}{side}", tmp_path / f"copy.db{side}")
    copy = tmp_path / "copy.db"
    connection = sqlite3.connect(tmp_path / "copy.db")
    connection.execute("CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END")
    connection.commit()
    connection.close()
    with Library.open(copy) as library:
        assert library.notice
        assert "late" in {h.id for h in library.notebook(2).highlights}


def test_rows_are_found_on_their_pages_where_no_way_leads_to_them(whole: Path, tmp_path: Path) -> None:
    path = damaged(whole, tmp_path, 0, b"\xff")
    found = list(read_leaf_pages(path))
    articles = {cells[0]: cells for table, cells in found if table == "article"}
    assert {articles[entry][2] for entry in articles} == {None, *(f"T{n}" for n in range(1, ARTICLES))}
    assert {(table, len(cells)) for table, cells in found} == {
        ("article", 12),
        ("mark", 6),
        ("edition", 5),
        ("analysis", 6),
    }
    marks = {cells[0] for table, cells in found if table == "mark"}
    assert marks == {f"h{number}-{n}" for number in range(1, ARTICLES) for n in range(MARKS)}
    assert {cells[:2] for table, cells in found if table == "edition"} == {(2, 1)}
    assert {cells[4] for table, cells in found if table == "analysis"} == {len(seed_analysis().claims)}


@pytest.mark.parametrize("older_first", [False, True])
def test_of_two_rows_with_one_key_the_newer_one_is_saved(
    whole: Path, tmp_path: Path, older_first: bool
) -> None:
    path = tmp_path / "library.db"
    shutil.copyfile(whole, path)
    data = path.read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    # A page as it was before stands in the file twice, and no way leads to either.
    stale = next(
        n for n, page in enumerate(pages) if page[0] == 0x0D and b"h3-2" in page and b"a note" in page
    )
    older = (
        pages[stale].replace(b"2026-11-24T09:30:00Z", b"2020-11-24T09:30:00Z").replace(b"a note", b"AN OLD")
    )
    first, last = (older, pages[stale]) if older_first else (pages[stale], older)
    path.write_bytes(b"".join([b"\xff" * PAGE, *pages[1:stale], first, *pages[stale + 1 :], last]))
    with Library.open(path) as library:
        notes = {h.note for row in library.rows() for h in library.notebook(row.entry).highlights}
        assert notes == {"a note " * 30}


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"SQLite format 3\0" + b"\0" * 5000, b"\r" * 50_000])
def test_what_has_no_rows_has_none(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(data)
    assert list(read_leaf_pages(file)) == []
