import os
import signal
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe, active_children, get_context
from multiprocessing.connection import Connection
from typing import cast

import pytest

from secondhand.archive import workers
from secondhand.archive.inputs import Input
from secondhand.archive.work import Result

ENTRIES = [Input(str(number), "a.txt", 1) for number in range(12)]
DEADLY = "5"
LONG = os.environ.get("SECONDHAND_TEST_LONG")
"""asks for new interpreters, as users have them: each takes a while to start"""


def task(entry: Input) -> Result:
    return Result(entry, {"n": int(entry.id)})


def deadly(entry: Input) -> Result:
    """Be killed by one entry, as by the system where there is no memory left."""
    if entry.id == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return task(entry)


def forks(jobs: int) -> workers.Pool:
    return workers.Pool(jobs, get_context("fork"))


def test_this_process_works_in_order() -> None:
    assert [result.entry for result in workers.work_alone(ENTRIES, task)] == ENTRIES


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of forks; these touch no other thread
def test_an_entry_that_kills_its_process_is_set_aside_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    if not LONG:
        monkeypatch.setattr(workers, "_make_pool", forks)
    found = {int(result.entry.id): result for result in workers.use_processes(2)(ENTRIES, deadly)}
    assert sorted(found) == list(range(12))
    assert [at for at, result in found.items() if result.record is None] == [5]
    assert "was killed" in found[5].reason


def slow(entry: Input) -> Result:
    """Never end with any but the first."""
    if entry.id != "0":
        signal.pause()
    return task(entry)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of forks; these touch no other thread
def test_a_run_that_is_stopped_waits_for_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make_pool", forks)
    found = workers.use_processes(2)(ENTRIES, slow)
    assert next(found).entry.id == "0"
    cast(Generator[Result, None, None], found).close()
    assert not active_children()


def answer(there: Connection) -> None:
    there.send(there.recv())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of forks; these touch no other thread
def test_a_run_that_is_stopped_ends_its_own_processes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[workers.Pool] = []
    monkeypatch.setattr(workers, "_make_pool", lambda jobs: made.append(forks(jobs)) or made[0])
    here, there = Pipe()
    other = get_context("fork").Process(target=answer, args=(there,))
    other.start()
    there.close()
    try:
        found = workers.use_processes(2)(ENTRIES, slow)
        next(found)
        own = [child for child in active_children() if child is not other]
        cast(Generator[Result, None, None], found).close()
        assert own and not any(child.is_alive() for child in own)
        here.send("Still there?")
        assert here.recv() == "Still there?"
    finally:
        other.kill()
        other.join()
        here.close()


def test_entries_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make_pool", ThreadPoolExecutor)
    taken: list[Input] = []
    found = workers.use_processes(1)((taken.append(entry) or entry for entry in ENTRIES), task)
    next(found)
    assert len(taken) < len(ENTRIES)
    assert len(list(found)) == len(ENTRIES) - 1


def test_only_a_few_are_ever_handed_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make_pool", ThreadPoolExecutor)
    monkeypatch.setattr(workers, "AHEAD", 2)
    taken: list[Input] = []
    many = [Input(str(number), "a.txt", 1) for number in range(20)]
    found = workers.use_processes(1)((taken.append(entry) or entry for entry in many), task)
    for yielded, _ in enumerate(found):
        assert len(taken) - yielded <= 2
    assert len(taken) == 20
