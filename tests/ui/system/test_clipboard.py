from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.app import App

from secondhand.ui.system.clipboard import copy, tools


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"]),
        ({"DISPLAY": ":0"}, ["xclip", "xsel", "pbcopy", "clip.exe"]),
        ({}, ["pbcopy", "clip.exe"]),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1"}, []),
        ({"DISPLAY": ":0", "SSH_TTY": "1"}, []),
        ({"DISPLAY": ":0", "TMUX": "1"}, ["tmux"]),
        ({"SSH_TTY": "1", "TMUX": "1"}, ["tmux"]),
    ],
)
def test_which_programs_are_tried(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], names: list[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name)
    assert [tool.command[0] for tool in tools(environment)] == names


def test_a_program_that_is_not_there_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "xsel" else None)
    assert [tool.command[0] for tool in tools({"DISPLAY": ":0"})] == ["xsel"]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('cat > "$0.got"', "by xclip, and through the terminal, if it lets programs copy"),
        ("exit 1", "through the terminal, if it lets programs copy"),
        ("exec sleep 5", "through the terminal, if it lets programs copy"),
    ],
    ids=["works", "fails", "hangs"],
)
async def test_copying_goes_both_ways_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    program(tmp_path, "xclip", script)
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("secondhand.ui.system.clipboard._SECONDS", 0.2)
    app: App[None] = App()
    async with app.run_test():
        assert copy(app, "“é” $(rm)") == told
        assert app.clipboard == "“é” $(rm)"
    if "by xclip" in told:
        assert (tmp_path / "xclip.got").read_text(encoding="utf-8") == "“é” $(rm)"
