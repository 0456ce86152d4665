import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secondhand.export.notebooks import render
from secondhand.library import Library
from secondhand.notes.edit import Edit
from tests.commands.conftest import Run
from tests.export.notebooks import NOTEBOOK, WORLD

Captured = pytest.CaptureFixture[str]


@pytest.fixture(params=["json", "jsonl", "annotation"])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a file of two exported articles."""
    file = tmp_path / f"marks.{request.param}"
    file.write_text(render(request.param, [NOTEBOOK, WORLD]), "utf-8")
    return file


def test_what_was_exported_comes_in_once(exported: Path, library: Path, run: Run, capsys: Captured) -> None:
    assert run("import", str(exported)) == 0
    assert capsys.readouterr().out == (f"{exported}: 6 marks of 2 articles, 6 of them new.\n")
    assert run("import", str(exported), str(exported)) == 0
    assert capsys.readouterr().out.count(" 0 of them new.\n") == 2
    with Library.open(library) as kept:
        back = [kept.notebook(row.entry) for row in kept.rows()]
    assert {mark for n in back for mark in (*n.highlights, *n.orphans)} == {
        mark for n in (NOTEBOOK, WORLD) for mark in (*n.highlights, *n.orphans)
    }
    assert {c for n in back for c in n.corrections} == set(NOTEBOOK.corrections)


def test_a_library_moves_through_a_file(filled: Path, tmp_path: Path, run: Run, capsys: Captured) -> None:
    first, second, other = tmp_path / "first.json", tmp_path / "second.json", str(tmp_path / "other.db")
    assert run("export", "--all", "--format", "json", "-o", str(first)) == 0
    assert run("import", str(first), "--library", other) == 0
    assert run("export", "2", "1", "--format", "json", "--library", other, "-o", str(second)) == 0
    made, moved = (json.loads(file.read_text("utf-8")) for file in (first, second))
    assert sorted(made, key=str) == sorted(moved, key=str)


def test_annotations_of_other_tools_find_the_article_by_its_address(
    filled: Path, tmp_path: Path, run: Run, capsys: Captured
) -> None:
    file = tmp_path / "hypothesis.json"
    file.write_text(render("hypothesis", [NOTEBOOK, WORLD]), "utf-8")
    assert run("import", str(file)) == 0
    assert "5 marks of 2 articles, 5 of them new." in capsys.readouterr().out
    with Library.open(filled) as library:
        assert len(library.notebook(1).highlights) == 4
        assert len(library.notebook(2).highlights) == 4


def test_one_of_an_unknown_article_is_told_and_the_rest_comes_in(
    filled: Path, tmp_path: Path, run: Run, capsys: Captured
) -> None:
    file = tmp_path / "mixed.json"
    known, strange = json.loads(render("hypothesis", [NOTEBOOK]))[:2]
    strange["uri"] = strange["target"][0]["source"] = "https://other.example/\x1b[31m"
    file.write_text(json.dumps([strange, known]), "utf-8")
    assert run("import", str(file)) == 2
    captured = capsys.readouterr()
    assert "1 mark of 1 article, 1 of them new." in captured.out
    assert captured.err.count("\n") == 1
    assert "which is not in the library: open it once, then import again" in captured.err
    assert "\x1b" not in captured.err


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "no JSON"), (b"\xff\xfe", "not in UTF-8"), (b"<html>", "no JSON"), (None, "No such file")],
)
def test_what_cannot_be_read_gets_one_line_and_the_others_come_in(
    data: bytes | None, told: str, exported: Path, tmp_path: Path, run: Run, capsys: Captured
) -> None:
    bad = tmp_path / "bad"
    if data is not None:
        bad.write_bytes(data)
    assert run("import", str(bad), str(exported)) == 2
    captured = capsys.readouterr()
    assert captured.out.count("\n") == 1
    assert captured.err.startswith(f"secondhand: {bad}")
    assert captured.err.count("\n") == 1
    assert told in captured.err


@pytest.fixture
def foreign(filled: Path, tmp_path: Path) -> Path:
    """Return a file with another note, of a day to come, and another text of an article that is there."""
    record = json.loads(render("json", [NOTEBOOK]))
    record["article"]["title"] = "Rewritten"
    del record["highlights"][1:], record["corrections"], record["orphans"], record["found"]
    record["highlights"][0] |= {"note": "theirs \x1b[2J", "changed": "2999-01-01T00:00:00Z"}
    file = tmp_path / "foreign.json"
    file.write_text(json.dumps(record), "utf-8")
    return file


def test_what_a_file_changes_is_said_and_a_note_of_ones_own_stays(
    foreign: Path, filled: Path, run: Run, capsys: Captured
) -> None:
    with Library.open(filled) as library:
        before = library.notebook(1)
    assert run("import", str(foreign)) == 0
    first, told = capsys.readouterr().out.splitlines()
    assert first == f"{foreign}: 1 mark of 1 article, 0 of them new, 1 kept beside another."
    assert told.endswith(": two versions, both are kept.")
    with Library.open(filled) as library:
        after = library.notebook(1)
    assert after.article == before.article
    assert {mark.note for mark in after.highlights} == {
        *(mark.note for mark in before.highlights),
        "theirs \x1b[2J",
    }
    assert run("import", str(foreign)) == 0
    assert "1 article, 0 of them new.\n" in capsys.readouterr().out


def test_a_newer_note_is_said_with_what_it_was(
    filled: Path, foreign: Path, run: Run, capsys: Captured
) -> None:
    with Library.open(filled) as library:
        old = replace(NOTEBOOK.highlights[0], changed=datetime(2020, 1, 1, tzinfo=UTC))
        library.write(1, Edit(NOTEBOOK.highlights[0], old))
    record = json.loads(foreign.read_text("utf-8"))
    mine = record["highlights"][0] | {"note": old.note + "\n\nAnd more."}
    record["highlights"] = [mine | {"changed": "2020-01-02T00:00:00Z"}]
    foreign.write_text(json.dumps(record), "utf-8")
    assert run("import", str(foreign)) == 0
    told = capsys.readouterr().out
    assert "0 of them new, 1 changed.\n" in told
    assert "the file's is newer, it was “" in told


def test_a_dry_run_writes_nothing(
    foreign: Path, filled: Path, tmp_path: Path, run: Run, capsys: Captured
) -> None:
    with Library.open(filled) as library:
        before = library.notebook(1)
    assert run("import", "--dry-run", str(foreign)) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{foreign} (dry run): 1 mark of 1 article, 0 of them new, 1 kept beside another.")
    with Library.open(filled) as library:
        assert library.notebook(1) == before
    nowhere = tmp_path / "nowhere" / "library.db"
    assert run("import", "--dry-run", str(foreign), "--library", str(nowhere)) == 0
    assert "1 of them new." in capsys.readouterr().out
    assert not nowhere.parent.exists()


def test_another_text_of_an_article_is_said_and_left(
    foreign: Path, filled: Path, run: Run, capsys: Captured
) -> None:
    record = json.loads(foreign.read_text("utf-8"))
    record["article"]["text"] = "Other " + record["article"]["text"][6:]
    record |= {"speakers": [], "claims": [], "opened": "2999-01-01T00:00:00Z", "highlights": []}
    foreign.write_text(json.dumps(record), "utf-8")
    assert run("import", str(foreign)) == 0
    assert "the file has another text of it; the library's stays.\n" in capsys.readouterr().out
    with Library.open(filled) as library:
        assert library.notebook(1).article == NOTEBOOK.article
        library.delete(1)
    assert run("import", str(foreign)) == 0
    assert ": had been deleted and is back.\n" in capsys.readouterr().out
