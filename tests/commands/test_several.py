"""Sources that hold several articles, and articles that are not in English."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from secondhand import analysis, cli
from secondhand.arguments.shared import Metadata, open_articles
from secondhand.article import Article
from secondhand.claim import Analysis, ModelInfo
from secondhand.commands.read import _others
from tests.ingest.test_language import ENGLISH, GERMAN


@pytest.fixture(autouse=True)
def nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyses(articles: Iterable[Article]) -> Iterator[Analysis]:
        for article in articles:
            analysis.check_language(article)
            yield Analysis((), (), ModelInfo("none", "0"))

    monkeypatch.setattr(analysis, "analyze_many", analyses)


def saved(folder: Path, *texts: str) -> str:
    (folder / "all.jsonl").write_text(
        "\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8"
    )
    return str(folder / "all.jsonl")


def ran(*given: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        cli.main(given)
    return ended.value.code


def test_analyze_takes_all_and_tells_of_those_it_cannot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(tmp_path, ENGLISH, "", GERMAN, "It rained.")
    assert ran("analyze", file) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["article"]["text"] for line in out.splitlines()] == [ENGLISH, "It rained."]
    assert "line 2 has no text" in err
    assert f"Article 3 of {file} is in German, and only English is analysed" in err


def test_what_is_said_to_be_english_is_analysed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("analyze", saved(tmp_path, GERMAN), "--language", "en") == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == GERMAN


def test_the_reader_tells_how_to_open_the_others(tmp_path: Path) -> None:
    bundle = open_articles(saved(tmp_path, ENGLISH, GERMAN), Metadata())
    assert _others(bundle) == (
        f"{bundle.name} holds 2 articles, and this is the first: --nth 2 opens the second."
    )
    assert _others(open_articles(saved(tmp_path, ENGLISH), Metadata())) is None


@pytest.mark.parametrize(
    ("number", "said"), [("3", "holds 2 articles: there is no number 3"), ("0", "is no number")]
)
def test_there_are_only_as_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str, said: str
) -> None:
    assert ran("read", "--plain", "--nth", number, saved(tmp_path, ENGLISH, GERMAN)) == 2
    assert said in capsys.readouterr().err


def test_another_language_is_read_without_analysis(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran("read", "--plain", "--nth", "2", saved(tmp_path, ENGLISH, GERMAN)) == 0
    out = capsys.readouterr().out
    assert "Der Hafen von Caldera wurde am Dienstag geschlossen" in out
    assert "is in German" in out
