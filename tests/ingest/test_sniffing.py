from __future__ import annotations

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.sniffing import format_of, refuse_unreadable
from secondhand.ingest.source import Fetched


@pytest.mark.parametrize(
    ("text", "suffix", "content_type", "expected"),
    [
        ("He said.", ".txt", None, "plain"),
        ("He said.", "", None, "plain"),
        ("He said.", ".md", None, "markdown"),
        ("He said.", "", "text/markdown", "markdown"),
        ("  <!DOCTYPE html><p>He said.", ".txt", None, "html"),
        ("<!-- saved --><HTML lang=en>", "", "text/plain", "html"),
        ('<?xml version="1.0"?><!-- a --><html>', ".md", None, "html"),
        ("<p>He said.", ".html", None, "html"),
        ("<p>He said.", "", "text/html", "html"),
        ("<p>He said.", ".txt", None, "plain"),
        ("He said 1 < 2.", ".html", None, "plain"),
        ("<!-- -->" * 60 + "He said.", ".txt", None, "plain"),
        ("<headline> He said.", ".txt", None, "plain"),
    ],
)
def test_content_comes_before_names(text: str, suffix: str, content_type: str | None, expected: str) -> None:
    assert format_of(text, Fetched(b"", "x", suffix, content_type)) == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "it is a PDF document, not text: save it"),
        (b"PK\x03\x04", "it is a ZIP archive or office document"),
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
def test_what_a_server_declares_as_no_text_is_refused(told: str) -> None:
    with pytest.raises(FormatError, match=f"^it is {told}, not a page or a text"):
        refuse_unreadable(Fetched(b"He said.", "it", content_type=told))


@pytest.mark.parametrize(
    "told", [None, "text/html", "text/plain", "application/xhtml+xml", "application/octet-stream"]
)
def test_what_may_be_text_is_let_through(told: str | None) -> None:
    refuse_unreadable(Fetched(b"He said.", "it", content_type=told))
