"""Whatever was done to a library's file: it opens or says why not, and costs nothing but what was hit."""

# The fixtures of the commands are ours too.
# ruff: noqa: F401, F811
from __future__ import annotations

from contextlib import nullcontext, suppress
from pathlib import Path

import pytest

from secondhand.commands.complaint import FAILED
from secondhand.commands.library import NOTHING
from secondhand.errors import LibraryError
from secondhand.library import Library
from tests.attack.hosts import read_lines
from tests.attack.libraries import HOME, MARKET, TOWN, WEATHER, copy_library, find_kept, make_library, tamper
from tests.commands.conftest import Run, analysed, library, run

pytestmark = pytest.mark.attack

Captured = pytest.CaptureFixture[str]
COMMANDS = (
    "library",
    "library --search unsafe",
    "export --all --format json",
    "export --all --format markdown",
    "export 1 --format csv",
    "export https://e.org/market --what claims --format jsonl",
)
LINES = [tuple(part.strip() for part in line.split("|", 1)) for line in read_lines("libraries.txt") if line]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a library with which all is well."""
    file = tmp_path_factory.mktemp("whole") / "library.db"
    make_library(file)
    return file.read_bytes()


@pytest.fixture
def try_(run: Run, capsys: Captured) -> Run:
    """Return what runs a command line, which may end well or with one clear line for each of its troubles."""

    def run_it(line: str) -> int:
        code = run(*line.split())
        told = capsys.readouterr()
        assert code in (0, NOTHING, FAILED)
        assert all(one.startswith("secondhand: ") for one in told.err.splitlines()), told.err
        assert code == 0 or told.err or line.endswith("--check")
        return code

    return run_it


@pytest.mark.parametrize(("lost", "change"), LINES)
def test_nothing_is_lost_but_what_was_hit(
    lost: str,
    change: str,
    whole: bytes,
    library: Path,
    try_: Run,
    tmp_path: Path,
) -> None:
    library.write_bytes(whole)
    tamper(library, change)
    if lost == "refused":
        before = library.read_bytes()
        assert {try_(line) for line in (*COMMANDS, "library --check")} == {FAILED}
        assert library.read_bytes() == before
        return
    gone = {name for name in lost.split() if name in HOME}
    hit = {HOME[name.strip("()")] for name in lost.split() if name != "-"}
    open_again(copy_library(library, tmp_path / "again"), hit)
    for line in COMMANDS:
        try_(line)
    try_("library --check")
    with Library.open(library) as opened:
        assert find_kept(opened) - {"another text"} == set(HOME) - gone
    assert try_("library --check") == 0


def open_again(file: Path, hit: set[int]) -> None:
    """Read each article again, as the reader does: what belongs to those that were not hit is all there."""
    with suppress(LibraryError) if hit else nullcontext(), Library.open(file) as opened:
        for article in (TOWN, MARKET, WEATHER):
            entry = opened.enter(article)
            assert opened.notebook(entry).article.text == article.text
            opened.stretches(entry, "x")
            opened.position(entry)
            opened.reach(entry, 5)
    with Library.open(file) as opened:
        assert find_kept(opened) >= {name for name, entry in HOME.items() if entry not in hit}
