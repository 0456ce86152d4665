"""One claim a line: a table on a terminal, columns between tabs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from secondhand.article import Article
from secondhand.claim import Analysis, count_depths
from secondhand.export.words import (
    chain_names,
    format_heading,
    format_percent,
    format_stance,
    join_words,
    make_console,
    speaker_name,
)

COLUMNS = {"para": 4, "who": 10, "cue": 8, "claim": 20, "stance": 12, "through": 12, "sure": 4}
"""what stands in each column (paragraphs count from 1), and the cells it never goes below"""

_NESTED = "↳ "


def write(article: Article, analysis: Analysis, out: TextIO) -> None:
    """Write a heading, one line for each claim with its nested ones below it, and an empty line."""
    screen = make_console(out)
    if screen.is_terminal:
        _write_table(article, analysis, screen)
    else:
        lines = (format_heading(article), "\t".join(COLUMNS), *map("\t".join, _rows(analysis)))
        out.write("\n".join(lines) + "\n\n")


def _rows(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    nesting = count_depths(analysis.claims)
    for claim in analysis.claims:
        yield (
            str(claim.paragraph + 1),
            _NESTED * nesting[claim.id] + speaker_name(analysis, claim),
            join_words([claim.cue] if claim.cue else []),
            join_words(claim.content),
            format_stance(claim.stance),
            chain_names(claim.chain),
            format_percent(claim.confidence),
        )


def _write_table(article: Article, analysis: Analysis, screen: Console) -> None:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column, width in COLUMNS.items():
        table.add_column(column, min_width=width, overflow="fold")
    for row in _rows(analysis):
        table.add_row(*map(Text, row))
    screen.print(Text(format_heading(article), style="bold"))
    screen.print(table)
