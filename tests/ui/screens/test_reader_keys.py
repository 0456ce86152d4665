"""Every key of the reader."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown

from secondhand.claim import Analysis
from tests.claims import MODEL, article_of, whole
from tests.ui.conftest import Open

LAST = 6
LONG = article_of("\n\n".join(f"Paragraph {n}. " + "Some more words. " * 20 for n in range(60)))

NOTHING = whole(Analysis((), (), MODEL))

MOVES = {
    "j": 1, "down": 1, "}": 1, "j j j": 3, "j j k": 1, "j j up": 1, "j j {": 1,
    "k": 0, "G": LAST, "end": LAST, "G home": 0, "G j": LAST,
}  # fmt: skip


async def test_paragraph_keys_move_the_cursor(open_reader: Open) -> None:
    async with open_reader() as reader:
        for keys, paragraph in MOVES.items():
            await reader.press("g", *keys.split())
            assert reader.session.paragraph == paragraph, keys


@pytest.mark.parametrize(
    ("there", "back"), [("space", "pageup"), ("pagedown", "pageup"), ("ctrl+d", "ctrl+u")]
)
async def test_pages_turn_and_the_cursor_follows(open_reader: Open, there: str, back: str) -> None:
    async with open_reader(LONG, NOTHING) as reader:
        await reader.press(there, there)
        far, top = reader.session.paragraph, reader.article.scroll_offset.y
        rows = reader.article.window
        assert top == 2 * (rows.page if there != "ctrl+d" else rows.height // 2)
        assert rows.shows(far) and far > 2
        await reader.press(back)
        assert 0 < reader.article.scroll_offset.y < top
        await reader.press(back, back)
        assert (reader.article.scroll_offset.y, reader.session.paragraph) == (0, 0)


async def test_a_page_without_anything_left_to_scroll_goes_to_the_last_paragraph(open_reader: Open) -> None:
    async with open_reader(size=(200, 60)) as reader:
        await reader.press("space")
        assert reader.session.paragraph == LAST


async def test_the_cursor_stays_in_view(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        for key in "jjjjjjkkkkkk":
            await reader.press(key)
            assert reader.article.window.shows(reader.session.paragraph)


async def test_a_paragraph_taller_than_the_view_is_read_to_its_end(open_reader: Open) -> None:
    article = article_of("word " * 1000 + "\n\nThe end.")
    async with open_reader(article, NOTHING, size=(80, 24)) as reader:
        pressed = 0
        while reader.session.paragraph == 0:
            assert reader.article.window.hides_end(0) or pressed
            await reader.press("j")
            pressed += 1
        assert pressed > 4
        await reader.press("k")
        assert reader.session.paragraph == 0


async def test_after_scrolling_away_j_begins_where_one_looks(open_reader: Open) -> None:
    async with open_reader(LONG, NOTHING) as reader:
        reader.article.scroll_to(y=100, animate=False)
        await reader.press("j")
        assert reader.article.window.shows(reader.session.paragraph)
        assert reader.session.paragraph > 5


async def test_n_visits_every_claim_and_N_goes_back(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("U")
        seen = [reader.claimed]
        for _ in range(14):
            await reader.press("n")
            seen.append(reader.claimed)
            assert reader.article.window.shows(reader.session.paragraph)
        assert len(set(seen)) == 14
        assert seen[-1] == seen[-2], "there is nothing after the last"
        assert reader.session.paragraph == LAST
        for expected in reversed(seen[:-2]):
            await reader.press("N")
            assert reader.claimed == expected


async def test_tab_lets_the_keys_scroll_the_panel(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("tab")
        assert reader.panel.has_focus
        top = reader.panel.scroll_offset.y
        await reader.press("j", "j")
        assert (reader.session.paragraph, reader.panel.scroll_offset.y) == (0, top + 2)
        await reader.press("k")
        assert reader.panel.scroll_offset.y == top + 1
        await reader.press("n")
        assert reader.session.current is not reader.session.claims[0]
        await reader.press("shift+tab")
        assert reader.article.has_focus
        await reader.press("tab", "escape", "j")
        assert reader.session.paragraph == 1


async def test_T_changes_between_dark_and_light(open_reader: Open) -> None:
    async with open_reader() as reader:
        dark = reader.article._styles
        await reader.press("T")
        assert reader.app.theme == "secondhand-light"
        reader.rows()
        assert reader.article._styles != dark
        await reader.press("T")
        assert reader.app.theme == "secondhand-dark"


async def test_q_quits(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("q")
        assert not reader.app.is_running


async def test_a_click_selects_paragraph_and_claim(open_reader: Open) -> None:
    async with open_reader() as reader:
        row = next(y for y, text in enumerate(reader.rows()) if "also claimed that he had" in text)
        column = reader.rows()[row].index("he had")
        await reader.pilot.click(reader.article, offset=(column, row))
        await reader.pilot.pause()
        assert reader.session.paragraph == 1
        assert reader.claimed is not None and reader.claimed.startswith("he had secured")


async def test_a_click_on_a_card_makes_its_claim_current(open_reader: Open) -> None:
    async with open_reader(size=(160, 60)) as reader:
        await reader.press("j")
        await reader.pilot.click(reader.panel, offset=(5, reader.cards[1][0].start + 1))
        await reader.pilot.pause()
        assert reader.session.current is reader.session.claims[1]


async def test_the_wheel_scrolls_and_leaves_the_cursor(open_reader: Open) -> None:
    async with open_reader(LONG, NOTHING) as reader:
        reader.article.scroll_down(animate=False)
        await reader.pilot._post_mouse_events([MouseScrollDown], widget=reader.article)
        await reader.pilot.pause()
        assert reader.article.scroll_offset.y > 1
        assert reader.session.paragraph == 0


async def test_z_leaves_the_text_alone_and_brings_the_panel_back(open_reader: Open) -> None:
    async with open_reader() as reader:
        beside = reader.article.size.width
        await reader.press("z")
        assert not reader.panel.display or reader.panel.size.width == 0
        assert reader.article.size.width >= beside
        await reader.press("n")
        assert reader.claimed, "the keys for claims still work"
        await reader.press("z")
        assert reader.panel.size.width > 0 and reader.article.size.width == beside
