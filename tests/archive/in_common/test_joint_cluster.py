"""An archive joined by a cluster of two workers, one of which is killed on the way."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from secondhand.archive import parquet
from secondhand.archive.in_common.joint_run import join_archives
from secondhand.archive.workers import use_cluster, work_alone
from secondhand.export.json import dumps
from secondhand.record import analysis_record
from tests.benchmarks.papers import tell_events

distributed = pytest.importorskip("distributed")
pytest.importorskip("duckdb")
pytestmark = [pytest.mark.cluster, pytest.mark.filterwarnings("default")]


@pytest.mark.parametrize("end", ["jsonl", "parquet"])
def test_what_a_killed_worker_was_at_is_done_by_the_other(
    tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / f"claims.{end}"
    lines = tmp_path / "claims.jsonl"
    with lines.open("w") as file:
        for number, told in enumerate(tell_events(60)):
            file.write(dumps({"id": str(number), **analysis_record(*told)}) + "\n")
    if end == "parquet":
        monkeypatch.setattr(parquet, "ROWS", 5)
        parquet.join_lines(lines, archive)
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        pids = [worker.process.pid for worker in local.workers.values()]
        going = join_archives([str(archive)], one, use_cluster(local.scheduler_address))
        next(going)
        os.kill(pids[0], signal.SIGKILL)
        for _ in going:
            pass
    for _ in join_archives([str(archive)], other, work_alone):
        pass
    assert len(one.read_text().splitlines()) > 50
    assert list(map(json.loads, one.read_text().splitlines())) == list(
        map(json.loads, other.read_text().splitlines())
    )
