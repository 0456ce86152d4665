from __future__ import annotations

import pytest

from secondhand.article import Hyperlink, Paragraph
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute, is_web_address


def test_words_breaks_and_paragraphs() -> None:
    builder = TextBuilder()
    builder.words("\n  He\tsaid\xa0")
    builder.words("so")
    builder.words(" .")
    builder.line_break()
    builder.words(" And left. ")
    builder.end_paragraph()
    builder.end_paragraph()
    builder.words("She")
    text, paragraphs, links = builder.result()
    assert text == "He said so .\nAnd left.\n\nShe"
    assert paragraphs == (Paragraph(0, 22), Paragraph(24, 27))
    assert links == ()


def test_two_breaks_begin_a_paragraph() -> None:
    builder = TextBuilder()
    builder.words("One.")
    builder.line_break()
    builder.words("\n ")
    builder.line_break()
    builder.words("Two.")
    assert builder.result()[0] == "One.\n\nTwo."
    assert len(builder.result()[1]) == 2


def test_a_link_lies_on_its_words_only() -> None:
    builder = TextBuilder()
    builder.words("The ")
    mark = builder.mark()
    builder.words(" Post ")
    builder.link_since(mark, "https://post.example/a")
    builder.words("said.")
    text, _, links = builder.result()
    assert text == "The Post said."
    assert links == (Hyperlink(4, 8, "https://post.example/a"),)


@pytest.mark.parametrize(
    ("url", "is_one"),
    [("/news/a", True), ("b", True), ("?p=1", True), ("#top", False), ("mailto:a@b.example", False),
     ("javascript:x()", False), ("//h.example/a", False), ("", False), ("http://[", False), ("x\x1b", False)],
)  # fmt: skip
def test_of_a_relative_link_it_is_kept_that_there_is_one(url: str, is_one: bool) -> None:
    builder = TextBuilder()
    builder.words("The")
    mark = builder.mark()
    builder.words(" Post")
    builder.link_since(mark, url)
    builder.link_since(builder.mark(), url)
    assert builder.relative == ([(3, 8)] if is_one else [])
    assert builder.result()[2] == ()


def test_a_link_that_begins_a_paragraph() -> None:
    builder = TextBuilder()
    builder.words("One.")
    builder.end_paragraph()
    mark = builder.mark()
    builder.words("Two")
    builder.link_since(mark, "http://a.example")
    text, _, links = builder.result()
    assert [text[link.start : link.end] for link in links] == ["Two"]


def test_empty_links_and_invisible_characters_are_dropped() -> None:
    builder = TextBuilder()
    builder.words("co\u00adop\u200b")
    builder.link_since(builder.mark(), "http://a.example")
    mark = builder.mark()
    builder.words("  ")
    builder.link_since(mark, "http://a.example")
    assert builder.result() == ("coop", (Paragraph(0, 4),), ())


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("http://a.example/x", True),
        ("https://a.example", True),
        ("/x", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("http://[a", False),
        ("http://a.example/\x1b[2J", False),
        ("", False),
        (" http://a.example", False),
        ("http://a.example/a b", False),
        ("HTTP://a.example", True),
    ],
)
def test_web_addresses(url: str, is_one: bool) -> None:
    assert is_web_address(url) is is_one


@pytest.mark.parametrize(
    ("base", "target", "expected"),
    [
        ("https://a.example/n/a", "b", "https://a.example/n/b"),
        ("https://a.example/n/a", " /b\n", "https://a.example/b"),
        (None, "https://b.example", "https://b.example"),
        (None, "b", None),
        (None, "/b", None),
        (None, "", None),
        (None, "//b.example/c", "https://b.example/c"),
        ("https://a.example", "mailto:x@y.example", None),
        ("http://[", "b", None),
    ],
)
def test_absolute_addresses(base: str | None, target: str, expected: str | None) -> None:
    assert absolute(base, target) == expected
