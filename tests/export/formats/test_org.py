from dataclasses import replace

import orgparse
import pytest

from secondhand.export.notebooks import render
from secondhand.export.org import BREAK
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


def test_a_note_is_kept_as_it_is_in_a_block() -> None:
    body = orgparse.loads(render("org", [NOTEBOOK])).children[0].children[0].body
    assert body.count("#+begin_example") == body.count("\n#+end_example") == 1
    assert "#+begin_src" not in body
    assert "\n,* no heading, </div> no ␛[31mend\n,#+end_src\n" in body


def test_links_in_properties_lead_nowhere_but_ours_are_whole() -> None:
    article = replace(ARTICLE, publisher="[[shell:ls]]", url="https://daily.example/a_b?c=[1]")
    root = orgparse.loads(render("org", [Notebook(article, None, (INNER,))]))
    assert root.children[0].get_property("PUBLISHER") == f"[{BREAK}[shell{BREAK}:ls]]"
    assert root.children[0].children[0].get_property("CREATED") == "[2026-11-24 Tue 09:30]"


@pytest.mark.parametrize("title", ["TODO buy :house:", "* :a:b:", "COMMENT [#A] x", ":END:", "#+TITLE: x"])
def test_a_title_is_only_a_title(title: str) -> None:
    root = orgparse.loads(render("org", [Notebook(replace(ARTICLE, title=title), None, (INNER,))]))
    (heading,) = root.children
    assert (heading.todo, heading.priority, heading.tags, heading.level) == (None, None, set(), 1)
    assert len(heading.children) == 1
