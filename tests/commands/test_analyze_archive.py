"""``secondhand analyze DIR -o OUT``."""

import json
from pathlib import Path

import pytest

from secondhand import analysis
from secondhand.article import Article
from secondhand.claim import Analysis
from tests.commands.conftest import Run
from tests.export.literals import ANALYSIS, ARTICLE, NOTHING


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "analyze", lambda a: ANALYSIS if a.text == ARTICLE.text else NOTHING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    (tmp_path / "in" / "b" / "c.txt").write_text("It rained.", encoding="utf-8")
    return tmp_path / "in"


def test_a_folder_goes_into_one_file_and_is_gone_on_with(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert run("analyze", str(folder), "-o", str(out), "--publisher", "Reuters") == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [Path(line["id"]).name for line in lines] == ["a.txt", "c.txt"]
    assert [len(line["claims"]) for line in lines] == [len(ANALYSIS.claims), 0]
    assert {line["article"]["publisher"] for line in lines} == {"Reuters"}
    (folder / "d.txt").write_text("It snowed.", encoding="utf-8")
    assert run("analyze", str(folder), "-o", str(out)) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.splitlines() == [
        "secondhand: 2 articles analysed.",
        "secondhand: 1 article analysed, 2 were already.",
    ]


def test_what_cannot_be_read_is_set_aside_and_told(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_text("")
    assert run("analyze", str(folder), "-o", str(tmp_path / "out.jsonl")) == 2
    told = capsys.readouterr().err
    assert told.startswith("secondhand: 2 articles analysed, 1 set aside in ")
    reasons = [json.loads(line) for line in (tmp_path / "out.rejected.jsonl").read_text().splitlines()]
    assert [Path(reason["id"]).name for reason in reasons] == ["empty.txt"]
    assert run("analyze", str(folder), "-o", str(tmp_path / "out.jsonl")) == 0
    told = capsys.readouterr().err
    assert told.startswith("secondhand: 0 articles analysed, 2 were already, 1 set aside before in ")


def test_a_stop_is_told(
    run: Run,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(article: Article) -> Analysis:
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis, "analyze", stop)
    assert run("analyze", str(folder), "-o", str(tmp_path / "out.jsonl")) == 130
    assert capsys.readouterr().err == "secondhand: stopped; the same command goes on from here.\n"


def test_a_format_is_told_by_the_ending(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert run("analyze", str(folder), "-o", str(out), "--format", "table") == 2
    assert "-o tells the format by its ending" in capsys.readouterr().err
    assert not out.exists()
