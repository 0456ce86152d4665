from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats.html import from_html

SEED = Path(__file__).parents[3] / "seeds" / "linked-sources.html"
SHORT = "<html><body><p>One short.</p><p>Two short.</p><p>Three short.</p></body></html>"


def blocks(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def links(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.url) for link in article.hyperlinks]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"


def test_the_seed_page() -> None:
    article = from_html(SEED.read_text(encoding="utf-8"), "seed")
    assert article.title == "Port authority knew of crane faults, inspectors say"
    assert article.publisher == "Harrow Bay Courier"
    assert article.authors == ("Imelda Farrow",)
    assert article.date == date(2024, 10, 17)
    assert len(article.paragraphs) == 9
    assert "Subscribe" not in article.text
    assert "Comments" not in article.text
    home = "https://www.harrowbaycourier.example"
    assert links(article) == [
        ("inspection records", "https://records.harrowbay.example/inspections/2024/crane-4"),
        ("Maritime Safety Office", "https://www.maritimesafety.example/office"),
        ("a statement", f"{home}/documents/anstey-statement.html"),
        ("told Channel Nine", "https://channel9.example/interviews/crane-operator"),
        ("Evening Ledger reported", "https://www.eveningledger.example/business/port-insurers"),
        ("her public page", "https://social.example/@odilebrandt/1130"),
        ("too early to speak of blame", f"{home}/news/2024/10/15/port-inquiry"),
    ]


def test_three_short_paragraphs_are_an_article() -> None:
    article = from_html(SHORT, "x")
    assert article.text == "One short.\n\nTwo short.\n\nThree short."
    assert blocks(article) == ["One short.", "Two short.", "Three short."]


@pytest.mark.parametrize("frame", ["<article>%s</article>", "<main><h1>Rain</h1>%s</main>", "<div>%s</div>"])
def test_a_short_article_keeps_its_links_and_leaves_the_menu_out(frame: str) -> None:
    story = "<p>He <a href='http://a.example/c'>said</a> so.</p><p>She did not, he said.</p><p>It rained.</p>"
    menu = "<header><nav><a href='/'>Home</a><a href='/n'>News</a></nav></header>"
    foot = "<footer><p>Copyright us. <a href='/t'>Terms</a></p></footer>"
    article = from_html(f"<html><body>{menu}{frame % story}{foot}</body></html>", "x")
    assert article.text.removeprefix("Rain\n\n") == "He said so.\n\nShe did not, he said.\n\nIt rained."
    assert links(article) == [("said", "http://a.example/c")]


def test_entities_nested_tags_and_scripts() -> None:
    body = (
        "<p>&ldquo;Tom &amp; Jo&rdquo; <b>said <i>th<a href='http://a.example/1'>e w</a>ord</i></b>.</p>"
        "<script>alert('evil')</script><p>It was <span>a fine</span> word, they told us all.</p>"
    )
    article = from_html(page(body), "x")
    assert blocks(article) == ["“Tom & Jo” said the word.", "It was a fine word, they told us all."]
    assert links(article) == [("e w", "http://a.example/1")]


def test_breaks_blockquotes_headings_and_lists() -> None:
    body = (
        "<h2>What he said</h2><p>First line,<br>second line of it.<br><br>A new paragraph of words.</p>"
        "<blockquote>Quoted at some length.</blockquote><ul><li>Item one is here.</li>"
        "<li>Item two is too.</li></ul>"
    )
    assert blocks(from_html(page(body, "<title>Rain</title>"), "x")) == [
        "What he said",
        "First line,\nsecond line of it.",
        "A new paragraph of words.",
        "Quoted at some length.",
        "Item one is here.",
        "Item two is too.",
    ]


def test_inline_quotes_get_their_marks() -> None:
    body = "<p>He said <q>we won</q> to them.</p><p>She said <q>“we lost”</q> to all of us here.</p>"
    assert blocks(from_html(page(body), "x")) == [
        "He said “we won” to them.",
        "She said “we lost” to all of us here.",
    ]


def test_relative_links_need_an_address() -> None:
    body = (
        "<p>The paper <a href='b?x=1'>said so</a> and <a href='javascript:x()'>more</a>, as told before.</p>"
    )
    saved = from_html(page(body), "x")
    assert links(saved) == []
    assert [saved.text[start:end].strip() for start, end in saved.relative] == ["said so"]
    known = from_html(page(body), "x", "https://h.example/n/a")
    assert links(known) == [("said so", "https://h.example/n/b?x=1")]
    assert known.relative == ()
    canonical = "<link rel='canonical' href='https://c.example/n/a'>"
    assert links(from_html(page(body, canonical), "x")) == [("said so", "https://c.example/n/b?x=1")]


@pytest.mark.parametrize("href", ["http://[", "x\x1b", "mailto:a@b.example", "", "#top"])
def test_a_senseless_link_is_dropped(href: str) -> None:
    body = f"<p>The paper <a href='{href}'>said</a> so, as it was <a href='/b'>told</a> before.</p>"
    assert links(from_html(page(body), "x", "https://h.example/a"))[-1] == ("told", "https://h.example/b")
    assert links(from_html(page(body), "x")) == []


def test_the_base_a_page_names_is_heeded() -> None:
    body = "<p>The paper <a href='b'>said so</a>, as it was told before.</p>"
    found = from_html(page(body, "<base href='https://b.example/n/'>"), "x", "https://h.example/a")
    assert links(found) == [("said so", "https://b.example/n/b")]
    assert links(from_html(page(body, "<base href='http://['>"), "x", "https://h.example/a")) == [
        ("said so", "https://h.example/b")
    ]


