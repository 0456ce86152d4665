"""What goes wrong, told while the rest goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.commands.complaint import complain_and_go_on
from secondhand.errors import LibraryError, SecondhandError
from tests.commands.conftest import Run


def test_what_goes_wrong_is_told_kept_and_not_raised(capsys: pytest.CaptureFixture[str]) -> None:
    problems: list[SecondhandError] = []
    for words in ("", "no such\x1barticle"):
        with complain_and_go_on(problems):
            if words:
                raise LibraryError(words)
    assert [str(problem) for problem in problems] == ["no such\x1barticle"]
    assert capsys.readouterr().err == "secondhand: no such␛article\n"


def test_a_fault_of_ours_is_raised() -> None:
    with pytest.raises(KeyError), complain_and_go_on([]):
        raise KeyError


@pytest.mark.parametrize(
    "command",
    [
        ("read", "{file}"),
        ("read", "--plain", "{file}"),
        ("read", "--page-report", "{file}"),
        ("library",),
        ("library", "--check"),
        ("feed", "{file}"),
    ],
)
def test_a_theme_there_is_not_is_refused_where_none_is_needed(
    command: tuple[str, ...], run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It rained.", "utf-8")
    assert run(*(part.format(file=file) for part in command), "--theme", "nrod") == 2
    out, told = capsys.readouterr()
    assert out == "" and told.startswith("secondhand: There is no theme 'nrod'. Choose one of: dark, light")
    assert len(told.splitlines()) == 1
