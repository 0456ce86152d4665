"""A cluster of two workers, one of which is killed on the way."""

import os
import signal
import time

import pytest

from secondhand.archive.inputs import Input
from secondhand.archive.work import Result
from secondhand.archive.workers import use_cluster
from secondhand.errors import SourceError

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.cluster, pytest.mark.filterwarnings("default")]
ENTRIES = [Input(str(number), "a.txt", 1) for number in range(40)]


def task(entry: Input) -> Result:
    time.sleep(0.05)
    return Result(entry, {"pid": os.getpid()})


def test_what_a_killed_worker_was_at_is_done_by_the_others() -> None:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        results = use_cluster(local.scheduler_address)(ENTRIES, task)
        found = [next(results)]
        assert found[0].record
        os.kill(found[0].record["pid"], signal.SIGKILL)
        found += results
    assert sorted(int(result.entry.id) for result in found) == list(range(40))
    pids = {result.record["pid"] for result in found if result.record}
    assert all(result.record for result in found)
    assert len(pids) > 1


def test_an_address_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondhand.archive.workers.PATIENCE", "1s")
    with pytest.raises(SourceError, match="No cluster answers at tcp:"):
        use_cluster("tcp://127.0.0.1:1")
