"""Who is heard: a bar, a tree and a table on a terminal, plain lines in a pipe, or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from secondhand.article import Article
from secondhand.export.json import dumps
from secondhand.export.words import format_heading, make_console
from secondhand.record import article_record
from secondhand.safe_text import clean
from secondhand.sources import Node, Sources, phrases
from secondhand.sources.sources_record import sources_record
from secondhand.sources.voices import VOICES, Voice

_COLOURS: dict[Voice, str] = {"own": "dim", "first": "blue", "further": "yellow", "unnamed": "magenta"}
_NUMBERS = ("claims", "words")
_SHORT = (*_NUMBERS, "direct", "hand")
"""columns that are never broken into lines"""
_LONGEST = 100
"""cells of the bar at most"""


def write_json(article: Article, sources: Sources, out: TextIO) -> None:
    """Write one JSON object: what is known of the article, without its text, and every count."""
    known = article_record(article)
    named = {name: known[name] for name in ("title", "publisher", "authors", "date", "url", "credit")}
    told = sources_record(sources)
    out.write(dumps({"format": told.pop("format"), "article": named, **told}, indent=2) + "\n")


def write(title: str, sources: Sources, out: TextIO) -> None:
    """Write ``title``, the bar with what it means, the tree and the table; between tabs in a pipe."""
    screen = make_console(out)
    if screen.is_terminal:
        _write_for_eyes(title, sources, screen)
        return
    lines = [
        clean(title),
        *(f"{phrases.SIGNS[v] * 2}{phrases.share_words(sources.voices, v)}" for v in VOICES),
        "",
    ]
    for tree in sources.trees:
        lines += [*_lines(tree), ""]
    if sources.speakers:
        lines += ["\t".join(phrases.COLUMNS), *("\t".join(row) for row in _rows(sources)), ""]
    out.write("\n".join(lines) + "\n")


def write_article(article: Article, sources: Sources, out: TextIO) -> None:
    """Write ``sources`` under the title of ``article``."""
    write(format_heading(article), sources, out)


def _write_for_eyes(title: str, sources: Sources, screen: Console) -> None:
    screen.print(Text(clean(title), style="bold"))
    screen.print()
    given = phrases.share_cells(sources.voices, min(_LONGEST, screen.width))
    screen.print(Text.assemble(*((phrases.SIGNS[v] * n, _COLOURS[v]) for v, n in given.items())))
    for voice in VOICES:
        sign = (phrases.SIGNS[voice] * 2, _COLOURS[voice])
        screen.print(Text.assemble(sign, phrases.share_words(sources.voices, voice)))
    for tree in sources.trees:
        screen.print()
        screen.print(_grow(tree, Tree(Text(_label(tree, publisher=True)))))
    if not sources.speakers:
        return
    screen.print(_table(sources))


def _table(sources: Sources) -> Table:
    """Return the speakers, with less beside each other than in a pipe: there is little room."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column in ("who", *_SHORT, "stance"):
        justify: JustifyMethod = "right" if column in _NUMBERS else "left"
        table.add_column(column, justify=justify, no_wrap=column in _SHORT, overflow="fold")
    for row in _rows(sources):
        told = dict(zip(phrases.COLUMNS, row, strict=True))
        who = _below(told["who"], ", ".join(filter(None, (told["role"], told["type"]))))
        stance = _below(told["stands to it"], told["attitudes"])
        table.add_row(who, *(told[column] for column in _SHORT), stance)
    return table


def _below(above: str, below: str) -> Text:
    return Text.assemble(above, *(("\n", (below, "dim")) if below else ()))


def _rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    return (tuple(map(clean, phrases.table_row(heard))) for heard in sources.speakers)


def _label(node: Node, *, publisher: bool = False) -> str:
    return clean(phrases.node_label(node, publisher=publisher))


def _grow(node: Node, tree: Tree) -> Tree:
    for below in node.below:
        _grow(below, tree.add(Text(_label(below))))
    return tree


def _lines(node: Node, depth: int = 0) -> Iterator[str]:
    yield "  " * depth + _label(node, publisher=not depth)
    for below in node.below:
        yield from _lines(below, depth + 1)
