"""The outline: headings to go to, speakers to step through."""

from __future__ import annotations

from dataclasses import replace

from secondhand.article import Article
from secondhand.ui.screens.dialogs.outline import OutlineScreen, list_headings
from tests.claims import seed_analysis as found
from tests.claims import seed_article, whole
from tests.ui.conftest import Open


def with_headings() -> Article:
    article = replace(seed_article(), title="[b]Macron[/b]\x1b[31m")
    kinds = {2: "heading", 4: "heading"}
    return replace(
        article,
        paragraphs=tuple(replace(p, kind=kinds.get(at)) for at, p in enumerate(article.paragraphs)),
    )


def test_each_heading_leads_to_its_paragraph_and_the_title_to_the_first() -> None:
    article = with_headings()
    told = list(list_headings(article))
    assert [place for _, place in told] == [0, 2, 4]
    assert told[0][0].startswith("¶ [b]Macron[/b]") and "\x1b" not in told[0][0]


async def test_a_heading_is_gone_to(open_reader: Open) -> None:
    async with open_reader(with_headings(), whole(found())) as reader:
        await reader.press("j", "j", "j", "i")
        assert isinstance(reader.app.screen, OutlineScreen)
        assert reader.app.screen.list.highlighted == 1, "the heading one is under"
        assert "╭─ Headings and speakers ─" in reader.text() and "Go there" in reader.text()
        await reader.press("down", "enter")
        assert reader.session.paragraph == 4
        await reader.press("i", "escape")
        assert reader.session.paragraph == 4


async def test_what_a_speaker_says_is_stepped_through(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("i", *"benoist")
        assert "Alain de Benoist · " in reader.text()
        await reader.press("enter")
        kept = reader.session.kept
        assert kept is not None and kept.by.label == "by Alain de Benoist"
        current = reader.session.current
        assert current and reader.session.index.speaker(current).name == "Alain de Benoist"  # type: ignore[union-attr]


async def test_a_speaker_has_as_many_claims_as_are_stepped_through(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("i", *"trump")
        assert "Donald Trump · 2 claims" in reader.text(), "one more is unsure, and folded"
        await reader.press("enter")
        assert reader.session.kept and len(reader.session.kept.places) == 2
        await reader.press("escape", "U", "i", *"trump")
        assert "Donald Trump · 3 claims" in reader.text()


async def test_where_nothing_is_like_what_is_written_nothing_is_chosen(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("i", *"zebra", "enter")
        assert isinstance(reader.app.screen, OutlineScreen)
        assert "No headings or speakers like that." in reader.text()
