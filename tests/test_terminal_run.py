"""The program in a real terminal, from opening an article to an exported file, and again."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.claims import SEED

TMUX = shutil.which("tmux")
PROGRAM = Path(sys.executable).with_name("secondhand")
SECONDS = 60.0
"""how long anything may take to show"""

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(TMUX is None, reason="tmux is not installed: no terminal to run in"),
    pytest.mark.skipif(not PROGRAM.exists(), reason="the command is not installed beside this Python"),
]


class Terminal:
    """A terminal of 120 by 40 cells in which the program runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = f"secondhand-{uuid4().hex}"

    def tmux(self, *arguments: str) -> str:
        # A server of its own, without the user's settings.
        command = [TMUX or "tmux", "-L", self.name, "-f", "/dev/null", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def start(self, *arguments: str) -> None:
        library = f"SECONDHAND_LIBRARY={self.folder / 'library.db'}"
        around = ("env", "-u", "COLUMNS", "-u", "LINES", library, "TERM=xterm-256color")
        place = ("new-session", "-d", "-x", "120", "-y", "40", "-c", str(self.folder))
        self.tmux(*place, *around, str(PROGRAM), *arguments)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait(self, *words: str) -> None:
        """Wait until all ``words`` are on the screen."""
        end = time.monotonic() + SECONDS
        while not all(word in self.screen() for word in words):
            assert time.monotonic() < end, f"never saw {words} in:\n{self.screen()}"
            time.sleep(0.1)

    def wait_for_the_end(self) -> None:
        end = time.monotonic() + SECONDS
        while self.tmux("list-sessions"):
            assert time.monotonic() < end, f"still running:\n{self.screen()}"
            time.sleep(0.1)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.tmux("kill-server")


def test_from_opening_to_an_exported_file_and_again(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start(str(SEED))
    terminal.wait("▸ Alain de Benoist", "Says it as fact")
    terminal.press("h")
    terminal.wait("★▸ French President Emmanuel Macron")
    terminal.press("m")
    terminal.wait("esc")
    terminal.type("Ask him again.")
    terminal.wait("Ask him again.")
    terminal.press("Escape")
    terminal.wait("★ Ask him again.")
    terminal.press("e")
    terminal.wait("Export", "highlights (1)", "notes (1)", "> French President Emmanuel Macron")
    terminal.press("C-s")
    terminal.wait("Written to")
    terminal.press("q")
    terminal.wait_for_the_end()

    (exported,) = tmp_path.glob("*.md")
    written = exported.read_text(encoding="utf-8")
    assert "> French President Emmanuel Macron failed to achieve his goals" in written
    assert "— Alain de Benoist, French political philosopher" in written
    assert "Ask him again." in written

    terminal.start()
    terminal.wait("Library · 1 article", "French President")
    terminal.press("Enter")
    terminal.wait("★▸ French President Emmanuel Macron", "★ Ask him again.", "▸ Alain de Benoist")
    terminal.press("q")
    terminal.wait_for_the_end()


def test_without_anything_read_it_begins_with_a_tour(terminal: Terminal) -> None:
    terminal.start()
    terminal.wait("Welcome to secondhand", "Sputnik · 27 February 2025")
    terminal.press("Enter")
    terminal.wait("jk paragraph")
    terminal.press("q")
    terminal.wait_for_the_end()
