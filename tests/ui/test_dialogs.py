"""From the reader into its dialogs, and what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.ui.screens.export import ExportScreen
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
        await reader.press("enter", "enter")
        await reader.pilot.pause(0.05)
        (file,) = tmp_path.iterdir()
        assert told(reader)[-1] == f"Written to {file}."
        assert "> French President Emmanuel Macron failed" in file.read_text(encoding="utf-8")
        assert reader.app.screen is reader.screen
