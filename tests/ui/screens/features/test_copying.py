"""A claim, or selected words, taken elsewhere with whose they are."""

from __future__ import annotations

import pytest

from secondhand.claim import Analysis
from tests.claims import MODEL, whole
from tests.ui.conftest import Open


async def test_y_copies_the_claim_and_says_how(open_reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.delenv("TMUX", raising=False)
    async with open_reader() as reader:
        await reader.press("j", "j", "y")
        assert reader.app.clipboard.startswith("“Macron has obtained nothing that he wanted")
        assert reader.app.clipboard.endswith("” — Alain de Benoist, in Sputnik, 27 February 2025")
        assert reader.said[-1] == "Copied through the terminal, if it lets programs copy."
        await reader.press("k", "v", "space", "right", "y")
        words = reader.app.clipboard
        assert words == "“he wanted” — Emmanuel Macron, paraphrased in Sputnik, 27 February 2025"
    async with open_reader(analyse=whole(Analysis((), (), MODEL))) as reader:
        await reader.press("y")
        assert reader.said[-1].startswith("There is no claim here")
