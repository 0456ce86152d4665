"""``secondhand who``: what it prints, and how it ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from secondhand.record import analysis_record
from tests.claims import Teller, article_of
from tests.commands.conftest import Run


@pytest.fixture
def archive(tmp_path: Path) -> str:
    teller = Teller(article_of("Rates may stay low, Jane Doe said.", publisher="Star", date=date(2026, 3, 8)))
    teller.claim(
        0, ["Rates may stay low"], "said", "Jane Doe", teller.speaker("Jane Doe"), commitment="possible"
    )
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps(analysis_record(teller.article, teller.analysis())) + "\n", encoding="utf-8")
    return str(file)


def test_all_that_somebody_said_is_printed(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("who", "Doe", archive) == 0
    assert capsys.readouterr().out == (
        "8 March 2026\n  Rates may stay low\n    Star, 8 March 2026: in other words, as possible\n"
    )


def test_an_option_may_stand_between_name_and_files(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("who", "Doe", "--claim", "rates", archive) == 0
    assert "Rates may stay low" in capsys.readouterr().out


def test_json_has_each_member(archive: str, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("who", "Doe", archive, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [m["commitment"] for s in told["sayings"] for m in s["members"]] == ["possible"]


def test_nobody_of_that_name_is_one_line(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("who", "No\x1bbody") == 0
    assert capsys.readouterr().out == "None of these articles has anything that No␛body says.\n"


def test_an_empty_library_is_told(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("who", "Doe", "--library", str(tmp_path / "none.db")) == 0
    told = capsys.readouterr().err
    assert "none.db has no articles yet" in told and told.count("\n") == 1


def test_a_library_that_is_something_else_is_refused(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (notes := tmp_path / "notes.txt").write_text("my notes")
    assert run("who", "Doe", "--library", str(notes)) == 2
    assert "is no library" in capsys.readouterr().err
    assert notes.read_text() == "my notes"


def test_only_the_name_is_needed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("who") == 2
    assert "required: NAME." in capsys.readouterr().err


def test_where_no_file_can_be_read_nothing_more_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("who", "Doe", "missing.txt") == 2
    assert capsys.readouterr().out == ""
