"""What the reader set right is shown as theirs, and known claims are shown at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secondhand.analysis import Progress, model
from secondhand.article import Article
from secondhand.claim import Analysis, Speaker
from secondhand.library import Library
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.edit import Edit
from secondhand.wording.labels import SET_RIGHT
from tests.claims import seed_analysis, seed_article
from tests.ui.conftest import LATE, Open

ANN = Speaker("", "Ann Other", "person", None, ())


def correction(analysis: Analysis, at: int) -> Correction:
    claim, text = analysis.claims[at], seed_article().text
    content = tuple(make_anchor(text, span.start, span.end) for span in claim.content)
    return Correction("1", content, datetime(2026, 1, 2, tzinfo=UTC), speaker=ANN, before=claim)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


def kept(library: Library) -> Analysis:
    """Keep the seed's claims as if the model there is now had found them."""
    analysis = replace(seed_analysis(), model=model())
    library.keep(library.enter(seed_article()), analysis)
    return analysis


def never(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
    raise AssertionError("there is nothing to analyse")


async def test_a_correction_is_shown_as_the_readers_own_and_can_be_undone(open_reader: Open) -> None:
    async with open_reader(size=(200, 60)) as reader:
        reader.screen.edit(Edit(None, correction(seed_analysis(), 0)))
        await reader.pilot.pause()
        assert "▸ Ann Other" in reader.text() and SET_RIGHT in reader.text()
        await reader.press("u")
        assert "▸ Alain de Benoist" in reader.text() and SET_RIGHT not in reader.text()
        assert reader.said[-1].startswith("Undone: your correction “French President")


async def test_a_correction_made_while_the_analysis_runs_holds(open_reader: Open) -> None:
    go_on, analysis = threading.Event(), seed_analysis()

    def slow(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, analysis, frozenset({0}))
        go_on.wait(LATE)
        yield Progress(2, 2, analysis, frozenset(range(7)))

    async with open_reader(analyse=slow, wait=False, size=(200, 60)) as reader:
        await reader.until(lambda: reader.session.read)
        reader.screen.edit(Edit(None, correction(analysis, 0)))
        await reader.pilot.pause()
        assert SET_RIGHT in reader.text()
        go_on.set()
        await reader.analysed()
        assert SET_RIGHT in reader.text()
        assert reader.screen.notebook.found == analysis, "what the model said is kept beside it"


async def test_known_claims_are_shown_without_an_analysis(open_reader: Open, library: Library) -> None:
    with library:
        kept(library)
        async with open_reader(analyse=never, library=library) as reader:
            assert reader.session.state == "done"
            assert "Alain de Benoist" in reader.text()
            await reader.press("G")
            assert reader.claimed is not None


async def test_corrections_hold_on_reopening(open_reader: Open, library: Library) -> None:
    with library:
        analysis = kept(library)
        async with open_reader(analyse=never, library=library) as reader:
            reader.screen.edit(Edit(None, correction(analysis, 0)))
        async with open_reader(analyse=never, library=library, size=(200, 60)) as reader:
            assert "▸ Ann Other" in reader.text() and SET_RIGHT in reader.text()


async def test_claims_of_an_older_model_stay_until_the_new_ones_are_whole(
    open_reader: Open, library: Library
) -> None:
    go_on, analysis = threading.Event(), seed_analysis()
    newer = replace(analysis, claims=analysis.claims[:1], model=model())

    def slow(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, replace(newer, claims=()), frozenset({0}))
        go_on.wait(LATE)
        yield Progress(2, 2, newer, frozenset(range(7)))

    with library:
        library.keep(library.enter(seed_article()), analysis)
        async with open_reader(analyse=slow, wait=False, library=library) as reader:
            await reader.until(lambda: reader.session.total)
            assert len(reader.session.claims) == 2
            go_on.set()
            await reader.analysed()
            assert len(reader.session.claims) == 1
            assert reader.screen.notebook.found == newer


def test_reopening_a_kept_article_does_not_load_spacy(library: Library, tmp_path: Path) -> None:
    with library:
        kept(library)
    code = """
import asyncio, sys
from pathlib import Path
from secondhand.library import Library
from secondhand.ui.app import ReaderApp

async def look():
    with Library.open(Path(sys.argv[1])) as library:
        article = library.notebook(1).article
        async with ReaderApp(article, library=library).run_test() as pilot:
            await pilot.pause()
            assert pilot.app.screen.session.claims
    print(*sys.modules)

asyncio.run(look())
"""
    place = str(tmp_path / "library.db")
    ran = subprocess.run([sys.executable, "-c", code, place], capture_output=True, text=True, check=True)
    assert not {"spacy", "onnxruntime", "numpy", "rapidfuzz", "jinja2"} & set(ran.stdout.split())
