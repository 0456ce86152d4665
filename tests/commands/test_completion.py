"""Completion of shells, made from the declarations of the commands."""

import subprocess

import pytest

from secondhand import cli
from secondhand.commands import NAMES


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_is_completed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["completion", shell])
    script = capsys.readouterr().out
    assert end.value.code == 0
    assert all(command in script for command in NAMES)
    assert all(f"--{option}" in script or f"-l {option}" in script for option in ("plain", "explain"))


def test_bash_takes_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["completion", "bash"])
    script = capsys.readouterr().out
    script += "\nCOMP_WORDS=(secondhand rea); COMP_CWORD=1; _shtab_secondhand; echo ${COMPREPLY[@]}"
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["read"]
