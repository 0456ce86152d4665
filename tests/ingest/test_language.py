from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondhand.article import Article
from secondhand.errors import LanguageError
from secondhand.ingest import read_article
from secondhand.ingest.language import add_language, is_english, name_of

ROOT = Path(__file__).parents[2]
GERMAN = (
    "Der Hafen von Caldera wurde am Dienstag geschlossen, sagte die Direktorin. „Niemand weiß, wie lange der "
    "Sturm noch dauert“, fügte sie hinzu, und die Fähren blieben alle im Hafen, bis der Wind nachließ."
)
ENGLISH = (
    "The port of Caldera was closed on Tuesday, its director said. “Nobody knows how long it will last,” "
    "she added, and all of the ferries stayed in the harbour until the wind went down at last, on Friday."
)


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        (ENGLISH, None, None),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "de", "en"),
        (GERMAN, None, "de"),
        (GERMAN, "en", "de"),
        (GERMAN, "de-AT", "de-AT"),
        ("港は火曜日に閉鎖されたと局長は述べた。嵐がいつまで続くかは誰にも分からない。" * 5, None, "ja"),
        ("Der Hafen.", None, None),
        ("Der Hafen. " * 18 + "Diese.", None, None),
        ("Der Hafen. " * 18 + "Dieser.", None, "de"),
        ("Nobody knew. " * 20 + "It was the end of it. " * 8, None, None),
        ("", None, None),
    ],
)
def test_what_a_text_is_in_wins_over_what_it_says(text: str, told: str | None, language: str | None) -> None:
    assert add_language(Article(text, (), language=told)).language == language


def test_no_article_of_ours_is_taken_for_another_language() -> None:
    files = (ROOT / "tests/gold").glob("*.jsonl")
    lines = (line for file in files for line in file.read_text("utf-8").split("\n"))
    gold = (json.loads(line)["text"] for line in lines if line)
    texts = [*gold, *(read_article(str(path)).text for path in (ROOT / "seeds").iterdir())]
    assert len(texts) > 100
    assert [text for text in texts if add_language(Article(text, ())).language is not None] == []


def test_codes_have_names() -> None:
    assert [is_english(code) for code in ("en", "EN_us", "english", "eng", "enm", "de")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]
    assert [name_of(code) for code in ("de", "pt-BR", "xx")] == ["German", "Portuguese", "another language"]


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    from secondhand.analysis import check_language

    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    article = read_article(str(tmp_path / "a.txt"))
    with pytest.raises(LanguageError, match=r"^It is in German, and only English .* --language en"):
        check_language(article, "It")
    check_language(read_article(str(tmp_path / "a.txt"), language="en"))
