"""A library of which all is known, and what may be done to its file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from secondhand.claim import Analysis
from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from tests.export.literals import ANALYSIS
from tests.library.articles import fetched
from tests.notes.literals import claim, correction, highlight

TOWN_OLD = fetched(
    "https://e.org/town",
    "The bridge is shut until spring.\n\nThe mayor said that it is unsafe for cars.\n\nBuses go round.",
    title="Bridge",
    publisher="Gazette",
)
TOWN = replace(TOWN_OLD, text=TOWN_OLD.text.replace("spring", "summer"))
MARKET = fetched(
    "https://e.org/market", "Ann Lee said that prices are high.\n\nNobody else did.", title="Market"
)
WEATHER = fetched("https://e.org/weather", "It will rain tomorrow, and the day after.", title="Weather")
FOUND = Analysis((), (claim(MARKET.text, "prices are high", "said", "Ann Lee"),), ANALYSIS.model)
TEXTS = {TOWN.text: "town", TOWN_OLD.text: "town-old", MARKET.text: "market", WEATHER.text: "weather"}
TOLD = {"h1": ("unsafe", "mine", ("city",)), "h2": ("Buses", "h2's", ()), "m1": ("prices are high", "", ())}
HOME = {"town": 1, "town-old": 1, "h1": 1, "h2": 1, "k1": 1, "market": 2, "m1": 2, "claims": 2, "weather": 3}
"""what there is, and which entry it belongs to"""


def make_library(file: Path) -> None:
    """Write the library to ``file``, with nothing beside it."""
    with Library.open(file) as library:
        town = library.enter(TOWN_OLD)
        library.enter(TOWN)
        library.write(town, Edit(None, highlight(TOWN.text, "unsafe", id="h1", note="mine", tags=("city",))))
        library.write(town, Edit(None, highlight(TOWN.text, "Buses", id="h2", note="h2's")))
        library.write(town, Edit(None, correction(TOWN.text, "it is unsafe", id="k1")))
        market = library.enter(MARKET)
        library.write(market, Edit(None, highlight(MARKET.text, "prices are high", id="m1")))
        library.keep(market, FOUND)
        library.enter(WEATHER)
        assert find_kept(library) == set(HOME)
        assert library.gather_words()


def find_kept(library: Library) -> set[str]:
    """Return what of ``HOME`` there is in ``library``: each with its words and notes, under any entry."""
    return {name for row in library.rows() for name in _find_in(library, row.entry)}


def _find_in(library: Library, entry: int) -> Iterator[str]:
    for edition in library.editions(entry):
        yield TEXTS.get(edition.article.text, "another text")
    try:
        book = library.notebook(entry)
    except LibraryError:
        return
    yield TEXTS.get(book.article.text, "another text")
    if book.found == FOUND:
        yield "claims"
    for mark in (*book.highlights, *book.orphans):
        if TOLD[mark.id] == (mark.text, mark.note, mark.tags):
            yield mark.id
    for change in book.corrections:
        if change.content[0].exact == "it is unsafe":
            yield change.id


def tamper(file: Path, change: str) -> None:
    """Do to the library in ``file`` what ``change`` says, as ``libraries.txt`` explains it."""
    how, _, what = change.partition(" ")
    if how == "sql":
        _run(file, what)
    elif how == "cut":
        data = file.read_bytes()
        file.write_bytes(data[: int(what)])
    elif how == "beside":
        suffix, given = what.split()
        file.with_name(file.name + suffix).write_bytes(bytes.fromhex(given))
    else:
        _put(file, how, *what.split())


def _run(file: Path, statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.executescript(statements)


def _put(file: Path, how: str, where: str, given: str) -> None:
    data = bytearray(file.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    if how == "page":
        with closing(sqlite3.connect(file)) as connection:
            question = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            start = (connection.execute(question, (where,)).fetchone()[0] - 1) * size
    elif how == "put":
        start = len(data) if where == "-0" else int(where) % len(data)
    else:
        raise ValueError(f"nobody knows how to {how} a library")
    data[start : start + len(given) // 2] = bytes.fromhex(given)
    file.write_bytes(data)


def copy_library(file: Path, folder: Path) -> Path:
    """Copy ``file`` and all that is beside it into a new ``folder``; return where it is now."""
    folder.mkdir()
    for beside in file.parent.glob(file.name + "*"):
        shutil.copyfile(beside, folder / beside.name)
    return folder / file.name
