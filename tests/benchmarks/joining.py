"""Joining an archive: what an article costs in a large one, beside one of a tenth of it.

In seconds of processor time, as other programs may be at work; the memory is this process's alone.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from secondhand.archive.in_common.joint_run import join_archives
from secondhand.archive.workers import use_processes
from secondhand.export.json import dumps
from secondhand.record import analysis_record
from tests.benchmarks.papers import tell_events

JOBS = 2


def measure(articles: int) -> dict[str, float]:
    """Return seconds of processor time and of the clock, megabytes, and how costs grow."""
    with tempfile.TemporaryDirectory() as folder:
        small, _ = _join(Path(folder), articles // 10)
        large, clock = _join(Path(folder), articles)
    return {
        "processor_seconds": large,
        "clock_seconds": clock,
        "ratio": large / articles / (small / (articles // 10)),
        "megabytes": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
        "worker_megabytes": getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def _join(folder: Path, articles: int) -> tuple[float, float]:
    """Return seconds of processor time and of the clock that joining so many ``articles`` takes."""
    archive = folder / f"{articles}.jsonl"
    with archive.open("w") as file:
        for number, told in enumerate(tell_events(articles)):
            file.write(dumps({"id": str(number), **analysis_record(*told)}) + "\n")
    used, began = _count_used(), time.perf_counter()
    for _ in join_archives([str(archive)], folder / f"{articles}.out.jsonl", use_processes(JOBS)):
        pass
    return _count_used() - used, time.perf_counter() - began


def _count_used() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))
