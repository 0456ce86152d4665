"""``secondhand export``: what readers made, for other tools."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from secondhand import analysis, ingest, terminal
from secondhand.apart_files import write_apart
from secondhand.arguments import Command, argument, option
from secondhand.arguments.parser import usage_error
from secondhand.arguments.shared import library_option
from secondhand.arguments.values import read_day, read_output
from secondhand.commands.complaint import FAILED, complain, complain_and_go_on
from secondhand.commands.replacing import allow_replacing
from secondhand.errors import LibraryError, OptionError, SecondhandError
from secondhand.export.apart import render_apart
from secondhand.export.narrowing import narrow
from secondhand.export.notebooks import describe, render
from secondhand.export.what import OF_CLAIMS, WHAT, What
from secondhand.files import write_file
from secondhand.library import Library
from secondhand.library.elsewhere import keep_compared
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import show_unsafe

ABOUT = """\
Write your highlights, notes and corrections, or all claims, for the tools you use.

ARTICLE is its number in the library (secondhand library | cat), its address, or the path of its file.

formats:
  markdown     quotations with YAML front matter, for Obsidian and others
  org          Org mode, a PROPERTIES drawer a highlight
  html         one page: the article, its claims marked, notes beside
  json, jsonl  everything, for secondhand import
  csv          one row a highlight or claim
  readwise     CSV as Readwise imports it
  annotation   W3C Web Annotations, JSON-LD
  hypothesis   as the API of Hypothesis takes them
  schema-org   Quotation and Claim, JSON-LD
  csl-json     for Zotero and other citation managers
  bibtex       for BibLaTeX
  corrections  what you set right, JSON Lines fit for training

examples:
  secondhand export seeds/macron-trump.txt --what claims --format csv
  secondhand export --all --format markdown -o highlights.md
  secondhand export --all --format markdown --apart -o vault/highlights
  secondhand export 3 --what quotations --speaker "ann lee" --format markdown
  secondhand export 3 --tag ukraine --since 2026-01-01 --format org
"""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What of which articles to write, and where."""

    sources: tuple[str, ...] = argument("ARTICLE", "a number, an address or a file", nargs="*")
    everything: bool = option("--all", about="the whole library")
    since: datetime.date | None = option(
        "--since", metavar="YYYY-MM-DD", type=read_day, about="only what was marked since that day, UTC"
    )
    tag: str | None = option("--tag", metavar="TAG", about="only highlights with this tag")
    what: What | None = option(
        "--what", choices=WHAT, about="default: highlights, or claims where nothing is highlighted"
    )
    speaker: str | None = option(
        "--speaker", metavar="NAME", about="only what is said by those with these words in their names"
    )
    format: str = option("--format", metavar="FORMAT", required=True, about="one of those above")
    template: Path | None = option(
        "--template", metavar="FILE", type=Path, about="a Jinja2 template of your own for markdown"
    )
    out: Path | None = option("-o", "--output", metavar="FILE", type=read_output, about="where to write it")
    """None for standard output"""
    apart: bool = option("--apart", about="a file for each highlight, in the folder that -o names")
    force: bool = option("--force", about="replace what is there already, unasked")
    library: Path | None = library_option()


def run(asked: ExportOptions) -> int:
    """Write the articles asked for; return the exit code. Raises SecondhandError."""
    if asked.everything == bool(asked.sources):
        raise usage_error("export", "Name the articles to export, or --all of the library.")
    describe(asked.format)  # a format there is not is told of before anything is read
    read = (*asked.sources, *([asked.template] if asked.template else ()))
    if asked.apart and asked.out is None:
        raise usage_error("export", "--apart writes several files: name their folder with -o.")
    replace_there = asked.force
    if asked.out and not asked.apart:
        replace_there = allow_replacing(asked.out, read, asked.library, force=asked.force)
    problems: list[SecondhandError] = []
    with Library.open(asked.library, make=False) as library:
        if library.notice:
            complain(library.notice)
        notebooks, what = _choose_notebooks(asked, library, problems)
    if not notebooks and problems:
        return FAILED
    wanted = (asked.format, notebooks, what, asked.template, asked.speaker)
    if asked.out and asked.apart:
        write_apart(asked.out, render_apart(*wanted), asked.library, force=asked.force)
        return FAILED if problems else 0
    text = render(*wanted)
    if asked.out:
        write_file(asked.out, text, replace=replace_there)
    else:
        _print(text)
    return FAILED if problems else 0


COMMAND = Command("export", "write what you marked", ABOUT, ExportOptions, run)


def _choose_notebooks(
    asked: ExportOptions, library: Library, problems: list[SecondhandError]
) -> tuple[list[Notebook], What]:
    """Return what is to be exported, with its claims where those are needed; tell of what cannot be had."""
    every = _notebooks(asked, library, problems)
    notebooks = [n for notebook in every if (n := narrow(notebook, asked.since, asked.tag))]
    what = asked.what or _what(notebooks)
    needed = what in OF_CLAIMS or describe(asked.format).needs_claims
    found = []
    for notebook in notebooks:
        had = notebook
        with complain_and_go_on(problems):
            had = _with_claims(notebook, library, needed=needed)
        found.append(had)
    return found, what


def _notebooks(asked: ExportOptions, library: Library, problems: list[SecondhandError]) -> Iterator[Notebook]:
    """Yield each article that can be had; tell of the others and keep why."""
    names = [str(row.entry) for row in library.rows()] if asked.everything else asked.sources
    for name in names:
        with complain_and_go_on(problems):
            notebook, left_out = _notebook(name, library)
            yield notebook
            if left_out:
                raise LibraryError(left_out)


def _notebook(name: str, library: Library) -> tuple[Notebook, str | None]:
    """Return what is kept of the article that ``name`` leads to, else the bare article; and what it lacks."""
    if edition := library.find_edition(name):
        return library.edition(*edition), library.tell_left_out(edition[0])
    entry = library.find(name)
    if entry is None:
        if name.isdecimal():
            raise OptionError(f"There is no article {name} in the library. See: secondhand library | cat")
        article = ingest.read_article(name)
        entry = library.entry(article)
        if entry is None:
            return Notebook(article), None
    return library.notebook(entry), library.tell_left_out(entry)


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
        keep_compared(library, entry, found)
    return replace(notebook, found=found)


def _print(text: str) -> None:
    """Print ``text`` as it is into a pipe; on a terminal nothing in it may act."""
    screen = sys.stdout.isatty()
    with terminal.output(utf8=not screen):
        sys.stdout.write(show_unsafe(text) if screen else text)
