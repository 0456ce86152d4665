from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from secondhand.errors import FormatError
from tests.ingest.formats.checks import blocks, links, opened

PLAIN = (
    b"From: =?utf-8?q?Zo=C3=AB?= Lind <zoe@h.example>\r\nTo: all@h.example\r\n"
    b"Subject: =?utf-8?b?UmFpbiDigJQgYWdhaW4=?="
    b"\r\nDate: Sat, 1 Mar 2025 23:30:00 +0100\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    b"MIME-Version: 1.0\r\n\r\nThe caf\xe9 closed, she said.\r\n\r\nIt rained.\r\n"
)


def test_plain_mail_keeps_its_text(tmp_path: Path) -> None:
    article = opened(tmp_path, PLAIN).article()
    assert article.text == "The café closed, she said.\r\n\r\nIt rained.\r\n"
    assert (article.title, article.authors, article.publisher) == ("Rain — again", ("Zoë Lind",), None)
    assert article.date == date(2025, 3, 1)


def newsletter() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "The Caldera Observer <news@h.example>"
    made["Subject"] = "Morning"
    made["List-Unsubscribe"] = "<https://h.example/u>"
    made.set_content("Plain words.")
    page = (
        "<table><tr><td><p>The port <a href='https://h.example/x'>closed</a>.</td></tr></table><p>It rained."
    )
    made.add_alternative(page, subtype="html")
    made.add_attachment("Attached words.", filename="a.txt")
    return made


def test_a_newsletter_is_read_as_html_with_its_links(tmp_path: Path) -> None:
    article = opened(tmp_path, newsletter().as_bytes()).article()
    assert blocks(article) == ["The port closed.", "It rained."]
    assert links(article) == [("closed", "https://h.example/x")]
    assert (article.publisher, article.authors) == ("The Caldera Observer", ())


def test_mail_without_text(tmp_path: Path) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@h.example", "Look"
    made.set_content(b"GIF89a", "image", "gif")
    with pytest.raises(FormatError, match="is a message without text"):
        opened(tmp_path, made.as_bytes())


def test_parts_nested_without_end(tmp_path: Path) -> None:
    head = "From: a@h.example\nSubject: x\nMIME-Version: 1.0\nDate: today\n"
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    some = deep[: deep.index("--b99")] + "--b99\n\nIt rained."
    assert some.count("multipart/") == 100
    assert blocks(opened(tmp_path, head + some).article()) == ["It rained."]
    with pytest.raises(FormatError, match="a message of messages without end"):
        opened(tmp_path, head + deep + "\nIt rained.")


def test_a_subject_in_broken_base64_is_kept_as_it_is(tmp_path: Path) -> None:
    article = opened(tmp_path, PLAIN.replace(b"?b?UmFpbiDi", b"?b?UmFpbiDix")).article()
    assert article.title == "=?utf-8?b?UmFpbiDixgJQgYWdhaW4=?="


def test_a_sender_within_brackets_without_end_is_nobody(tmp_path: Path) -> None:
    article = opened(tmp_path, PLAIN.replace(b"From: ", b"From: " + b"(" * 1500)).article()
    assert (article.title, article.authors) == ("Rain — again", ())


def test_a_field_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is a broken message"):
        opened(tmp_path, PLAIN.replace(b"text/plain", b"text/plain; a=b" + b"\r\n ;c=d" * 5000))
