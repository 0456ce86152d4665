"""One source → its articles, whatever its format."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from secondhand.article import Article, Provenance
from secondhand.errors import FormatError, NotFound, SecondhandError
from secondhand.ingest.decode import decode
from secondhand.ingest.fetched import Fetched
from secondhand.ingest.input_names import escape_name
from secondhand.ingest.language import add_language
from secondhand.ingest.opened import FeedEntry, Found, Opened
from secondhand.ingest.origin import add_origin
from secondhand.ingest.sniffing import find_binary_format, find_text_format, refuse_unreadable
from secondhand.ingest.source import open_source
from secondhand.ingest.surrogates import mend_article, mend_found

if TYPE_CHECKING:
    from secondhand.ingest.fetch import Call


NOTHING = Article("", ())
"""an article of which nothing is known"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The articles of one source: one, unless it is a feed, a news message or a file of records."""

    name: str
    """the source as messages name it, safe to print"""
    found: tuple[Found, ...]
    known: Article
    """what the user tells of them, which wins over what they say"""
    url: str | None = None
    """where it was fetched from"""

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.found)

    def article(self, number: int = 1, *, follow: bool = False) -> Article:
        """Return the article ``number``, from 1 on; one that is elsewhere is fetched only to ``follow`` it.

        Raises NotFound where there are not as many, and whatever keeps it from being read.
        """
        if not 1 <= number <= len(self):
            many = "1 article" if len(self) == 1 else f"{len(self)} articles"
            raise NotFound(f"{self.name} holds {many}: there is no number {number} among them.")
        found = self.found[number - 1]
        article = follow_entry(found) if follow and isinstance(found, FeedEntry) else _take(found)
        known = self.known
        overridden = replace(
            article,
            publisher=known.publisher or article.publisher,
            title=known.title or article.title,
            date=known.date or article.date,
            url=known.url or self._address(article),
            provenance=self._provenance(article, number),
        )
        language = known.language
        told = replace(overridden, language=language) if language else add_language(overridden)
        return add_origin(mend_article(told))

    def _address(self, article: Article) -> str | None:
        """Return where ``article`` was published: what it says counts only among several."""
        elsewhere = len(self) > 1 or isinstance(self.found[0], FeedEntry)
        return (article.url or self.url) if elsewhere else (self.url or article.url)

    def _provenance(self, article: Article, number: int) -> Provenance | None:
        """Return where ``article``, that ``number`` here, was had: its own, and what the user gives, win."""
        own = article.provenance
        if own and not self.known.url:
            return own
        address = self.known.url or self.url
        several = number if len(self) > 1 else None
        return Provenance(address, own.guid if own else None, several) if address else None


def read_article(
    source: str,
    *,
    publisher: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """Return the article at ``source``: a path, an http(s) address, or ``-`` for standard input.

    What is given by name wins over what the input says; of several articles it is the first. Raises
    NotFound, Unreachable or FormatError, each with one line that names the input and says what to do.
    """
    told = Article("", (), title=title, publisher=publisher, date=date, url=url, language=language)
    return open_bundle(source, told).article()


def open_bundle(source: str, known: Article = NOTHING) -> Bundle:
    """Return all articles of ``source``, given and raising as for `read_article`; what is ``known`` wins."""
    fetched = open_source(source)
    return Bundle(fetched.name, tuple(_find(fetched, known.url)), known, fetched.url)


def read_linked(url: str, call: Call) -> Article:
    """Return the article a page links to at ``url``; ``call`` may be ended by another thread.

    A page may only send us to the public internet. Raises Unreachable, NotFound or FormatError.
    """
    from secondhand.ingest.fetch import fetch

    fetched = fetch(url, linked=True, call=call)
    found, *others = islice(_find(fetched, None), 2)
    if isinstance(found, FeedEntry):
        raise FormatError(f"{fetched.name} is a feed: open one of its articles.")
    provenance = Provenance(fetched.url or url, number=1 if others else None)
    return add_origin(add_language(replace(_take(found), url=fetched.url, provenance=provenance)))


def follow_entry(entry: FeedEntry, call: Call | None = None) -> Article:
    """Return the article that ``entry`` of a feed leads to, or where that fails what the feed has of it.

    ``call`` may be ended by another thread. Raises SecondhandError where there is neither.
    """
    from secondhand.ingest.fetch import Call

    article = entry.article
    try:
        if entry.url:
            article = read_linked(entry.url, call or Call())
    except SecondhandError:
        if article is None:
            raise
    return _take(entry) if article is None else _with_entry(article, entry)


def _with_entry(article: Article, entry: FeedEntry) -> Article:
    """Return ``article`` with what the ``entry`` of its feed tells and it does not."""
    return replace(
        article,
        title=article.title or entry.title,
        publisher=article.publisher or entry.publisher,
        date=article.date or entry.date,
        changed=None if article.date or entry.date else article.changed or entry.changed,
        authors=article.authors or entry.authors,
        url=article.url or entry.url,
        provenance=article.provenance or entry.provenance,
    )


def _take(found: Found) -> Article:
    """Return the article that was found, of an entry what its feed has; raises why it cannot be read."""
    if isinstance(found, SecondhandError):
        raise found
    if isinstance(found, Article):
        return found
    if found.article is None:
        title = escape_name(found.title or "This entry")
        at = f"is at {escape_name(found.url)}: open that" if found.url else "leads nowhere"
        raise FormatError(f"{title} {at}. The feed has no more of it.")
    return _with_entry(found.article, found)


def _find(fetched: Fetched, url: str | None) -> Iterator[Found]:
    """Yield the articles in ``fetched``; ``url`` is the address the user gave for it, if any."""
    found: Iterable[Found] = _parse(fetched, url)
    empty = True
    for one in found:
        empty = False
        wordless = isinstance(one, Article) and not one.paragraphs
        yield (
            NotFound(f"{fetched.name} holds nothing to read: there are no words in it.")
            if wordless
            else mend_found(one)
        )
    if empty:
        raise NotFound(f"{fetched.name} is empty: there is nothing to read in it.")


def _parse(fetched: Fetched, url: str | None) -> Iterable[Found]:
    """Return what the module for the format of ``fetched`` makes of it."""
    opened = Opened(fetched.data, fetched.name, url=fetched.url or url)
    module = find_binary_format(fetched)
    if module is None:
        refuse_unreadable(fetched)
        opened = replace(opened, text=decode(fetched.data, fetched.name, fetched.charset))
        if not opened.text.strip():
            return ()
        module = find_text_format(opened.text, fetched)
    found: Iterable[Found] = import_module(f"secondhand.ingest.formats.{module}").articles(opened)
    return found
