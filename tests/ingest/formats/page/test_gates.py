"""A text that its page cuts off at a gate is told as cut; one that ends above a sign-up is not."""

from __future__ import annotations

import pytest

from secondhand.article import Article
from secondhand.ingest.formats.html import from_html

LEAD = "The hall in Varde was shut on Monday after an inspector found rust in its beams."
MORE = "Nobody was hurt, the caretaker told the council, and the pool will be dry until spring. "
WHOLE = "The builder, who has since left the town, denied that the beams were too thin for its roof."
BROKEN = "The builder, who has since left the town, denied that the beams were too thin and that the"
DOTS = "The builder, who has since left the town, denied that the beams were too thin…"
CREDIT = "Reporting by Ann Lee in Varde and Bo Dahl in Holm, writing by Cy Ness; editing by Di Orr"
MAIL = (
    "<div class='x7'><h3>Read on</h3><form action='/a'><input type='email'><button>Go</button></form></div>"
)
LOGIN = "<div class='x7'><h3>Read on</h3><p>From one krone.</p><a href='/login?to=1'>I have paid</a></div>"
WALL = "<div class='paywall'><h3>Read on</h3><p>From one krone.</p><a href='/buy'>Buy</a></div>"
COMMENTS = "<div class='comments'><h3>Talk</h3><a href='/login'>Enter</a> <a href='/register'>Join</a></div>"
HIDDEN = "<div style='display: none'><p>x7!k ppw2 lq.</p></div>"
FADE = "style='-webkit-mask-image: linear-gradient(#000, transparent)'"


def page(last: str, below: str, body: str = "", many: int = 12) -> Article:
    text = f"<p>{LEAD}</p><p>{MORE * many}</p><p>{last}</p>"
    story = f"<article><h1>Hall shut</h1><div {body}>{text}</div>{below}</article>"
    footer = "<footer><a href='/login'>Log in</a></footer>"
    return from_html(f"<html><head><title>Hall shut</title></head><body>{story}{footer}</body></html>", "x")


@pytest.mark.parametrize(
    ("last", "below", "body"),
    [
        pytest.param(BROKEN, MAIL, "", id="within a sentence, above a form"),
        pytest.param(BROKEN, LOGIN, "", id="within a sentence, above a way in"),
        pytest.param(DOTS, LOGIN, "", id="dots"),
        pytest.param(DOTS, WALL, "", id="dots above what is called a wall"),
        pytest.param(WHOLE, MAIL, FADE, id="fading by style"),
        pytest.param(WHOLE, MAIL, "class='story-text fade-out'", id="fading by name"),
        pytest.param(WHOLE, f"<div class='content-fade'></div>{MAIL}", "", id="under what fades it"),
        pytest.param(WHOLE, HIDDEN + LOGIN, "", id="the rest hidden"),
    ],
)
def test_a_text_that_is_cut_off_above_a_gate_is_told(last: str, below: str, body: str) -> None:
    article = page(last, below, body)
    assert article.incomplete
    assert "krone" not in article.text
    assert "Read on" not in article.text
    assert article.text.endswith(last)


@pytest.mark.parametrize(
    ("last", "below", "body"),
    [
        pytest.param(WHOLE, MAIL, "", id="a newsletter"),
        pytest.param(DOTS, MAIL, "", id="dots above a newsletter"),
        pytest.param(CREDIT, MAIL, "", id="a credit above a newsletter"),
        pytest.param(WHOLE, LOGIN, "class='fade-in'", id="a page that appears slowly"),
        pytest.param(BROKEN, "", "", id="no gate"),
        pytest.param(BROKEN, COMMENTS, "", id="comments"),
        pytest.param(WHOLE, WALL, "", id="a whole long text above an offer"),
        pytest.param(WHOLE, HIDDEN + MAIL, "", id="something hidden above a newsletter"),
        pytest.param(BROKEN, f"{MAIL}<div><p>{WHOLE}</p><p>{MORE * 9}</p></div>", "", id="text goes on"),
    ],
)
def test_a_text_that_ends_where_it_ends_is_not(last: str, below: str, body: str) -> None:
    assert not page(last, below, body).incomplete


def test_a_short_text_above_what_is_called_a_wall_is_but_its_beginning() -> None:
    assert page(WHOLE, WALL, many=1).incomplete
    assert not page(WHOLE, LOGIN, many=1).incomplete
