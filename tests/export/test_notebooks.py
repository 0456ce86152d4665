"""Formats are found by their names; a third party adds one through an entry point, as we do."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondhand.errors import OptionError
from secondhand.export import notebooks
from secondhand.export.form import Options, Traits
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE, BARE
from tests.export.notebooks import NOTEBOOK, WHOLE


def shouted(found: Sequence[Notebook], options: Options) -> str:
    return f"{len(found)} {options.what}!\n"


@pytest.fixture
def third_party(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a package with a format that works and one that does not."""
    monkeypatch.setitem(sys.modules, "shouting", SimpleNamespace(SUFFIX=".txt", render=shouted))
    theirs = [("shout", "shouting"), ("broken", "no_such_module_anywhere")]
    points = [metadata.EntryPoint(name, value, notebooks.GROUP) for name, value in theirs]
    monkeypatch.setattr(metadata, "entry_points", lambda group: points)
    notebooks._find_formats.cache_clear()
    yield
    notebooks._find_formats.cache_clear()


@pytest.mark.usefixtures("third_party")
def test_a_third_partys_format_is_one_like_ours() -> None:
    assert notebooks.list_formats() == ("broken", "shout")
    assert notebooks.describe("shout") == Traits(".txt")
    assert notebooks.render("shout", [NOTEBOOK], "notes") == "1 notes!\n"


@pytest.mark.usefixtures("third_party")
def test_a_third_partys_format_says_of_itself_what_ours_say(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"ABOUT": "all in capitals", "HOLDS_ALL": True, "NEEDS_CLAIMS": True}
    for name, value in told.items():
        monkeypatch.setattr(sys.modules["shouting"], name, value, raising=False)
    assert notebooks.describe("shout") == Traits(".txt", "all in capitals", holds_all=True, needs_claims=True)
    assert notebooks.render("shout", [Notebook(BARE)]) == "1 highlights!\n"


@pytest.mark.usefixtures("third_party")
def test_a_third_partys_format_may_go_by_a_template(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (file := tmp_path / "mine").write_text("mine", encoding="utf-8")
    with pytest.raises(OptionError, match="--format shout takes no --template"):
        notebooks.render("shout", [NOTEBOOK], template=file)
    monkeypatch.setattr(sys.modules["shouting"], "TAKES_TEMPLATE", True, raising=False)
    monkeypatch.setattr(sys.modules["shouting"], "render", lambda found, options: f"{options.template}\n")
    assert notebooks.render("shout", [NOTEBOOK], template=file) == "mine\n"


@pytest.mark.usefixtures("third_party")
@pytest.mark.parametrize("lacking", ["SUFFIX", "render"])
def test_one_that_lacks_something_gets_one_line(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sys.modules["shouting"], lacking)
    with pytest.raises(OptionError, match=r"The format 'shout' is none: it lacks SUFFIX or render\."):
        notebooks.render("shout", [NOTEBOOK])


@pytest.mark.parametrize("form", notebooks.list_formats())
def test_ours_say_what_they_are(form: str) -> None:
    traits = notebooks.describe(form)
    assert traits.about != Traits("").about
    assert traits.holds_all is (form in {"json", "jsonl", "html", "corrections"})
    assert traits.needs_claims is (form == "html")
    assert traits.takes_template is (form == "markdown")


@pytest.mark.usefixtures("third_party")
def test_one_that_cannot_be_loaded_gets_one_line() -> None:
    with pytest.raises(
        OptionError, match="The format 'broken' cannot be loaded from no_such_module_anywhere"
    ):
        notebooks.render("broken", [NOTEBOOK])


@pytest.mark.usefixtures("third_party")
def test_one_that_fails_gets_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["shouting"], "render", lambda found, options: 1 / 0)
    with pytest.raises(OptionError, match="The format 'shout' failed: division by zero"):
        notebooks.render("shout", [NOTEBOOK])


def test_a_format_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(OptionError, match=r"There is no format 'pdf'. Choose one of: annotation, bibtex, "):
        notebooks.render("pdf", [NOTEBOOK])


@pytest.mark.parametrize("form", notebooks.list_formats())
def test_half_a_character_that_was_kept_keeps_nothing_from_being_written(form: str) -> None:
    half = "\ud800"
    article = replace(ARTICLE, title=half, publisher=half, authors=(half,), text=ARTICLE.text + half)
    mark = replace(WHOLE, note=f"a {half} note", tags=(f"t{half}g",))
    made = replace(NOTEBOOK, article=article, highlights=(mark,))
    notebooks.render(form, [made]).encode()
    told = notebooks.render(form, [made], "claims")
    assert "\\ud8" not in told and "\\uD8" not in told


@pytest.mark.usefixtures("third_party")
def test_nor_in_a_third_partys_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["shouting"], "render", lambda found, options: "a\udfff\n")
    assert notebooks.render("shout", [NOTEBOOK]) == "a\ufffd\n"
