from pathlib import Path

import pytest

from secondhand.commands.library import COLUMNS
from secondhand.library import Library
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
