from __future__ import annotations

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.formats.html import from_html

WORDS = "<p>This page has moved. You will be taken to the new one.</p>"
TEASER = (
    "<div><h3><a href='/{0}'>News no. {0}</a></h3><p>What happened there, number {0} of that day.</p></div>"
)


@pytest.mark.parametrize(
    "head",
    [
        "<meta http-equiv=Refresh content='0; URL=https://a.example/'>",
        "<script>location.replace('https://a.example/')</script>",
        "<script>window.location = 'https://a.example/'</script>",
    ],
)
def test_a_page_that_leads_on_is_told(head: str) -> None:
    with pytest.raises(FormatError, match=r"^x only leads on to another page: open"):
        from_html(f"<html><head>{head}</head><body>{WORDS}</body></html>", "x")


@pytest.mark.parametrize(
    "head",
    ["<meta http-equiv=refresh content=300>", "<script>if (location == 'a') { location.hash }</script>", ""],
)
def test_a_page_that_loads_itself_anew_leads_nowhere(head: str) -> None:
    page = f"<html><head>{head}</head><body>{WORDS}<p>It rained, he said to us all.</p></body></html>"
    assert "It rained" in from_html(page, "x").text


@pytest.mark.parametrize("box", ["<div>", "<table><tr><td>", "<figure><img src='a'>"])
def test_a_text_in_too_many_boxes_is_told(box: str) -> None:
    with pytest.raises(FormatError, match=r"^x holds more than 250 boxes one in the other: save it"):
        from_html(f"<html><body>{box * 3000}{WORDS}<p>It rained, he said to us all.</p></body></html>", "x")


def test_a_text_in_many_boxes_is_read() -> None:
    page = f"<html><body>{'<table><tr><td>' * 60}{WORDS}<p>It rained, he said to us all.</p></body></html>"
    assert "It rained" in from_html(page, "x").text


def test_a_front_page_is_told() -> None:
    page = "<html><body><main>" + "".join(map(TEASER.format, range(8))) + "</main></body></html>"
    with pytest.raises(FormatError, match=r"^x is a front page that tells of other articles: open"):
        from_html(page, "x")


def test_what_a_page_says_while_it_loads_is_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>News no. {n}</a></li>" for n in range(30))
    below = "<p>July 24, 2014, edited by Ann Lee in Varde</p><p>Loading data ...</p>"
    with pytest.raises(FormatError, match="has no article in it"):
        from_html(f"<html><body><ul>{links}</ul>{below}</body></html>", "x")


LINE = (
    "<p><a href='/2026/08/24/varde/hall-no-{0}-shut-for-the-year'>Hall no. {0} is shut</a></p>"
    "<p>What happened there, number {0} of that day, and what is to become of its beams.</p>"
)
SITE = "<meta property='og:type' content='website'>"


def test_a_front_page_of_lines_without_headings_is_told() -> None:
    lines = "".join(map(LINE.format, range(5)))
    page = f"<html><head><title>The Star</title>{SITE}</head><body><div>{lines}</div></body></html>"
    with pytest.raises(FormatError, match="is a front page"):
        from_html(page, "x")


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("", LINE),
        (SITE + '<script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>', LINE),
        (SITE, LINE.replace("-year'", "-year#part-{0}'")),
        (SITE, LINE.replace("/2026/08/24/varde/hall-no-{0}-shut-for-the-year", "/halls")),
    ],
)
def test_an_article_that_tells_of_what_others_wrote_is_none(head: str, lines: str) -> None:
    text = "".join(map(lines.format, range(5)))
    body = f"<h1>Read today</h1><div>{text}</div>"
    page = f"<html><head><title>Read today</title>{head}</head><body>{body}</body></html>"
    assert len(from_html(page, "x").paragraphs) >= 5
