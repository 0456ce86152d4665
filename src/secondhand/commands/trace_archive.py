"""``secondhand trace ARCHIVE… -o OUT.jsonl``: what a large archive has in common, into one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from secondhand.archive.in_common.joint_run import join_archives
from secondhand.archive.inputs import LINES
from secondhand.archive.run import rejects_path
from secondhand.archive.stored import is_archive
from secondhand.archive.workers import Workers
from secondhand.commands.bar import Bar
from secondhand.commands.complaint import FAILED
from secondhand.errors import OptionError
from secondhand.ingest.input_names import escape_name


def run(sources: Sequence[str], out: Path, who: Workers) -> int:
    """Join ``sources`` into ``out``, telling how far that is on a terminal; return the exit code.

    Raises SecondhandError.
    """
    for source in sources:
        if not is_archive(source):
            raise OptionError(f"{escape_name(source)} is no archive: -o joins what analyze -o made.")
    if out.suffix not in LINES:
        raise OptionError("-o names a file that ends in .jsonl.")
    rejected = 0
    try:
        # One bar after another: the first reads, the second compares.
        with Bar() as bar, closing(join_archives(sources, out, who)) as going:
            for progress in going:
                bar.show(progress)
                rejected = max(rejected, progress.rejected)
    except KeyboardInterrupt:
        sys.stderr.write("secondhand: stopped; the same command goes on from here.\n")
        raise
    if rejected:
        sys.stderr.write(f"secondhand: {rejected:,} set aside in {escape_name(str(rejects_path(out)))}.\n")
    return FAILED if rejected else 0
