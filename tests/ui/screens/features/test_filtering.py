"""Filters in the reader."""

from __future__ import annotations

from textual.widgets import OptionList

from tests.ui.conftest import Open, Reader


async def only(reader: Reader, words: str) -> None:
    """Choose the first filter with ``words``."""
    await reader.press("f", *("space" if c == " " else c for c in words))
    await reader.press("enter")


async def test_a_filter_leaves_some_claims_and_n_steps_through_them(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await only(reader, "direct")
        assert (reader.session.paragraph, "Only direct quotations: claim 1 of 2" in reader.text()) == (
            2,
            True,
        )
        await reader.press("n")
        assert (reader.session.paragraph, "2 of 2" in reader.text()) == (4, True)
        await reader.press("n", "N")
        assert reader.said[-1] == "This was the last claim of these."
        assert reader.session.paragraph == 2
        await reader.press("right_square_bracket")
        assert reader.session.paragraph == 4
        await reader.press("escape")
        assert reader.session.kept is None and "Only direct" not in reader.text()
        assert reader.session.paragraph == 4, "one stays where one was"


async def test_unsure_claims_are_left_where_they_are_asked_for(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await only(reader, "unsure")
        assert "Only unsure: claim 1 of 1" in reader.text()
        await only(reader, "by trump")
        assert "of 2" in reader.text()
        await reader.press("U")
        assert "of 3" in reader.text()


async def test_what_is_left_out_fades_and_loses_its_signs(open_reader: Open) -> None:
    async with open_reader() as reader:
        await only(reader, "unnamed")
        assert reader.session.paragraph == 5
        view, lines = reader.article, reader.article._lines
        telegraph = view._pieces(lines.line(lines.rows(5).start))  # type: ignore[arg-type]
        assert [(run.mark, run.faded) for run in telegraph] == [(None, True)] * len(telegraph)
        officials = [run for row in lines.rows(5) for run in view._pieces(lines.line(row)) if run.mark]  # type: ignore[arg-type]
        assert officials and not any(run.faded for run in officials)


async def test_the_list_narrows_as_one_writes(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("f")
        options = reader.app.screen.query_one(OptionList)
        every = options.option_count
        await reader.press(*"by", "space", *"tru")
        assert (options.option_count, every > 10) == (1, True)
        assert str(options.get_option_at_index(0).prompt).split() == ["2", "by", "Donald", "Trump"]
        await reader.press(*"zz", "enter")
        assert options.get_option_at_index(0).disabled
        await reader.press("escape")
        assert reader.session.kept is None


async def test_arrows_choose_in_the_list(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("f", "down", "down", "up", "enter")
        assert reader.session.kept is not None and reader.session.kept.by.label == "second hand or further"


async def test_highlighted_claims_follow_what_is_marked(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h", "n", "n", "h")
        await only(reader, "highlighted")
        assert reader.session.kept is not None and len(reader.session.kept.places) == 2
        await reader.press("h")
        assert len(reader.session.kept.places) == 1
        await reader.press("u")
        assert len(reader.session.kept.places) == 2


async def test_escape_ends_the_search_first_and_then_the_filter(open_reader: Open) -> None:
    async with open_reader() as reader:
        await only(reader, "said as fact")
        await reader.press("slash", *"Kiev", "enter", "escape")
        assert not reader.screen.query("FindBar") and reader.session.kept is not None
        await reader.press("tab", "escape")
        assert reader.article.has_focus and reader.session.kept is not None
        await reader.press("escape")
        assert reader.session.kept is None


async def test_while_words_are_selected_nothing_is_filtered(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("v", "f")
        assert reader.app.screen is reader.screen
