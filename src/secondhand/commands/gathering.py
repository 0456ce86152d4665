"""Articles of files, archives and the library, with what they claim: for commands that compare many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondhand.arguments.shared import Metadata, open_articles
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.commands.complaint import complain, complain_and_go_on
from secondhand.errors import SecondhandError
from secondhand.library import Library
from secondhand.notes.correcting import apply_corrections
from secondhand.statements.members import make_carrier, make_members
from secondhand.statements.statement import Carrier, Member

Found = tuple[str, Article, Analysis]
"""what an article is known as, the article, and what it claims"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Articles that can be compared."""

    articles: tuple[tuple[Carrier, tuple[Member, ...]], ...]
    """each with what it claims, in the order they were given"""

    def list_members(self) -> list[Member]:
        """Return what all of them claim."""
        return [member for _, members in self.articles for member in members]

    def list_carriers(self) -> list[Carrier]:
        """Return the articles alone."""
        return [carrier for carrier, _ in self.articles]


def gather_members(
    sources: Sequence[str],
    metadata: Metadata,
    library: Path | None,
    problems: list[SecondhandError],
    *,
    whole_library: bool,
) -> Gathered:
    """Return the articles of ``sources``, and of the library where ``whole_library``, with what they claim.

    What cannot be read is told, and put to ``problems``. Raises LibraryError where there is no such library.
    """
    found = [*_read_sources(sources, metadata, library, problems)]
    if whole_library:
        found.extend(_read_library(library, problems))
    return Gathered(tuple(_make_carrying(found)))


def _make_carrying(found: Iterable[Found]) -> Iterator[tuple[Carrier, tuple[Member, ...]]]:
    for name, article, analysis in found:
        carrier = make_carrier(article, name)
        yield carrier, tuple(make_members(carrier, analysis))


def _read_sources(
    sources: Iterable[str], metadata: Metadata, library: Path | None, problems: list[SecondhandError]
) -> Iterator[Found]:
    from secondhand.archive.stored import is_archive, read_analyses

    for source in sources:
        with complain_and_go_on(problems):
            if is_archive(source):
                for number, (article, analysis) in enumerate(read_analyses(source), 1):
                    yield f"{source}#{number}", article, analysis
            else:
                yield from _analyze_source(source, metadata, library, problems)


def _analyze_source(
    source: str, metadata: Metadata, library: Path | None, problems: list[SecondhandError]
) -> Iterator[Found]:
    from secondhand.commands.plain import find_analysis

    bundle = open_articles(source, metadata)
    for number in range(1, len(bundle) + 1):
        with complain_and_go_on(problems):
            article = bundle.article(number, follow=True)
            name = source if len(bundle) == 1 else f"{source}#{number}"
            yield name, article, find_analysis(article, library)


def _read_library(library: Path | None, problems: list[SecondhandError]) -> Iterator[Found]:
    """Yield the articles of the library, by number; those it has no analysis of are analysed."""
    from secondhand import analysis

    with Library.open(library, make=False) as opened:
        if opened.notice:
            complain(opened.notice)
        entries = sorted(row.entry for row in opened.rows())
        if not entries:
            complain(f"the library {opened.path} has no articles yet; secondhand add FILE puts some in")
        for entry in entries:
            with complain_and_go_on(problems):
                kept = opened.notebook(entry)
                found = kept.found or analysis.analyze(kept.article)
                yield str(entry), kept.article, apply_corrections(kept.article, found, kept.corrections)
