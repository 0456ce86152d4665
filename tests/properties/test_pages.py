"""Markup around words changes none of them: links, emphasis, classes, ``<div>``s."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from secondhand.ingest.formats.html import from_html

PARAGRAPHS = (
    "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.",
    "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.",
    "“We saw it coming for years,” she said. “Nobody wanted to pay for new beams before the vote.”",
    "The builder, who has since left the town, denied that the beams were too thin for the roof.",
    "Pupils of the two schools will be driven to Holm, where the hall is open until nine at night.",
)
INLINE = ("<a href='https://a.example/1'>{}</a>", "<b>{}</b>", "<em>{}</em>", "<span class='x1'>{}</span>")
AROUND = ("<p>{}</p>", "<p class='k7 wide'>{}</p>", "<div class='w2'><p>{}</p></div>", "<p id='p'>{}</p>")


@st.composite
def marked_pages(draw: st.DrawFn) -> str:
    """A page of the paragraphs, one word run of each in some markup, each in some paragraph."""
    made = []
    for paragraph in PARAGRAPHS:
        words = paragraph.split(" ")
        first = draw(st.integers(0, len(words) - 2))
        last = draw(st.integers(first + 1, len(words) - 1))
        for mark in draw(st.lists(st.sampled_from(INLINE), max_size=2)):
            words[first:last] = [mark.format(" ".join(words[first:last]))]
            last = first + 1
        made.append(draw(st.sampled_from(AROUND)).format(" ".join(words)))
    return wrap("".join(made))


def wrap(body: str) -> str:
    head = "<title>Hall shut</title>"
    return f"<html><head>{head}</head><body><main><h1>Hall shut</h1><div>{body}</div></main></body></html>"


@given(marked_pages())
@settings(max_examples=60, deadline=None)
def test_markup_changes_no_word_and_no_paragraph(page: str) -> None:
    article = from_html(page, "x")
    assert tuple(article.text[p.start : p.end] for p in article.paragraphs) == PARAGRAPHS
    assert all(article.text[link.start : link.end].strip() for link in article.hyperlinks)


@given(st.sampled_from(["<p>{}</p>", "<p class='c'>{}</p>", "{}<br><br>", "<div>{}</div>", "<p>{}<br>"]))
@settings(deadline=None)
def test_all_ways_to_make_a_paragraph_make_the_same(make: str) -> None:
    article = from_html(wrap("".join(map(make.format, PARAGRAPHS))), "x")
    assert tuple(article.text[p.start : p.end] for p in article.paragraphs) == PARAGRAPHS
