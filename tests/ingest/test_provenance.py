"""Where an article was really had, whatever address its own words tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondhand.article import Article, Provenance
from secondhand.errors import Unreachable
from secondhand.ingest import open_bundle, read_article, read_linked
from secondhand.ingest.fetch import Call
from secondhand.ingest.source import Fetched
from secondhand.record import article_of, article_record

HERE = "https://here.example/it"
VICTIM = "https://victim.example/story"
CLAIMING = {
    "markdown": (b"---\nurl: https://victim.example/story\n---\n\nIt rained, she said.\n", "text/markdown"),
    "html": (
        b"<html><head><link rel=canonical href='https://victim.example/story'><meta property=og:url "
        b"content='https://victim.example/story'></head><body><p>It rained all day, she said.</p></body>",
        "text/html",
    ),
    "record": (
        b'{"text": "It rained, she said.", "url": "https://victim.example/story"}',
        "application/json",
    ),
}
LINES = "\n".join(json.dumps({"text": f"It rained on day {n}.", "url": f"{VICTIM}/{n}"}) for n in (1, 2))
FEED = """<rss version="2.0"><channel><title>Bugle</title>
<item><guid isPermaLink="false">tag:1</guid><description>It rained in Caldera.</description></item>
<item><description>It poured in Caldera.</description></item>
<item><guid isPermaLink="false">two</guid><description>It hailed.</description></item>
<item><guid isPermaLink="false">two</guid><description>It snowed.</description></item>
<item><link>https://there.example/1</link><description>Elsewhere.</description></item></channel></rss>"""


def serve(monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str) -> None:
    """Answer every fetch with ``data`` from ``HERE``."""
    got = Fetched(data, HERE, content_type=kind, url=HERE)
    monkeypatch.setattr("secondhand.ingest.fetch.fetch", lambda url, **_: got)


@pytest.mark.parametrize("name", CLAIMING)
def test_a_page_is_from_where_it_was_fetched(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    serve(monkeypatch, *CLAIMING[name])
    for article in (read_article(HERE), read_linked(HERE, Call())):
        assert article.provenance == Provenance(HERE)
        assert article.url == HERE


@pytest.mark.parametrize("name", CLAIMING)
def test_what_the_user_says_wins(monkeypatch: pytest.MonkeyPatch, name: str, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(CLAIMING[name][0])
    serve(monkeypatch, *CLAIMING[name])
    for source in (HERE, str(file)):
        article = read_article(source, url="https://mine.example/")
        assert article.provenance == Provenance("https://mine.example/")
        assert article.url == "https://mine.example/"


def test_a_file_is_from_nowhere_whatever_it_says(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(CLAIMING["markdown"][0])
    assert (read_article(str(file)).provenance, read_article(str(file)).url) == (None, VICTIM)


def test_records_at_one_address_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, LINES.encode(), "application/jsonl")
    found = open_bundle(HERE)
    assert [found.article(n).provenance for n in (1, 2)] == [Provenance(HERE, number=n) for n in (1, 2)]
    assert [found.article(n).url for n in (1, 2)] == [f"{VICTIM}/1", f"{VICTIM}/2"]
    assert read_linked(HERE, Call()).provenance == Provenance(HERE, number=1)


def test_entries_of_a_feed_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, FEED.encode(), "application/rss+xml")
    found = open_bundle(HERE)
    assert [found.article(n).provenance for n in (1, 2, 3, 4)] == [
        Provenance(HERE, "tag:1", 1),
        Provenance(HERE, None, 2),
        Provenance(HERE, None, 3),
        Provenance(HERE, None, 4),
    ], "an id that two entries have is none"


def test_an_entry_is_from_the_page_it_leads_to_or_else_from_the_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = FEED.replace("Elsewhere.", "It rained in Caldera again. " * 60)
    serve(monkeypatch, feed.encode(), "application/rss+xml")
    found, page = open_bundle(HERE), Provenance("https://there.example/1")
    linked = Article("All of it.", (), provenance=page)
    monkeypatch.setattr("secondhand.ingest.bundle.read_linked", lambda url, call: linked)
    assert found.article(5, follow=True).provenance == page

    def refuse(url: str, call: object) -> Article:
        raise Unreachable("it is not there")

    monkeypatch.setattr("secondhand.ingest.bundle.read_linked", refuse)
    article = found.article(5)
    assert article.provenance == Provenance(HERE, None, 5)
    assert article.url == "https://there.example/1"


def test_the_feed_with_an_address_of_the_users_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, FEED.encode(), "application/rss+xml")
    known = Article("", (), url="https://mine.example/")
    assert open_bundle(HERE, known).article(1).provenance == Provenance("https://mine.example/", "tag:1", 1)


def test_no_record_can_tell_where_it_is_from() -> None:
    article = Article("It rained.", (), url=VICTIM, provenance=Provenance(VICTIM))
    assert "provenance" not in article_record(article)
    told = article_record(article) | {"provenance": {"address": VICTIM}}
    assert article_of(told).provenance is None
