"""The run that joins an archive: what is done already is left out, and what comes is kept."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from secondhand.archive.in_common.article_pairs import Candidates
from secondhand.archive.in_common.from_matches import list_statements
from secondhand.archive.in_common.pair_batches import compare_batch, make_batches
from secondhand.archive.in_common.reading import DAMAGED, find_records, read_records
from secondhand.archive.inputs import Input, count_bytes
from secondhand.archive.journal import Journal, full_disk_error
from secondhand.archive.run import Progress, rejects_path
from secondhand.archive.work import Result
from secondhand.archive.workers import Workers
from secondhand.errors import OptionError
from secondhand.export.json import dumps
from secondhand.files import open_beside
from secondhand.outputs import check_output
from secondhand.statements.statements_record import statement_record


def join_archives(sources: Sequence[str], out: Path, workers: Workers) -> Generator[Progress, None, None]:
    """Write the statements of the archives ``sources`` to ``out``, one a line, and yield how far that is.

    A run that was ended goes on where it was when it is begun again. Raises SecondhandError.
    """
    endings = ("articles", "matches", "duckdb")
    articles, matches, base = (out.with_name(f"{out.name}.{ending}") for ending in endings)
    for file in (out, articles, matches, base):
        check_output(file, sources)
    if out.exists():
        raise OptionError(f"{out} is there already: move it away, or name another file.")
    with ExitStack() as stack:
        # It is asked for first: who lacks DuckDB need not wait for all to be read.
        candidates = stack.enter_context(closing(Candidates(base)))
        yield from _read(sources, out, articles, workers)
        candidates.gather(articles)
        yield from _compare(candidates, matches, workers)
        _write((statement_record(made) for made in list_statements(candidates, matches)), out)
    for file in (articles, matches, base):
        file.unlink(missing_ok=True)


def _read(sources: Sequence[str], out: Path, lines: Path, workers: Workers) -> Iterator[Progress]:
    progress = Progress(count_bytes(sources))
    with closing(Journal.open(lines)) as kept, closing(Journal.open(rejects_path(out))) as aside:
        todo = _skip(find_records(sources), kept.done | aside.done, progress)
        for result in workers(todo, read_records):
            rejected = _list_rejected(result)
            for name, reason in rejected.items():
                aside.add(name, {"reason": reason})
            progress.rejected += len(rejected)
            yield _note(result, kept, progress, result.entry.many - len(rejected))


def _list_rejected(result: Result) -> dict[str, str]:
    """Return what cannot be compared, and why."""
    if result.record is None:
        return {result.entry.id: result.reason}
    return dict.fromkeys(result.record["damaged"], DAMAGED)


def _compare(candidates: Candidates, lines: Path, workers: Workers) -> Iterator[Progress]:
    progress = Progress(candidates.count_articles())
    with closing(Journal.open(lines)) as kept:
        for result in workers(make_batches(candidates, kept.done), compare_batch):
            yield _note(result, kept, progress)


def _note(result: Result, kept: Journal, progress: Progress, many: int = 1) -> Progress:
    if result.record is not None:
        kept.add(result.entry.id, result.record)
        progress.analyzed += many
    progress.bytes += result.entry.size
    return progress


def _skip(found: Iterable[Input], done: set[str], progress: Progress) -> Iterator[Input]:
    for entry in found:
        if entry.id in done:
            progress.before += entry.size
            progress.left_out += entry.many
        else:
            yield entry


def _write(records: Iterable[dict[str, object]], out: Path) -> None:
    """Write a line for each of ``records``, all of them or no file at all."""
    beside = open_beside(out)
    try:
        with beside.open("w", encoding="utf-8") as file:
            for record in records:
                file.write(dumps(record) + "\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise full_disk_error(out, error) from None
