"""The tree of a page, as browsers make it."""

from __future__ import annotations

import pytest

from secondhand.ingest.formats.markup import html_tree


@pytest.mark.parametrize("tag", ["article", "main", "section", "div", "custom-story"])
def test_a_page_without_tags_of_head_and_body_has_both(tag: str) -> None:
    tree = html_tree(f"<title>Rain</title><meta name=a><{tag}><p>It rains.</p></{tag}><p>It stops.</p>")

    assert [child.tag for child in tree.find("head")] == ["title", "meta"]
    assert [child.tag for child in tree.find("body")] == [tag, "p"]
    assert [p.text for p in tree.iter("p")] == ["It rains.", "It stops."]


def test_what_belongs_into_a_head_stays_there_up_to_the_first_that_does_not() -> None:
    tree = html_tree("<link rel=a><article>It rains.</article><style>p {}</style>")

    assert [child.tag for child in tree.find("head")] == ["link"]
    assert [child.tag for child in tree.find("body")] == ["article", "style"]


def test_a_page_with_its_tags_is_left_as_it_is() -> None:
    tree = html_tree("<html><head><title>Rain</title></head><body><main>It rains.</main></body></html>")

    assert [child.tag for child in tree] == ["head", "body"]
    assert [child.tag for child in tree.find("body")] == ["main"]
