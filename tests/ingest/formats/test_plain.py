from __future__ import annotations

from datetime import date

import pytest

from secondhand.ingest.formats.plain import from_plain


def blocks(text: str) -> list[str]:
    article = from_plain(text)
    return [article.text[p.start : p.end] for p in article.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\n\r\nTwo.\r\n",
        "  One.  \n\n\n\tTwo.\n",
        "One.\n \t \nTwo.",
        "\n\nOne.\n\nTwo.\n\n",
        "One.\r\rTwo.",
        "One.\nTwo.",
    ],
)
def test_paragraphs_are_parted_and_the_text_is_kept_exactly(text: str) -> None:
    assert blocks(text) == ["One.", "Two."]
    assert from_plain(text).text == text


def test_wrapped_lines_are_one_paragraph_where_blank_lines_part_them() -> None:
    assert blocks("He said\nit rains.\n\nShe did\r\nnot.") == ["He said\nit rains.", "She did\r\nnot."]


def test_every_line_is_a_paragraph_where_no_line_is_blank() -> None:
    assert blocks("A said x.\nB said y.\nC said z.\n\n") == ["A said x.", "B said y.", "C said z."]


def test_blank_text_has_no_paragraphs() -> None:
    assert blocks(" \n\t\n") == []


def test_a_leading_date_is_no_part_of_the_first_paragraph() -> None:
    text = " date 2025-02-27 He said so.\n\nShe did not."
    article = from_plain(text)
    assert article.date == date(2025, 2, 27)
    assert article.text == text
    assert blocks(text) == ["He said so.", "She did not."]


@pytest.mark.parametrize(
    "text", ["date 2025-02-31 He said so.", "The date 2025-02-27 is near.", "date 2025-02-271 x"]
)
def test_what_is_no_leading_date_stays(text: str) -> None:
    assert from_plain(text).date is None
    assert blocks(text) == [text]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor resigns\n\nThe mayor said on Monday that he resigns.", "Mayor resigns"),
        ("Why did he go?\n\nThe mayor said on Monday that he resigns.", "Why did he go?"),
        ("Mayor resigns\n\nBy A. Lee\n\nThe mayor said on Monday that he resigns.", "Mayor resigns"),
        ("He resigned.\n\nThe mayor said on Monday that he resigns.", None),
        ("Mayor resigns", None),
        ("Mayor resigns today\n\nHe said so.", None),
        ("Mayor\nresigns\n\nThe mayor said on Monday that he resigns.", None),
        ("m" * 121 + "\n\n" + "x" * 200 + ".", None),
    ],
)
def test_a_headline_is_one_short_line_before_a_longer_paragraph(text: str, title: str | None) -> None:
    assert from_plain(text).title == title
