"""``secondhand sources``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondhand.library import Library
from tests.commands.conftest import Run
from tests.export.literals import ANALYSIS, ARTICLE
from tests.export.notebooks import NOTEBOOK


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.text, encoding="utf-8")
    return str(path)


def test_it_prints_text(run: Run, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sources", file, "--publisher", "The Daily", "--title", "A title") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "A title · The Daily"
    assert lines[1].startswith("░░") and lines[4].startswith("??")


def test_unsure_claims_count_where_they_are_asked_for(
    run: Run, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def count(*more: str) -> int:
        assert run("sources", file, "--format", "json", *more) == 0
        return sum(speaker["claims"] for speaker in json.loads(capsys.readouterr().out)["speakers"])

    folded = sum(claim.confidence < 0.5 for claim in ANALYSIS.claims)
    assert folded and count("--unsure") == count() + folded
    assert run("sources", file) == 0
    assert capsys.readouterr().out.endswith(f"{folded} unsure claims left out: --unsure counts them too.\n")


def test_it_prints_json(run: Run, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sources", file, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "secondhand.sources/1"
    assert sum(speaker["claims"] for speaker in told["speakers"]) > 0


def test_what_the_reader_set_right_counts(
    run: Run, file: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def heard() -> set[str]:
        assert run("sources", file, "--format", "json") == 0
        return {speaker["name"] for speaker in json.loads(capsys.readouterr().out)["speakers"]}

    assert "Bo Ek" not in heard()
    with Library.open(library) as kept:
        kept.merge(NOTEBOOK)
    assert "Bo Ek" in heard(), "the reader put this name in"


def test_what_is_not_there(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sources", "nope.txt") == 2
    assert capsys.readouterr().err == "secondhand: nope.txt: no such file. Check the name.\n"
