from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from secondhand.errors import OptionError
from secondhand.ui.system.editor import edit_text


class Suspended:
    """An app that only knows how to give the terminal away."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


def editor(tmp_path: Path, code: str) -> str:
    script = tmp_path / "an editor.py"
    script.write_text(
        f"import sys\nfile = sys.argv[-1]\ntext = open(file, encoding='utf-8').read()\n{code}\n"
    )
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))} --wait"


def edit(text: str) -> str:
    return edit_text(Suspended(), text)  # type: ignore[arg-type]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    return folder


def test_the_note_comes_back_as_the_editor_left_it(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = "assert file.endswith('.md')\nopen(file, 'w', encoding='utf-8').write(text + ' 日本\\n')"
    monkeypatch.setenv("EDITOR", editor(tmp_path, save))
    assert edit("so; $(touch x)") == "so; $(touch x) 日本"
    assert not list(temporary.iterdir())


def test_visual_goes_before_editor(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "nonesuch")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "open(file, 'w').write('visual')"))
    assert edit("") == "visual"


def test_a_missing_editor_is_told_in_one_line(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "nonesuch-editor -w")
    with pytest.raises(OptionError) as told:
        edit("so")
    assert str(told.value) == (
        "'nonesuch-editor -w' cannot be run (No such file or directory): set VISUAL or EDITOR to an editor. "
        "The note is as it was."
    )
    assert not list(temporary.iterdir())


def test_a_command_that_makes_no_sense_is_told(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi 'half")
    with pytest.raises(OptionError, match=r"No closing quotation.*The note is as it was\.$"):
        edit("so")


def test_what_was_written_in_an_editor_that_fails_stays_in_its_file(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "open(file, 'w').write('hours of work'); sys.exit(3)"))
    with pytest.raises(OptionError, match=r"failed \(3\)\. What you wrote is in .*\.md\.$"):
        edit("so")
    (kept,) = temporary.iterdir()
    assert kept.read_text() == "hours of work"


def test_an_editor_that_fails_and_changed_nothing_leaves_nothing(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "sys.exit(1)"))
    with pytest.raises(OptionError, match=r"The note is as it was\.$"):
        edit("so")
    assert not list(temporary.iterdir())
