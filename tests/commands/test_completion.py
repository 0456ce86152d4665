"""Completion of shells, and the manual page: both are made from the parser."""

import os
import subprocess
from pathlib import Path

import pytest

from secondhand import cli
from secondhand.arguments import COMMANDS
from secondhand.commands.manual import manual
from secondhand.ui.keys.keymap import every

PAGE = Path(__file__).parents[2] / "src" / "secondhand" / "commands" / "secondhand.1"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_is_completed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["completion", shell])
    script = capsys.readouterr().out
    assert end.value.code == 0
    assert all(command in script for command in COMMANDS) and "--plain" in script.replace(
        "-l plain", "--plain"
    )


def test_bash_takes_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["completion", "bash"])
    script = capsys.readouterr().out
    script += "\nCOMP_WORDS=(secondhand rea); COMP_CWORD=1; _shtab_secondhand; echo ${COMPREPLY[@]}"
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["read"]


def test_the_manual_tells_of_every_command_and_key() -> None:
    page = manual()
    assert all(f".SS secondhand {command}" in page for command in COMMANDS)
    assert all((key.id or "").replace("-", "\\-") in page for key in every())
    assert "\\-\\-plain" in page


def test_the_manual_that_is_installed_is_the_one_that_is_made() -> None:
    if os.environ.get("SECONDHAND_WRITE_GOLDEN"):
        PAGE.write_text(manual(), "utf-8")
    assert PAGE.read_text("utf-8") == manual(), "write it anew with SECONDHAND_WRITE_GOLDEN=1"
