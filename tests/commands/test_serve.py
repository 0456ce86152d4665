from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from secondhand.cli import interpret
from secondhand.commands import serve
from secondhand.commands.serve import ServeOptions
from secondhand.errors import NotFound, OptionError


def test_what_is_asked_for() -> None:
    assert interpret(["serve"])[1] == ServeOptions()
    assert interpret(["serve", "a.txt", "--port", "80"])[1] == ServeOptions("a.txt", 80)
    with pytest.raises(OptionError, match="'99999' is no port"):
        interpret(["serve", "--port", "99999"])


def test_the_words_of_a_name_stay_one_word() -> None:
    asked = ServeOptions("a b; rm.txt", theme="light", library=Path("l.db"))
    assert shlex.split(serve.build_command(asked))[3:] == [
        "read", "a b; rm.txt", "--theme", "light", "--library", "l.db",
    ]  # fmt: skip
    assert shlex.split(serve.build_command(ServeOptions()))[3:] == ["library"]


def test_what_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        serve.run(ServeOptions(str(tmp_path / "none.txt")))
    with pytest.raises(OptionError, match="save the article"):
        serve.run(ServeOptions("-"))


def test_without_what_it_takes_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "secondhand.ui.system.web_server", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    with pytest.raises(OptionError, match=r"secondhand\[serve\]"):
        serve.run(ServeOptions())
