"""Golden files: the bytes are the contract. To accept new ones, run with SECONDHAND_WRITE_GOLDEN=1."""

import os
from pathlib import Path

import pytest

from secondhand.errors import OptionError
from secondhand.export.notebooks import describe, list_formats, render
from secondhand.export.what import What
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import UNSAFE
from tests.export.literals import ANALYSIS, ARTICLE, BARE
from tests.export.notebooks import NOTEBOOK, WORLD

GOLDEN = Path(__file__).parent / "golden"
OURS = (
    *("annotation", "bibtex", "corrections", "csl-json", "csv", "html", "hypothesis", "json", "jsonl"),
    *("markdown", "org", "readwise", "schema-org"),
)


def assert_golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("SECONDHAND_WRITE_GOLDEN"):
        file.write_bytes(text.encode())
    assert text == file.read_bytes().decode()


def test_these_are_the_formats() -> None:
    assert set(OURS) <= set(list_formats())


@pytest.mark.parametrize("form", OURS)
def test_highlights(form: str) -> None:
    assert_golden(f"{form}{describe(form).suffix}", render(form, [NOTEBOOK, WORLD]))


@pytest.mark.parametrize("form", ["annotation", "csv", "markdown", "org", "schema-org"])
def test_claims_of_an_article_in_which_nothing_was_marked(form: str) -> None:
    text = render(form, [Notebook(ARTICLE, ANALYSIS)], "claims")
    assert_golden(f"claims.{form}{describe(form).suffix}", text)


@pytest.mark.parametrize("what", ["highlights", "claims", "notes"])
@pytest.mark.parametrize("form", OURS)
def test_nothing_in_a_file_acts_on_a_terminal(form: str, what: What) -> None:
    text = render(form, [NOTEBOOK, WORLD], what)
    assert text.endswith("\n")
    assert not UNSAFE.search(text.replace("\n", ""))


@pytest.mark.parametrize("form", sorted({*OURS} - {"json", "jsonl", "html"}))
def test_nothing_to_export_is_told(form: str) -> None:
    with pytest.raises(OptionError, match=r"There is nothing to export: no (highlights|corrections)"):
        render(form, [Notebook(BARE)])


@pytest.mark.parametrize("form", ["json", "jsonl", "html"])
def test_an_article_nothing_is_known_of(form: str) -> None:
    assert "Nobody says a thing." in render(form, [Notebook(BARE)])
