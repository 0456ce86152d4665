"""Who does the work: this process, several, or those of a Dask cluster."""

from __future__ import annotations

import copy
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, cast

from secondhand.archive.inputs import Input
from secondhand.archive.work import Result
from secondhand.errors import OptionError, SourceError

Task = Callable[[Input], Result]
Workers = Callable[[Iterable[Input], Task], Iterator[Result]]
"""does a task for every entry, and yields each result as it comes"""

AHEAD = 4
"""entries handed out for each process, so that none waits for the next"""
PATIENCE = "10s"
"""how long a cluster is waited for"""
DIED = "The process that read it was killed, twice: it may need more memory than there is."


def work_alone(entries: Iterable[Input], task: Task) -> Iterator[Result]:
    """Do all of it here."""
    return map(task, entries)


def use_processes(jobs: int) -> Workers:
    """Return ``jobs`` processes of this machine; an entry that kills the one it is with is set aside."""

    def spread(entries: Iterable[Input], task: Task) -> Iterator[Result]:
        todo = iter(entries)
        while suspects := (yield from _spread(_make_pool(jobs), todo, task, jobs * AHEAD, BrokenProcessPool)):
            # Whoever was with a process when another's died is innocent: now one goes after another.
            again = iter(suspects)
            while guilty := (yield from _spread(_make_pool(1), again, task, 1, BrokenProcessPool)):
                yield from (Result(entry, None, DIED) for entry in guilty)

    return spread


def use_cluster(address: str) -> Workers:
    """Return the workers of the Dask cluster at ``address``; what a lost one was at, Dask gives to another.

    Raises OptionError where Dask is not installed, and SourceError where nobody answers.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise OptionError("--cluster needs Dask: pip install 'secondhand[cluster]'") from None
    connect = partial(cast(Any, Client), address, timeout=PATIENCE, set_as_default=False)
    try:
        connect().close()
    except (OSError, ValueError):
        raise SourceError(f"No cluster answers at {address}: start one with dask scheduler.") from None

    def spread(entries: Iterable[Input], task: Task) -> Iterator[Result]:
        todo = iter(entries)
        with connect() as client:
            many = sum(client.nthreads().values()) or 1
            while lost := (
                yield from _spread(client.get_executor(pure=False), todo, task, many * AHEAD, KilledWorker)
            ):
                yield from (Result(entry, None, DIED) for entry in lost)

    return spread


def _spread(
    pool: Executor, entries: Iterator[Input], task: Task, ahead: int, death: type[Exception]
) -> Generator[Result, None, list[Input]]:
    """Yield what ``pool`` makes of ``entries``, never more than ``ahead`` of them handed out.

    After a ``death`` no more are handed out; returns those that it may have been due to.
    """
    out: dict[Future[Result], Input] = {}
    lost: list[Input] = []
    try:
        while True:
            for entry in () if lost else islice(entries, ahead - len(out)):
                out[_submit(pool, task, entry)] = entry
            if not out:
                return lost
            for future in wait(out, return_when=FIRST_COMPLETED).done:
                entry = out.pop(future)
                try:
                    result = future.result()
                except death:
                    lost.append(entry)
                else:
                    yield result
    finally:
        _abandon(pool, out)


def _abandon(pool: Executor, out: Collection[Future[Result]]) -> None:
    """End ``pool`` without waiting for what it is at, ``out``: the run that goes on does that again."""
    if out and isinstance(pool, Pool):
        pool.kill()
    else:
        for future in out:
            future.cancel()
    pool.shutdown()


def _submit(pool: Executor, task: Task, entry: Input) -> Future[Result]:
    try:
        return pool.submit(task, entry)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


class Pool(ProcessPoolExecutor):
    """Processes of this machine that can be ended at once, without other children of this program."""

    def __init__(self, jobs: int, context: BaseContext) -> None:
        """Start up to ``jobs`` processes as ``context`` does."""
        self._children: list[BaseProcess] = []
        super().__init__(jobs, _remembering(context, self._children), initializer=_prepare)

    def kill(self) -> None:
        """End the processes, whatever they are at."""
        # From Python 3.14 on, executors have this themselves: kill_workers.
        for process in self._children:
            process.kill()


def _remembering(context: BaseContext, made: list[BaseProcess]) -> BaseContext:
    """Return a context as ``context`` that puts each process it makes into ``made``."""
    own: Any = copy.copy(context)

    def process(*args: Any, **options: Any) -> BaseProcess:
        made.append(cast(Any, context).Process(*args, **options))
        return made[-1]

    own.Process = process
    return cast(BaseContext, own)


def _make_pool(jobs: int) -> Executor:
    # A fork would take along the locks of whatever threads there are.
    return Pool(jobs, multiprocessing.get_context("spawn"))


def _prepare() -> None:
    """Leave ctrl+c to the process that hands out the work, and end when that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
