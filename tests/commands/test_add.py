"""Articles put by from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand import ingest
from secondhand.errors import NoAnswer
from secondhand.library import Library
from tests.commands.conftest import Run

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def story(tmp_path: Path) -> str:
    """Return the path of an article."""
    file = tmp_path / "story.txt"
    file.write_text("The bridge is shut until spring, the mayor said.\n", "utf-8")
    return str(file)


def test_a_file_is_taken_in_and_new(story: str, run: Run, capsys: Captured) -> None:
    assert run("add", story) == 0
    assert capsys.readouterr().out == "1: The bridge is shut until spring, the mayor said.\n"
    assert run("library") == 0
    row = capsys.readouterr().out.splitlines()[1].split("\t")
    assert (row[0], row[4]) == ("1", "new")


@pytest.mark.parametrize("source", ["no-such-file.txt", "http://", "https://user:x@e.org/"])
def test_a_bad_address_is_one_clear_line_and_the_others_are_put_by(
    source: str, story: str, run: Run, capsys: Captured, library: Path
) -> None:
    assert run("add", source, story) == 2
    told = capsys.readouterr()
    assert told.err.startswith("secondhand: ") and told.err.count("\n") == 1
    with Library.open(library) as kept:
        assert len(kept.rows()) == 1 and kept.inbox.list_waiting() == ()


def test_an_address_that_does_not_answer_waits(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: str) -> None:
        raise NoAnswer(f"{source} cannot be reached: check your connection.")

    monkeypatch.setattr(ingest, "open_bundle", fail)
    assert run("add", "https://e.org/later") == 0
    assert capsys.readouterr().out.startswith("put by, to be fetched when it is opened: https://e.org/later")
    assert run("library") == 0
    row = capsys.readouterr().out.splitlines()[1].split("\t")
    assert (row[0], row[1], row[4]) == ("", "https://e.org/later", "new")


def test_nothing_to_add_is_told(run: Run) -> None:
    assert run("add") == 2
