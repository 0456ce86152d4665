"""What every format with a place for it tells of pages and chapters; others stay as they are."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from secondhand.article import Place
from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.notebooks import NOTEBOOK

_SECOND = NOTEBOOK.article.paragraphs[1].start


def paged(*names: str) -> Notebook:
    places = tuple(map(Place, (0, _SECOND), names))
    return replace(NOTEBOOK, article=replace(NOTEBOOK.article, places=places), corrections=())


PAGED = paged("page 2", "page 3")
BOOK = paged("First *part*", "The end")


def test_the_words_for_a_place() -> None:
    text = render("markdown", [PAGED])
    assert "page 2, paragraph 1, highlighted" in text
    assert "page 3, paragraph 2, highlighted" in text
    assert "page" not in text.partition("no longer in the article")[2]
    assert r"First \*part\*, paragraph 1" in render("markdown", [BOOK])
    assert ":PLACE: page 2, paragraph 1" in render("org", [PAGED])
    assert "<br>page 2" in render("html", [PAGED])


def test_the_pages_of_an_article_for_citation_managers() -> None:
    assert json.loads(render("csl-json", [PAGED]))[0]["locator"] == "2, 3"
    assert "locator" not in json.loads(render("csl-json", [BOOK]))[0]
    assert "  pages = {2, 3},\n" in render("bibtex", [PAGED])
    assert "pages =" not in render("bibtex", [BOOK])


def test_a_column_at_the_end_where_an_article_has_places() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", [BOOK]))))
    assert [row["place"] for row in rows] == ["First *part*", "The end", ""]
    assert list(rows[0])[-1] == "place"


@pytest.mark.parametrize(("notebook", "pages"), [(PAGED, ["page=2", "page=3"]), (BOOK, [])])
def test_a_page_points_into_the_document(notebook: Notebook, pages: list[str]) -> None:
    found = json.loads(render("annotation", [notebook]))["first"]["items"]
    targets = [
        t
        for node in found
        for t in (node["target"] if isinstance(node["target"], list) else [node["target"]])
    ]
    fragments = [s["value"] for t in targets for s in t["selector"] if s["type"] == "FragmentSelector"]
    assert list(dict.fromkeys(fragments)) == pages
