"""One text as common programs save, print or send it: its words, title, authors, day and outlet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article
from secondhand.ingest import FeedEntry, open_bundle, read
from tests.ingest.formats.checks import links as linked

MADE = Path(__file__).with_name("made")
DOCUMENTS = (
    "word.docx",
    "pandoc.docx",
    "libreoffice.docx",
    "pandoc.epub",
    "calibre.epub",
    "libreoffice.epub",
)
PRINTS = ("libreoffice.pdf", "latex.pdf", "chromium.pdf")
LETTERS = ("apple-mail.eml", "outlook.eml")
NEWSLETTERS = ("substack.eml", "mailchimp.eml")
FEEDS = ("wordpress.rss", "substack.rss", "jekyll.atom")
TEXT = (
    "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.",
    "“We saw it coming for years,” the caretaker, Ida Holm, told the Varde Post. “Nobody wanted to pay for "
    "new beams before the vote.”",
    "Swimmers go to Holm",
    "Pupils of the two schools will be driven to Holm, where the hall is open until nine at night.",
    "The bus leaves at eight.",
    "It is back at noon.",
)
MORE = (
    "The hall was built in 1961 by the men of the ironworks, on Sundays, with beams the works had "
    "left over. It has been painted three times since, the last time blue, and never once been dry "
    "for more than a week.",
    "A member of the council, Per Lund, asked for the report to be printed, so that all of Varde may "
    "read it. It names eleven beams, two bolts, and a letter of 2014 that nobody answered.",
)
"""what the feeds have of it besides: of fewer words a feed is taken to have but the beginning"""
SENT = (
    TEXT[0],
    TEXT[1],
    TEXT[3],
    "The builder, who has since left the town, denied that the beams were too thin for the roof.",
)


def made(name: str) -> Article:
    return read(str(MADE / name))


def paragraphs(article: Article) -> tuple[str, ...]:
    return tuple(article.text[p.start : p.end] for p in article.paragraphs)


@pytest.mark.parametrize("name", [*DOCUMENTS, *PRINTS, *LETTERS, *NEWSLETTERS])
def test_its_title_is_no_paragraph(name: str) -> None:
    article = made(name)
    assert article.title == "Hall shut in Varde"
    assert article.title not in paragraphs(article)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_the_words_and_who_and_when(name: str) -> None:
    article = made(name)
    assert paragraphs(article)[: len(TEXT)] == TEXT
    assert article.authors == ("Ann Lee", "Bo Dahl")
    assert article.date == date(2021, 3, 9)
    assert [link.url for link in article.hyperlinks] == ["https://records.example/hall"]


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_has_the_words_in_their_paragraphs(name: str) -> None:
    found = tuple(words.removeprefix("• ") for words in paragraphs(made(name)))
    assert found[found.index(TEXT[0]) :][: len(TEXT)] == TEXT
    assert not any("127.0.0.1" in words or "file://" in words or words.isdigit() for words in found)


@pytest.mark.parametrize("name", PRINTS)
def test_a_link_of_a_print_lies_on_its_very_words(name: str) -> None:
    assert linked(made(name)) == [("found rust", "https://records.example/hall")]


def test_links_of_latex_end_where_they_do_in_and_over_its_lines() -> None:
    assert [words for words, _ in linked(made("latex-columns.pdf"))] == [
        "official filing of the firm",
        "nobody",
        "five affidavits",
        "the Post",
        "the Herald of Holm",
        "recommendations",
    ]


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_says_who_and_when_and_a_browsers_not_the_day_it_was_printed(name: str) -> None:
    assert (made(name).authors, made(name).date) == (("Ann Lee", "Bo Dahl"), date(2021, 3, 9))


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_from_its_sender(name: str) -> None:
    article = made(name)
    assert paragraphs(article)[: len(SENT)] == SENT
    assert (article.authors, article.publisher) == (("Ann Lee",), None)


@pytest.mark.parametrize(("name", "authors"), [("substack.eml", ("Ann Lee",)), ("mailchimp.eml", ())])
def test_a_newsletter_has_an_outlet_and_only_its_article(name: str, authors: tuple[str, ...]) -> None:
    article = made(name)
    assert tuple(words for words in paragraphs(article) if "no money" not in words) == SENT
    assert (article.authors, article.publisher, article.date) == (authors, "Varde Post", date(2021, 3, 9))


def test_books_name_their_outlet() -> None:
    assert made("pandoc.epub").publisher == made("calibre.epub").publisher == "Varde Post"


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_of_a_feed_has_its_words_and_nothing_of_its_feeds(name: str) -> None:
    (entry, *_) = open_bundle(str(MADE / name)).found
    assert isinstance(entry, FeedEntry)
    assert entry.article is not None
    assert paragraphs(entry.article) == (*TEXT, *MORE)
    assert [link.url for link in entry.article.hyperlinks] == ["https://records.example/hall"]
    told = (entry.title, entry.publisher, entry.authors, entry.date)
    assert told == ("Hall shut in Varde", "Varde Post", ("Ann Lee",), date(2021, 3, 9))
