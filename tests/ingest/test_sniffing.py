from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.fetched import Fetched
from secondhand.ingest.sniffing import find_binary_format, find_text_format, refuse_unreadable


@pytest.mark.parametrize(
    ("text", "suffix", "content_type", "expected"),
    [
        ("He said.", ".txt", None, "plain"),
        ("He said.", "", None, "plain"),
        ("He said.", ".md", None, "markdown"),
        ("He said.", "", "text/markdown", "markdown"),
        ("---\ntitle: Dam\ntags:\n  - water\n---\nHe said.", ".txt", None, "markdown"),
        ("---\r\ntitle: Dam\r\n---\r\nHe said.", "", None, "markdown"),
        ("---\nHe said: no.\n---\nShe said.", ".txt", None, "plain"),
        ("---\ntitle: Dam\nHe said.", ".txt", None, "plain"),
        ("  <!DOCTYPE html><p>He said.", ".txt", None, "html"),
        ("<!-- saved --><HTML lang=en>", "", "text/plain", "html"),
        ('<?xml version="1.0"?><!-- a --><html>', ".md", None, "html"),
        ("<p>He said.", ".html", None, "html"),
        ("<p>He said.", "", "text/html", "html"),
        ("<p>He said.", "", "application/xhtml+xml", "html"),
        ("<p>He said.", ".txt", None, "plain"),
        ("He said 1 < 2.", ".html", None, "plain"),
        ("<!-- -->" * 60 + "He said.", ".txt", None, "plain"),
        ("<headline> He said.", ".txt", None, "plain"),
    ],
)
def test_content_comes_before_names(text: str, suffix: str, content_type: str | None, expected: str) -> None:
    assert find_text_format(text, Fetched(b"", "x", suffix, content_type)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<?xml version="1.0"?><!-- a --><rss version="2.0">', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ("<rdf:RDF>", "feed"),
        ('<!DOCTYPE rss PUBLIC "-//N//DTD" "http://x.example/rss.dtd">\n<rss>', "feed"),
        ("<?xml version='1.0'?><newsItem>", "newsml"),
        ("<nar:newsMessage>", "newsml"),
        ('<!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ELEMENT a (b)>]><nitf>', "nitf"),
        ('{"text": "He said so."}', "records"),
        ('\n[ {"title": "a"}]', "records"),
        ("[sic] He said so.", "plain"),
        ("{He} said so.", "plain"),
        ("<feeding> the ducks", "plain"),
    ],
)
def test_texts_are_known_by_how_they_begin(text: str, expected: str) -> None:
    assert find_text_format(text, Fetched(b"", "x", ".txt")) == expected


def packed(member: str) -> bytes:
    with ZipFile(made := BytesIO(), "w") as archive:
        archive.writestr(ZipInfo(member), "x")
    return made.getvalue()


SAVED = b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n%PDF-1.4\n", "pdf"),
        (packed("META-INF/container.xml"), "epub"),
        (packed("word/document.xml"), "docx"),
        (packed("a.txt"), None),
        (b"PK\x03\x04 and no more", None),
        (SAVED, "mhtml"),
        (b"MIME-Version: 1.0\r\nTo: b@c.example\r\n" + SAVED, "mail"),
        (b"From: a@b.example\nDate: today\nSubject: Rain\n\nIt rained.", "mail"),
        (b"Received: x\n y\nFrom: a@b.example\n\nIt rained.", "mail"),
        (b"From: here to there\n\nIt rained.", None),
        (b"WALLACE: So it rained?\nTRUMP: It did.\n\n", None),
        (b"He showed a %PDF- mark.", None),
        (b" " * 900 + b"%PDF-1.4\n", "pdf"),
        (b"....%PDF-1.4\n", "pdf"),
        (b".....%PDF-1.4\n", None),
        (b"From: a@b.example\nMessage-ID: <x>\n\nIt rained.", "mail"),
        (b"From: a@b.example\nDate: today\n\nIt rained.", None),
        (b"From: a@b.example\nDate: today\nSubject: Rain\nTo: b@c.example\n\nIt rained.", "mail"),
        (b"From: a@b.example\nDate: today\nSubject: Rain\nIt rained.", None),
        (b"Message-ID: <x>\r\n" + SAVED, "mail"),
        (b"Received: x\r\n" + SAVED, "mail"),
        (b"Subject: x\r\n" + SAVED, "mhtml"),
    ],
)
def test_binaries_and_messages_are_known_by_what_they_hold(data: bytes, expected: str | None) -> None:
    assert find_binary_format(Fetched(data, "x", ".txt")) == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "it is a ZIP archive, not text: save it"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"\x1f\x8b\x08", "it is a gzip archive"),
        (b"\x7fELF", "it is a program"),
    ],
)
def test_known_binaries_are_named(data: bytes, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        refuse_unreadable(Fetched(data, "it"))
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("told", ["image/png", "application/pdf", "video/mp4", "application/json"])
@pytest.mark.parametrize(
    ("text", "suffix"), [("He said.", ""), ("He said.", ".md"), ("<html><p>He said.", "")]
)
def test_what_a_server_declares_as_no_text_is_refused(told: str, text: str, suffix: str) -> None:
    with pytest.raises(FormatError, match=f"^it is {told}, not a page or a text"):
        find_text_format(text, Fetched(b"", "it", suffix, told))


def test_what_is_plainly_a_feed_may_be_declared_as_anything() -> None:
    assert find_text_format("<rss/>", Fetched(b"", "it", content_type="application/rss+xml")) == "feed"


def test_xml_of_another_kind_is_refused() -> None:
    with pytest.raises(FormatError, match=r"^it is XML, but no page"):
        find_text_format("\n <?xml version='1.0'?><svg>He said.</svg>", Fetched(b"", "it"))


@pytest.mark.parametrize(
    "told", [None, "text/html", "text/plain", "application/xhtml+xml", "application/octet-stream"]
)
def test_what_may_be_text_is_let_through(told: str | None) -> None:
    assert find_text_format("He said.", Fetched(b"", "it", content_type=told)) == "plain"
