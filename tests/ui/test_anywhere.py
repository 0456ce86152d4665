"""Any text on any screen: nothing raises, and nothing is drawn beside the screen."""

from __future__ import annotations

import pytest
from rich.segment import Segment

from secondhand.article import Article
from secondhand.claim import Analysis
from tests.claims import MODEL, Teller, article_of, whole
from tests.ui.conftest import Open, Reader

TEXTS = {
    "wide": "東京で首相は「増税はしない」と述べた。" * 9,
    "combining": "Z\u0351\u036b\u0343a\u0334\u0321l\u0358g\u0360o said " + "e\u0301" * 60,
    "emoji": "👩‍👩‍👧‍👦 said 🇩🇪🇫🇷 👍🏽 ❤️ to ☎️ " * 5,
    "right to left": "قال الرئيس إن الاتفاق قريب وأضاف \u202eevil\u202c שלום עולם " * 5,
    "tabs": "He\tsaid\t\tthat\tit is\tso\t" * 9,
    "a long word": "x" * 10_000,
    "a long wide word": "字" * 3_000,
    "control": "He \x1b[31msaid\x07 [/foo] [bold]so\u200b\ufeff\x00\x9b2J",
}
SIZES = [(20, 5), (300, 100), (1, 1), (99, 15), (21, 40), (300, 5), (100, 16), (20, 100), (120, 40)]
DIALOGS = ["question_mark", "e", "m", "t", "c", "H", "f", "slash", "s"]


def hostile() -> tuple[Article, Analysis]:
    """Return an article of all ``TEXTS``, each paragraph of it a claim by somebody called as in its text."""
    article = article_of("\n\n".join(TEXTS.values()), title=TEXTS["emoji"], publisher=TEXTS["right to left"])
    teller = Teller(article)
    for number, paragraph in enumerate(article.paragraphs):
        words = article.text[paragraph.start : paragraph.end]
        name = teller.speaker(words[:400], role=words[:90])
        via = teller.link(words[:200], "reported", url="https://" + "a" * 400)
        teller.claim(number, [words], None, None, name, via=(via,))
    return article, Analysis(tuple(teller.speakers.values()), tuple(teller.claims), MODEL)


def assert_inside(reader: Reader) -> None:
    """Check that every row is as wide as the screen, and that nothing in it moves the cursor."""
    width, height = reader.app.size
    rows = reader.app.screen._compositor.render_strips()
    assert len(rows) == height
    for strips in rows:
        text = "".join(segment.text for segment in strips if not segment.control)
        assert Segment(text).cell_length == width
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202c\u200b\ufeff" for c in text)


async def test_a_storm_of_sizes_moves_through_every_text(open_reader: Open) -> None:
    article, analysis = hostile()
    async with open_reader(article, whole(analysis)) as reader:
        for turn, size in enumerate(SIZES):
            await reader.pilot.resize_terminal(*size)
            await reader.press("G" if turn % 3 == 0 else "n", "space" if turn % 2 else "k")
            if size != (1, 1):
                assert_inside(reader)
        for _ in TEXTS:
            await reader.press("j")
            assert_inside(reader)


@pytest.mark.parametrize("key", DIALOGS)
async def test_dialogs_stay_on_the_screen(open_reader: Open, key: str) -> None:
    article, analysis = hostile()
    async with open_reader(article, whole(analysis), size=(20, 5)) as reader:
        await reader.press("n", "h", key)
        for size in ((20, 5), (60, 12)):
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert_inside(reader)
