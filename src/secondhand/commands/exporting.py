"""``secondhand export``: what readers made, for other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from secondhand import analysis, ingest, terminal
from secondhand.arguments import Export
from secondhand.commands.complaint import FAILED, complain
from secondhand.commands.replacing import allow_replacing
from secondhand.errors import OptionError, SecondhandError
from secondhand.export.narrowing import narrow
from secondhand.export.notebooks import describe, render
from secondhand.export.what import What
from secondhand.files import write_file
from secondhand.library import Library
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import show_unsafe


def run(asked: Export) -> int:
    """Write the articles asked for; return the exit code. Raises SecondhandError."""
    describe(asked.form)  # a format there is not is told of before anything is read
    read = (*asked.sources, *([asked.template] if asked.template else ()))
    replace_there = asked.out is not None and allow_replacing(
        asked.out, read, asked.library, force=asked.force
    )
    problems: list[SecondhandError] = []
    with Library.open(asked.library) as library:
        if library.notice:
            complain(library.notice)
        notebooks, what = _chosen(asked, library, problems)
    if not notebooks and problems:
        return FAILED
    text = render(asked.form, notebooks, what, asked.template)
    if asked.out:
        write_file(asked.out, text, replace=replace_there)
    else:
        _print(text)
    return FAILED if problems else 0


def _chosen(asked: Export, library: Library, problems: list[SecondhandError]) -> tuple[list[Notebook], What]:
    """Return what is to be exported, with its claims where those are needed; tell of what cannot be had."""
    every = _notebooks(asked, library, problems)
    notebooks = [n for notebook in every if (n := narrow(notebook, asked.since, asked.tag))]
    what = asked.what or _what(notebooks)
    needed = what == "claims" or describe(asked.form).needs_claims
    found = []
    for notebook in notebooks:
        try:
            found.append(_with_claims(notebook, library, needed=needed))
        except SecondhandError as error:
            problems.append(error)
            complain(error)
            found.append(notebook)
    return found, what


def _notebooks(asked: Export, library: Library, problems: list[SecondhandError]) -> Iterator[Notebook]:
    """Yield each article that can be had; tell of the others and keep why."""
    names = [str(row.entry) for row in library.rows()] if asked.everything else asked.sources
    for name in names:
        try:
            yield _notebook(name, library)
        except SecondhandError as error:
            problems.append(error)
            complain(error)


def _notebook(name: str, library: Library) -> Notebook:
    """Return what is kept of the article that ``name`` leads to, else the bare article."""
    entry = library.find(name)
    if entry is not None:
        return library.notebook(entry)
    if name.isdecimal():
        raise OptionError(f"There is no article {name} in the library. See: secondhand library | cat")
    article = ingest.read_article(name)
    entry = library.entry(article)
    return Notebook(article) if entry is None else library.notebook(entry)


def _what(notebooks: list[Notebook]) -> What:
    return "highlights" if any(n.highlights or n.orphans for n in notebooks) else "claims"


def _with_claims(notebook: Notebook, library: Library, *, needed: bool) -> Notebook:
    """Return ``notebook`` with the claims that the model of now finds, where it has some or they are needed.

    They are kept where the library has the article, as the reader does.
    """
    found = notebook.found
    if found.model == analysis.model() if found else not needed:
        return notebook
    found = analysis.analyze(notebook.article)
    entry = library.entry(notebook.article)
    if entry is not None:
        library.keep(entry, found)
    return replace(notebook, found=found)


def _print(text: str) -> None:
    """Print ``text`` as it is into a pipe; on a terminal nothing in it may act."""
    screen = sys.stdout.isatty()
    with terminal.output(utf8=not screen):
        sys.stdout.write(show_unsafe(text) if screen else text)
