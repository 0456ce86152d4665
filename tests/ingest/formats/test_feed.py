from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article
from secondhand.errors import FormatError, Unreachable
from secondhand.ingest import FeedEntry, bundle
from tests.ingest.formats.checks import opened

LONG = "<p>" + "It rained in Caldera. " * 60 + "</p>"
RSS = f"""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD RSS" "http://h.example/rss.dtd">
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Caldera Observer</title>
<item><title>Old &amp;amp; wet</title><link>/a</link><pubDate>Sat, 01 Mar 2025 08:00:00 GMT</pubDate>
<description>A stub&nbsp;…</description></item>
<item><title>New</title><link>https://h.example/b</link><dc:creator>Nell Ashgrove</dc:creator>
<pubDate>Sun, 02 Mar 2025 08:00:00 GMT</pubDate><content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>No date</title><description>Nothing more.</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bugle</title><entry>
<title type="html">&lt;b&gt;Rain&lt;/b&gt;
</title><link rel="alternate" href="https://h.example/r"/><author><name>Ann Lee</name></author>
<published>2025-03-01T08:00:00Z</published><updated>2025-03-04T08:00:00Z</updated><summary>So.</summary></entry></feed>"""


def entries(folder: Path, text: str) -> list[FeedEntry]:
    found = opened(folder, text).found
    assert all(isinstance(one, FeedEntry) for one in found)
    return [one for one in found if isinstance(one, FeedEntry)]


def test_entries_come_by_date(tmp_path: Path) -> None:
    found = entries(tmp_path, RSS)
    assert [one.title for one in found] == ["New", "Old & wet", "No date", "Nothing"]
    assert [one.date for one in found] == [date(2025, 3, 2), date(2025, 3, 1), None, None]
    assert {one.publisher for one in found} == {"The Caldera Observer"}
    assert found[0].authors == ("Nell Ashgrove",)


def test_atom(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, ATOM)
    assert (entry.title, entry.url, entry.authors) == ("Rain", "https://h.example/r", ("Ann Lee",))
    assert (entry.date, entry.publisher, entry.article) == (date(2025, 3, 1), "Bugle", None)


def test_an_entry_that_tells_only_when_it_was_updated_says_so(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, re.sub("<published>.*</published>", "", ATOM))
    assert (entry.date, entry.changed) == (None, date(2025, 3, 4))
    (entry,) = entries(tmp_path, ATOM)
    assert entry.changed is None


def test_the_day_in_dublin_core_of_an_rss_feed_is_that_of_publication(tmp_path: Path) -> None:
    told = "<item><title>Rain</title><dc:date>2025-03-01T08:00:00Z</dc:date></item>"
    space = 'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    (entry,) = entries(tmp_path, f"<rss {space}><channel><title>Bugle</title>{told}</channel></rss>")
    assert (entry.date, entry.changed) == (date(2025, 3, 1), None)


def test_the_whole_article_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Article("All of it.", (), title="From the page", url="https://h.example/b")
    monkeypatch.setattr(bundle, "read_linked", lambda url, call: page)
    article = opened(tmp_path, RSS).article(1, follow=True)
    assert (article.text, article.title, article.date) == ("All of it.", "From the page", date(2025, 3, 2))
    assert (article.publisher, article.authors) == ("The Caldera Observer", ("Nell Ashgrove",))


def test_where_that_fails_there_may_be_enough_in_the_feed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(url: str, call: object) -> Article:
        raise Unreachable(f"{url} is down.")

    monkeypatch.setattr(bundle, "read_linked", fails)
    found = opened(tmp_path, RSS.replace("/a<", "https://h.example/a<"))
    assert found.article(1, follow=True).text.startswith("It rained in Caldera.")
    with pytest.raises(Unreachable, match="is down"):
        found.article(2, follow=True)
    assert found.article(3, follow=True).text == "Nothing more."
    with pytest.raises(FormatError, match=r"^Nothing leads nowhere"):
        found.article(4, follow=True)


def test_nothing_is_fetched_unless_it_is_to_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "read_linked", lambda *_: pytest.fail("fetched"))
    found = opened(tmp_path, RSS.replace("/a<", "https://h.example/a<"))
    here = found.article(1)
    assert here.text.startswith("It rained in Caldera.")
    assert (here.date, here.publisher) == (date(2025, 3, 2), "The Caldera Observer")
    with pytest.raises(
        FormatError, match=r"^Old & wet is at https://h.example/a: open that\. The feed has no more"
    ):
        found.article(2)
    assert found.article(3).text == "Nothing more."
    with pytest.raises(FormatError, match=r"^Nothing leads nowhere"):
        found.article(4)


def test_a_feed_that_leads_to_a_feed_is_followed_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    from secondhand.ingest import fetch
    from secondhand.ingest.fetched import Fetched

    monkeypatch.setattr(fetch, "fetch", lambda url, **_: Fetched(RSS.encode(), url, url=url))
    with pytest.raises(FormatError, match="is a feed: open one of its articles"):
        bundle.read_linked("https://h.example/b", fetch.Call())


def test_a_feed_without_entries(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is a feed without entries"):
        opened(tmp_path, "<rss><channel><title>x</title></channel></rss>")


def test_a_feed_with_a_namespace_of_many_words(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is a feed whose markup is broken: open its articles"):
        opened(tmp_path, RSS.replace("<rss", '<rss xmlns="of\u2003many\u2003a\u2003word"', 1))


@pytest.mark.parametrize(("words", "whole"), [(149, False), (150, True)])
def test_so_many_words_may_be_all_of_an_article(tmp_path: Path, words: int, whole: bool) -> None:
    (entry,) = entries(tmp_path, ATOM.replace("So.", "word " * words))
    assert (entry.article is not None) is whole
