"""Fills in what a hand-written line leaves out: the offsets of its words, and what goes without saying."""

from __future__ import annotations

import re
from typing import Any

from tests.gold.lines import Line

Span = tuple[int, int]
PARTS = ("content", "cue", "source")
ORDER = ("id", "about", "xfail", "publisher", "authors", "date", "title", "text", "claims")


def filled(line: Line) -> Line:
    """Return ``line`` complete; raises ValueError where its words are not in its text, or more than once."""
    given = {"title": None, **line.data, "id": line.name}
    claims: dict[str, dict[str, Any]] = {}
    for number, claim in enumerate(given["claims"], 1):
        one = _claim(given, claim, number, claims)
        claims[one["id"]] = one
    given["claims"] = list(claims.values())
    return Line(line.file, line.number, {field: given[field] for field in ORDER if field in given})


def _claim(
    line: dict[str, Any], claim: dict[str, Any], number: int, before: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """Return ``claim`` complete; ``before`` are those that stand before it, parents among them."""
    parent = before.get(claim.get("parent") or "")
    chain = parent["chain"] if parent else [line["publisher"]]
    usual = {
        "id": f"c{number}",
        "parent": None,
        "kind": "indirect",
        "offsets": None,
        **{part: [] for part in PARTS},
        "speaker": None,
        "chain": [*chain, claim["speaker"]["name"]],
        "commitment": "certain",
        "framing": "neutral",
        "attitudes": [],
    }
    out = {**usual, **claim}
    out["speaker"] = {"role": None, **out["speaker"]}
    out["offsets"] = out["offsets"] or _offsets(line["text"], out)
    return out


def _offsets(text: str, claim: dict[str, Any]) -> dict[str, list[Span]]:
    """Find a claim's words: the content, the cue nearest to it, the source nearest to both."""
    content = [_only(text, words) for words in claim["content"]]
    cue = [_nearest(text, words, content) for words in claim["cue"]]
    source = [_nearest(text, words, cue or content) for words in claim["source"]]
    return {"content": content, "cue": cue, "source": source}


def _only(text: str, words: str) -> Span:
    found = _places(text, words)
    if len(found) != 1:
        raise ValueError(f"{words!r} is in the text {len(found)} times, not once: give its offsets")
    return found[0]


def _nearest(text: str, words: str, beside: list[Span]) -> Span:
    """Return where ``words`` stand next to the spans ``beside`` them, not inside one."""
    found = [p for p in _places(text, words) if not any(s < p[1] and p[0] < e for s, e in beside)]
    if not found:
        raise ValueError(f"{words!r} is not in the text, or only inside what it belongs to")
    return min(found, key=lambda place: min(max(s - place[1], place[0] - e) for s, e in beside))


def _places(text: str, words: str) -> list[Span]:
    before, after = (r"\b" if edge.isalnum() else "" for edge in (words[0], words[-1]))
    return [m.span() for m in re.finditer(f"{before}{re.escape(words)}{after}", text)]
