from __future__ import annotations

import pytest

from secondhand.ingest.formats import markup
from secondhand.ingest.formats.feed_notices import clear_notices
from secondhand.ingest.opened import FeedEntry


def entry(title: str, body: str) -> FeedEntry:
    url = f"https://post.example/{title.lower()}"
    return FeedEntry(title, "Post", None, (), url, markup.article_of(body, url))


def left(*entries: FeedEntry) -> list[list[str]]:
    found = [one.article for one in clear_notices(entries)]
    return [[a.text[p.start : p.end] for p in a.paragraphs] for a in found if a]


@pytest.mark.parametrize(
    "notice",
    [
        "<p><a href='https://www.post.example/rain?utm=1'>Weiterlesen</a></p>",
        "<p>Der Beitrag <a href='https://post.example/rain'>Rain</a> erschien zuerst im Post.</p>",
    ],
)
def test_what_leads_to_its_own_entry_is_the_feeds(notice: str) -> None:
    assert left(entry("Rain", f"<p>It rained.</p>{notice}")) == [["It rained."]]


@pytest.mark.parametrize(
    "end",
    [
        "<p>See <a href='https://post.example/rain'>what we wrote</a> on the rain of June, and ask.</p>",
        "<p><a href='https://other.example/'>A study</a></p>",
    ],
)
def test_what_leads_elsewhere_or_says_more_is_the_articles(end: str) -> None:
    assert len(left(entry("Rain", f"<p>It rained.</p>{end}"))[0]) == 2


def test_what_stands_under_several_but_for_their_titles_is_the_feeds() -> None:
    bodies = [("Rain", "It rained."), ("Snow", "It snowed."), ("Sun", "It shone.")]
    found = left(*(entry(t, f"<p>{b}</p><p>{t} was in the Post. Follow us!</p>") for t, b in bodies))
    assert found == [["It rained."], ["It snowed."], ["It shone."]]


def test_what_they_have_in_common_before_the_end_or_alone_is_kept() -> None:
    one, two = entry("A", "<p>It rained.</p><p>So.</p><p>And more.</p>"), entry("B", "<p>So.</p><p>So.</p>")
    assert left(one, two) == [["It rained.", "So.", "And more."], ["So."]]
