from __future__ import annotations

import io
from pathlib import Path

import pytest

from secondhand.commands.replacing import allow_replacing
from secondhand.errors import OptionError
from tests.commands.conftest import Run

Captured = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Return a file that is there already."""
    file = tmp_path / "notes.md"
    file.write_text("mine")
    return file


@pytest.mark.parametrize("answer", ["y\n", "Y\n", " yes\n"])
def test_on_a_terminal_the_user_is_asked(notes: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    error = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", error)
    assert allow_replacing(notes)
    assert error.getvalue() == f"{notes} is there already. Replace it? [y/N] "


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "yesterday\n", "no\n"])
def test_any_other_answer_leaves_it(notes: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", Terminal())
    with pytest.raises(OptionError, match="is left as it is"):
        allow_replacing(notes)


@pytest.mark.parametrize(("stdin", "stderr"), [(Terminal, io.StringIO), (io.StringIO, Terminal)])
def test_in_a_pipe_nobody_is_asked(
    notes: Path, stdin: type[io.StringIO], stderr: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", stdin("y\n"))
    monkeypatch.setattr("sys.stderr", stderr())
    with pytest.raises(OptionError, match="add --force"):
        allow_replacing(notes)


def test_force_asks_nobody(notes: Path) -> None:
    assert allow_replacing(notes, force=True)


def test_a_new_file_needs_no_leave_and_replaces_nothing(tmp_path: Path) -> None:
    assert not allow_replacing(tmp_path / "new.md")


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.usefixtures("filled")
def test_an_export_never_goes_over_ours_or_what_is_read(
    run: Run, capsys: Captured, tmp_path: Path, library: Path, force: tuple[str, ...]
) -> None:
    article, template = tmp_path / "bank.txt", tmp_path / "own.j2"
    article.write_text("“It may,” Ann Lee said.")
    template.write_text("x")
    before = library.read_bytes()
    named = ("--template", str(template))
    for out in (library, library.with_name("library.db-wal"), article, template):
        assert run("export", "1", str(article), "--format", "markdown", *named, "-o", str(out), *force) == 2
        assert capsys.readouterr().err.endswith("name another file to write to.\n")
    assert library.read_bytes() == before
    assert (article.read_text(), template.read_text()) == ("“It may,” Ann Lee said.", "x")


@pytest.mark.usefixtures("filled")
def test_an_export_replaces_what_is_there_by_force_only(run: Run, capsys: Captured, notes: Path) -> None:
    assert run("export", "1", "--format", "csv", "-o", str(notes)) == 2
    assert "is there already, and would be replaced: name another file, or add --force." in (
        capsys.readouterr().err
    )
    assert notes.read_text() == "mine"
    assert run("export", "1", "--format", "csv", "-o", str(notes), "--force") == 0
    assert "bank 🏦" in notes.read_text("utf-8")


def test_an_archive_never_goes_over_the_library(
    run: Run, capsys: Captured, tmp_path: Path, library: Path, filled: Path
) -> None:
    (tmp_path / "bank.txt").write_text("“It may,” Ann Lee said.")
    before = library.read_bytes()
    for name in ("out.jsonl", "out.rejected.jsonl"):
        (tmp_path / name).symlink_to(library)
        assert run("analyze", str(tmp_path / "bank.txt"), "-o", str(tmp_path / "out.jsonl")) == 2
        assert "is the library" in capsys.readouterr().err
        (tmp_path / name).unlink()
    assert library.read_bytes() == before
