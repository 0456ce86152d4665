"""The manual page, made from the commands and the keys."""

import os
from pathlib import Path

from secondhand import commands
from secondhand.arguments.manual import manual
from secondhand.ui.keys.keymap import every

PAGE = Path(__file__).parents[2] / "src" / "secondhand" / "arguments" / "secondhand.1"


def test_the_manual_tells_of_every_command_and_key() -> None:
    page = manual(commands.load_all())
    assert all(f".SS secondhand {command}" in page for command in commands.NAMES)
    assert all((key.id or "").replace("-", "\\-") in page for key in every())
    assert "\\-\\-plain" in page


def test_the_manual_that_is_installed_is_the_one_that_is_made() -> None:
    page = manual(commands.load_all())
    if os.environ.get("SECONDHAND_WRITE_GOLDEN"):
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page, "write it anew with SECONDHAND_WRITE_GOLDEN=1"
