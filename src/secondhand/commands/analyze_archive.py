"""``secondhand analyze DIR|ARCHIVE.jsonl… -o OUT``: many articles into one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from secondhand import archive
from secondhand.archive import workers
from secondhand.article import Article
from secondhand.commands.bar import Bar
from secondhand.commands.complaint import FAILED
from secondhand.ingest.input_names import escape_name


def run(sources: Sequence[str], out: Path, metadata: Article, who: workers.Workers) -> int:
    """Analyse ``sources`` into ``out``, telling how far that is on a terminal; return the exit code.

    Raises SecondhandError.
    """
    going = archive.analyze(sources, out, metadata, who)
    try:
        with Bar() as bar, closing(going):
            for progress in going:
                bar.show(progress)
    except KeyboardInterrupt:
        sys.stderr.write("secondhand: stopped; the same command goes on from here.\n")
        raise
    return _report(progress, out)


def choose_workers(jobs: int | None, cluster: str | None) -> workers.Workers:
    """Return who analyses: the Dask cluster at that address, so many processes, or this one alone."""
    if cluster:
        return workers.use_cluster(cluster)
    return workers.use_processes(jobs) if jobs and jobs > 1 else workers.work_alone


def _report(progress: archive.Progress, out: Path) -> int:
    """Say what was done; return the exit code."""
    many = [f"{progress.analyzed:,} {'article' if progress.analyzed == 1 else 'articles'} analysed"]
    if progress.left_out:
        many.append(f"{progress.left_out:,} were already")
    aside = f"in {escape_name(str(archive.rejects_path(out)))}"
    if progress.rejected:
        many.append(f"{progress.rejected:,} set aside {aside}")
    if progress.rejected_before:
        many.append(f"{progress.rejected_before:,} set aside before {aside}")
    sys.stderr.write(f"secondhand: {', '.join(many)}.\n")
    return FAILED if progress.rejected else 0
