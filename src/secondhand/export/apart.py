"""Notebooks → one text a highlight, each with the name of its file: what note-taking tools link to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from secondhand.errors import OptionError
from secondhand.export.filing import file_name
from secondhand.export.notebooks import describe, render
from secondhand.export.what import What
from secondhand.notes.notebook import Notebook

OF_MARKS: tuple[What, ...] = ("highlights", "notes")
"""what is made by the reader, each with an id of its own"""
_ID = 8
"""characters that tell files of one article apart"""


def render_apart(
    form: str,
    notebooks: Sequence[Notebook],
    what: What,
    template: Path | None = None,
    speaker: str | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield for each highlight of ``notebooks`` the name of a file and its text, as ``render`` makes it.

    A name stays the same as long as the title does. Raises OptionError where ``what`` is not made by the
    reader, the format always holds all, or there is nothing to export.
    """
    traits = describe(form)
    if what not in OF_MARKS or traits.holds_all:
        raise OptionError("--apart is for highlights and notes, in a format that does not hold all else.")
    none = True
    for notebook in notebooks:
        for single in _list_single(notebook, what):
            try:
                text = render(form, [single], what, template, speaker)
            except OptionError:
                if speaker is None:
                    raise
                continue  # somebody else says it
            none = False
            yield _name(single, traits.suffix), text
    if none:
        render(form, notebooks, what, template, speaker)


def _list_single(notebook: Notebook, what: What) -> Iterator[Notebook]:
    """Yield ``notebook`` with each of its highlights alone."""
    for mark in notebook.highlights:
        if what == "highlights" or mark.note.strip():
            yield replace(notebook, highlights=(mark,), orphans=())
    for mark in notebook.orphans:
        if what == "highlights" or mark.note.strip():
            yield replace(notebook, highlights=(), orphans=(mark,))


def _name(notebook: Notebook, suffix: str) -> str:
    """Return a name for the file of the one highlight of ``notebook``: no id of others gets into a path."""
    [mark] = (*notebook.highlights, *notebook.orphans)
    digest = hashlib.sha256(mark.id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{file_name(notebook.article, '')}-{digest[:_ID]}{suffix}"
