"""Half a surrogate pair, as every format can spell it, never comes past the door."""

from __future__ import annotations

import codecs
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.errors import NotFound
from secondhand.ingest import Bundle, FeedEntry
from secondhand.ingest.surrogates import mend_article, mend_found
from secondhand.record import article_record
from tests.fuzz import seeds
from tests.ingest.formats import test_docx as docx
from tests.ingest.formats import test_pdf as pdf
from tests.ingest.formats import test_records as records
from tests.ingest.formats.checks import opened

HALF = "\ud800"
RAW = HALF.encode("utf-8", "surrogatepass")
MAP = (
    "begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"
    "1 beginbfchar <78> <D800> endbfchar\nendcmap"
)


def pdf_with_a_glyph_for_half() -> bytes:
    """Return a PDF whose font says that its "x" is half a character."""
    return pdf.document(
        [pdf.lines((50, 700, "The x port closed on Tuesday, she said."))],
        drawing=f"99 0 obj\n<< /Length {len(MAP)} >>\nstream\n{MAP}\nendstream\nendobj\n",
        font="/ToUnicode 99 0 R",
    )


def swapped(name: str, old: str, new: bytes) -> bytes:
    """Return the small file of a format with ``new`` in it."""
    data = seeds.FILES[name]
    data = data.encode() if isinstance(data, str) else data
    assert old.encode() in data
    return data.replace(old.encode(), new)


OURS = article_record(replace(records.OURS, publisher=HALF))
FILES = {
    "plain": swapped("plain", "It poured.", b"It " + RAW + b" poured."),
    "utf-16": codecs.BOM_UTF16_LE + "It poured \ud800.\n".encode("utf-16-le", "surrogatepass"),
    "utf-16 without a mark": ("It poured \udc00. " + "It rained. " * 9).encode("utf-16-be", "surrogatepass"),
    "utf-32": codecs.BOM_UTF32_LE + "It poured \ud800.\n".encode("utf-32-le", "surrogatepass"),
    "markdown": b"# Rain &#xD800; " + RAW + b"\n\nIt rained, [she](https://h.example/x) said.\n",
    "html": swapped("html", "</p>", b" It &#55296; &#xDFFF; rained " + RAW + b" again, she said.</p>"),
    "rss": swapped("rss", "No date", b"No &#xD800; date " + RAW),
    "atom": swapped("atom", "Ann Lee", b"Ann &#xD800; " + RAW),
    "mail": swapped("mail", "It rained.", b"It rained. " + RAW),
    "mail, its sender": swapped("mail", "Zo=C3=AB", b"Zo=ED=A0=80"),
    "mhtml": swapped("mhtml", "Nobody knows", b"Nobody=ED=A0=80 &#xD800; knows"),
    "newsml": swapped("newsml-page", "It rained.", b"It &#xD800; rained. " + RAW),
    "nitf": swapped("nitf", "Nell Ashgrove", b"Nell &#xD800; Ashgrove" + RAW),
    "docx": docx.document("<w:p><w:r><w:t>It &#xD800; rained, she said.</w:t></w:r></w:p>"),
    "pdf": pdf_with_a_glyph_for_half(),
    "records": b'{"title": "A \\ud800", "text": "It \\udfff rained.", "author": {"name": "\\ud800 Bo"}}',
    "our own record": json.dumps({"article": OURS}).encode(),
    "lines": b'{"text": "It \\ud800 rained."}\n{"text": "It poured."}\n',
}


def whole(value: object) -> None:
    """Fail where there is half a character in ``value``."""
    repr(value).encode()
    assert "\\ud8" not in repr(value) and "\\udf" not in repr(value)


@pytest.mark.parametrize("name", FILES)
def test_no_half_of_a_character_comes_in(name: str, tmp_path: Path) -> None:
    found = opened(tmp_path, FILES[name])
    for number, one in enumerate(found.found, 1):
        whole(one)
        if isinstance(one, Article):
            whole(found.article(number))
            assert "ained" in one.text or "oured" in one.text or "closed" in one.text


@pytest.mark.parametrize("name", ["pdf", "records", "our own record", "lines"])
def test_one_character_stands_for_it(name: str, tmp_path: Path) -> None:
    assert "\ufffd" in repr(opened(tmp_path, FILES[name]).article())


def test_a_book_has_none(tmp_path: Path) -> None:
    from tests.ingest.formats import test_epub as epub
    from tests.ingest.formats.checks import packed

    book = {name: text.replace("It rained.", "It &#xD800; rained.") for name, text in epub.BOOK.items()}
    article = opened(tmp_path, packed(book)).article()
    whole(article)
    assert "It \ufffd rained." in article.text


def test_standard_input_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from secondhand import ingest

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES["records"])))
    article = ingest.read_article("-")
    whole(article)
    assert (article.title, article.authors) == ("A \ufffd", ("\ufffd Bo",))


def test_what_the_user_tells_of_an_article_has_none(tmp_path: Path) -> None:
    known = Article("", (), title=f"a{HALF}", publisher=HALF, url=f"https://a.example/{HALF}", language=HALF)
    found = Bundle("it", (Article("It rained.", (Paragraph(0, 10),)),), known).article()
    whole(found)
    assert (found.title, found.publisher) == ("a\ufffd", "\ufffd")


def test_every_part_of_an_article_is_mended_and_offsets_stay() -> None:
    given = Article(
        f"It {HALF} rained.",
        (Paragraph(0, 12),),
        *(HALF, HALF, (HALF, "Bo"), None, HALF),
        (Hyperlink(3, 4, f"https://a.example/{HALF}"),),
        HALF,
        HALF,
        (Place(0, f"page {HALF}"),),
        ((3, 4),),
    )
    mended = mend_article(given)
    whole(mended)
    assert mended.text == "It \ufffd rained." and mended.paragraphs == given.paragraphs
    assert mended.relative == given.relative
    good = Article("It rained.", (Paragraph(0, 10),))
    assert mend_article(good) == good


def test_every_part_of_an_entry_is_mended_and_an_error_is_one_still() -> None:
    entry = FeedEntry(HALF, HALF, None, (HALF,), HALF, Article(HALF, (Paragraph(0, 1),)))
    whole(mend_found(entry))
    assert mend_found(replace(entry, article=None)).article is None  # type: ignore[union-attr]
    error = NotFound("no")
    assert mend_found(error) is error
