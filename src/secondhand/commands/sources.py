"""``secondhand sources FILE``: who is heard in an article, printed."""

from __future__ import annotations

import sys

from secondhand import analysis, terminal
from secondhand.arguments import Sources
from secondhand.commands.read import article_at
from secondhand.sources import counted


def run(asked: Sources) -> int:
    """Print who is heard in the article; return the exit code. Raises SecondhandError."""
    article = article_at(asked.source, asked.known)
    found = analysis.analyze(article)
    heard = counted(article, found.claims, found.speakers)
    from secondhand.export import sources

    write = sources.write_json if asked.form == "json" else sources.write_article
    with terminal.output(utf8=asked.form == "json"):
        write(article, heard, sys.stdout)
    return 0
