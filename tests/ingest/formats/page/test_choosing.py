from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html
from secondhand.ingest.formats.page.places import is_alike

FIRST = "<p>The council of Varde shut its swimming hall on Monday, and nobody knows for how long.</p>"
MORE = (
    "<p>“We saw it coming for years,” she said. “Nobody wanted to pay for new beams before the vote.”</p>"
    "<p>Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.</p>"
    "<p>Pupils of the two schools will be driven to Holm, where the hall is open until nine at night.</p>"
)


def count_paragraphs(first: str, more: str = "wrap Rich") -> int:
    parts = (f"<section class='part'><div class='{name}'>{{}}</div></section>" for name in (first, more))
    body = "".join(part.format(text) for part, text in zip(parts, (FIRST, MORE), strict=True))
    head = "<title>Hall shut</title>"
    page = f"<html><head>{head}</head><body><h1>Hall shut</h1><main>{body}</main></body></html>"
    return len(from_html(page, "x").paragraphs)


@pytest.mark.parametrize("first", ["wrap Rich", "wrap Rich Rich--links", "Rich wrap"])
def test_the_beginning_is_read_that_stands_in_a_box_of_the_same_make(first: str) -> None:
    assert count_paragraphs(first) == 4


@pytest.mark.parametrize("wrap", ["<section class='k'><div>{}</div></section>", "<div><div>{}</div></div>"])
@pytest.mark.parametrize("linked", [14, 15])
def test_a_paragraph_in_a_box_of_its_own_is_read_though_most_of_it_is_a_link(wrap: str, linked: int) -> None:
    text = "The builder, who has since left the town, denied that the beams were too thin for the roof."
    words = text.split(" ")
    last = f"<p><a href='https://a.example/1'>{' '.join(words[:linked])}</a> {' '.join(words[linked:])}</p>"
    page = f"<body><main><h1>Hall shut</h1><div>{FIRST}{MORE}{wrap.format(last)}</div></main></body>"
    article = from_html(f"<html><head><title>Hall shut</title></head>{page}</html>", "x")
    assert [article.text[p.start : p.end] for p in article.paragraphs][4:] == [text]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("a b", "b a", True), ("a b", "a b c", True), ("a", "a", True), ("a", "a b", False), ("", "", False)],
)
def test_boxes_are_alike_that_share_their_classes(one: str, other: str, alike: bool) -> None:
    assert is_alike(frozenset(one.split()), frozenset(other.split())) is alike


def read_paragraphs(body: str) -> list[str]:
    article = from_html(f"<html><head><title>Hall shut</title></head><body>{body}</body></html>", "x")
    return [article.text[p.start : p.end] for p in article.paragraphs]


ENTRY = (
    "<article class='{0}' id='e{1}'><a href='#e{1}'><span>{1} h ago</span><span>1{1}:40 pm</span></a>"
    "<h2>Report no. {1}</h2><div class='entry-text'><p>{2}</p></div></article>"
)
SAID = (
    "Two hundred soldiers have come with sandbags.",
    "The water board says the level has dropped by four centimetres since noon. It had hoped for forty.",
    "Police are going from door to door in the valley, and sirens can be heard as far as Holm.",
)


def test_each_part_of_a_live_blog_is_read_with_its_time_and_not_its_table_of_contents() -> None:
    items = "".join(f"<li>1{n}:40 pm <a href='#e{n}'>Report no. {n}</a></li>" for n in range(3))
    entries = "".join(ENTRY.format("entry", n, said) for n, said in enumerate(SAID))
    live = f"<article><h1>Hall shut</h1>{FIRST}<div><ul>{items}</ul><div>{entries}</div></div></article>"
    parts = [(f"1{n}:40 pm", f"Report no. {n}", said) for n, said in enumerate(SAID)]
    assert read_paragraphs(live)[1:] == [words for part in parts for words in part]


def test_letters_are_an_article_though_each_ends_with_a_name() -> None:
    letters = "".join(f"<p>{said}<br><b>Ann Lee</b><br>Holm</p>" for said in SAID)
    assert len(read_paragraphs(f"<article><h1>Letters</h1>{letters}</article>")) == 3


def test_the_heading_of_a_part_is_read_above_that_of_its_first_part() -> None:
    parts = f"<h2>Beams</h2><h3>Rust</h3>{MORE}<h2>Roof</h2><h3>Tar</h3><p>It has leaked for years.</p>"
    page = f"<body><main><h1>Hall shut</h1><div>{FIRST}{parts}</div></main></body>"
    article = from_html(f"<html><head><title>Hall shut</title></head>{page}</html>", "x")
    read = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "heading"]
    assert read == ["Beams", "Rust", "Roof", "Tar"]
