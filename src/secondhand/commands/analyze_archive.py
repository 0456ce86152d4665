"""``secondhand analyze DIR|ARCHIVE.jsonl… -o OUT``: many articles into one file."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from secondhand import archive
from secondhand.archive import workers
from secondhand.arguments import Analyze
from secondhand.commands.bar import Bar
from secondhand.commands.complaint import FAILED
from secondhand.commands.read import told
from secondhand.errors import OptionError
from secondhand.ingest.input_names import escape_name


def run(asked: Analyze, out: Path) -> int:
    """Analyse into ``out``, telling how far that is on a terminal; return the exit code.

    Raises SecondhandError.
    """
    if asked.form and asked.form.value != "jsonl":
        raise OptionError(f"--format {asked.form} prints: leave it out, -o tells the format by its ending.")
    going = archive.analyze(asked.sources, out, told(asked.known), _choose_workers(asked))
    try:
        with Bar() as bar, closing(going):
            for progress in going:
                bar.show(progress)
    except KeyboardInterrupt:
        sys.stderr.write("secondhand: stopped; the same command goes on from here.\n")
        raise
    return _report(progress, out)


def _choose_workers(asked: Analyze) -> workers.Workers:
    if asked.cluster:
        return workers.use_cluster(asked.cluster)
    return workers.use_processes(asked.jobs) if asked.jobs and asked.jobs > 1 else workers.work_alone


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
