"""What several commands take."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from secondhand.arguments.declaration import option
from secondhand.arguments.values import read_day

if TYPE_CHECKING:
    from secondhand.article import Article
    from secondhand.ingest import Bundle

# What reads is imported only when something is read: the analysis begins before that.


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the user tells of the article, which wins over what the input says."""

    publisher: str | None = option("--publisher", metavar="NAME", about="the outlet it appeared in")
    date: datetime.date | None = option(
        "--date", metavar="YYYY-MM-DD", type=read_day, about="the day it was published"
    )
    title: str | None = option("--title", metavar="TEXT", about="its headline")
    url: str | None = option("--url", metavar="URL", about="where it was published")
    language: str | None = option(
        "--language", metavar="CODE", about="what it is in; what is said to be en is analysed"
    )
    """as BCP 47 writes it; English is analysed"""

    def to_article(self) -> Article:
        """Return it as an article without a text."""
        from secondhand.article import Article

        return Article("", (), self.title, self.publisher, (), self.date, self.url, language=self.language)


def theme_option() -> Any:
    """Return the field of ``--theme``: the name of one, or None."""
    return option("--theme", metavar="NAME", about="colours: dark, light, nord, …")


def check_theme(asked: str | None) -> None:
    """Raise OptionError where a theme is ``asked`` for that there is not, though none is needed now."""
    if asked is not None:
        # Only now: Textual is imported for it.
        from secondhand.settings import Settings
        from secondhand.ui.style.chosen_theme import check_theme as check

        check(Settings(), asked)


def library_option() -> Any:
    """Return the field of ``--library``: the file of the library, None for the usual one."""
    about = "the file of the library (also: SECONDHAND_LIBRARY)"
    return option("--library", metavar="PATH", type=Path, about=about)


def open_articles(source: str, metadata: Metadata) -> Bundle:
    """Return all articles at ``source``; raises SecondhandError where there are none."""
    from secondhand.ingest import open_bundle

    return open_bundle(source, metadata.to_article())


def open_article(source: str, metadata: Metadata, number: int | None = None) -> Article:
    """Return the article at ``source``, the first or that ``number``; raises SecondhandError."""
    return open_articles(source, metadata).article(number or 1, follow=True)
