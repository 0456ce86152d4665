"""An archive is joined on the disk as a few articles are in memory, and goes on after a stop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from secondhand.archive import parquet, workers
from secondhand.archive.in_common import joint_run
from secondhand.archive.in_common.joint_run import join_archives
from secondhand.archive.in_common.reading import read_records
from secondhand.archive.inputs import Input
from secondhand.archive.stored import read_analyses
from secondhand.errors import OptionError
from secondhand.export.json import dumps
from secondhand.record import analysis_record
from secondhand.statements.assembly import trace_statements
from secondhand.statements.members import make_carrier, make_members
from tests.benchmarks.papers import tell_events

pytest.importorskip("duckdb")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of forty articles about ten events."""
    path = tmp_path / "claims.jsonl"
    with path.open("w") as file:
        for number, (article, analysis) in enumerate(tell_events(40)):
            file.write(dumps({"id": str(number), **analysis_record(article, analysis)}) + "\n")
    return path


def join(archive: Path, out: Path) -> list[dict[str, Any]]:
    list(join_archives([str(archive)], out, workers.work_alone))
    return [json.loads(line) for line in out.read_text().splitlines()]


def list_places(statements: list[dict[str, Any]]) -> set[frozenset[tuple[str, int]]]:
    """Return for each statement the articles and offsets of its members."""
    return {
        frozenset((m["source"].rpartition(":")[2], m["content"][0]["start"]) for m in made["members"])
        for made in statements
    }


def test_an_archive_has_the_statements_that_its_articles_have_in_memory(
    archive: Path, tmp_path: Path
) -> None:
    members = [
        member
        for number, (article, analysis) in enumerate(read_analyses(str(archive)), 1)
        for member in make_members(make_carrier(article, str(number)), analysis)
    ]
    expected = {
        frozenset((m.carrier.source, m.content[0].start) for m in statement.members)
        for statement in trace_statements(members)
    }
    found = join(archive, tmp_path / "out.jsonl")
    assert len(expected) > 50
    assert list_places(found) == expected
    assert all(len({m["source"] for m in made["members"]}) > 1 for made in found)


def test_nothing_is_left_beside_what_was_asked_for(archive: Path, tmp_path: Path) -> None:
    join(archive, tmp_path / "out.jsonl")
    assert {path.name for path in tmp_path.iterdir()} == {"claims.jsonl", "out.jsonl"}
    with pytest.raises(OptionError, match="is there already"):
        join(archive, tmp_path / "out.jsonl")


def test_a_table_has_the_same_statements(archive: Path, tmp_path: Path) -> None:
    expected = list_places(join(archive, tmp_path / "one.jsonl"))
    table = tmp_path / "claims.parquet"
    parquet.join_lines(archive, table)
    assert list_places(join(table, tmp_path / "other.jsonl")) == expected


def test_the_groups_of_a_table_are_read_one_by_one(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = list_places(join(archive, tmp_path / "one.jsonl"))
    table, out = tmp_path / "claims.parquet", tmp_path / "other.jsonl"
    monkeypatch.setattr(parquet, "ROWS", 15)
    parquet.join_lines(archive, table)
    going = join_archives([str(table)], out, workers.work_alone)
    assert next(going).analyzed == 15
    going.close()
    progress = list(join_archives([str(table)], out, workers.work_alone))
    assert (progress[1].left_out, progress[1].analyzed) == (15, 25)
    assert list_places([json.loads(line) for line in out.read_text().splitlines()]) == expected


def test_a_table_that_a_worker_cannot_reach_is_told(tmp_path: Path) -> None:
    result = read_records(Input("claims.parquet#0", str(tmp_path / "claims.parquet"), 9, 0, many=15))
    assert result.record is None
    assert "cannot be read where the work is done" in result.reason


@pytest.mark.parametrize("steps", [1, 25, 40, 41])
def test_a_run_that_was_ended_goes_on_where_it_was(
    archive: Path, tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = join(archive, tmp_path / "whole.jsonl")
    out = tmp_path / "out.jsonl"
    going = join_archives([str(archive)], out, workers.work_alone)
    for _ in range(steps):
        next(going)
    going.close()
    assert not out.exists()
    read: list[str] = []
    whole = joint_run.read_records
    monkeypatch.setattr(joint_run, "read_records", lambda entry: (read.append(entry.id), whole(entry))[1])
    assert join(archive, out) == expected
    assert len(read) == max(0, 40 - steps)


def test_a_damaged_record_is_set_aside(archive: Path, tmp_path: Path) -> None:
    with archive.open("a") as file:
        file.write('{"id": "x"}\n')
    found = join(archive, tmp_path / "out.jsonl")
    assert found
    aside = json.loads((tmp_path / "out.rejected.jsonl").read_text())
    assert aside["id"].endswith(":41")
