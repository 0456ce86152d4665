from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.blocks import Block, read_blocks, read_marks, strip_private
from secondhand.ingest.formats.textbuilder import TextBuilder


def blocks(body: str) -> list[Block]:
    return read_blocks(lxml.html.document_fromstring(f"<html><body>{body}</body></html>").find("body"))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>One <b>two</b> three.</p><p>Four.</p>", ["One two three.", "Four."]),
        ("<div>One<p>Two</p>three</div>", ["One", "Two", "three"]),
        ("One<br>two<br><br>three", ["One two", "three"]),
        ("One<br> <br>two", ["One", "two"]),
        ("<br>One", ["One"]),
        ("<p>One <script>x</script>two</p>", ["One two"]),
        ("<p>One</p><button>No</button><p>two</p>", ["One", "two"]),
        ("<p>One <video>x</video>two</p>", ["One", "two"]),
        ("<p>One <a href='/'><meta content='x'>two</a> <link rel='x'>three</p>", ["One two three"]),
        ("<p>One <a-company id='1'>two</a-company> <org>three</org></p>", ["One two three"]),
        ("<h2>One<o:p></o:p> two</h2>", ["One two"]),
        ("<div><x-head>One</x-head><x-text>two</x-text></div>", ["One", "two"]),
        ("<p>One <x-box><div>two</div></x-box> three</p>", ["One", "two", "three"]),
        ("<ul><li>One</li><li><span>Two</span></li></ul>", ["One", "Two"]),
        ("", []),
    ],
)
def test_borders(body: str, words: list[str]) -> None:
    found = blocks(body)
    assert [block.words for block in found] == words
    assert [block.number for block in found] == list(range(len(words)))


def test_links_are_told_by_their_share_and_kept_with_their_words() -> None:
    (block,) = blocks("<p>He <a href='http://a.example/'>told</a> me <a href='/2'>twice</a>.</p>")
    assert block.linked == pytest.approx(9 / 14)
    builder = TextBuilder()
    block.write(builder, "http://b.example/1")
    text, _, links = builder.result()
    found = [(text[link.start : link.end], link.url) for link in links]
    assert found == [("told", "http://a.example/"), ("twice", "http://b.example/2")]


def test_a_link_without_an_address_is_still_one() -> None:
    (block,) = blocks("<p><a>More</a></p>")
    assert block.linked == 1.0


def test_marks_tell_which_blocks_stand_in_words_and_no_page_forges_one() -> None:
    tree = lxml.html.document_fromstring("<html><body><p>\U000f0005One</p><p>Two</p></body></html>")
    strip_private(tree)
    read_blocks(tree.find("body"))
    paragraphs = [p.text_content() for p in tree.iter("p")]
    assert read_marks(paragraphs) == {0, 1}
    assert read_marks(paragraphs[1:]) == {1}


def test_a_line_of_the_source_is_none_of_the_page() -> None:
    (block,) = blocks("<p>One <b>two</b>\n<i>three</i>\n<b></b>\n<i>four</i><br>five\n  six</p>")
    assert block.lines == ["One two three four", "five six"]
    builder = TextBuilder()
    block.write(builder, None)
    assert builder.result()[0] == "One two three four\nfive six"
