"""A library that an older program wrote, opened now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from secondhand.export.notebooks import list_formats, render
from secondhand.library import Library, content_hash
from secondhand.library.schema import VERSION, version_of
from secondhand.library.upgrading import replace_surrogates_in_records
from secondhand.safe_text import replace_surrogates
from tests.claims import article_of

WRITTEN_BEFORE = Path(__file__).parent / "data" / "version-2.sql"
"""what the program wrote before there were editions, as SQL: halves of characters among it"""


@pytest.fixture
def old(path: Path) -> Iterator[Library]:
    """Return the library that was written before."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(WRITTEN_BEFORE.read_text(encoding="utf-8"))
    assert version_of(connection) == 2
    connection.close()
    with Library.open(path) as library:
        yield library


def test_all_that_was_made_is_there(old: Library) -> None:
    assert old.notice is None
    assert version_of(old._connection) == VERSION
    assert [(row.entry, row.title, row.claims, row.highlights) for row in old.rows()] == [
        (3, "Re\u0301forme", None, 1),
        (2, "Half \ufffd", 1, 1),
        (1, "Bridge shut", 1, 1),
    ]
    book = old.notebook(1)
    assert [(h.note, h.tags, h.text) for h in book.highlights] == [("why?", ("roads",), "unsafe for cars")]
    assert [c.speaker and c.speaker.name for c in book.corrections] == ["Ann"]
    assert book.found and len(book.found.claims) == 1
    assert old.position(1) == book.article.paragraphs[1].start
    assert old.find("https://gazette.example/bridge") == 1
    old.restore(4)
    assert old.notebook(4).article.title == "Deleted"


def test_halves_of_characters_are_mended_and_what_was_found_stays(old: Library) -> None:
    book = old.notebook(2)
    assert repr(book) == replace_surrogates(repr(book))
    assert "\\ud8" not in repr(book)
    assert "glyph \ufffd was" in book.article.text
    assert [(h.text, h.note, h.tags) for h in book.highlights] == [
        ("glyph \ufffd was", "half \ufffd \N{GRINNING FACE}", ("\ufffd",))
    ]
    assert book.found and [c.content[0].text for c in book.found.claims] == ["nobody had seen it before"]
    assert old.stretches(2, content_hash(book.article)) == ()
    half = "The glyph \ud800 was in the report.\n\nThe author said that nobody had seen it before."
    assert old.enter(article_of(half)) == old.enter(article_of(replace_surrogates(half))) == 2


@pytest.mark.parametrize("form", list_formats())
def test_every_export_of_it_can_be_written(old: Library, form: str) -> None:
    books = [old.notebook(row.entry) for row in old.rows()]
    assert render(form, books).encode("utf-8")


def test_a_text_in_either_form_of_unicode_is_the_entry_it_was(old: Library) -> None:
    text = old.notebook(3).article.text
    assert normalize("NFC", text) != text
    assert old.enter(article_of(normalize("NFC", text))) == 3
    assert [h.text for h in old.notebook(3).highlights] == ["re\u0301forme"]


def test_rows_that_make_no_sense_do_not_keep_the_others_from_being_mended(library: Library) -> None:
    entry = library.enter(article_of("Half a character was here."))
    for record in ('{"text": "\\ud800"', '{"text": "\\ud800"}', "[" * 100_000 + "\\ud800"):
        library._connection.execute(
            "INSERT INTO article (content, first_words, opened, record) VALUES ('', '', '', ?)", (record,)
        )
    record = '{"title": null, "publisher": null, "authors": [], "text": "a \\ud800", "paragraphs": []}'
    library._connection.execute("UPDATE article SET record = ? WHERE entry = ?", (record, entry))
    replace_surrogates_in_records(library._connection)
    assert library.notebook(entry).article.text == "a \ufffd"
