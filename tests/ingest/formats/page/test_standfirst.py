from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html

HEAD = "<title>Hall shut in Varde</title><meta name='author' content='Ann Lee'>"
TEXT = (
    "<p>The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.</p>"
    "<p>Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.</p>"
)
SHORT = "Two beams have rusted through, and nobody will say who is to pay"


def read_standfirst(top: str) -> str | None:
    body = f"<article><h1>Hall shut in Varde</h1>{top}<div class='text'>{TEXT}</div></article>"
    article = from_html(f"<html><head>{HEAD}</head><body>{body}</body></html>", "x")
    (first, *_) = article.paragraphs
    return article.text[first.start : first.end] if first.kind == "standfirst" else None


@pytest.mark.parametrize(
    "top",
    [
        f"<div>{SHORT}</div><div>Ann Lee</div>",
        f"<div>{SHORT}</div><p>By Ann Lee and Bo Dahl</p>",
        f"<div>{SHORT}</div><div>4 May 2023, 10:11</div>",
        f"<h2>{SHORT}</h2><div>Four minutes</div>",
        f"<div class='dek'>{SHORT}</div>",
    ],
)
def test_it_stands_between_the_headline_and_names_or_a_day(top: str) -> None:
    assert read_standfirst(top) == SHORT


@pytest.mark.parametrize(
    "top",
    [
        "",
        "<div>By Ann Lee and Bo Dahl of the Post in Varde</div><div>4 May 2023</div>",
        "<div>Four minutes</div><div>Ann Lee</div>",
        "<div class='excerpt'>4 March 2021 · Changed on 9 March 2021 by the desk · three minutes</div>",
        f"<div><a href='/a'>{SHORT}</a></div><div>Ann Lee</div>",
        f"<figure><img src='a'><figcaption>{SHORT}</figcaption></figure><div>Ann Lee</div>",
    ],
)
def test_bylines_labels_links_and_captions_are_none(top: str) -> None:
    assert read_standfirst(top) is None


def test_two_headings_below_the_headline_are_it() -> None:
    other = "The hall has been without a caretaker since May"
    body = f"<h1>Hall shut in Varde</h1><div><h2>{SHORT}</h2><h2>{other}</h2></div><div>{TEXT}</div>"
    article = from_html(f"<html><head>{HEAD}</head><body><article>{body}</article></body></html>", "x")
    read = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "standfirst"]
    assert read == [SHORT, other]


def test_what_is_called_so_above_the_headline_is_none() -> None:
    logo = "<h1>The Star</h1><div><p class='x subtitle'>Read what the rules of our house are</p></div>"
    body = f"{logo}<article><h2>Hall shut in Varde</h2><div class='text'>{TEXT}</div></article>"
    article = from_html(f"<html><head>{HEAD}</head><body>{body}</body></html>", "x")
    assert "rules" not in article.text
