"""``secondhand import FILE…``: take over what was exported, here or by other tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondhand import importing, terminal
from secondhand.arguments import Command, argument, option
from secondhand.arguments.shared import library_option
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import FormatError, SecondhandError
from secondhand.files import read_text
from secondhand.importing import Imported
from secondhand.library import Library
from secondhand.library.merging import Change
from secondhand.notes.address import address_of
from secondhand.notes.describing import describe_edit
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import clean
from secondhand.wording.shortening import shorten
from secondhand.wording.titles import title_of

_MOST = 1000
"""MB a file may have: a library of thousands of articles fits"""

ABOUT = """\
Take over highlights, notes and corrections from json, jsonl and annotation exports, of secondhand or of
other tools that write W3C Web Annotations. What is there already is not doubled. Of two versions of a note
the newer one stays where it was made from the other, else both do; what changes is said. The text of an
article that is there is left alone.

examples:
  secondhand import seeds/macron-trump.json
  secondhand import --dry-run annotations.jsonld
"""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Which files to take over."""

    files: tuple[Path, ...] = argument("FILE", "json, jsonl or annotation", nargs="+", type=Path)
    dry: bool = option("--dry-run", about="only say what it would change")
    library: Path | None = library_option()


def run(asked: ImportOptions) -> int:
    """Merge the files into the library; return the exit code. Raises LibraryError."""
    failed = False
    with Library.open(asked.library, make=not asked.dry) as library:
        if library.notice:
            complain(library.notice)
        for file in asked.files:
            try:
                found = _read_file(file, library)
            except SecondhandError as error:
                complain(error)
                failed = True
                continue
            _merge(file, found, library, dry=asked.dry)
            failed = failed or bool(found.problems)
    return FAILED if failed else 0


COMMAND = Command("import", "take over what was exported", ABOUT, ImportOptions, run)


def _merge(file: Path, found: Imported, library: Library, *, dry: bool) -> None:
    """Take over what was found, and say what came in, what that changed, and what could not."""
    changes = [change for notebook in found.notebooks for change in library.merge(notebook, dry=dry)]
    with terminal.output():
        print(clean(f"{file}{' (dry run)' if dry else ''}: {_summarize(found, changes)}."))  # noqa: T201
        for change in changes:
            if told := _describe(change):
                print(f"  {clean(title_of(change.article))}: {clean(told)}.")  # noqa: T201
    for problem in found.problems:
        complain(f"{file}: {problem}.")


def _summarize(found: Imported, changes: Sequence[Change]) -> str:
    """Return how many marks there are, and how many of them do what."""
    articles = len(found.notebooks)
    many = Counter(change.what for change in changes)
    parts = [f"{found.marks} mark{'s' * (found.marks != 1)} of {articles} article{'s' * (articles != 1)}"]
    parts.append(f"{many['new']} of them new")
    parts += [f"{many['changed']} changed"] if many["changed"] else []
    parts += [f"{many['beside']} kept beside another"] if many["beside"] else []
    return ", ".join(parts)


def _describe(change: Change) -> str:
    """Return what the reader must know of ``change``, "" for a mark that is only new."""
    if change.what == "back":
        return "had been deleted and is back"
    if change.what == "claims":
        return "had not been analysed here; the claims in the file are kept"
    if change.what == "other text":
        return "the file has another text of it; the library's stays"
    if change.edit is None or change.what == "new":
        return ""
    words = describe_edit(change.edit)
    if change.what == "beside":
        return f"{words}: two versions, both are kept"
    old = change.edit.before
    was = old.note if isinstance(old, Highlight) and old.note else ""
    return f"{words}: the file's is newer" + (f", it was “{shorten(was)}”" if was else "")


def _read_file(file: Path, library: Library) -> Imported:
    """Return what ``file`` holds; raises SecondhandError where it cannot be read."""
    text = read_text(file, _MOST)
    try:
        return importing.read(text, lambda source: _find_known(source, library))
    except FormatError as error:
        raise FormatError(f"{file}: {error}") from None


def _find_known(source: str, library: Library) -> Notebook | None:
    """Return what is kept of the article at the address ``source``."""
    if "://" not in source:
        return None
    entry = library.find(source)
    if entry is not None:
        return library.notebook(entry)
    return next((n for n in _find_unpublished(source, library) if address_of(n.article) == source), None)


def _find_unpublished(source: str, library: Library) -> Iterator[Notebook]:
    """Yield the articles without an address, where ``source`` names a text."""
    if source.startswith("ni:"):
        yield from (library.notebook(row.entry) for row in library.rows() if not row.url)
