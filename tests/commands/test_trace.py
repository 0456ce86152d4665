"""``secondhand trace``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondhand.record import analysis_record
from tests.claims import Teller, article_of
from tests.commands.conftest import Run

SAID = "Interest rates will stay where they are until the autumn"


def _record(outlet: str, text: str, commitment: str) -> str:
    teller = Teller(article_of(text, publisher=outlet))
    speaker = teller.speaker("Jane Doe")
    teller.claim(0, [SAID], "said", "Jane Doe", speaker, commitment=commitment)  # type: ignore[arg-type]
    teller.claim(1, ["banks have to hold more capital"], "said", "She", speaker)
    return json.dumps(analysis_record(teller.article, teller.analysis()))


@pytest.fixture
def archive(tmp_path: Path) -> str:
    file = tmp_path / "claims.jsonl"
    first = _record(
        "Reuters", f"{SAID}, Jane Doe said.\nShe said banks have to hold more capital.", "possible"
    )
    other = _record("Star", f"Jane Doe said: {SAID}.\nShe said banks have to hold more capital.", "certain")
    file.write_text(f"{first}\n{other}\n", encoding="utf-8")
    return str(file)


def test_json_has_members_with_their_places(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("trace", archive, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    statement = next(s for s in told["statements"] if s["members"][0]["content"][0]["text"] == SAID)
    assert [(m["source"], m["content"][0]["start"]) for m in statement["members"]] == [
        (f"{archive}#1", 0),
        (f"{archive}#2", len("Jane Doe said: ")),
    ]
    assert [f["kind"] for f in statement["findings"]] == ["a hedge dropped or added"]


def test_the_tree_tells_how_each_outlet_tells_it(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("trace", archive, "--claim", "interest rate") == 0
    told = capsys.readouterr().out
    assert f"    Jane Doe, as possible: {SAID}\n" in told
    assert "  ! a hedge dropped or added: Reuters: as possible, Star: as fact\n" in told
    assert "capital" not in told


def test_a_table_has_a_line_a_member(archive: str, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", archive, "--format", "table", "--who", "Doe") == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    assert run("trace", archive, "--format", "table", "--who", "Roe") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_nothing_to_compare_is_one_line(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace") == 2
    assert "--all" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_and_the_others_are_compared(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("trace", "nowhere.txt", archive) == 2
    told = capsys.readouterr()
    assert "nowhere.txt" in told.err
    assert SAID in told.out


def test_the_library_is_compared(filled: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "--all") == 0
    assert "Nothing that was asked for stands in more than one" in capsys.readouterr().out


def test_sources_tell_on_whom_statements_rest(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sources", archive, "--statements", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["statements"] == {
        "in_several_articles": 2,
        "on_one_origin": 2,
        "origins": {"Jane Doe": 2},
    }
    assert run("sources", archive, "--statements") == 0
    assert "2 statements in several articles, 2 on one origin alone" in capsys.readouterr().out
    assert run("sources", archive) == 0
    assert "several articles" not in capsys.readouterr().out


def test_an_article_alone_has_no_statements_to_count(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_text("Rates stay.", encoding="utf-8")
    assert run("sources", str(file), "--statements") == 2
    assert "use trace" in capsys.readouterr().err


def test_an_archive_is_joined_into_a_file(
    archive: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("duckdb")
    out = tmp_path / "statements.jsonl"
    assert run("trace", archive, "-o", str(out)) == 0
    statements = [json.loads(line) for line in out.read_text().splitlines()]
    assert SAID in {m["content"][0]["text"] for made in statements for m in made["members"]}
    assert capsys.readouterr().out == ""
    assert run("trace", archive, "-o", str(out)) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("-o", "x.csv"), "ends in .jsonl"),
        (("-o", "x.jsonl", "--who", "Doe"), "-o takes archives alone"),
        (("--jobs", "2"), "need -o OUT"),
    ],
)
def test_what_does_not_go_with_it_is_said(
    archive: str, run: Run, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], told: str
) -> None:
    assert run("trace", archive, *more) == 2
    assert told in capsys.readouterr().err


def test_an_article_is_no_archive(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("She said no.")
    assert run("trace", str(article), "-o", str(tmp_path / "x.jsonl")) == 2
    assert "is no archive" in capsys.readouterr().err


def test_where_no_file_can_be_read_nothing_more_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "missing.txt", "gone.txt") == 2
    assert capsys.readouterr().out == ""
