"""The keys that mark: highlights, colours, selections, undo."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.ui.drawing.styles import Ink
from tests.claims import article_of, whole
from tests.ui.conftest import Open, Reader
from tests.ui.screens.test_reader_keys import LONG, NOTHING

NO_CLAIM = "There is no claim here: v selects words."
LOOKING = "space begins at this word, s takes the sentence; ← → ↑ ↓ ( ) move."
SELECTED = "h highlights, m notes, t tags, esc leaves; ← → ↑ ↓ ( ) move, o turns."


def selected(reader: Reader) -> str | None:
    selection = reader.article.selection
    return reader.session.article.text[selection.start : selection.end] if selection else None


# --- highlights


async def test_h_highlights_the_current_claim_and_takes_it_off(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "n", "h")
        (mark,) = reader.marks
        current = reader.session.current
        assert current is not None and mark.claim == current
        assert mark.text.startswith("he had secured Trump's support") and mark.text.endswith("to Ukraine")
        assert mark.speaker is not None and mark.speaker.name == "Emmanuel Macron"
        await reader.press("h")
        assert reader.marks == ()


@pytest.mark.parametrize(
    ("keys", "lost"),
    [(("m", *"Why", "escape"), "Its note"), (("t", *"war", "enter"), "Its tags"),
     (("m", *"Why", "escape", "t", *"war", "enter"), "Its note and tags")],
)  # fmt: skip
async def test_h_tells_what_written_beside_it_goes_with_a_highlight(
    open_reader: Open, keys: tuple[str, ...], lost: str
) -> None:
    async with open_reader() as reader:
        await reader.press("h", *keys)
        written = reader.marks
        await reader.press("h")
        assert reader.marks == ()
        assert reader.said[-1] == f"{lost} went with the highlight: u brings all of it back."
        await reader.press("u")
        assert reader.marks == written


async def test_of_one_highlight_it_is_told_that_there_is_no_other(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h", ">")
        assert reader.said[-1] == "This is the only highlight."


@pytest.mark.parametrize("keys", [("v",), ("v", "space", "right")])
async def test_all_that_one_may_do_with_a_selection_is_told_in_forty_columns(
    open_reader: Open, keys: tuple[str, ...]
) -> None:
    async with open_reader(size=(40, 12)) as reader:
        await reader.press(*keys)
        told = " ".join(reader.text().split())
        rest = "move, o turns." if len(keys) > 1 else "move."
        assert f"← → ↑ ↓ ( ) {rest}" in told


async def test_h_takes_off_only_the_current_claims_highlight(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h", "j", "h", "n", "h", "N", "h")
        assert [mark.text[:9] for mark in reader.marks] == ["French Pr", "he had se"]


async def test_h_without_a_claim_says_what_to_do(open_reader: Open) -> None:
    async with open_reader(LONG, NOTHING) as reader:
        await reader.press("h")
        assert reader.marks == () and reader.said == [NO_CLAIM]


async def test_a_claim_in_pieces_gets_an_anchor_for_each(open_reader: Open) -> None:
    from tests.claims import Teller

    t = Teller(article_of('"It is so," Ann said, "and so it stays."'))
    t.claim(0, ['"It is so,"', '"and so it stays."'], "said", "Ann", t.speaker("Ann"))
    async with open_reader(t.article, whole(t.analysis())) as reader:
        await reader.press("h")
        assert [anchor.exact for anchor in reader.marks[0].anchors] == ['"It is so,"', '"and so it stays."']
        await reader.press("h")
        assert reader.marks == ()


async def test_a_highlight_is_seen_in_the_text_and_in_the_panel(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h")
        rows = [row for row in reader.rows() if "★" in row]
        assert len(rows) == 2 and "he wanted a quick agreement" in rows[0]
        assert "★ highlighted" in reader.text()


async def test_highlighted_words_have_the_colour_behind_them(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h", "n")
        ink = Ink.of(reader.app.theme_variables)
        tints = {
            segment.text: segment.style.bgcolor if segment.style else None
            for y in range(reader.article.size.height)
            for segment in reader.article.render_line(y)
        }
        (words,) = [text for text in tints if text.startswith("he wanted a quick agreement")]
        assert tints[words] == ink.marks[0].bgcolor != tints["said"]


@pytest.mark.parametrize(("key", "colour"), enumerate(SIGNS, 1))
async def test_numbers_choose_the_colour(open_reader: Open, key: int, colour: str) -> None:
    async with open_reader() as reader:
        await reader.press("h", str(key))
        assert reader.marks[0].colour == colour
        assert any(SIGNS[colour] in row[:5] for row in reader.rows())  # type: ignore[index]
        await reader.press("j", "h")
        assert [mark.colour for mark in reader.marks] == [colour] * 2


async def test_a_colour_without_a_highlight_is_that_of_the_next(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("3")
        assert reader.said == ["What you highlight next will be ◆ blue."]
        await reader.press("h")
        assert reader.marks[0].colour == "blue"


async def test_brackets_go_from_highlight_to_highlight(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("greater_than_sign")
        assert reader.said[-1] == "Nothing is highlighted yet."
        await reader.press("j", "h", "n", "h", "G", "h", "g")
        seen = []
        for _ in range(4):
            await reader.press("greater_than_sign")
            seen.append((reader.session.paragraph, reader.claimed[:6] if reader.claimed else None))
        assert seen == [(1, "he wan"), (1, "he had"), (6, "the We"), (6, "the We")]
        assert reader.said[-1] == "There are no more highlights this way."
        await reader.press("less_than_sign")
        assert reader.claimed is not None and reader.claimed.startswith("he had")


# --- undo and redo


async def test_u_takes_back_and_ctrl_r_does_again_and_both_say_what(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h", "2", "u")
        assert reader.marks[0].colour == "yellow"
        assert reader.said[-1] == "Undone: the colour of “he wanted a quick agreement in Ukraine…”."
        await reader.press("u")
        assert reader.marks == ()
        assert reader.said[-1] == "Undone: the highlight on “he wanted a quick agreement in Ukraine…”."
        await reader.press("u")
        assert reader.said[-1] == "There is nothing to undo."
        await reader.press("ctrl+r", "ctrl+r")
        assert reader.marks[0].colour == "green"
        assert reader.said[-1] == "Done again: the colour of “he wanted a quick agreement in Ukraine…”."
        await reader.press("ctrl+r")
        assert reader.said[-1] == "There is nothing to redo."


async def test_undoing_a_removal_brings_the_very_highlight_back(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h")
        (mark,) = reader.marks
        await reader.press("h", "u")
        assert reader.marks == (mark,)


# --- selecting by keyboard


async def test_v_begins_at_the_current_claim(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "n", "v")
        assert selected(reader) == "he"
        assert LOOKING in reader.text()


async def test_v_without_a_claim_begins_with_the_paragraph(open_reader: Open) -> None:
    async with open_reader(LONG, NOTHING) as reader:
        await reader.press("j", "v")
        assert (selected(reader), reader.session.paragraph) == ("Paragraph", 1)


STEPS = {
    "right": "wanted", "w": "wanted", "right right left": "wanted", "w b": "he",
    "space w w": "he wanted a", "v w w": "he wanted a", "space w w o b": "that he wanted a",
    "w space w o o b": "wanted", "w space w space w": "a quick",
    "left_parenthesis": "Macron", "right_parenthesis": "At", "w w s": "Macron met … Ukraine.",
    "down": "guarantees", "j": "guarantees", "j k": "he", "down down up up": "he",
}  # fmt: skip


@pytest.mark.parametrize(("keys", "words"), STEPS.items())
async def test_every_key_of_a_selection(open_reader: Open, keys: str, words: str) -> None:
    async with open_reader() as reader:
        await reader.press("j", "v", *keys.split())
        first, _, last = words.partition(" … ")
        chosen = selected(reader) or ""
        assert (chosen.startswith(first) and chosen.endswith(last)) if last else chosen == words
        assert reader.session.paragraph == 1, "the cursor stays"


@pytest.mark.parametrize("key", ["h", "enter"])
async def test_what_is_selected_is_highlighted(open_reader: Open, key: str) -> None:
    async with open_reader() as reader:
        await reader.press("j", "v", "w", "w", "w", "space", "w")
        assert SELECTED in reader.text()
        await reader.press(key)
        (mark,) = reader.marks
        assert mark.text == "quick agreement"
        assert mark.claim == reader.session.claims[0], "it knows the claim it is of"
        assert selected(reader) is None and SELECTED not in reader.text()


async def test_what_was_selected_is_what_the_keys_are_for(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h", "v", "w", "enter", "4")
        assert [mark.colour for mark in reader.marks] == ["yellow", "red"]
        await reader.press("h")
        assert [mark.text[:9] for mark in reader.marks] == ["he wanted"]


async def test_escape_leaves_and_marks_nothing(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("v", "space", "w", "escape")
        assert (selected(reader), reader.marks) == (None, ())
        await reader.press("j")
        assert reader.session.paragraph == 1


async def test_the_footer_tells_the_keys_of_a_selection(open_reader: Open) -> None:
    async with open_reader() as reader:
        assert "esc" not in reader.text().splitlines()[-1]
        await reader.press("v")
        footer = reader.text().splitlines()[-1]
        assert "esc Leave" in footer and "paragraph" not in footer


async def test_the_end_of_a_selection_stays_in_view(open_reader: Open) -> None:
    async with open_reader(LONG, NOTHING, size=(80, 24)) as reader:
        await reader.press("v", "space", *["right_parenthesis"] * 60)
        selection = reader.article.selection
        assert selection is not None and reader.article.scroll_offset.y > 0
        row = reader.article.window.layout.row_of(selection.head[0]) - reader.article.scroll_offset.y
        assert 0 <= row < reader.article.size.height


async def test_nothing_can_be_selected_in_an_empty_article(open_reader: Open) -> None:
    async with open_reader(article_of(""), NOTHING) as reader:
        await reader.press("v", "h", "m", "t", "1", "u", "greater_than_sign")
        assert selected(reader) is None and reader.marks == ()


# --- by mouse


async def drag(reader: Reader, first: str, last: str, *, end: bool = True) -> None:
    def place(words: str) -> tuple[int, int]:
        y = next(y for y, row in enumerate(reader.rows()) if words in row)
        return reader.rows()[y].index(words) + 1, y

    view = reader.article
    await reader.pilot._post_mouse_events([MouseDown], view, place(first), button=1)
    await reader.pilot._post_mouse_events([MouseMove], view, place(last), button=1)
    if end:
        await reader.pilot._post_mouse_events([MouseUp], view, place(last), button=1)
    await reader.pilot.pause()


async def test_the_mouse_drags_a_selection_of_whole_words(open_reader: Open) -> None:
    async with open_reader() as reader:
        await drag(reader, "quick", "guarantees")
        assert selected(reader) == "quick agreement in Ukraine with security guarantees"
        await reader.press("h")
        assert reader.marks[0].text == "quick agreement in Ukraine with security guarantees"
        assert reader.session.paragraph == 0, "a drag is no click"


async def test_it_drags_backwards_too(open_reader: Open) -> None:
    async with open_reader() as reader:
        await drag(reader, "guarantees", "quick")
        assert selected(reader) == "quick agreement in Ukraine with security guarantees"


async def test_a_click_takes_a_selection_back(open_reader: Open) -> None:
    async with open_reader() as reader:
        await drag(reader, "quick", "agreement")
        y = next(y for y, row in enumerate(reader.rows()) if "Benoist said" in row)
        await reader.pilot.click(reader.article, offset=(20, y))
        await reader.pilot.pause()
        assert selected(reader) is None and reader.session.paragraph == 2


async def test_a_click_on_a_highlight_makes_the_keys_be_for_it(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h", "v", "w", "w", "w", "enter", "k")
        y = next(y for y, row in enumerate(reader.rows()) if "quick agreement" in row)
        await reader.pilot.click(reader.article, offset=(reader.rows()[y].index("quick"), y))
        await reader.pilot.pause()
        await reader.press("5")
        assert {mark.text[:9]: mark.colour for mark in reader.marks} == {
            "he wanted": "yellow",
            "quick": "purple",
        }


# --- the library


async def test_highlights_of_hostile_words_are_safe(open_reader: Open) -> None:
    async with open_reader(article_of("[bold]x[/bold] \x1b[2J \u202eabc [/foo] end"), NOTHING) as reader:
        await reader.press("v", "s", "h", "u", "ctrl+r", "H")
        assert not set(reader.text()) & set("\x1b\u202e")
        assert "[bold]x[/bold]" in reader.text()
        assert isinstance(reader.marks[0], Highlight)
