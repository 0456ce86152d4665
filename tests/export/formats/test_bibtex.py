from dataclasses import replace

import bibtexparser
import pytest

from secondhand.export.formats.bibtex import escape_latex
from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE
from tests.export.notebooks import INNER, NOTEBOOK, WORLD


def entries(*notebooks: Notebook) -> list[dict[str, str]]:
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    return list(bibtexparser.loads(render("bibtex", notebooks), parser).entries)


def test_an_entry_an_article_with_what_was_highlighted() -> None:
    news, world = entries(NOTEBOOK, WORLD)
    assert (news["ENTRYTYPE"], news["ID"], news["author"]) == ("online", "ek2025rates", "Ek, Bo")
    assert (news["date"], news["urldate"]) == ("2025-02-27", "2026-11-25")
    assert news["url"] == "https://daily.example/1"
    assert "“Rates may rise,” … “But not [bold]soon[/bold].”\n— Ann Lee" in news["annotation"]
    assert world["ID"] == "article"


def test_no_key_stands_twice() -> None:
    assert [entry["ID"] for entry in entries(NOTEBOOK, NOTEBOOK)] == ["ek2025rates", "ek2025rates-2"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("50 % of $5 & #1_a", r"50 \% of \$5 \& \#1\_a"),
        ("}, evil = {x", r"\textbraceright{}, evil = \textbraceleft{}x"),
        (
            r"\input{x} ~^",
            r"\textbackslash{}input\textbraceleft{}x\textbraceright{} \textasciitilde{}\textasciicircum{}",
        ),
    ],
)
def test_whatever_an_article_holds_is_only_text(text: str, shown: str) -> None:
    assert escape_latex(text) == shown


def test_a_title_cannot_end_its_field() -> None:
    hostile = replace(ARTICLE, title="x}}, note = {y}\n@online{z, {", authors=("A and B", "C, D"))
    (entry,) = entries(Notebook(hostile, None, (INNER,)))
    assert "note" not in entry
    assert entry["title"].startswith(r"{x\textbraceright{}\textbraceright{}, note =")
