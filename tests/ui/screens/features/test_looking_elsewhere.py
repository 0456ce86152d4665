"""From a claim to the other articles of the library that have it, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from secondhand.claim import Analysis
from secondhand.library import Library
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.dialogs.saying_list import SayingsScreen
from secondhand.ui.screens.dialogs.statement_list import StatementsScreen
from secondhand.ui.screens.features.looking_elsewhere import MISSING, NO_CLAIM, NO_LIBRARY, NOBODY, NOWHERE
from secondhand.ui.screens.reader import ReaderScreen
from tests.claims import MODEL, Teller, article_of, whole
from tests.ui.conftest import Open, Reader

SAID = "Interest rates will stay where they are until the autumn"
OTHERS = {
    "Reuters": "Young people lost work in the north of the country in every month of the winter",
    "Star": "Trains were late on most days of the spring",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def tell(outlet: str, day: date, said: str) -> Teller:
    """Return an article of ``outlet`` in which Jane Doe says ``said`` and something else."""
    text = f"{said}, Jane Doe said.\n{OTHERS[outlet]}, Jane Doe said."
    teller = Teller(article_of(text, title=f"Rates: {outlet}", publisher=outlet, date=day))
    speaker = teller.speaker("Jane Doe")
    for paragraph, words in enumerate((said, OTHERS[outlet])):
        teller.claim(paragraph, [words], "said", "Jane Doe", speaker)
    return teller


@pytest.fixture
def reuters(library: Library) -> Teller:
    """An article that is open, whose first claim another one of the library has, too."""
    for outlet, said in (("Reuters", SAID), ("Star", f"{SAID} at least")):
        told = tell(outlet, date(2026, 3, 7 + (outlet == "Star")), said)
        library.keep(library.enter(told.article), told.analysis())
    return tell("Reuters", date(2026, 3, 7), SAID)


def top(reader: Reader) -> ReaderScreen:
    """Return the reader in front."""
    assert isinstance(reader.app.screen, ReaderScreen)
    return reader.app.screen


async def check_way_to_star(reader: Reader, first: ReaderScreen, paragraph: int) -> None:
    """The Star's article is opened at ``paragraph``, and backspace leads back to the ``first`` one."""
    await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen) and top(reader) is not first)
    assert top(reader).notebook.article.publisher == "Star"
    assert top(reader).session.paragraph == paragraph
    await reader.press("backspace")
    assert top(reader) is first


