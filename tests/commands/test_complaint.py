"""What goes wrong, told while the rest goes on."""

from __future__ import annotations

import pytest

from secondhand.commands.complaint import complain_and_go_on
from secondhand.errors import LibraryError, SecondhandError


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
