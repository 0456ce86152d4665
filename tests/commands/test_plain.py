"""``secondhand read --plain``: running text for pipes and terminals."""

import sys
from pathlib import Path

import pytest

from secondhand import analysis, cli
from secondhand.library import Library
from secondhand.notes.edit import Edit
from tests.claims import MODEL, seed_analysis, seed_article
from tests.export.literals import NOTHING
from tests.notes.literals import correction, person

LONG = "It rained on the plain, and it rained on the mountain, " * 4 + "he said."


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a library; nothing is found by any model."""
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(tmp_path / "library.db"))
    monkeypatch.setattr(analysis, "analyze", lambda article: NOTHING)
    return tmp_path / "library.db"


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(LONG, "utf-8")
    return str(file)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    return int(end.value.code or 0)


def test_a_pipe_gets_a_line_a_paragraph(
    article: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("read", "--plain", article, "--publisher", "The Post") == 0
    out = capsys.readouterr().out
    assert out.startswith("Published by The Post, date unknown.\n") and f"\n\n{LONG}\nWho says so: " in out


def test_unsure_claims_are_for_plain_alone(
    article: str, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("read", "--plain", "--unsure", article) == 0
    monkeypatch.setattr("secondhand.terminal.is_screen", lambda: True)
    assert run("read", "--unsure", article) == 2
    assert "--unsure is for --plain" in capsys.readouterr().err


def test_a_terminal_gets_lines_that_fit(
    article: str, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert run("read", "--plain", article) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 40 and "\x1b" not in out


def test_what_the_library_knows_is_told_where_the_same_model_said_so(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = seed_article()
    wrong = seed_analysis().claims[5]
    with Library.open(library) as opened:
        entry = opened.enter(article)
        opened.keep(entry, seed_analysis())
        right = correction(article.text, wrong.content[0].text, speaker=person("Bo Ek"), before=wrong)
        opened.write(entry, Edit(None, right))
    file = tmp_path / "seed.txt"
    file.write_text(article.text, "utf-8")

    def told() -> str:
        assert run("read", "--plain", str(file), "--publisher", "Sputnik") == 0
        return capsys.readouterr().out

    philosopher = "Alain de Benoist, French political philosopher, told Sputnik"
    assert philosopher not in told(), "another model said so"
    assert "Bo Ek" in told()
    monkeypatch.setattr(analysis, "model", lambda: MODEL)
    assert philosopher in told() and "Bo Ek" in told()


def test_a_library_that_cannot_be_opened_keeps_nobody_from_reading(
    article: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.mkdir()
    assert run("read", "--plain", article) == 0
    captured = capsys.readouterr()
    assert "It rained" in captured.out and captured.err.count("\n") == 1


def test_another_language_is_told_and_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis, "analyze", analysis.check_language)
    file = tmp_path / "article.json"
    file.write_text('{"text": "Il pleut, a dit Anne.", "lang": "fr"}', "utf-8")
    assert run("read", "--plain", str(file)) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "This article is in French, and only English is analysed: "
        "give --language en to analyse it all the same.",
        "",
        "Il pleut, a dit Anne.",
    ]
