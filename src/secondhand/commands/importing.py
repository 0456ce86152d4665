"""``secondhand import FILE…``: take over what was exported, here or by other tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from secondhand import importing, terminal
from secondhand.arguments import Import
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import FormatError, NotFound, SecondhandError
from secondhand.importing import Imported
from secondhand.library import Library
from secondhand.notes.address import address
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import clean


def run(asked: Import) -> int:
    """Merge the files into the library; return the exit code. Raises LibraryError."""
    failed = False
    with Library.open(asked.library) as library:
        if library.notice:
            complain(library.notice)
        for file in asked.files:
            try:
                found = _read(file, library)
            except SecondhandError as error:
                complain(error)
                failed = True
                continue
            _merge(file, found, library)
            failed = failed or bool(found.problems)
    return FAILED if failed else 0


def _merge(file: Path, found: Imported, library: Library) -> None:
    """Take over what was found, and tell what came in and what could not."""
    new = sum(map(library.merge, found.notebooks))
    articles = len(found.notebooks)
    marks = f"{found.marks} mark{'s' * (found.marks != 1)}"
    with terminal.output():
        print(  # noqa: T201
            f"{clean(str(file))}: {marks} of {articles} article{'s' * (articles != 1)}, {new} of them new."
        )
    for problem in found.problems:
        complain(f"{file}: {problem}.")


def _read(file: Path, library: Library) -> Imported:
    """Return what ``file`` holds; raises SecondhandError where it cannot be read."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormatError(f"{file} is not in UTF-8: export it again.") from None
    except (OSError, ValueError) as error:
        raise NotFound(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    try:
        return importing.read(text, lambda source: _known(source, library))
    except FormatError as error:
        raise FormatError(f"{file}: {error}") from None


def _known(source: str, library: Library) -> Notebook | None:
    """Return what is kept of the article at the address ``source``."""
    if "://" not in source:
        return None
    entry = library.find(source)
    if entry is not None:
        return library.notebook(entry)
    return next((n for n in _unpublished(source, library) if address(n.article) == source), None)


def _unpublished(source: str, library: Library) -> Iterator[Notebook]:
    """Yield the articles without an address, where ``source`` names a text."""
    if source.startswith("ni:"):
        yield from (library.notebook(row.entry) for row in library.rows() if not row.url)
