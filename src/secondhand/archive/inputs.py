"""Folders, files and archives → the articles in them, named but not yet read."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest
from secondhand.errors import NotFound, SecondhandError
from secondhand.ingest.fetched import LARGEST
from secondhand.ingest.input_names import escape_name

LINES = frozenset({".jsonl", ".ndjson"})
"""how files of one article a line are called, which no process reads whole"""
BUNDLES = frozenset({".json", ".xml", ".rss", ".atom"})
"""how files of several articles may be called, which are small enough for that"""
_NUMBERED = re.compile(r":([0-9]+)\Z")
_ESCAPED = re.compile(r"\\x[0-9a-f]{2}")


@dataclass(frozen=True, slots=True)
class Input:
    """One article of an archive."""

    id: str
    """the name of its file as given, and its number or that of its line in there: ``a.jsonl:12``"""
    source: str
    """the path or address of its file"""
    size: int
    """its bytes, 0 where nobody knows"""
    number: int = 0
    """which one of the articles in its file it is, from 1 on; 0 where it is the only one"""
    line: bytes | None = None
    """its line, of one that is too long the beginning; None where the file is the article"""
    problem: str = ""
    """why it cannot be read, where that is known already"""
    many: int = 1
    """how many articles it stands for: a group of rows of a table is read at once"""


def find_inputs(sources: Iterable[str], but: Collection[Path] = ()) -> Iterator[Input]:
    """Yield the articles in ``sources``, in an order that stays; raises NotFound where a folder is empty.

    The files ``but``, given without links in their names, are left out of folders. No two inputs share an id.
    """
    for source in sources:
        for file, problem in _find_files(source, but):
            if problem:
                yield Input(_make_id(file), file, 0, problem=problem)
            elif Path(file).suffix.lower() in LINES and os.path.isfile(file):  # noqa: PTH113
                yield from _read_lines(file)
            else:
                yield from _split_file(file)


def count_bytes(sources: Iterable[str], but: Collection[Path] = ()) -> int:
    """Return how many bytes ``sources`` hold all in all; raises NotFound where a folder is empty."""
    return sum(
        _file_size(file) for source in sources for file, problem in _find_files(source, but) if not problem
    )


def _find_files(source: str, but: Collection[Path]) -> Iterator[tuple[str, str]]:
    """Yield the files in a folder, but hidden ones and ``but``, or the source itself where it is none.

    With each goes "", or why it cannot be read: of a folder, which is yielded for that only.
    """
    if "://" in source or not os.path.isdir(source):  # noqa: PTH112
        yield source, ""
        return
    there = sorted(_walk(Path(source), {path.name for path in but}, but))
    if not there:
        raise NotFound(f"{escape_name(source)} holds no files: name a folder of articles.")
    yield from ((str(path), problem) for path, problem in there)


def _walk(folder: Path, names: Collection[str], but: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the files below ``folder``, but hidden ones and ``but``, which have ``names``."""
    closed: list[OSError] = []
    for above, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = (name for name in folders if not name.startswith("."))
        for path in (Path(above, name) for name in files if not name.startswith(".")):
            if _may_be_read(path) and not (path.name in names and path.resolve() in but):
                yield path, ""
    for error in closed:
        message = f"{escape_name(str(error.filename))} is a folder that cannot be read: {error.strerror}."
        yield Path(error.filename), message


def _may_be_read(path: Path) -> bool:
    """Return whether ``path`` is a file, leads nowhere, or nobody may know: whoever tries tells why."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True


def _split_file(file: str) -> Iterator[Input]:
    """Yield the articles of a file, which is most often one."""
    many = 1
    if Path(file).suffix.lower() in BUNDLES:
        with suppress(SecondhandError):
            many = len(ingest.open_bundle(file))
    size = _file_size(file)
    if many == 1:
        yield Input(_make_id(file), file, size)
        return
    for number in range(1, many + 1):
        yield Input(f"{_make_id(file)}:{number}", file, size // many, number=number)


def _read_lines(file: str) -> Iterator[Input]:
    """Yield each line that is not blank, or the file where it may not be read: whoever tries tells why."""
    if not os.access(file, os.R_OK):
        yield Input(_make_id(file), file, _file_size(file))
        return
    with Path(file).open("rb") as lines:
        number = 0
        while line := lines.readline(LARGEST + 1):
            number, size, end = number + 1, len(line), line
            while not end.endswith(b"\n") and (end := lines.readline(LARGEST)):
                size += len(end)
            if line.strip():
                yield Input(f"{_make_id(file)}:{number}", file, size, number, line)


def _make_id(file: str) -> str:
    """Return the name of a file as any encoding can write it, which no other file and no line of one has.

    Bytes that are no text are escapes. So are, where it could be taken for a line of another file or has
    such escapes, its last colon and its backslashes.
    """
    name = os.fsencode(file)
    name_in_utf8 = name.decode(errors="backslashreplace")
    if not _NUMBERED.search(name_in_utf8) and not _ESCAPED.search(name_in_utf8):
        return name_in_utf8
    text = _NUMBERED.sub(r"\\x3a\1", name.decode(errors="surrogateescape").replace("\\", r"\x5c"))
    return text.encode(errors="surrogateescape").decode(errors="backslashreplace")


def _file_size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except (OSError, ValueError):
        return 0
