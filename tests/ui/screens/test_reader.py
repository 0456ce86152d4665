"""The reader as a whole: the panel, the sizes, what goes wrong."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator

import pytest

from secondhand.analysis import Progress
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import SecondhandError
from secondhand.wording.labels import NOT_READ, OWN_VOICE
from tests.claims import MODEL, Teller, article_of, seed_analysis, whole
from tests.ui.conftest import LATE, Open

NOTHING = Analysis((), (), MODEL)


async def test_the_panel_follows_the_cursor(open_reader: Open) -> None:
    async with open_reader(size=(160, 60)) as reader:
        await reader.press("G")
        shown = reader.text()
        for words in (
            "▸ Russian Foreign Intelligence Service", "Thinks it likely", "Stance",
            "“could”", "Sputnik · published · 27 February 2025", "Dmitry Peskov",
        ):  # fmt: skip
            assert words in shown, words


async def test_the_chain_is_told_link_by_link_with_what_shows_it(open_reader: Open) -> None:
    async with open_reader(size=(200, 60)) as reader:
        await reader.press(*"jjjjjn")
        rows = reader.text().splitlines()
        links = (
            "Through  Sputnik · published · 27 February 2025",
            "The Washington Post · reported · 17–23 February 2025 — “The",
            "officials · cited — “citing officials”",
        )
        found = [next(at for at, row in enumerate(rows) if link in row) for link in links]
        assert found == sorted(found)
        assert "https://www.washingtonpost.com/world/2025/02/20/troops" in reader.text()


async def test_nested_claims_stand_under_their_parent(open_reader: Open) -> None:
    async with open_reader(size=(160, 80)) as reader:
        await reader.press(*"Ujj")
        lines = [reader.panel.render_line(rows.start).text for rows, _ in reader.cards]
        assert [line.lstrip(" ▌▸").split(" · ")[0].strip() for line in lines] == [
            "Alain de Benoist",
            *["Donald Trump"] * 2,
        ]
        assert [len(line) - len(line.lstrip(" ▌▸")) for line in lines] == [5, 5, 5], (
            "a sign is as wide as an indent"
        )
        assert re.search(r"Donald Trump · Says it as.*43 % sure", reader.text())
        await reader.press("n")
        assert "“he” → Donald Trump (pronoun)" in reader.text()


async def test_the_current_claim_bears_a_sign_in_the_text_and_in_the_panel(open_reader: Open) -> None:
    async with open_reader(size=(160, 80)) as reader:
        await reader.press(*"jjn")
        assert reader.text().count("▸ Donald Trump") == 1
        assert reader.text().count("▸") == 2
        assert [row[:12].count("▸") for row in reader.rows()].count(1) <= 1


async def test_a_long_panel_scrolls_to_the_current_claim(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press(*"Ujjnn")
        assert "▸ Donald Trump" in reader.text()
        await reader.press("N", "N")
        assert "▸ Alain de Benoist" in reader.text()


async def test_a_paragraph_without_claims_is_the_articles_own_voice(open_reader: Open) -> None:
    async with open_reader(article_of("Nobody speaks."), whole(NOTHING), size=(160, 40)) as reader:
        assert OWN_VOICE in reader.text()


async def test_what_is_not_read_yet_says_so_and_the_bar_goes_away_at_the_end(open_reader: Open) -> None:
    go_on = threading.Event()

    def slow(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, NOTHING, frozenset({0}))
        go_on.wait(LATE)
        yield Progress(2, 2, seed_analysis(), frozenset(range(7)))

    async with open_reader(analyse=slow, wait=False) as reader:
        await reader.until(lambda: reader.session.read)
        await reader.press("j")
        assert NOT_READ in reader.text()
        assert "━" in reader.text()
        go_on.set()
        await reader.analysed()
        assert NOT_READ not in reader.text()
        assert "━" not in reader.text()
        assert reader.claimed is not None


async def test_the_analysis_is_told_where_the_reader_is(open_reader: Open) -> None:
    asked: list[int] = []
    go_on = threading.Event()

    def asking(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        go_on.wait(LATE)
        asked.append(nearest())
        yield Progress(1, 1, NOTHING, frozenset())

    async with open_reader(analyse=asking, wait=False) as reader:
        await reader.press(*"jjj")
        go_on.set()
        await reader.analysed()
    assert asked == [3]


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (SecondhandError("The model is missing: install it."), "The model is missing: install it."),
        (ValueError("[bold]x[/bold] \x1b[2J"), "ValueError: [bold]x[/bold] ␛[2J"),
    ],
)
async def test_a_failed_analysis_is_told_and_reading_goes_on(
    open_reader: Open, error: Exception, shown: str
) -> None:
    def failing(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, NOTHING, frozenset())
        raise error

    async with open_reader(analyse=failing, size=(160, 40)) as reader:
        assert shown in reader.text()
        assert "You can read it all the same." in reader.text()
        await reader.press("j")
        assert reader.session.paragraph == 1


async def test_hostile_text_is_shown_as_it_is_and_acts_on_nothing(open_reader: Open) -> None:
    evil = "He said [sic] it [/foo] [@click=app.quit]x[/] \x1b]0;title\x07\x1b[2J "
    evil += "\u202eabc\u2066 \u200b\tend\x00"
    t = Teller(article_of(f"{evil}\n\nAnn said {evil}", title=evil, publisher=evil, authors=(evil,)))
    ann = t.speaker(f"Ann {evil}", "person", evil)
    t.claim(1, [evil], "said", "Ann", ann, framing="distancing", channel=evil, when=evil, evidence=evil)
    async with open_reader(t.article, whole(t.analysis()), size=(160, 50)) as reader:
        await reader.press("j")
        shown = reader.text()
        assert "[sic] it [/foo] [@click=app.quit]x[/]" in shown
        assert "␛]0;title␇␛[2J" in shown
        assert not set(shown) & set("\x1b\x00\x07\x9b\u202e\u2066\u200b\t")
        assert reader.session.current is t.claims[0]


async def test_one_endless_word_wraps(open_reader: Open) -> None:
    async with open_reader(article_of("x" * 10_000), whole(NOTHING)) as reader:
        assert all(len(row) <= 80 for row in reader.rows())
        await reader.press("G")
        assert any(row.strip("▌ ").startswith("xxx") for row in reader.rows())


async def test_wide_characters_keep_to_the_column(open_reader: Open) -> None:
    async with open_reader(article_of("日本語と👍🏽 e\u0301tude " * 60), whole(NOTHING)) as reader:
        for y in range(reader.article.size.height):
            strip = reader.article.render_line(y)
            assert strip.cell_length == sum(s.cell_length for s in strip)
            assert strip.cell_length == reader.article.scrollable_content_region.width


async def test_below_100_columns_the_panes_stack(open_reader: Open) -> None:
    async with open_reader(size=(99, 40)) as reader:
        assert reader.panel.region.y >= reader.article.region.bottom
        await reader.pilot.resize_terminal(100, 40)
        await reader.pilot.pause()
        assert reader.panel.region.x >= reader.article.region.right
        assert reader.panel.region.y == reader.article.region.y


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (5, 2), (30, 10), (100, 3), (20, 60)])
async def test_small_terminals_show_what_they_can(open_reader: Open, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press(*"jjnNGg?", "escape", "tab", "space", "ctrl+d", "T")
        if size == (20, 5):
            await reader.press("g")
            assert "French" in reader.text()
        assert reader.app.is_running


async def test_a_storm_of_sizes(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press(*"jjj")
        for width, height in [(20, 5), (200, 60), (99, 24), (3, 3), (100, 30), (80, 24), (7, 40), (120, 40)]:
            await reader.pilot.resize_terminal(width, height)
        await reader.pilot.pause()
        assert reader.session.paragraph == 3
        assert "Asked whether Washington" in reader.text()


async def test_the_measure_stays_readable_however_wide_the_terminal(open_reader: Open) -> None:
    async with open_reader(size=(240, 60)) as reader:
        texts = [row.lstrip(" ▌▸┃│║") for row in reader.rows()]
        assert 60 < max(map(len, texts)) <= 76


async def test_resizing_keeps_what_stands_at_the_top(open_reader: Open) -> None:
    article = article_of("\n\n".join(f"Number{n} " + "and so on " * 40 for n in range(50)))
    async with open_reader(article, whole(NOTHING), size=(120, 40)) as reader:
        for _ in range(6):
            await reader.press("space")
        before = reader.article.window.layout.paragraph(reader.article.scroll_offset.y)
        await reader.pilot.resize_terminal(60, 40)
        await reader.pilot.pause()
        assert reader.article.window.layout.paragraph(reader.article.scroll_offset.y) == before


async def test_resizing_keeps_the_current_claim_in_view(open_reader: Open) -> None:
    async with open_reader(size=(100, 30)) as reader:
        await reader.press(*"jjjj")
        assert reader.session.paragraph == 4 and reader.session.current is not None
        for size in [(40, 12), (100, 12), (160, 50), (40, 12)]:
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert reader.article.window.shows(4), size
            assert any("▸" in row for row in reader.rows()), size
            top, height = reader.panel.scroll_offset.y, reader.panel.scrollable_content_region.height
            current = next(rows for rows, claim in reader.cards if claim is reader.session.current)
            assert top <= current.start < top + height, size


async def test_a_small_panel_begins_with_speaker_chain_and_stance(open_reader: Open) -> None:
    async with open_reader(size=(40, 12)) as reader:
        while not (reader.session.current and reader.session.current.chain[-1].name == "officials"):
            await reader.press("n")
        panel = reader.text().splitlines()[7:11]
        assert [" ".join(row.strip("▁▂▃▄▅▆▇█ ").split()) for row in panel] == [
            "▌ ▸ officials · unnamed source",
            "▌ Sputnik → The…Post → officials",
            "▌ Thinks it possible",
            "▌",
        ]


async def test_a_paragraph_with_very_many_claims_shows_those_near_the_current_one(open_reader: Open) -> None:
    t = Teller(article_of(" ".join(f"Ann said so{n}x." for n in range(100))))
    ann = t.speaker("Ann")
    for n in range(100):
        t.claim(0, [f"so{n}x"], f"|said| so{n}x", "Ann", ann)
    async with open_reader(t.article, whole(t.analysis())) as reader:
        assert len(reader.cards) == 24
        assert "100 claims here" in reader.text()
        await reader.press(*"n" * 50)
        assert reader.claimed == "so50x"
        assert any(claim is reader.session.current for _, claim in reader.cards)


async def test_an_article_without_a_paragraph(open_reader: Open) -> None:
    async with open_reader(article_of(""), whole(NOTHING)) as reader:
        await reader.press(*"jknNGg", "space", "pageup")
        assert reader.app.is_running


async def test_unknown_publisher_and_speaker_are_called_unknown(open_reader: Open) -> None:
    t = Teller(article_of("It was said that so it is."))
    t.claim(0, ["so it is"], "was said", None, None, resolution="none")
    async with open_reader(t.article, whole(t.analysis()), size=(160, 40)) as reader:
        assert "unknown publisher" in reader.text()
        assert "▸ unknown speaker" in reader.text()
