"""The map of who is heard: what it shows, where its keys lead, and that it keeps up with the analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from secondhand.analysis import Progress
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import ReaderScreen
from secondhand.ui.screens.source_map import SourcesScreen
from secondhand.ui.widgets.source_lists import Bar, Speakers, Voices, Ways
from tests.claims import MODEL, Teller, article_of, seed_analysis, seed_article, whole
from tests.ui.conftest import LATE, Open, Reader

Compare = Callable[..., bool]
SIZES = [(20, 5), (40, 12), (80, 24), (200, 60)]


async def opened(reader: Reader) -> SourcesScreen:
    await reader.press("s")
    screen = reader.app.screen
    assert isinstance(screen, SourcesScreen)
    await reader.until(lambda: " · " in str(screen.query_one("#head", Static).render()))
    return screen


def stepped(reader: Reader) -> tuple[str, int]:
    """What is stepped through, and how many claims that are."""
    kept = reader.session.kept
    assert kept is not None and isinstance(reader.app.screen, ReaderScreen)
    return kept.by.label, len(kept.places)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_opens_at_any_size(open_reader: Open, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await opened(reader)
        assert "Sputnik · pub" in reader.text()
        assert "░░░░█████" in reader.text()


async def test_its_keys_are_explained(open_reader: Open) -> None:
    async with open_reader(size=(100, 50)) as reader:
        await opened(reader)
        await reader.press("question_mark")
        assert reader.text().count("Sources") == 1
        assert "Step through these claims only" in reader.text() and "Go back to the article" in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, SourcesScreen)


async def test_figures_are_in_words_and_signs(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await opened(reader)
        assert "395 words, 13 claims by 8 speakers" in reader.text()
        assert "░░  25 % the article’s own voice, 99 words" in reader.text()
        assert "??   5 % unnamed sources, 20 words" in reader.text()
        assert "Alain de Benoist · person · 6 claims, 167 words" in reader.text()


async def test_enter_on_the_tree_steps_through_what_came_that_way(open_reader: Open) -> None:
    async with open_reader() as reader:
        screen = await opened(reader)
        await reader.press("g", "j", "j")
        assert screen.query_one(Ways).cursor_node is not None
        await reader.press("enter")
        assert stepped(reader) == ("through Alain de Benoist → Donald Trump", 2)
        seen = set()
        for _ in range(5):
            assert reader.session.current is not None
            seen.add(reader.session.current.chain[-1].name)
            await reader.press("n")
        assert seen == {"Donald Trump"}


async def test_enter_on_the_table_steps_through_what_a_speaker_says(open_reader: Open) -> None:
    async with open_reader() as reader:
        screen = await opened(reader)
        await reader.press("tab", "G")
        assert isinstance(screen.focused, Speakers)
        await reader.press("enter")
        assert stepped(reader) == ("by Dmitry Peskov", 1)
        assert reader.session.current is not None
        assert reader.session.current.speaker == "Dmitry Peskov"
        assert any("Peskov" in row for row in reader.rows())


async def test_enter_beside_the_bar_steps_through_what_comes_from_there(open_reader: Open) -> None:
    async with open_reader() as reader:
        screen = await opened(reader)
        await reader.press("shift+tab", "G")
        assert isinstance(screen.focused, Voices)
        await reader.press("enter")
        assert stepped(reader) == ("unnamed sources", 1)


async def test_what_has_no_claims_cannot_be_chosen(open_reader: Open) -> None:
    async with open_reader() as reader:
        await opened(reader)
        await reader.press("shift+tab", "g", "enter")
        assert stepped(reader)[0] == "first hand"


@pytest.mark.parametrize("key", ["escape", "q", "s"])
async def test_back(open_reader: Open, key: str) -> None:
    async with open_reader() as reader:
        before = reader.session
        await opened(reader)
        await reader.press(key)
        assert isinstance(reader.app.screen, ReaderScreen)
        assert reader.session is before


async def test_it_opens_where_the_reader_is(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("G", "n", "n", "n", "n")
        current = reader.session.current
        assert current is not None
        screen = await opened(reader)
        node = screen.query_one(Ways).cursor_node
        assert node is not None
        assert node.data == tuple(link.name for link in current.chain)
        table = screen.query_one(Speakers)
        assert table.ordered_rows[table.cursor_row].key.value == current.speaker


async def test_both_parts_have_rows_in_little_room_and_the_footer_tells_the_way(open_reader: Open) -> None:
    async with open_reader(size=(40, 12)) as reader:
        await opened(reader)
        assert "Sputnik · pub" in reader.text() and "tab Next part" in reader.text()
        assert reader.app.screen.query_one(Speakers).size.height >= 2, "heading and a row"


@pytest.mark.parametrize(("width", "told"), [(80, True), (200, False)])
async def test_it_is_told_where_columns_are_out_of_view(open_reader: Open, width: int, told: bool) -> None:
    async with open_reader(size=(width, 24)) as reader:
        await opened(reader)
        assert ("more to the right" in reader.text()) is told


async def test_what_is_counted_is_what_is_stepped_through(open_reader: Open) -> None:
    async with open_reader(size=(160, 50)) as reader:
        await opened(reader)
        assert "1 unsure claim left out" in reader.text()
        await reader.press("tab")
        screen = reader.app.screen
        table = screen.query_one(Speakers)
        table.go_to("Donald Trump")
        shown = int(table.get_row("Donald Trump")[1].plain)
        await reader.press("enter")
        assert stepped(reader) == ("by Donald Trump", shown)
        await reader.press("U")
        assert stepped(reader) == ("by Donald Trump", shown + 1), "shown like all others, it is one of them"
        await opened(reader)
        assert "left out" not in reader.text()


async def test_columns_to_the_right_are_a_key_away(open_reader: Open) -> None:
    async with open_reader(size=(40, 12)) as reader:
        await opened(reader)
        await reader.press("tab", *["right"] * 6)
        assert "Alain" in reader.text() and "role" in reader.text() and "direct" not in reader.text()
        await reader.press(*["left"] * 6)
        assert "direct" in reader.text()


async def test_a_branch_can_be_folded(open_reader: Open) -> None:
    async with open_reader() as reader:
        await opened(reader)
        await reader.press("g", "j", "minus")
        assert "Donald Trump · person" not in reader.text()
        await reader.press("plus")
        assert "Donald Trump · person" in reader.text()


async def test_light_and_dark(open_reader: Open) -> None:
    async with open_reader() as reader:
        await opened(reader)
        before = reader.app.theme
        await reader.press("T")
        assert reader.app.theme != before


async def test_an_article_that_quotes_nobody(open_reader: Open) -> None:
    article = article_of("It rained. It’s over.", publisher=None)
    async with open_reader(article, whole(Analysis((), (), MODEL))) as reader:
        screen = await opened(reader)
        assert "4 words, 0 claims by 0 speakers" in reader.text()
        assert "unknown publisher · publisher · 0 claims, 0 words" in reader.text()
        assert screen.query_one(Bar).voices == {"own": 4}
        await reader.press("shift+tab", "enter", "tab", "tab", "enter")
        assert isinstance(reader.app.screen, SourcesScreen)


async def test_names_are_data(open_reader: Open) -> None:
    t = Teller(article_of("\x1b[31mEve[/b] said cats are fine.", publisher="[red]Post\x1b"))
    t.claim(0, ["cats are fine"], "said", "\x1b[31mEve[/b]", t.speaker("\x1b[31mEve[/b]"))
    found = Analysis(tuple(t.speakers.values()), tuple(t.claims), MODEL)
    async with open_reader(t.article, whole(found)) as reader:
        await opened(reader)
        assert "[red]Post␛ · publisher" in reader.text()
        assert "␛[31mEve[/b] · person" in reader.text()
        assert "\x1b" not in reader.text()
        await reader.press("tab", "enter")
        assert stepped(reader)[1] == 1


async def test_it_keeps_up_with_the_analysis(open_reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondhand.ui.screens.source_map.AGAIN", 0.01)
    full, go_on = seed_analysis(), Event()

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, Analysis(full.speakers, full.claims[:2], full.model), frozenset({0}))
        go_on.wait(LATE)
        yield Progress(2, 2, full, frozenset(range(len(article.paragraphs))))

    async with open_reader(analyse=analyse, wait=False) as reader:
        await reader.until(lambda: reader.session.index.claims)
        await opened(reader)
        before = reader.text()
        go_on.set()
        assert "2 claims by" in before and "still being read" in before
        assert "46 words, 2 claims" in before  # those of the first paragraph: of others nobody knows whose
        await reader.until(lambda: "395 words, 13 claims by 8 speakers" in reader.text())
        assert "still being read" not in reader.text()


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
def test_its_picture(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        await opened(reader)
        await reader.press("j")

    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=prepare)
