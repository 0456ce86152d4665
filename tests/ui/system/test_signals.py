"""The reader is ended from outside, on a terminal of its own."""

from __future__ import annotations

import os
import pty
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

from secondhand.library import Library

WORDS = "words that must not be lost"
READ = f"""
import sys
from pathlib import Path
from secondhand.library import Library
from secondhand.ui.app import ReaderApp, _run
from secondhand.ui.screens.dialogs import note
from tests.claims import seed_analysis, seed_article, whole

note.PAUSE = 600  # nothing is kept while one writes

def tell(screen):
    if screen.area.text == {WORDS!r}:
        Path(sys.argv[2]).touch()

note.NoteScreen.on_text_area_changed = tell

with Library.open(Path(sys.argv[1])) as library:
    _run(ReaderApp(seed_article(), analyse=whole(seed_analysis()), library=library))
"""
SHOWN = "→".encode()
"""what stands on the screen once there are claims"""
NOTING = b"Markdown"
"""what stands there once a note can be written"""
BACK = b"\x1b[?1049l"
"""what gives the screen back that was there before"""


def wait_for(terminal: int, words: bytes) -> None:
    """Read from ``terminal`` until ``words`` came."""
    came = b""
    while words not in came:
        came += os.read(terminal, 65536)


def read_rest(terminal: int) -> bytes:
    """Return what still comes from ``terminal`` until nobody writes there any more."""
    came = b""
    try:
        while more := os.read(terminal, 65536):
            came += more
    except OSError:  # so Linux tells the end
        pass
    return came


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("gone", [False, True], ids=["there", "closed"])
def test_a_signal_loses_no_word_of_a_note_and_gives_the_terminal_back(
    number: signal.Signals, gone: bool, tmp_path: Path
) -> None:
    file, written = tmp_path / "library.db", tmp_path / "written"
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-c", READ, str(file), str(written)])
    termios.tcsetwinsize(terminal, (24, 80))
    wait_for(terminal, SHOWN)
    os.write(terminal, b"m")
    wait_for(terminal, NOTING)
    os.write(terminal, WORDS.encode())
    while not written.exists():
        time.sleep(0.02)
    if gone:
        os.close(terminal)
    os.kill(child, number)
    if not gone:
        assert BACK in read_rest(terminal)
        os.close(terminal)
    _, status = os.waitpid(child, 0)
    first = signal.SIGHUP if gone else number
    assert os.waitstatus_to_exitcode(status) in {128 + first, 128 + number}
    with Library.open(file) as library:
        [mark] = library.notebook(1).highlights
    assert mark.note == WORDS
