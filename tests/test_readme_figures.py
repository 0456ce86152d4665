"""The figures that the README shows of the seed are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from secondhand import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SEED = str(ROOT / "seeds" / "macron-trump.txt")
NUMBER = re.compile(r"\d+")
SLACK = 3
"""how far a share or a count may be from what is shown: processors round the network's sums differently"""


def shown_after(words: str) -> list[str]:
    """Return the lines of the block that follows ``words`` in the README."""
    return README.partition(words)[2].split("```")[1].strip("\n").splitlines()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the lines that a command prints of the seed."""
    with pytest.raises(SystemExit) as end:
        cli.main([*arguments, SEED, "--publisher", "Sputnik"])
    assert not end.value.code
    return capsys.readouterr().out.splitlines()


def is_like(shown: str, line: str) -> bool:
    """Return whether ``line`` says what is ``shown``, each number about the same; "…" stands for anything."""
    words = "…".join(map(re.escape, NUMBER.sub("#", shown).split("…"))).replace("…", ".*")
    if not re.fullmatch(words, NUMBER.sub("#", line)):
        return False
    numbers = zip(NUMBER.findall(shown), NUMBER.findall(line), strict=False)
    return "…" in shown or all(abs(int(a) - int(b)) <= SLACK for a, b in numbers)


@pytest.mark.model
def test_who_is_heard_is_what_sources_prints(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [line for line in shown_after("shows it; with `--format json` every count:") if line]
    lines = printed(capsys, "sources")
    assert len(shown) == 5
    for row in shown:
        assert any(is_like(row, line) for line in lines), row


@pytest.mark.model
def test_the_tree_is_what_analyze_prints(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [line for line in shown_after("in a pipe it indents one:") if "%" in line]
    lines = printed(capsys, "analyze", "--format", "tree")
    assert len(shown) == 2
    for row in shown:
        assert any(is_like(row, line) for line in lines), row
