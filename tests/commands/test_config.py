"""``secondhand config``: shown, made from a template, checked after editing and kept."""

import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand import cli
from secondhand.cli import interpret
from secondhand.commands import config
from secondhand.commands.config import ConfigOptions
from secondhand.settings.options import OPTIONS


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the settings are."""
    found = tmp_path / "own folder" / "config.toml"
    monkeypatch.setenv("SECONDHAND_CONFIG", str(found))
    return found


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    return int(end.value.code or 0)


def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str) -> None:
    """Let $VISUAL write ``text`` at the end of a file."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nwith open(sys.argv[1], 'a') as f: f.write({text!r})", "utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")


def test_what_is_asked_for() -> None:
    assert interpret(["config"])[1] == ConfigOptions()
    assert interpret(["config", "--edit"])[1] == ConfigOptions(edit=True)


def test_settings_in_effect(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("config") == 0
    out = capsys.readouterr().out
    assert out.startswith(f"# {file} (not there yet")
    assert tomllib.loads(out)["article"] == {"width": 76, "margin": 1}
    assert tomllib.loads(out)["keys"]["mark.next"] == ">"
    file.parent.mkdir()
    file.write_text('theme = "nord"\n[keys]\n"claim.next" = "X"\n', "utf-8")
    assert run("config") == 0
    out = capsys.readouterr().out
    for line in (f"# {file}\n", 'theme = "nord"  # line 1\n', '"claim.next" = "X"  # line 3\n'):
        assert line in out


def test_each_table_has_its_heading(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    margin = next(option for option in OPTIONS if option.name == "article.margin")
    monkeypatch.setattr(config, "OPTIONS", (*OPTIONS, replace(margin, name="panel.margin")))
    assert run("config") == 0
    assert tomllib.loads(capsys.readouterr().out)["panel"] == {"margin": 1}


def test_what_is_edited_is_made_first_and_checked(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    editor(monkeypatch, tmp_path, '"claim.next" = "X"\n')
    assert run("config", "--edit") == 0
    assert '"claim.next" = "X"  # line' in capsys.readouterr().out
    text = file.read_text("utf-8")
    assert '# "paragraph.next" = ["j", "down", "}"]  # Go to the next paragraph' in text


def test_a_broken_file_is_told_of_and_kept(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    editor(monkeypatch, tmp_path, '"claim.next" = "h"\n')
    assert run("config", "--edit") == 2
    told = capsys.readouterr().err
    line = file.read_text("utf-8").splitlines().index('"claim.next" = "h"') + 1
    assert f"config.toml, line {line}: h cannot be both 'claim.next'" in told and told.count("\n") == 1
    editor(monkeypatch, tmp_path, "")
    assert run("config", "--edit") == 2
    assert file.read_text("utf-8").endswith('"claim.next" = "h"\n')


def test_an_editor_that_there_is_not(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    assert run("config", "--edit") == 2
    assert "set VISUAL or EDITOR to an editor" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in the way").write_text("")
    monkeypatch.setenv("VISUAL", "false")
    monkeypatch.setenv("SECONDHAND_CONFIG", str(tmp_path / "in the way" / "config.toml"))
    assert run("config", "--edit") == 2
    assert "config.toml cannot be made" in capsys.readouterr().err
