from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.errors import FormatError
from secondhand.record import article_record
from tests.ingest.formats.checks import opened

OURS = Article(
    "It rained.\n\nShe said.",
    (Paragraph(0, 10), Paragraph(12, 21)),
    "Rain",
    "The Bugle",
    ("Ann Lee",),
    date(2025, 3, 1),
    "https://h.example/x",
    (Hyperlink(0, 2, "https://h.example/y"),),
    None,
    "en",
    (Place(12, "page 2"),),
)


def test_records_of_our_own_come_back_as_they_were(tmp_path: Path) -> None:
    record = json.dumps({"format": "secondhand.analysis/1", "article": article_record(OURS), "claims": []})
    found = opened(tmp_path, f"{record}\n{record}\n")
    assert (len(found), found.article(2)) == (2, OURS)
    assert opened(tmp_path, json.dumps({"article": article_record(OURS)}, indent=2)).article() == OURS


def test_plain_records_by_other_names(tmp_path: Path) -> None:
    plain = {
        "headline": "Rain",
        "body": "It rained.\n\nShe said.",
        "source": {"name": "The Bugle"},
        "author": ["Ann Lee", {"name": "Bo Lind"}],
        "published_at": "2025-03-01T08:00:00+00:00",
        "link": "https://h.example/x",
        "lang": "en",
    }
    article = opened(tmp_path, json.dumps([plain])).article()
    assert (article.text, len(article.paragraphs)) == ("It rained.\n\nShe said.", 2)
    assert (article.title, article.publisher, article.language) == ("Rain", "The Bugle", "en")
    assert (article.authors, article.date) == (("Ann Lee", "Bo Lind"), date(2025, 3, 1))
    assert article.url == "https://h.example/x"


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    lines = ['{"text": "One.\u2028Still."}', '{"text": ', '{"title": "x"}', "[1]", "", '{"text": "Two."}']
    found = opened(tmp_path, "\n".join(lines))
    assert (found.article(1).text, found.article(5).text) == ("One.\u2028Still.", "Two.")
    for number, said in (
        (2, "line 2 is broken JSON"),
        (3, "line 3 has no text"),
        (4, "line 4 is JSON, but no"),
    ):
        with pytest.raises(FormatError, match=said):
            found.article(number)


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("paragraphs", [{"start": 12, "end": 21}, {"start": 0, "end": 10}]),
        ("paragraphs", [{"start": 0, "end": 22}]),
        ("paragraphs", [{"start": "0", "end": 5}]),
        ("paragraphs", [{"start": 0, "end": 11}]),
        ("paragraphs", [{"start": 0, "end": 2.5}]),
        ("paragraphs", 7),
        ("text", None),
        ("date", "soon"),
        ("title", 7),
        ("hyperlinks", [{"start": 5, "end": 99, "url": "https://h.example/y"}]),
        ("places", [{"start": -1, "name": "page 1"}]),
        ("places", [{"start": 21, "name": "page 1"}]),
        ("places", ["page 1"]),
    ],
)
def test_a_damaged_record_is_refused(tmp_path: Path, change: str, value: object) -> None:
    with pytest.raises(FormatError, match="is a damaged record"):
        opened(tmp_path, json.dumps(article_record(OURS) | {change: value})).article()


def test_half_a_character_is_replaced_and_a_whole_one_kept(tmp_path: Path) -> None:
    record = '{"text": "It \\ud83d rained \\ud83d\\ude00.", "title": "\\udc00"}'
    article = opened(tmp_path, record).article()
    assert (article.text, article.title) == ("It � rained 😀.", "�")


def test_links_to_other_than_pages_are_left_out(tmp_path: Path) -> None:
    record = article_record(OURS) | {"hyperlinks": [{"start": 0, "end": 2, "url": "file:///etc/passwd"}]}
    assert opened(tmp_path, json.dumps(record)).article().hyperlinks == ()


@pytest.mark.parametrize(
    "text",
    ['{"a": ' * 100_000, '{"text": "a"', '[{"text": 1}]', '{"": {"article": {}}}'],
    ids=["deep", "open", "number", "empty"],
)
def test_broken_and_strange_json_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(FormatError, match=r"is broken JSON|has no text"):
        opened(tmp_path, text).article()
