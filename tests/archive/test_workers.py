import os
import signal
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from secondhand.archive import workers
from secondhand.archive.entries import Entry
from secondhand.archive.work import Result

ENTRIES = [Entry(str(number), "a.txt", 1) for number in range(12)]
DEADLY = "5"


def task(entry: Entry) -> Result:
    return Result(entry, {"n": int(entry.id)})


def deadly(entry: Entry) -> Result:
    """Be killed by one entry, as by the system where there is no memory left."""
    if entry.id == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return task(entry)


class Mortal(Executor):
    """Takes a while, is broken by DEADLY, and then by whatever else it is given."""

    def __init__(self, jobs: int) -> None:
        self.broken = False
        self.given: list[Future[Any]] = []

    def submit(self, task: Any, /, entry: Entry, *_: Any, **__: Any) -> Future[Any]:
        if self.broken:
            raise BrokenProcessPool
        self.given.append(future := Future())
        if entry.id == DEADLY:
            self.broken = True
            for one in self.given:
                if not one.done():
                    one.set_exception(BrokenProcessPool())
        elif int(entry.id) % 2:
            future.set_result(task(entry))
        return future


def results(many: int = 2) -> dict[int, Result]:
    found = list(workers.processes(many)(ENTRIES, deadly))
    assert sorted(int(result.entry.id) for result in found) == list(range(12))
    return {int(result.entry.id): result for result in found}


def test_this_process_works_in_order() -> None:
    assert [result.entry for result in workers.alone(ENTRIES, task)] == ENTRIES


def test_an_entry_that_kills_its_process_is_set_aside_and_no_other() -> None:
    found = results()
    assert [at for at, result in found.items() if result.record is None] == [5]
    assert "was killed" in found[5].reason


def test_entries_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_pool", ThreadPoolExecutor)
    taken: list[Entry] = []
    found = workers.processes(1)((taken.append(entry) or entry for entry in ENTRIES), task)
    next(found)
    assert len(taken) < len(ENTRIES)
    assert len(list(found)) == len(ENTRIES) - 1
