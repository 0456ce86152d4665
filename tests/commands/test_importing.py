import json
from pathlib import Path

import pytest

from secondhand.export.notebooks import render
from secondhand.library import Library
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
