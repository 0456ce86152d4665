"""``secondhand analyze FILE…``: who says what, printed."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator

from secondhand import analysis, export, terminal
from secondhand.arguments import Analyze
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.commands.complaint import FAILED, complain
from secondhand.commands.read import bundle_at
from secondhand.errors import OptionError, SecondhandError
from secondhand.ingest import Bundle


def run(asked: Analyze) -> int:
    """Print the analysis of each article that can be read; return the exit code. Raises SecondhandError."""
    if asked.out:
        from secondhand.commands import analyze_archive

        return analyze_archive.run(asked, asked.out)
    problems: list[SecondhandError] = []
    bundles = _bundles(asked, problems)
    many = len(asked.sources)
    if many == 1:
        # Only what is in it tells how to print it: a feed holds many articles.
        opened = list(bundles)
        bundles, many = iter(opened), sum(map(len, opened))
    form = _format(asked.form, many)
    with terminal.output(utf8=form in {export.Format.JSON, export.Format.JSONL}):
        for article, found in _analyses(bundles, problems):
            export.write(form, article, found, sys.stdout)
    return FAILED if problems else 0


def _bundles(asked: Analyze, problems: list[SecondhandError]) -> Iterator[Bundle]:
    """Yield each source that can be read with its articles; tell of the others and keep why."""
    for source in asked.sources:
        try:
            yield bundle_at(source, asked.known)
        except SecondhandError as error:
            problems.append(error)
            complain(error)


def _analyses(
    bundles: Iterable[Bundle], problems: list[SecondhandError]
) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article that can be read with its analysis; tell of the others and keep why."""

    def readable() -> Iterator[Article]:
        for bundle, number in ((b, n) for b in bundles for n in range(1, len(b) + 1)):
            try:
                article = bundle.article(number)
                name = bundle.name if len(bundle) == 1 else f"Article {number} of {bundle.name}"
                analysis.check_language(article, name)
                yield article
            except SecondhandError as error:
                problems.append(error)
                complain(error)

    articles, to_analyze = itertools.tee(readable())
    return zip(articles, analysis.analyze_many(to_analyze), strict=True)


def _format(form: export.Format | None, articles: int) -> export.Format:
    """Return the format to print in, or raise OptionError where ``articles`` are too many for it."""
    if form is export.Format.JSON and articles > 1:
        raise OptionError("--format json is for one article: use --format jsonl for several.")
    if form:
        return form
    if sys.stdout.isatty():
        return export.Format.TREE
    return export.Format.JSONL if articles > 1 else export.Format.JSON
