"""``secondhand sources FILE``: who is heard in an article, or in an archive of analyses, printed."""

from __future__ import annotations

import sys

from secondhand import terminal
from secondhand.arguments import Sources
from secondhand.commands.plain import known
from secondhand.commands.read import article_at
from secondhand.sources import count_sources


def run(asked: Sources) -> int:
    """Print who is heard in the article or archive; return the exit code. Raises SecondhandError."""
    from secondhand.archive.stored import is_archive

    if is_archive(asked.source):
        return _archive(asked)
    article = article_at(asked.source, asked.known)
    found = known(article)
    heard = count_sources(article, found.claims, found.speakers)
    from secondhand.export import sources

    write = sources.write_json if asked.form == "json" else sources.write_article
    with terminal.output(utf8=asked.form == "json"):
        write(article, heard, sys.stdout)
    return 0


def _archive(asked: Sources) -> int:
    from secondhand.archive.stored import read_analyses
    from secondhand.export import archive_sources
    from secondhand.sources.summing import sum_archive

    heard = sum_archive(read_analyses(asked.source))
    write = archive_sources.write_json if asked.form == "json" else archive_sources.write
    with terminal.output(utf8=asked.form == "json"):
        write(heard, sys.stdout)
    return 0