def test_a_date_in_the_words_is_not_the_date_of_the_page() -> None:
    body = "<p>They met on 12 March 2020, the mayor said, and on 2 May 2021.</p><p>Copyright 2019.</p>"
    assert from_html(page(body), "x").date is None


def test_an_article_laid_out_in_a_table_is_found() -> None:
    story = "".join(
        f"<p>Paragraph {number} says at some length what happened there.</p>" for number in "123456789"
    )
    text = f"<html><body><table><tr><td>Menu</td><td>{story}</td></tr></table></body></html>"
    assert len(from_html(text, "x").paragraphs) == 9


def test_tables_and_deleted_words_are_left_out() -> None:
    body = "<p>He said <del>ten</del> twelve came to the hall.</p><table><tr><td>cell</td></tr></table>"
    assert from_html(page(body), "x").text == "He said twelve came to the hall."


def test_an_xml_declaration_is_no_obstacle() -> None:
    assert from_html('<?xml version="1.0" encoding="utf-16"?>' + SHORT, "x").text.startswith("One short.")


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/b'>News</a></nav></body></html>",
        "<html><body><form><input><button>Log in</button></form><p>Log in</p></body></html>",
        "<html><body><div><p>You need to enable JavaScript to run this app.</p></div></body></html>",
        "<html><body>" + "<a href='/x'>A headline that is a sentence.</a>" * 9 + "</body></html>",
    ],
    ids=["bare", "blank", "menu", "form", "script", "front"],
)
def test_a_page_without_an_article_is_refused_quietly(text: str, caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.ERROR),
        pytest.raises(FormatError, match=r"^x\.html has no article in it: open"),
    ):
        from_html(text, "x.html")


def test_breaks_without_end_take_no_longer_each() -> None:
    article = from_html(
        page("<p>It rained, he said to us all.<br><br>" + "<br>" * 5000 + "It poured.</p>"), "x"
    )
    assert blocks(article) == ["It rained, he said to us all.", "It poured."]


PARAGRAPHS = (
    "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.",
    "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.",
    "“We saw it coming for years,” she said. “Nobody wanted to pay for new beams before the vote.”",
    "The builder, who has since left the town, denied that the beams were too thin for the roof.",
)


def wrap(paragraphs: tuple[str, ...] = PARAGRAPHS, make: str = "<p>{}</p>") -> str:
    return page("<h1>Hall shut</h1><div class='text'>" + "".join(map(make.format, paragraphs)) + "</div>")


@pytest.mark.parametrize(
    "make",
    [
        "<p><b>{}</b></p>",
        "<p><a href='http://a.example/'>{}</a></p>",
        "<div><p>{}</p></div>",
        "<p class='k7 wide'>{}</p>",
        "<p><em><a href='http://a.example/'>{}</a></em></p>",
    ],
)
def test_markup_within_a_page_changes_no_word(make: str) -> None:
    plain = from_html(wrap(), "x")
    marked = wrap((PARAGRAPHS[0], "%%", *PARAGRAPHS[2:])).replace("<p>%%</p>", make.format(PARAGRAPHS[1]))
    assert from_html(marked, "x").text == plain.text


def test_private_use_characters_of_a_page_mark_nothing() -> None:
    forged = wrap().replace("Nobody was", "\U000f0000Nobody &#xF0001;was")
    assert from_html(forged, "x").text == from_html(wrap(), "x").text


def test_later_containers_of_the_same_make_are_read_and_pulled_quotes_are_not() -> None:
    first, second = ("".join(f"<p>{text}</p>" for text in part) for part in (PARAGRAPHS[:2], PARAGRAPHS[2:]))
    pulled = "<blockquote class='pull'>Nobody wanted to pay for new beams</blockquote>"
    body = f"<section class='s'><div class='t'>{first}{pulled}</div></section><aside>Ad</aside>"
    article = from_html(page(f"{body}<section class='s'><div class='t'>{second}</div></section>"), "x")
    assert blocks(article) == list(PARAGRAPHS)


def test_sentences_of_other_scripts_end_in_their_own_way() -> None:
    told = (
        "港口周二关闭了北码头，潜水员发现了裂缝。",
        "主任说渡轮将从鱼码头出发，直到夏天。",
        "没有人处于危险之中，她说。",
    )
    assert blocks(from_html(wrap(told), "x"))[-3:] == list(told)


def test_a_date_is_that_of_publishing_whatever_the_address_and_later_changes_say() -> None:
    head = (
        "<link rel=canonical href='https://v.example/2021/03/09/hall'>"
        "<meta property='article:modified_time' content='2021-03-20'>{}"
    )
    meta = "<meta property='article:published_time' content='2021-03-07T23:30:00-08:00'>"
    told = '<script type="application/ld+json">{"@type":"Report","datePublished":"2021-03-07"}</script>'
    for one in (meta, told):
        assert from_html(wrap().replace("<head>", "<head>" + head.format(one)), "x").date == date(2021, 3, 7)


def test_one_long_paragraph_that_ends_in_a_sign_is_an_article() -> None:
    told = (
        "It rained in Varde for nine days. Nobody had seen the like, the caretaker told the council on "
        "Monday, and the hall was shut until the beams are dry again. (By Ann Lee) Enditem/"
    )
    assert from_html(f"<html><body><h1>Rain</h1><p>{told}</p></body></html>", "x").text == told
