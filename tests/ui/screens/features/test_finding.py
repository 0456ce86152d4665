"""Finding words in the reader."""

from __future__ import annotations

import pytest

from secondhand.claim import Analysis
from secondhand.notes.highlight import Highlight
from tests.claims import MODEL, article_of, whole
from tests.ui.conftest import Open, Reader

NOTHING = whole(Analysis((), (), MODEL))


async def find(reader: Reader, pattern: str) -> None:
    """Write ``pattern`` into the line, and wait for what comes of it."""
    await reader.press("slash", *(" " if c == " " else c for c in pattern))
    await reader.until(lambda: reader.screen.search is not None and reader.screen.search.pattern == pattern)


def at(reader: Reader) -> str:
    """The words of the hit the reader is at, with what stands before them."""
    assert reader.screen.search is not None and reader.screen.search.hit is not None
    start, end = reader.screen.search.hit
    return reader.session.article.text[max(0, start - 6) : end]


async def test_words_are_found_as_they_are_written_and_n_steps_through_them(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await find(reader, "trump's")
        assert "1 of 2" in reader.text() and reader.session.paragraph == 1
        await reader.press("enter")
        assert reader.article.has_focus
        first = at(reader)
        await reader.press("n")
        assert at(reader) != first and "2 of 2" in reader.text()
        await reader.press("n")
        assert at(reader) == first and "1 of 2" in reader.text(), "nothing covers the number"
        await reader.press("N")
        assert "2 of 2" in reader.text()


async def test_while_a_search_is_on_brackets_step_through_claims(open_reader: Open) -> None:
    async with open_reader() as reader:
        await find(reader, "Peskov")
        await reader.press("enter")
        assert reader.session.paragraph == 6
        claim = reader.claimed
        await reader.press("left_square_bracket")
        assert reader.claimed != claim
        await reader.press("right_square_bracket")
        assert reader.claimed == claim
        await reader.press("escape", "g", "n")
        assert reader.screen.search is None
        assert reader.session.current is reader.session.claims[1], "n is for claims again"


async def test_escape_in_the_line_goes_back(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("j")
        top = reader.article.scroll_offset.y
        await find(reader, "Peskov")
        assert reader.session.paragraph == 6 and reader.article.scroll_offset.y > top
        await reader.press("escape")
        assert (reader.session.paragraph, reader.article.scroll_offset.y) == (1, top)
        assert reader.screen.search is None and not reader.screen.query("FindBar")


async def test_the_same_is_looked_for_again_or_written_over(open_reader: Open) -> None:
    async with open_reader() as reader:
        await find(reader, "Kiev")
        await reader.press("escape", "slash", "enter")
        assert reader.screen.search is not None and reader.screen.search.pattern == "Kiev"
        await find(reader, "Europe")
        assert at(reader).endswith("Europe")


@pytest.mark.parametrize(
    ("pattern", "told"), [("(", "missing )"), ("zebra", "nothing found"), ("a{999}{999}", "takes too long")]
)
async def test_what_cannot_be_found_is_told(open_reader: Open, pattern: str, told: str) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await find(reader, pattern)
        assert told in reader.text()
        await reader.press("enter", "n")
        assert reader.said[-1].startswith("Nothing is found")


async def test_all_hits_are_marked_and_the_one_the_reader_is_at_otherwise(open_reader: Open) -> None:
    async with open_reader() as reader:
        await find(reader, "macron")
        words = [
            (segment.text, bool(segment.style and segment.style.reverse))
            for y in range(12)
            for segment in reader.article.render_line(y)
            if segment.style and segment.style.underline and segment.text == "Macron"
        ]
        assert words[0] == ("Macron", True)
        assert len(words) > 2 and not any(reverse for _, reverse in words[1:])


async def test_hits_and_highlights_are_both_seen(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h")
        await find(reader, "Macron failed")
        assert isinstance(reader.marks[0], Highlight)
        run = next(run for run in reader.article._pieces(reader.article._lines.line(1)) if run.hit)  # type: ignore[arg-type]
        assert (run.highlight, run.hit, run.selected) == ("yellow", "this", False)


async def test_no_search_stops_the_keys_in_a_long_text(open_reader: Open) -> None:
    article = article_of("\n".join("a" * 60 + f" b {n}" for n in range(300)))
    async with open_reader(article, NOTHING) as reader:
        await reader.press("slash", *r"(a|aa)+$")
        await reader.press("escape", "j")
        assert reader.session.paragraph == 1


async def test_an_empty_pattern_and_an_empty_article(open_reader: Open) -> None:
    async with open_reader(article_of(""), NOTHING) as reader:
        await find(reader, "x")
        await reader.press("enter", "n", "slash", "backspace", "enter")
        assert reader.screen.search is None and not reader.screen.query("FindBar")
