"""Statements in each format. To accept new golden files, run with SECONDHAND_WRITE_GOLDEN=1."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from pyld import jsonld

from secondhand.claim import Link, Span
from secondhand.export.statements import StatementsFormat, write_statements
from secondhand.export.statements.phrases import carrier_name, count_line, elsewhere_line
from secondhand.safe_text import UNSAFE
from secondhand.statements.findings import list_findings
from secondhand.statements.origins import find_origin, list_origins
from secondhand.statements.statement import Carrier, Join, Member, Statement
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, who

GOLDEN = Path(__file__).parent / "golden" / "statements"
HOSTILE = 'rates <script>alert(1)</script> "will" \\ stay\x1b[31m'
PROV = "http://www.w3.org/ns/prov#"


def _member(at: int, carrier: object, text: str, *via: str, **known: object) -> Member:
    given = {"kind": "indirect", "speaker": DOE, "commitment": "certain", "framing": "neutral"} | known
    chain = (
        Link(carrier.outlet, "organization", "published"),  # type: ignore[attr-defined]
        *(Link(name, "organization", "reported") for name in via),
        Link(given["speaker"].name, "person", "said"),  # type: ignore[attr-defined]
    )
    content = (Span(at, at + len(text), text),)
    return Member(carrier, f"c{at}", content=content, chain=chain, own=text, **given)  # type: ignore[arg-type]


MEMBERS = (
    _member(0, REUTERS, "that rates may stay where they are", commitment="possible"),
    _member(40, STAR, "that rates will stay", "Reuters"),
    _member(80, HERALD, HOSTILE, "Evening <Post>", speaker=who("Richard Roe")),
)
JOINS = (Join(0, 1, "the same meaning", 0.8765432), Join(0, 2, "the same meaning", 0.61))
STATEMENT = Statement(
    MEMBERS, JOINS, find_origin(MEMBERS), list_origins(MEMBERS), list_findings(MEMBERS, JOINS)
)


def _write(form: StatementsFormat) -> str:
    out = io.StringIO()
    write_statements(form, [REUTERS, STAR, HERALD], [STATEMENT], out)
    return out.getvalue()


@pytest.mark.parametrize("form", StatementsFormat)
def test_the_bytes_are_a_contract(form: StatementsFormat) -> None:
    told, file = _write(form), GOLDEN / f"statements.{form}"
    if os.environ.get("SECONDHAND_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(told.encode())
    assert told == file.read_bytes().decode()
    assert not UNSAFE.search(told.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("form", StatementsFormat)
def test_no_statement_is_written_too(form: StatementsFormat) -> None:
    out = io.StringIO()
    write_statements(form, [REUTERS], [], out)
    assert out.getvalue()


def test_prov_is_read_back_by_another_library() -> None:
    nodes = {node["@id"]: node for node in jsonld.expand(json.loads(_write(StatementsFormat.PROV)))}
    star = nodes["urn:secondhand:statement:1:member:2"]
    assert star[f"{PROV}wasQuotedFrom"] == [{"@id": "urn:secondhand:article:1"}]
    assert star[f"{PROV}hadPrimarySource"] == [{"@id": "urn:secondhand:statement:1"}]
    (agent,) = star[f"{PROV}wasAttributedTo"]
    assert nodes[agent["@id"]]["@type"] == [f"{PROV}Person"]
    referred = {ref["@id"] for node in nodes.values() for key, values in node.items() if key.startswith(PROV)
                for ref in values if isinstance(ref, dict) and "@id" in ref}  # fmt: skip
    assert referred <= nodes.keys()


def test_graphml_has_a_step_from_each_who_passed_it_on() -> None:
    graph = fromstring(_write(StatementsFormat.GRAPHML))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    names = {
        node.get("id"): node.findtext(f"{space}data[@key='name']") for node in graph.iter(f"{space}node")
    }
    steps = {(names[e.get("source")], names[e.get("target")]) for e in graph.iter(f"{space}edge")}
    assert steps == {
        ("Jane Doe", "Reuters"),
        ("Reuters", "Daily Star"),
        ("Richard Roe", "Evening <Post>"),
        ("Evening <Post>", "Herald"),
    }


def test_the_page_has_no_markup_of_an_article() -> None:
    assert "<script" not in _write(StatementsFormat.HTML)
    assert "Evening &lt;Post&gt;" in _write(StatementsFormat.HTML)


def test_the_style_of_the_page_is_the_one_its_policy_allows() -> None:
    page = _write(StatementsFormat.HTML)
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page


def test_nothing_is_first_where_a_date_is_missing() -> None:
    undated = replace(
        STATEMENT, members=(replace(MEMBERS[0], carrier=replace(REUTERS, date=None)), *MEMBERS[1:])
    )
    assert count_line(STATEMENT).endswith(", first in Reuters, 7 March 2026")
    assert count_line(undated) == "in 3 articles, on 2 independent origins"
    assert elsewhere_line(STATEMENT, "reuters.txt") == "Also in 2 others, first here"
    assert elsewhere_line(undated, "star.txt") == "Also in 2 others"


def test_an_article_of_the_library_is_known_by_its_title_where_no_outlet_is() -> None:
    assert carrier_name(Carrier("16", "Rates", None)) == "“Rates”"
    assert carrier_name(Carrier("16", "Rates", "Reuters")) == "Reuters"
    assert carrier_name(Carrier("16")) == "16"
    assert carrier_name(Carrier("rates.txt", "Rates")) == "rates.txt"
