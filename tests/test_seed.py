from __future__ import annotations

from pathlib import Path

import pytest

from secondhand import seed
from secondhand.cli import interpret
from secondhand.commands.library import LibraryOptions
from secondhand.ingest import read_article


def test_there_is_an_article_to_begin_with() -> None:
    article = read_article(str(seed.find_seed()), publisher=seed.PUBLISHER)
    assert len(article.paragraphs) == 7 and article.publisher == "Sputnik"


def test_the_one_in_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "seeds" / "macron-trump.txt"
    shipped.parent.mkdir()
    shipped.write_text("text")
    monkeypatch.setattr(seed, "__file__", str(tmp_path / "seed.py"))
    assert seed.find_seed() == shipped


def test_only_without_arguments_one_begins_with_it() -> None:
    assert interpret([])[1] == LibraryOptions(tour=True)
    assert interpret(["library"])[1] == LibraryOptions()


@pytest.mark.parametrize("given", [["--library", "x.db"], ["--library=x.db"]])
def test_which_library_alone_opens_it(given: list[str]) -> None:
    command, asked = interpret(given)
    assert command.name == "library" and asked == LibraryOptions(library=Path("x.db"), tour=True)
    assert interpret([*given, "a.txt"])[0].name == "read"
