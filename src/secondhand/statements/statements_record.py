"""Statements as plain records: dicts, lists, strings and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from secondhand.conversion import to_plain
from secondhand.statements.statement import Carrier, Member, Statement, Utterer

FORMAT = "secondhand.statements/1"
"""the name and version of the record's shape"""
_DIGITS = 4


def statements_record(carriers: Iterable[Carrier], statements: Iterable[Statement]) -> dict[str, Any]:
    """Return ``statements`` found in the articles ``carriers``; offsets are code points into their texts."""
    return {
        "format": FORMAT,
        "articles": [_carrier_record(carrier) for carrier in carriers],
        "statements": [statement_record(statement) for statement in statements],
    }


def statement_record(statement: Statement) -> dict[str, Any]:
    """Return ``statement`` with its members, how they are joined, and what is worth a look."""
    return {
        "origin": _utterer_record(statement.origin),
        "independent_origins": [_utterer_record(origin) for origin in statement.origins],
        "first": _carrier_record(statement.first.carrier),
        "outlets": list(dict.fromkeys(c.outlet for c in statement.carriers if c.outlet)),
        "members": [member_record(member) for member in statement.members],
        "joins": [
            to_plain(join) | {"confidence": round(join.confidence, _DIGITS)} for join in statement.joins
        ],
        "findings": [to_plain(finding) for finding in statement.findings],
    }


def member_record(member: Member) -> dict[str, Any]:
    """Return ``member`` with the article it stands in, and the way it came there."""
    return {
        **_carrier_record(member.carrier),
        "claim": member.claim,
        "kind": member.kind,
        "content": [to_plain(span) for span in member.content],
        "speaker": _utterer_record(member.speaker),
        "chain": [
            {"name": c.name, "type": c.type, "relation": c.relation, "when": c.when} for c in member.chain
        ],
        "commitment": member.commitment,
        "framing": member.framing,
        "confidence": round(member.confidence, _DIGITS),
    }


def _carrier_record(carrier: Carrier) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(carrier)
    return plain | {"date": carrier.date.isoformat() if carrier.date else None}


def _utterer_record(utterer: Utterer) -> dict[str, Any]:
    return {"name": utterer.name, "type": utterer.type, "role": utterer.role}
