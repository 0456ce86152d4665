"""Golden files: the bytes are the contract. To accept new ones, run with SECONDHAND_WRITE_GOLDEN=1."""

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.article import Article
from secondhand.claim import Analysis, Trace
from secondhand.export import EXPLAINING, Format, write
from secondhand.safe_text import UNSAFE
from tests.export.literals import ANALYSIS, ARTICLE, BARE, NOTHING

GOLDEN = Path(__file__).parent / "golden"


class Terminal(io.StringIO):
    """Text written to a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set what rich asks the environment for."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")


def written(form: Format, out: io.StringIO, article: Article = ARTICLE, analysis: Analysis = ANALYSIS) -> str:
    write(form, article, analysis, out)
    return out.getvalue()


def assert_golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("SECONDHAND_WRITE_GOLDEN"):
        file.write_bytes(text.encode())
    assert text == file.read_bytes().decode()


@pytest.mark.parametrize("form", Format)
def test_into_a_pipe(form: Format) -> None:
    text = written(form, io.StringIO())
    assert_golden(f"pipe.{form}.txt", text)
    assert not UNSAFE.search(text.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("form", [Format.TABLE, Format.TREE])
def test_on_a_terminal_without_colour(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    text = written(form, Terminal())
    assert_golden(f"terminal.{form}.txt", text)
    assert not UNSAFE.search(text.replace("\n", ""))


@pytest.mark.parametrize("form", [Format.TABLE, Format.TREE])
def test_no_color_leaves_no_colour_on_a_terminal(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in written(form, Terminal()).replace("\x1b[3m", "")


@pytest.mark.parametrize("form", [Format.TABLE, Format.TREE])
def test_markup_in_an_article_is_only_text(form: Format) -> None:
    text = written(form, io.StringIO())
    assert "[bold]soon[/bold]" in text
    assert "[link=x]banks" in text


@pytest.mark.parametrize("form", Format)
def test_an_article_in_which_nobody_says_a_thing(form: Format) -> None:
    text = written(form, io.StringIO(), BARE, NOTHING)
    assert "Nobody says a thing." in text
    assert "…" not in text


def test_what_explains_itself_tells_how_each_claim_was_found() -> None:
    trace = Trace(
        (-0.01, -0.2, -0.05), ("join_citing", "rule\x1b of another"), "nearest fit before", "Bo \x1b[1mEk"
    )
    first, second, *rest = ANALYSIS.claims
    sure = replace(second, trace=trace, speaker_confidence=0.8, corrected=False)
    explained = replace(ANALYSIS, claims=(replace(first, corrected=True), sure, *rest))
    for form in EXPLAINING:
        out = io.StringIO()
        write(form, ARTICLE, explained, out, explain=True)
        assert_golden(f"explained.{form}.txt", out.getvalue())
        assert not UNSAFE.search(out.getvalue().replace("\n", ""))
        assert written(form, io.StringIO(), analysis=explained) != out.getvalue()


def test_nothing_is_explained_unasked() -> None:
    explained = replace(ANALYSIS, claims=tuple(replace(c, trace=Trace()) for c in ANALYSIS.claims))
    for form in Format:
        assert written(form, io.StringIO(), analysis=explained) == written(form, io.StringIO())


def test_one_line_an_article() -> None:
    out = io.StringIO()
    write(Format.JSONL, ARTICLE, ANALYSIS, out)
    write(Format.JSONL, BARE, NOTHING, out)
    first, second = out.getvalue().splitlines()
    assert json.loads(first)["article"]["title"] == ARTICLE.title
    assert json.loads(second)["claims"] == []
