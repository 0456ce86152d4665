from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.blocks import read_blocks
from secondhand.ingest.formats.page.preparing import find_base, prepare_page


def read_lines(body: str) -> list[str]:
    tree = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")
    prepare_page(tree)
    return [block.words for block in read_blocks(tree.find("body"))]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>Rust.<a href='#fn1'>1</a></p>", ["Rust."]),
        ("<p>Rust<a href='#footnote-1'>[2]</a>, he said.</p>", ["Rust, he said."]),
        ("<p>Rust.<sup><a href='#n'>3</a></sup></p>", ["Rust."]),
        ("<p>See <a href='#part'>4</a> of the report.</p>", ["See 4 of the report."]),
        ("<p>Rust in<a href='/2'>5</a></p>", ["Rust in5"]),
    ],
)
def test_numbers_of_footnotes_are_no_words(body: str, lines: list[str]) -> None:
    assert read_lines(body) == lines


EDIT = "<a href='/w/index.php?title=X&amp;action=edit&amp;section=1'>{}</a>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<h2>Rust<span class='mw-editsection'><i>[</i>{EDIT.format('edit')}<i>]</i></span></h2>", ["Rust"]),
        (f"<h2><span class='editsection'>[{EDIT.format('Bearbeiten')}]</span> Rust</h2>", ["Rust"]),
        (f"<div><h2>Rust</h2><span class='mw-editsection'>{EDIT.format('edit')}</span></div>", ["Rust"]),
        (f"<h2>Rust [{EDIT.format('modifier')}]</h2>", ["Rust"]),
        (f"<p>You may {EDIT.format('edit it')} yourself.</p>", ["You may edit it yourself."]),
        ("<p>Of <a href='/w?title=Y&amp;action=edit&amp;redlink=1'>Holm</a> [sic].</p>", ["Of Holm [sic]."]),
    ],
)
def test_what_changes_a_section_of_a_wiki_is_no_word(body: str, lines: list[str]) -> None:
    assert read_lines(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<div><time>10:12</time><span>Ann Lee</span></div>", ["10:12", "Ann Lee"]),
        ("<div><time>10:12</time> by <span>Ann Lee</span></div>", ["10:12 by Ann Lee"]),
        ("<p>At <time>10:12</time><b> sharp</b></p>", ["At 10:12 sharp"]),
    ],
)
def test_a_time_beside_a_name_is_a_line_of_its_own(body: str, lines: list[str]) -> None:
    assert read_lines(body) == lines


def test_what_a_link_says_only_aloud_is_no_word_but_a_first_letter_drawn_large_is_one() -> None:
    aloud = "<p>The <a href='/1'>North Wind<span class='sr-only'>, opens new tab</span></a> sank.</p>"
    large = "<p><span aria-hidden='true'>T</span><span class='sr-only'>The</span> wind rose.</p>"
    assert read_lines(aloud + large) == ["The North Wind sank.", "The wind rose."]


@pytest.mark.parametrize(
    ("told", "base"),
    [("", "http://a.example/x/1"), ("<base href='/y/'>", "http://a.example/y/"), ("<base href='//'>", None)],
)
def test_links_start_at_what_the_page_says_or_at_its_address(told: str, base: str | None) -> None:
    tree = lxml.html.document_fromstring(f"<html><head>{told}</head><body>x</body></html>")
    assert find_base(tree, "http://a.example/x/1") == (base or "http://a.example/x/1")
