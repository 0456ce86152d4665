import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from secondhand.commands.complaint import FAILED
from secondhand.commands.library import COLUMNS
from secondhand.library import Library, opening
from tests.claims import article_of
from tests.commands.conftest import Run

Captured = pytest.CaptureFixture[str]


def test_a_pipe_gets_a_row_an_article(filled: Path, run: Run, capsys: Captured) -> None:
    assert run("library") == 0
    header, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert tuple(header) == COLUMNS
    bank = next(row for row in rows if row[0] == "1")
    assert bank[1:4] == ["Rates ␛]0;pwned␇and [link=x]banks", "Daily News", "2025-02-27"]
    assert bank[5:7] == ["4", "3"]
    assert bank[8] == "https://daily.example/1"
    assert len(rows) == 2


def test_an_empty_library_is_only_its_header(run: Run, capsys: Captured, tmp_path: Path) -> None:
    assert run("library", "--library", str(tmp_path / "new.db")) == 0
    assert capsys.readouterr().out == "\t".join(COLUMNS) + "\n"


def test_a_damaged_one_is_set_aside_and_told(library: Path, run: Run, capsys: Captured) -> None:
    library.write_bytes(b"no library, " * 1000)
    assert run("library") == 0
    captured = capsys.readouterr()
    assert captured.out == "\t".join(COLUMNS) + "\n"
    assert captured.err.startswith("secondhand: ")
    assert captured.err.count("\n") == 1


def test_one_that_cannot_be_opened_gets_one_line(run: Run, capsys: Captured, tmp_path: Path) -> None:
    assert run("library", "--library", str(tmp_path)) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_pipe_gets_no_sign_that_words_are_left_out(run: Run, capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    with Library.open(file) as library:
        library.enter(article_of("It rained and rained. " * 20))
    assert run("library", "--library", str(file)) == 0
    title = capsys.readouterr().out.splitlines()[1].split("\t")[1]
    assert title.startswith("It rained and rained. It") and title.endswith(("rained", "and", "It"))


def _ruin(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_check_says_of_a_whole_library_what_is_in_it(filled: Path, run: Run, capsys: Captured) -> None:
    before = filled.read_bytes()
    assert run("library", "--check") == 0
    told = f"every row of the library {filled} makes sense: 2 articles, 5 highlights\n"
    assert capsys.readouterr() == (told, "")
    assert filled.read_bytes() == before and [*filled.parent.glob("*.damaged*")] == []


def test_a_check_tells_a_line_a_finding_and_mends_it_once(filled: Path, run: Run, capsys: Captured) -> None:
    _ruin(
        filled, "UPDATE mark SET record = '{' WHERE rowid = 1", "UPDATE article SET date = 7 WHERE entry = 2"
    )
    assert run("library", "--check") == FAILED
    highlight, article, aside = capsys.readouterr().out.splitlines()
    assert highlight == "a highlight of article 1 makes no sense and is taken out"
    assert article.startswith("what article 2 is listed by does not fit")
    (kept,) = filled.parent.glob("library.damaged-*.db")
    assert aside == f"the library as it was is kept as {kept}"
    assert run("library", "--check") == 0
    assert capsys.readouterr().out.endswith("2 articles, 4 highlights\n")


def test_a_check_saves_what_is_left_of_a_damaged_file(filled: Path, run: Run, capsys: Captured) -> None:
    filled.write_bytes(filled.read_bytes()[:-4096])
    assert run("library", "--check") == FAILED
    saved, *_ = capsys.readouterr().out.splitlines()
    assert saved.startswith("the library was damaged: ")


def test_a_check_mends_nothing_that_may_not_be_written(
    filled: Path, run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ruin(filled, "UPDATE mark SET record = '{' WHERE rowid = 1")
    before = filled.read_bytes()
    make = opening._make

    def refuse(path: Path) -> None:
        if path == filled:
            raise PermissionError(errno.EACCES, "Permission denied")
        make(path)

    monkeypatch.setattr(opening, "_make", refuse)
    assert run("library", "--check") == FAILED
    notice, problem, end = capsys.readouterr().out.splitlines()
    assert "may not be written" in notice and "makes no sense" in problem
    assert end == "none of that is done: the library may not be written"
    assert filled.read_bytes() == before


def test_a_check_makes_no_library_where_there_is_none(run: Run, capsys: Captured, library: Path) -> None:
    assert run("library", "--check") == FAILED
    assert (
        capsys.readouterr().err
        == f"secondhand: there is no library {library}; name the file with --library\n"
    )
    assert not library.exists()


def test_words_find_an_article_and_tell_where_they_stand(filled: Path, run: Run, capsys: Captured) -> None:
    assert run("library", "--search", "daily", "bank") == 0
    header, row = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert row[0] == "1" and header[10] == "found"
    assert row[10].startswith(("text: ", "claim: ", "note: ")) and "bank" in row[10]
    assert run("library", "--search", "bank", "--tag", "no such tag") == 1
    assert run("library", "--tag", "no such tag") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("zebra", "Nothing in the library has “zebra”."),
        ('zebra "two words" #mine', "Nothing in the library has “zebra”, “two words”, the tag “mine”."),
        ("\x1b[31mzebra", "Nothing in the library has “␛[31mzebra”."),
        ('"; DROP TABLE words; --', "Nothing in the library has “; DROP TABLE words; --”."),
    ],
)
def test_that_nothing_is_found_is_one_line(
    filled: Path, run: Run, capsys: Captured, words: str, told: str
) -> None:
    assert run("library", "--search", words) == 1
    assert capsys.readouterr() == ("", f"secondhand: {told}\n")
    assert run("library", "--search", words, "--library", str(filled.with_name("none.db"))) == 1