async def test_w_shows_every_article_that_has_the_claim_and_enter_opens_one(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        first = top(reader)
        await reader.press("w")
        assert isinstance(reader.app.screen, StatementsScreen)
        shown = reader.text()
        for words in (
            "Jane Doe",
            "in 2 articles, on one origin",
            "this article",
            "Star, 8 March 2026",
            "at least",
        ):
            assert words in shown
        await reader.press("j", "enter")
        await check_way_to_star(reader, first, 0)


async def test_enter_on_the_article_one_reads_goes_back_to_it(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        first = top(reader)
        await reader.press("w", "enter")
        assert top(reader) is first
        await reader.press("w", "escape")
        assert top(reader) is first


async def test_a_claim_that_stands_nowhere_else_says_so(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        await reader.press("n", "w")
        assert reader.said[-1] == NOWHERE


@pytest.mark.parametrize(("new", "told"), [(1, "1 article is"), (2, "2 articles are")])
async def test_articles_that_are_not_read_yet_are_told_where_it_is_found_in_none(
    open_reader: Open, library: Library, reuters: Teller, new: int, told: str
) -> None:
    for number in range(new):
        library.inbox.put_by(article_of(f"{OTHERS['Reuters']}, Jane Doe said in town {number}."))
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        await reader.press("n", "w")
        assert reader.said[-1] == f"{NOWHERE} {told} not read yet: L opens one."


async def test_W_tells_how_many_articles_are_not_read_yet(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        await reader.press("n", "W")
        assert MISSING not in "".join(reader.said)
        await reader.press("escape")
        library.inbox.put_by(article_of(f"{OTHERS['Reuters']}, Jane Doe said in town."))
        await reader.press("W")
        assert reader.said[-1] == f"{MISSING} 1 article is not read yet: L opens one."


async def test_without_a_claim_or_a_library_there_is_nowhere_to_look(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    nothing = whole(Analysis((), (), MODEL))
    async with open_reader(article_of("Nobody said a word of it."), nothing, library=library) as reader:
        await reader.press("w")
        assert reader.said[-1] == NO_CLAIM
    async with open_reader(reuters.article, whole(reuters.analysis())) as reader:
        await reader.press("w")
        assert reader.said[-1] == NO_LIBRARY


async def test_W_shows_all_that_the_speaker_said_and_enter_opens_it_at_the_claim(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        first = top(reader)
        await reader.press("W")
        assert isinstance(reader.app.screen, SayingsScreen)
        await reader.until(lambda: "Star, 8 March 2026" in reader.text())
        for words in ("All that Jane Doe said", "Reuters, 7 March 2026", "Young people lost work"):
            assert words in reader.text()
        await reader.press(*"trains")
        assert "Young people lost work" not in reader.text()
        await reader.press("enter")
        await check_way_to_star(reader, first, 1)


async def test_W_goes_to_a_claim_of_the_article_one_reads_and_back_to_it(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        first = top(reader)
        await reader.press("W")
        await reader.until(lambda: "Star, 8 March 2026" in reader.text())
        await reader.press("escape")
        assert top(reader) is first and first.session.paragraph == 0
        await reader.press("W", *"young people")
        await reader.until(lambda: "Young people lost work" in reader.text())
        await reader.press("enter")
        await reader.until(lambda: first.session.paragraph == 1)
        assert top(reader) is first


async def test_W_needs_a_claim_of_somebody_with_a_name_and_a_library(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    told = Teller(article_of(f"{SAID}, officials said."))
    told.claim(0, [SAID], "said", "officials", told.speaker("officials", "anonymous"))
    async with open_reader(told.article, whole(told.analysis()), library=library) as reader:
        await reader.press("W")
        assert reader.said[-1] == NOBODY
    nothing = whole(Analysis((), (), MODEL))
    async with open_reader(article_of("Nobody said a word of it."), nothing, library=library) as reader:
        await reader.press("W")
        assert reader.said[-1] == NO_CLAIM
    async with open_reader(reuters.article, whole(reuters.analysis())) as reader:
        await reader.press("W")
        assert reader.said[-1] == NO_LIBRARY


async def test_from_the_library_W_leads_to_the_claim_and_backspace_back(
    library: Library, reuters: Teller
) -> None:
    app = ReaderApp(library=library, analyse=whole(reuters.analysis()))
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot)
        await reader.press("W")
        assert reader.said[-1].startswith("Search for a name first (/)")
        await reader.press("/", *"doe", "enter", "W")
        await reader.until(lambda: "Reuters, 7 March 2026" in reader.text())
        shelf = reader.app.screen_stack[-2]
        await reader.press(*"young", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen))
        assert top(reader).notebook.article.publisher == "Reuters"
        await reader.press("backspace")
        assert reader.app.screen is shelf


async def test_the_panel_tells_where_else_the_claim_stands_and_where_first(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    star = tell("Star", date(2026, 3, 8), f"{SAID} at least")
    async with open_reader(star.article, whole(star.analysis()), library=library) as reader:
        await reader.until(lambda: "Also in 1 other" in reader.text())
        assert "Also in 1 other, first in Reuters" in reader.text()
        await reader.press("n")
        assert "Also in" not in reader.text()


async def test_the_panel_says_that_this_article_had_it_first(
    open_reader: Open, library: Library, reuters: Teller
) -> None:
    async with open_reader(reuters.article, whole(reuters.analysis()), library=library) as reader:
        await reader.until(lambda: "Also in 1 other, first here" in reader.text())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_what_the_statement_looks_like(
    snap_compare: Callable[..., bool], library: Library, reuters: Teller, size: tuple[int, int]
) -> None:
    app = ReaderApp(reuters.article, analyse=whole(reuters.analysis()), library=library)

    async def run(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.until(lambda: "Also in 1 other" in reader.text())
        await reader.press("w")

    assert snap_compare(app, terminal_size=size, run_before=run)
