"""Back from a jump, and on again."""

from __future__ import annotations

from tests.ui.conftest import Open


async def test_one_goes_back_from_each_jump_and_on_again(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("G")
        end = reader.session.paragraph
        await reader.press("g", "comma")
        assert reader.session.paragraph == end
        await reader.press("ctrl+o")
        assert reader.session.paragraph == 0
        await reader.press("full_stop", "full_stop")
        assert reader.session.paragraph == 0, "where one was before one went back"
        await reader.press("comma", "comma")
        assert reader.session.paragraph == 0


async def test_steps_and_pages_are_no_jumps(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("j", "j", "space", "space", "ctrl+u", "k")
        here = reader.session.paragraph
        await reader.press("comma")
        assert reader.session.paragraph == here
        assert reader.said[-1] == "You have not jumped from anywhere yet."


async def test_a_new_jump_leads_on_from_where_one_is(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("G", "comma", "j", "j", "G", "full_stop")
        assert reader.said[-1] == "You have not gone back from anywhere."
        await reader.press("comma")
        assert reader.session.paragraph == 2


async def test_what_is_looked_for_is_jumped_to(open_reader: Open) -> None:
    async with open_reader() as reader:
        last = len(reader.screen.article.paragraphs) - 1
        words = reader.screen.article.text[reader.screen.article.paragraphs[last].start :].split()[:3]
        await reader.press("/")
        # What the analysis finds meanwhile moves nobody.
        reader.screen.jumping.watch(reader.session, reader.session)
        await reader.press(*(key if key != " " else "space" for key in " ".join(words)))
        await reader.until(lambda: reader.session.paragraph == last)
        await reader.press("enter", "escape")
        await reader.until(lambda: reader.screen.view.has_focus)
        await reader.press("comma")
        await reader.until(lambda: reader.session.paragraph == 0)
