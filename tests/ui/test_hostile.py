"""Everything somebody else wrote asks for trouble: none of it acts on the terminal, on any screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.claim import Analysis, Attitude
from secondhand.library import Library
from secondhand.ui.screens.dialogs.note import NoteScreen
from secondhand.ui.screens.dialogs.tag_line import TagScreen
from secondhand.ui.widgets.text_fields import Line
from tests.claims import MODEL, Teller, article_of, whole
from tests.ui.conftest import Open, Reader

EVIL = "Eve\x1b[2J\x9b31m\x07\u202e\u2066\u200b[red]x[/] [@click=app.quit]\x00\r"
ACTING = set("\x00\x07\x1b\r\x9b\u202e\u2066\u200b")
WAYS = {
    "reader": (),
    "panel": ("tab", "j", "space"),
    "sources": ("s",),
    "speakers": ("s", "tab", "right", "right", "right"),
    "search": ("slash", "E", "v", "e", "enter", "n"),
    "filters": ("f",),
    "filtered": ("f", "E", "v", "e", "enter"),
    "chain": ("enter",),
    "followed": ("o",),
    "browser": ("O",),
    "correction": ("c",),
    "corrected link": ("c", "tab", "tab", "tab", "tab", "tab", "enter"),
    "highlights": ("h", "t", "E", "v", "e", "enter", "H"),
    "note": ("h", "m"),
    "tags": ("h", "t"),
    "selection": ("v", "space", "right", "right"),
    "copied": ("y",),
    "export": ("h", "e"),
    "library": ("L",),
    "library filtered": ("L", "slash", "E", "v", "e"),
    "help": ("question_mark",),
}


def said_by_eve() -> tuple[Article, Analysis]:
    """Return an article and its analysis, every word of which is Eve's."""
    plain = article_of(f"{EVIL} said it rains.\n\n{EVIL} said it pours.".replace("\r", " "))
    words = plain.text[: plain.paragraphs[0].end]
    article = Article(
        plain.text, (Paragraph(0, len(words)), *plain.paragraphs[1:]), EVIL, EVIL, (EVIL, EVIL),
        date(2025, 3, 1), f"https://h.example/{EVIL}", (Hyperlink(0, 5, f"https://h.example/{EVIL}"),),
        EVIL, "en", (Place(0, EVIL),),
    )  # fmt: skip
    teller = Teller(article)
    eve = teller.speaker(EVIL, role=EVIL)
    for number in range(2):
        said = teller.span(article.text[:3], number)
        via = teller.link(f"{EVIL}{number}", "reported", said, when=EVIL, url=f"https://h.example/{EVIL}")
        feels = (Attitude(EVIL, "negative", 0.5, (said,)),)
        teller.claim(
            number, ["it rains" if number == 0 else "it pours"], "said", article.text[:3], eve,
            via=(via,), channel=EVIL, attitudes=feels, commitment="possible", confidence=0.6,
        )  # fmt: skip
    return article, Analysis(tuple(teller.speakers.values()), tuple(teller.claims), MODEL)


@pytest.fixture
async def reader(open_reader: Open, tmp_path: Path) -> AsyncIterator[Reader]:
    article, analysis = said_by_eve()
    with Library.open(tmp_path / "library.db") as library:
        async with open_reader(article, whole(analysis), library=library) as opened:
            yield opened


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_acts_on_the_terminal(
    reader: Reader, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondhand.ui.system.browser._try_opening", lambda app, url: True)

    def shown() -> str:
        return reader.text().replace("\n", "")

    await reader.press("n", *WAYS[way])
    # Some screens show it as soon as a thread has counted; and then it was there, and was no markup.
    await reader.until(lambda: way == "help" or "Eve␛[2J" in shown() or "[red]x" in shown())
    assert not set(shown()) & ACTING
    assert not any(set(told) & ACTING for told in reader.said)


async def test_what_an_import_brought_is_shown_while_it_is_written_on(reader: Reader) -> None:
    await reader.press("n", "h")
    mark = replace(reader.marks[0], note=f"{EVIL}\n\tso", tags=(EVIL,))
    for screen in (NoteScreen(mark, lambda note: None), TagScreen(mark, (EVIL,))):
        await reader.app.push_screen(screen)
        await reader.press("end")
        shown = reader.text().replace("\n", "")
        assert "Eve␛[2J" in shown and not set(shown) & ACTING
        await reader.app.pop_screen()


async def test_a_line_keeps_what_it_shows_otherwise(open_reader: Open) -> None:
    article, analysis = said_by_eve()
    async with open_reader(article, whole(analysis)) as reader:
        await reader.press("n", "c")
        role = reader.app.screen.query_one("#role", Line)
        assert role.value == EVIL
        await reader.press("escape")
        assert reader.screen.notebook.corrections == ()
