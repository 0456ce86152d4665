from __future__ import annotations

from datetime import date

from secondhand.article import Article
from secondhand.ingest.formats.markdown import from_markdown


def blocks(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def links(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.url) for link in article.hyperlinks]


def test_readable_text_with_links_on_their_words() -> None:
    article = from_markdown(
        "# Rain\n\nThe **[Post](https://p.example/a)\nsaid** it [*may* rain](http://q.example).\n"
    )
    assert article.text == "Rain\n\nThe Post said it may rain."
    assert article.title == "Rain"
    assert links(article) == [("Post", "https://p.example/a"), ("may rain", "http://q.example")]


def test_quotes_lists_code_and_hard_breaks() -> None:
    text = "> “Yes,” he said.\n\n- one\n- two `x`\n\nA  \nB &amp; C\n\n    code  here\n"
    assert blocks(from_markdown(text)) == ["“Yes,” he said.", "one", "two x", "A\nB & C", "code here"]


def test_tables_pictures_and_raw_html_are_left_out() -> None:
    text = "He said.\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>raw</div>\n\n![alt](x.png) She <b>said</b>.\n"
    assert blocks(from_markdown(text)) == ["He said.", "She said."]


def test_what_is_nested_a_hundred_deep_is_read() -> None:
    assert blocks(from_markdown("> " * 100 + "It rained.")) == ["It rained."]
    assert blocks(from_markdown("> " * 100_000 + "It rained.\n\nIt poured.")) == ["It poured."]


def test_front_matter() -> None:
    text = (
        '---\ntitle: "A: b"\nauthor: Ann Lee and Bo Ek\npublisher: The Sun\n'
        "date: 2024-05-06T07:08\nurl: https://sun.example/a\n---\n\nHe said.\n"
    )
    article = from_markdown(text)
    assert article.text == "He said."
    assert article.title == "A: b"
    assert article.authors == ("Ann Lee", "Bo Ek")
    assert article.publisher == "The Sun"
    assert article.date == date(2024, 5, 6)
    assert article.url == "https://sun.example/a"


def test_an_address_that_is_none_is_ignored() -> None:
    assert from_markdown("---\nurl: file:///etc/passwd\n---\n\nHe said.\n").url is None


def test_a_rule_is_no_front_matter_and_a_later_heading_no_title() -> None:
    article = from_markdown("---\n\nHe said.\n\n## Later\n")
    assert article.title is None
    assert blocks(article) == ["He said.", "Later"]


def test_a_senseless_date_is_ignored() -> None:
    assert from_markdown("---\ndate: soon\n---\nHe said.").date is None


def test_relative_links_need_an_address() -> None:
    text = "He [said](b) so [here](javascript:x)."
    assert links(from_markdown(text)) == []
    assert from_markdown(text).relative == ((2, 7),)
    own = from_markdown(f"---\nurl: https://o.example/n/a\n---\n{text}")
    assert (links(own), own.relative) == ([("said", "https://o.example/n/b")], ())
    assert links(from_markdown(text, "https://h.example/n/a")) == [("said", "https://h.example/n/b")]
