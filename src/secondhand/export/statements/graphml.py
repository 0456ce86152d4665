"""Statements as GraphML, for networkx, Gephi and yEd: one graph, its nodes told apart by statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from secondhand.export.statements.phrases import statement_words
from secondhand.safe_text import clean
from secondhand.statements.statement import Carrier, Statement
from secondhand.statements.ways import list_ways

_KEYS = ("name", "kind", "statement")


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write one directed graph, from speakers to articles."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for key in _KEYS:
        SubElement(root, "key", {"id": key, "for": "node", "attr.name": key, "attr.type": "string"})
    graph = SubElement(root, "graph", edgedefault="directed")
    for number, statement in enumerate(statements):
        _add_statement(graph, number, statement)
    indent(root)
    out.write(tostring(root, encoding="unicode", xml_declaration=True) + "\n")


def _add_statement(graph: Element, number: int, statement: Statement) -> None:
    ways = list_ways(statement)
    ids = {stop.key: f"s{number}_{at}" for at, stop in enumerate(ways.stops)}
    words = statement_words(statement.members)
    for stop in ways.stops:
        node = SubElement(graph, "node", id=ids[stop.key])
        for key, value in zip(_KEYS, (clean(stop.name), stop.kind, words), strict=True):
            SubElement(node, "data", key=key).text = value
    for one, other in ways.steps:
        SubElement(graph, "edge", source=ids[one], target=ids[other])
