from dataclasses import replace

import orgparse
import pytest

from secondhand.export.formats.org import escaped
from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE
from tests.export.notebooks import INNER, NOTEBOOK, WORLD


def test_a_heading_an_article_and_one_a_highlight() -> None:
    root = orgparse.loads(render("org", [NOTEBOOK, WORLD]))
    assert [len(article.children) for article in root.children] == [3, 2]
    first = root.children[0].children[0]
    assert first.tags == {"money", "to_check", "a_b_c"}
    assert first.get_property("ID") == "00000000-0000-4000-8000-000000000001"
    assert first.get_property("SPEAKER") == "Ann Lee"
    assert first.get_property("CHAIN") == "Daily News → Radio One → Ann Lee"
    assert first.get_property("CREATED") == "[2026-11-24 Tue 09:30]"
    assert root.children[0].get_property("URL") == "https://daily.example/1"


def test_an_article_with_nothing_to_list_has_no_heading() -> None:
    bare = Notebook(replace(ARTICLE, title="Nothing marked"))
    assert render("org", [bare, NOTEBOOK]) == render("org", [NOTEBOOK])


def test_a_note_is_kept_as_it_is_in_a_source_block() -> None:
    body = orgparse.loads(render("org", [NOTEBOOK])).children[0].children[0].body
    assert body.count("#+begin_src markdown") == body.count("\n#+end_src") == 1
    assert "\n,* no heading, </div> no ␛[31mend\n,#+end_src\n" in body


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("* no heading", r"\ast{} no heading"),
        ("#+end_quote", r"\num{}+end\under{}quote"),
        ("| no | table", r"\vert{} no | table"),
        ("a *bold* and /slanted/ =word=", r"a \ast{}bold* and \slash{}slanted/ \equal{}word="),
        ("[[no link]] <2025-01-01>", r"\lbrack{}\lbrack{}no link\rbrack{}\rbrack{} \lt{}2025-01-01\gt{}"),
        ("3 * 4 = 12, and/or, 1-2", "3 * 4 = 12, and/or, 1-2"),
        ("sub_script \\alpha", r"sub\under{}script \bsol{}alpha"),
    ],
)
def test_whatever_an_article_holds_is_only_text(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize("title", ["TODO buy :house:", "* :a:b:", "COMMENT [#A] x", ":END:", "#+TITLE: x"])
def test_a_title_is_only_a_title(title: str) -> None:
    root = orgparse.loads(render("org", [Notebook(replace(ARTICLE, title=title), None, (INNER,))]))
    (heading,) = root.children
    assert (heading.todo, heading.priority, heading.tags, heading.level) == (None, None, set(), 1)
    assert len(heading.children) == 1
