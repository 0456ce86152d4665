from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.places import find_stories, sets_apart

PARTS = "<article id='1' class='e'><p>x</p></article><article id='2' class='e'></article><article></article>"


@pytest.mark.parametrize(
    ("body", "stories"),
    [
        pytest.param(f"<article id='0'>{PARTS}</article>", ["1", "2"], id="parts of one, of the same make"),
        pytest.param(f"<div>{PARTS}</div>", ["1"], id="several on a page"),
        pytest.param("<p>x</p><article></article>", ["b"], id="none"),
    ],
)
def test_an_article_in_parts_is_all_its_parts(body: str, stories: list[str]) -> None:
    tree = lxml.html.document_fromstring(f"<html><body id='b'>{body}</body></html>")
    assert sorted(one.get("id") for one in find_stories(tree.iter("p"))) == stories


@pytest.mark.parametrize(
    ("tag", "apart"),
    [
        ("<div role='alertdialog'>", True),
        ("<p class='seo-estimated-reading-time wrapper'>", True),
        ("<span class='ReadTime'>", True),
        ("<p class='reading-timeless'>", False),
        ("<div role='document'>", False),
    ],
)
def test_what_pages_set_apart(tag: str, apart: bool) -> None:
    assert sets_apart(lxml.html.fragment_fromstring(tag)) is apart
