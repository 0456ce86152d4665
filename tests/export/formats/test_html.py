import base64
import hashlib
from dataclasses import replace

import pytest
from lxml import html

from secondhand.export.markdown import LONGEST
from secondhand.export.notebooks import render
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE, SECOND
from tests.export.notebooks import INNER, NOTEBOOK, WHOLE, WORLD

PAGE = html.document_fromstring(render("html", [NOTEBOOK, WORLD]))


def test_the_article_stands_there_whole() -> None:
    first, second, *_ = PAGE.xpath("//div[@class='row']/p")
    for mark in PAGE.xpath("//sup"):
        mark.drop_tree()
    assert (
        first.text_content()
        == "“Rates may rise,” Ann Lee told Radio One on Monday. “But not [bold]soon[/bold].”"
    )
    assert second.text_content() == ARTICLE.text[SECOND.start : SECOND.end].replace("\x1b", "␛").replace(
        "\u202e", "�"
    )


def test_it_loads_and_runs_nothing() -> None:
    tags = {element.tag for element in PAGE.iter() if isinstance(element.tag, str)}
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    policy = PAGE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = PAGE.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert not PAGE.xpath("//@style | //@onclick | //@src")
    assert "prefers-color-scheme: dark" in style
    assert "max-width: 45rem" in style


def test_claims_and_highlights_are_marked_and_lead_to_what_stands_beside() -> None:
    fresh = html.document_fromstring(render("html", [NOTEBOOK]))
    assert fresh.xpath("//mark[@class='purple']")[0].text_content() == "bank 🏦"
    assert len(fresh.xpath("//span[@class='claim nested']")) > 1
    ids = fresh.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in fresh.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_notes_are_text() -> None:
    fresh = html.document_fromstring(render("html", [NOTEBOOK]))
    notes = fresh.xpath("//div[@class='note']")
    assert "</div> no ␛[31mend" in notes[0].text_content()
    assert fresh.xpath("//blockquote")[0].text_content() == "@SUM(A1)"


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://x.example/"><script>', "data:text/html,x"])
def test_an_address_cannot_do_a_thing(url: str) -> None:
    hostile = replace(ARTICLE, url=url, title="<script>alert(1)</script>")
    page = html.document_fromstring(render("html", [Notebook(hostile, None, (INNER,))]))
    assert not page.xpath("//script")
    assert all(link.startswith(("https://", "#")) for link in page.xpath("//a/@href"))
    assert page.xpath("//h1")[0].text_content() == "<script>alert(1)</script>"


def test_a_note_is_markdown_that_can_do_nothing() -> None:
    note = "**Mine** [x](javascript:alert(1)) ![y](https://x.example/y.png) <b onclick=x>z</b>"
    page = html.document_fromstring(render("html", [Notebook(ARTICLE, None, (replace(INNER, note=note),))]))
    (shown,) = page.xpath("//div[@class='note']")
    assert shown.xpath(".//strong/text()") == ["Mine"]
    assert not shown.xpath(".//b | .//img | .//a[starts-with(@href, 'javascript')]")


def note_of(note: str) -> html.HtmlElement:
    page = html.document_fromstring(render("html", [Notebook(ARTICLE, None, (replace(INNER, note=note),))]))
    (found,) = page.xpath("//div[@class='note']")
    return found


def test_a_note_keeps_its_lists_and_its_code() -> None:
    found = note_of("- a\n    - b\n\n          code\n\n```\n    x = 1\n\n\n    y\n```")
    assert found.xpath("ul/li/ul/li//text()[normalize-space()]")[0].strip() == "b"
    assert [code.text for code in found.xpath(".//code")] == ["code\n", "    x = 1\n\n\n    y\n"]


def test_a_very_long_note_is_shown_as_it_is() -> None:
    note = "- *a* <b>\n" * (LONGEST // 8)
    (shown,) = note_of(note).iterchildren()
    assert (shown.tag, shown.text_content()) == ("pre", note.rstrip("\n"))


def test_what_stands_beside_is_numbered_by_where_it_begins() -> None:
    first = WHOLE.anchors[0]
    inner = replace(INNER, anchors=(make_anchor(ARTICLE.text, first.end + 1, first.end + 8),))
    fresh = html.document_fromstring(render("html", [Notebook(ARTICLE, None, (WHOLE, inner))]))
    assert [mark.text_content() for mark in fresh.xpath("//sup")] == ["2", "1"]
    assert [beside.get("id") for beside in fresh.xpath("//aside/div")] == ["n1", "n2"]
    assert "✓" in fresh.xpath("//div[@id='n1']")[0].text_content()
