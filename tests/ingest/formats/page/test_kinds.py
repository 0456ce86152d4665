from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html

FIRST = "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams."
LAST = "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring."


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        ("<p>{}</p>", None),
        ("<ul><li>{}</li></ul>", "list item"),
        ("<ol><li><p>{}</p></li></ol>", "list item"),
        ("<blockquote><p>{}</p></blockquote>", "quotation"),
        ("<blockquote class='twitter-tweet'><p>{}</p></blockquote>", "post"),
        ("<h2>{}</h2>", "heading"),
    ],
)
def test_paragraphs_carry_what_their_page_shows_them_as(made: str, kind: str | None) -> None:
    told = "“We saw it coming for years,” she said to those who asked."
    body = f"<article><p>{FIRST}</p>{made.format(told)}<p>{LAST}</p></article>"
    page = f"<html><head><title>Hall shut</title></head><body>{body}</body></html>"
    article = from_html(page, "x")
    assert [p.kind for p in article.paragraphs] == [None, kind, None]
    assert article.text[article.paragraphs[1].start : article.paragraphs[1].end] == told


def test_the_standfirst_is_told_apart() -> None:
    told = "Swimmers of Varde have to go to Holm until spring."
    head = f"<meta name='description' content='{told}'>"
    body = f"<h1>Hall shut</h1><p class='k7'>{told}</p><div><p>{FIRST}</p><p>{LAST}</p></div>"
    article = from_html(f"<html><head>{head}</head><body><article>{body}</article></body></html>", "x")
    assert [p.kind for p in article.paragraphs] == ["standfirst", None, None]


def test_posts_between_paragraphs_are_read_and_those_of_other_stories_are_not() -> None:
    post = "<blockquote class='twitter-tweet'><p>The {} is late.</p>— G. Storey (@gs)</blockquote>"
    post = f"<figure>{post}</figure>"
    body = f"<article><p>{FIRST}</p>{post.format('hall')}<p>{LAST}</p></article>"
    other = f"<article class='next'>{post.format('bus')}</article>"
    article = from_html(f"<html><head><title>Hall shut</title></head><body>{body}{other}</body></html>", "x")
    assert [(article.text[p.start : p.end], p.kind) for p in article.paragraphs] == [
        (FIRST, None),
        ("The hall is late.", "post"),
        ("— G. Storey (@gs)", "post"),
        (LAST, None),
    ]


def test_times_that_lead_to_their_part_of_the_page_are_times_of_the_text() -> None:
    parts = "".join(
        f"<div class='part'><a href='#p{n}'><time>1{n}.00 BST</time></a><p>{FIRST} It is {n}.</p></div>"
        for n in range(4)
    )
    article = from_html(
        f"<html><head><title>Hall</title></head><body><article>{parts}</article></body></html>", "x"
    )
    assert [p.kind for p in article.paragraphs] == ["time", None] * 4
