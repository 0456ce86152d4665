"""Folders, files and archives → the articles in them, named but not yet read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest
from secondhand.errors import NotFound, SecondhandError
from secondhand.ingest.naming import shown
from secondhand.ingest.source import LARGEST

LINES = frozenset({".jsonl", ".ndjson"})
"""how files of one article a line are called, which no process reads whole"""
BUNDLES = frozenset({".json", ".xml", ".rss", ".atom"})
"""how files of several articles may be called, which are small enough for that"""


@dataclass(frozen=True, slots=True)
class Entry:
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


def entries(sources: Iterable[str], but: Collection[Path] = ()) -> Iterator[Entry]:
    """Yield the articles in ``sources``, in an order that stays; raises NotFound where a folder is empty.

    The files ``but``, given without links in their names, are left out of folders.
    """
    for source in sources:
        for file in _files(source, but):
            if Path(file).suffix.lower() in LINES and Path(file).is_file():
                yield from _lines(file)
            else:
                yield from _file(file)


def size(sources: Iterable[str], but: Collection[Path] = ()) -> int:
    """Return how many bytes ``sources`` hold all in all; raises NotFound where a folder is empty."""
    return sum(_size(file) for source in sources for file in _files(source, but))


def _files(source: str, but: Collection[Path]) -> Iterator[str]:
    """Yield the files in a folder, but hidden ones and ``but``, or the source itself where it is none."""
    folder = Path(source)
    if "://" in source or not folder.is_dir():
        yield source
        return
    found = (path for path in folder.rglob("*") if path.is_file())
    seen = (path for path in found if not _hidden(path.relative_to(folder)))
    names = {path.name for path in but}
    there = sorted(path for path in seen if path.name not in names or path.resolve() not in but)
    if not there:
        raise NotFound(f"{shown(source)} holds no files: name a folder of articles.")
    yield from map(str, there)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _file(file: str) -> Iterator[Entry]:
    """Yield the articles of a file, which is most often one."""
    many = 1
    if Path(file).suffix.lower() in BUNDLES:
        with suppress(SecondhandError):
            many = len(ingest.bundle(file))
    size = _size(file)
    if many == 1:
        yield Entry(_id(file), file, size)
        return
    for number in range(1, many + 1):
        yield Entry(f"{_id(file)}:{number}", file, size // many, number=number)


def _lines(file: str) -> Iterator[Entry]:
    """Yield each line that is not blank, or the file where it may not be read: whoever tries tells why."""
    if not os.access(file, os.R_OK):
        yield Entry(_id(file), file, _size(file))
        return
    with Path(file).open("rb") as lines:
        number = 0
        while line := lines.readline(LARGEST + 1):
            number, size, end = number + 1, len(line), line
            while not end.endswith(b"\n") and (end := lines.readline(LARGEST)):
                size += len(end)
            if line.strip():
                yield Entry(f"{_id(file)}:{number}", file, size, number, line)


def _id(file: str) -> str:
    """Return the name of a file as any encoding can write it, bytes that are no text as escapes."""
    return os.fsencode(file).decode(errors="backslashreplace")


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except (OSError, ValueError):
        return 0
