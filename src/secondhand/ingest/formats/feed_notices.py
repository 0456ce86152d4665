"""What a feed puts under each of its articles: where it appeared first, how to read on, whom to follow.

It is known in any language: it stands under other articles of the feed too, or leads to its own entry.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from secondhand.article import Article, Paragraph
from secondhand.ingest.formats.page.words import count_words, fold
from secondhand.ingest.opened import FeedEntry

_FEWEST: Final = 2
"""entries under which the same stands, from which on it is the feed's own"""
_MOST_WORDS: Final = 60
"""words up to which a paragraph is a notice"""
_LINKED: Final = 0.8
"""share of a paragraph's characters that lead to its own entry, from which on it only leads there"""


def clear_notices(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Return ``entries``, each article without the paragraphs at its end that are its feed's own."""
    alike = Counter(key for entry in entries for key in set(_list_keys(entry)))
    return [_clear(entry, alike) for entry in entries]


def _clear(entry: FeedEntry, alike: Counter[str]) -> FeedEntry:
    """Return ``entry`` without its notices; ``alike`` counts what stands under how many articles."""
    article = entry.article
    if article is None:
        return entry
    gone = len(
        list(takewhile(lambda p: _is_notice(p, entry, article, alike), reversed(article.paragraphs[1:])))
    )
    if not gone:
        return entry
    kept = article.paragraphs[:-gone]
    end = kept[-1].end
    return replace(
        entry,
        article=replace(
            article,
            text=article.text[:end],
            paragraphs=kept,
            hyperlinks=tuple(link for link in article.hyperlinks if link.end <= end),
            relative=tuple(one for one in article.relative if one[1] <= end),
        ),
    )


def _is_notice(paragraph: Paragraph, entry: FeedEntry, article: Article, alike: Counter[str]) -> bool:
    """Return whether ``paragraph`` stands under other articles too, or leads to its own ``entry``."""
    words = article.text[paragraph.start : paragraph.end]
    if count_words(words) > _MOST_WORDS:
        return False
    if alike[_find_key(words, entry)] >= _FEWEST:
        return True
    home = [
        link
        for link in article.hyperlinks
        if paragraph.start <= link.start < paragraph.end and _is_same(link.url, entry.url)
    ]
    linked = sum(link.end - link.start for link in home)
    titled = entry.title and any(article.text[link.start : link.end] == entry.title for link in home)
    return bool(titled) or linked >= _LINKED * len(words)


def _list_keys(entry: FeedEntry) -> Iterator[str]:
    """Yield what the last paragraphs of ``entry`` have in common with those of others."""
    if (article := entry.article) is not None:
        for p in article.paragraphs[1:]:
            yield _find_key(article.text[p.start : p.end], entry)


def _find_key(words: str, entry: FeedEntry) -> str:
    """Return ``words`` without the title of ``entry``."""
    return fold(words.replace(entry.title, " ") if entry.title else words)


def _is_same(url: str, own: str | None) -> bool:
    """Return whether ``url`` is that of the entry, its tracking marks and anchors aside."""
    return bool(own) and _strip(url) == _strip(own or "")


def _strip(url: str) -> str:
    """Return ``url`` without scheme, marks and anchor."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", url).rstrip("/")
