"""The run over an archive: what is done already is left out, and what comes is kept."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from secondhand.archive import parquet
from secondhand.archive.inputs import Input, count_bytes, find_inputs
from secondhand.archive.journal import Journal
from secondhand.archive.work import analyze_input
from secondhand.archive.workers import Workers
from secondhand.article import Article
from secondhand.errors import OptionError
from secondhand.ingest.input_names import escape_name
from secondhand.ingest.source import STDIN
from secondhand.outputs import check_output

SUFFIXES = (".jsonl", ".parquet")
"""what an archive of analyses can be"""


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    total: int
    """bytes of all articles"""
    bytes: int = 0
    """of those that are done"""
    before: int = 0
    """bytes of those that an earlier run had done"""
    analyzed: int = 0
    """articles this run has analysed"""
    rejected: int = 0
    """articles this run has set aside"""
    left_out: int = 0
    """articles that an earlier run had analysed"""
    rejected_before: int = 0
    """articles that an earlier run had set aside"""


def analyze(
    sources: Sequence[str], out: Path, known: Article, workers: Workers
) -> Generator[Progress, None, None]:
    """Analyse all articles in ``sources`` into the file ``out``, and yield how far that is after each.

    ``known`` is what the user tells of all of them. Those that cannot be read are set aside beside ``out``
    with their reason. A run that was ended, however, goes on where it was when it is begun again. Raises
    SecondhandError where a file cannot be had or written.
    """
    if out.suffix not in SUFFIXES:
        raise OptionError(f"-o names a file that ends in {' or '.join(SUFFIXES)}.")
    table = out.suffix == ".parquet"
    if table:
        parquet.check_installed()
    lines = out.with_name(f"{out.name}.jsonl") if table else out
    own = {path.resolve() for path in (out, lines, rejects_path(out))}
    _check(sources, own)
    for file in own:
        check_output(file, sources)
    progress = Progress(count_bytes(sources, own))
    with ExitStack() as stack:
        found = stack.enter_context(closing(Journal.open(lines)))
        before = parquet.read_ids(out) if table else set[str]()
        aside = stack.enter_context(closing(Journal.open(rejects_path(out))))
        todo = _skip_done(find_inputs(sources, own), before | found.done, aside.done, progress)
        for result in workers(todo, partial(analyze_input, known=known)):
            if result.record is None:
                aside.add(result.entry.id, {"reason": result.reason})
                progress.rejected += 1
            else:
                found.add(result.entry.id, result.record)
                progress.analyzed += 1
            progress.bytes += result.entry.size
            yield progress
        if table and lines.stat().st_size:
            parquet.join_lines(lines, out)
    yield progress


def _check(sources: Sequence[str], own: set[Path]) -> None:
    """Raise OptionError where a source is none to go on with: standard input, or what this run writes."""
    for source in sources:
        if source == STDIN:
            raise OptionError("-o needs files or folders, to go on with after a stop: save the input first.")
        if Path(source).resolve() in own:
            raise OptionError(f"{escape_name(source)} is what -o writes: name the articles, or another file.")


def rejects_path(out: Path) -> Path:
    """Return the file beside ``out`` in which what cannot be read is set aside."""
    return out.with_suffix(".rejected.jsonl")


def _skip_done(
    found: Iterator[Input], analyzed: set[str], aside: set[str], progress: Progress
) -> Iterator[Input]:
    """Yield the entries that are neither analysed nor set aside, each once."""
    seen: set[str] = set()
    for entry in found:
        if entry.id in seen:
            progress.before += entry.size
            continue
        seen.add(entry.id)
        if entry.id in analyzed:
            progress.left_out += 1
            progress.before += entry.size
        elif entry.id in aside:
            progress.rejected_before += 1
            progress.before += entry.size
        else:
            yield entry
