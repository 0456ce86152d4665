"""From the reader into its dialogs, and what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.claim import Analysis
from secondhand.ui.screens.dialogs.export_dialog import ExportScreen
from tests.claims import MODEL, article_of, seed_analysis, whole
from tests.ui.conftest import Open, Reader


def told(reader: Reader) -> list[str]:
    """Return what the reader was told, the latest last."""
    return [notification.message for notification in reader.app._notifications]


async def test_e_exports_what_was_marked(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await reader.press("h", "e")
        assert isinstance(reader.app.screen, ExportScreen)
        await reader.press("enter")
        await reader.pilot.pause()
        (file,) = tmp_path.iterdir()
        assert told(reader)[-1] == f"Written to {file}."
        assert "> French President Emmanuel Macron failed" in file.read_text(encoding="utf-8")
        assert reader.app.screen is reader.screen


async def test_c_corrects_the_current_claim_and_u_takes_that_back(open_reader: Open) -> None:
    async with open_reader() as reader:
        before = reader.session.current
        await reader.press("c")
        await reader.press("enter", *"macron", "enter")
        await reader.press("ctrl+s")
        await reader.pilot.pause()
        claim = reader.session.current
        assert claim and claim.corrected and reader.session.index.speaker(claim).name == "Emmanuel Macron"  # type: ignore[union-attr]
        assert "✎ set right by you" in reader.text()
        assert told(reader)[-1] == "Set right by you. 1 claim inside it goes with it."
        await reader.press("u")
        assert reader.session.current == before
        await reader.press("ctrl+r", "c", "ctrl+z", "ctrl+s")
        await reader.pilot.pause()
        assert reader.session.current == before and not reader.screen.notebook.corrections
        assert told(reader)[-1].startswith("Taken back: your correction “French President")


async def test_a_correction_tells_what_goes_with_it(open_reader: Open) -> None:
    holder = seed_analysis().claims[5]
    async with open_reader() as reader:
        while not (reader.session.current and reader.session.current.id == holder.id):
            await reader.press("n")
        await reader.press("c", "enter", *"peskov", "enter", "ctrl+s")
        await reader.pilot.pause()
        assert told(reader)[-1] == "Set right by you. 2 claims inside it go with it."
        assert [claim.chain[1].name for claim in reader.session.index.claims[5:8]] == ["Dmitry Peskov"] * 3
        await reader.press("c", "shift+tab", "space", "ctrl+s")
        await reader.pilot.pause()
        assert told(reader)[-1].startswith("No claim any more.")
        assert told(reader)[-1].endswith("2 claims inside it stay.")


async def test_a_correction_of_a_speaker_tells_where_else_it_holds(open_reader: Open) -> None:
    async with open_reader() as reader:
        assert reader.session.current
        name = reader.session.index.speaker(reader.session.current).name  # type: ignore[union-attr]
        await reader.press("c", "tab", "tab", *" of note", "ctrl+s")
        await reader.pilot.pause()
        assert told(reader)[-1] == f"Set right by you. What you say of {name} holds for 3 more claims."


async def test_c_refuses_a_claim_and_finds_it_again(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "j", "j")
        await reader.press("c", "shift+tab", "space", "ctrl+s")
        await reader.pilot.pause()
        assert reader.session.claims == ()
        await reader.press("c")
        await reader.press("shift+tab", "space", "ctrl+s")
        await reader.pilot.pause()
        assert len(reader.session.claims) == 1 and not reader.screen.notebook.corrections


async def test_c_makes_a_claim_of_selected_words(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "j", "j", "v", "space", "right", "right")
        await reader.press("c")
        await reader.press("ctrl+s")
        await reader.pilot.pause()
        (correction,) = reader.screen.notebook.corrections
        assert correction.verdict == "new" and reader.article.selection is None
        assert any(claim.corrected for claim in reader.session.claims)


async def test_c_where_there_is_no_claim_says_what_to_do(open_reader: Open) -> None:
    article = article_of("Nobody speaks here.")
    async with open_reader(article, whole(Analysis((), (), MODEL))) as reader:
        await reader.press("c")
        assert told(reader)[-1] == "There is no claim here: select words with v, then c makes one of them."
