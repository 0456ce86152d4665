"""Statements as W3C PROV-O in JSON-LD: what was quoted from what, who is the primary source, and whose it is.

Every statement, every member and every article is an entity; speakers and outlets are agents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from secondhand.claim import SpeakerType
from secondhand.export.json import dumps
from secondhand.export.statements.phrases import statement_words
from secondhand.export.words import join_words
from secondhand.outlets import is_same_outlet
from secondhand.safe_text import clean
from secondhand.statements.origins import list_relays
from secondhand.statements.statement import Carrier, Member, Statement, Utterer

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms:issued": {"@type": "xsd:date"},
}
_KINDS: dict[SpeakerType, str] = {"person": "prov:Person", "organization": "prov:Organization"}
Node = dict[str, Any]


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write one graph of the articles, and of every statement with its members."""
    ids = {carrier: f"urn:secondhand:article:{number}" for number, carrier in enumerate(carriers, 1)}
    graph = [_make_article(carrier, name) for carrier, name in ids.items()]
    for number, statement in enumerate(statements, 1):
        graph.extend(_list_nodes(f"urn:secondhand:statement:{number}", statement, ids))
    out.write(dumps({"@context": CONTEXT, "@graph": graph}, indent=2) + "\n")


def _make_article(carrier: Carrier, name: str) -> Node:
    told = {
        "dcterms:title": clean(carrier.title) if carrier.title else None,
        "dcterms:publisher": clean(carrier.outlet) if carrier.outlet else None,
        "dcterms:issued": carrier.date.isoformat() if carrier.date else None,
        "dcterms:source": clean(carrier.url or carrier.source),
    }
    return {"@id": name, "@type": "prov:Entity", **{key: value for key, value in told.items() if value}}


def _list_nodes(name: str, statement: Statement, articles: dict[Carrier, str]) -> Iterator[Node]:
    """Yield the nodes of one statement, of who it is given to, and of everybody who passed it on."""
    agents: dict[str, str] = {}
    relays: dict[str, str] = {}
    origin = _name_agent(name, statement.origin, agents)
    yield {
        "@id": name,
        "@type": "prov:Entity",
        "prov:value": statement_words(statement.members),
        "prov:wasAttributedTo": {"@id": origin},
    }
    yield _make_agent(origin, statement.origin)
    for number, member in enumerate(statement.members, 1):
        if member.speaker.name not in agents:
            yield _make_agent(_name_agent(name, member.speaker, agents), member.speaker)
        for link in list_relays(member):
            if link.name not in relays and _find_held(member, link.name, articles) is None:
                relays[link.name] = f"{name}:relay:{len(relays) + 1}"
                yield {"@id": relays[link.name], "@type": "prov:Entity", "rdfs:label": clean(link.name)}
        yield {
            "@id": f"{name}:member:{number}",
            "@type": "prov:Entity",
            "prov:value": join_words(member.content),
            "prov:wasAttributedTo": {"@id": agents[member.speaker.name]},
            "prov:hadPrimarySource": {"@id": name},
            "prov:wasQuotedFrom": [
                {"@id": _find_held(member, link.name, articles) or relays[link.name]}
                for link in list_relays(member)
            ],
            "dcterms:isPartOf": {"@id": articles[member.carrier]},
        }


def _name_agent(name: str, who: Utterer, agents: dict[str, str]) -> str:
    return agents.setdefault(who.name, f"{name}:agent:{len(agents) + 1}")


def _make_agent(name: str, who: Utterer) -> Node:
    return {"@id": name, "@type": _KINDS.get(who.type, "prov:Agent"), "rdfs:label": clean(who.name)}


def _find_held(member: Member, relay: str, articles: dict[Carrier, str]) -> str | None:
    """Return the article by the outlet ``relay`` among ``articles``, or None."""
    held = (c for c in articles if c != member.carrier and c.outlet and is_same_outlet(c.outlet, relay))
    return next((articles[carrier] for carrier in held), None)
