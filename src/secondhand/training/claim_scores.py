"""Scores of whole claims against articles annotated with speakers, chains and stance.

Claims are paired one to one, outermost with outermost and nested with nested, by the overlap of their
contents and cues. A pair counts as found where contents overlap by half (characters, intersection over
union), or where cues overlap and the content has three words at most. Shares are in per cent of the claims
found; ``chain_deep`` is of all chains of three links or more, ``nested`` of all nested claims.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from secondhand.analysis import analyze_many
from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Span
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.origin import add_origin
from secondhand.training.score import characters, overlap

_LEFT_OUT = {
    "the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "senator", "rep", "gov", "governor", "president",
    "president-elect", "prime", "minister", "king", "queen", "sir", "secretary", "spokesman", "spokeswoman",
    "spokesperson", "professor", "prof", "newspaper", "news", "agency", "former", "chairman", "director",
    "attorney", "general", "s",
}  # fmt: skip
"""words that do not tell one name from another"""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and ours."""

    gold: dict[str, Any]
    claim: Claim


def scores(folder: Path, rules: tuple[str, ...] | None = None) -> dict[str, float]:
    """Analyse the articles in ``folder`` and return every figure; ``rules`` names those that run."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    articles = [article_of(record) for record in records]
    count: Counter[str] = Counter()
    for record, article, found in zip(records, articles, analyze_many(articles, rules), strict=True):
        _add(count, record["claims"], article, found)
    return _figures(count)


def article_of(record: dict[str, Any]) -> Article:
    """Return the article of a gold record, as it would be read from a file that tells as much."""
    made = from_plain(record["text"])
    told = date.fromisoformat(record["date"]) if record.get("date") else made.date
    return add_origin(replace(made, publisher=record["publisher"], date=told, title=record.get("title")))


def _add(count: Counter[str], gold: Sequence[dict[str, Any]], article: Article, found: Analysis) -> None:
    flat = list(_pair(article.text, gold, found.claims, nested=False))
    deep = list(_pair(article.text, gold, found.claims, nested=True))
    count["gold"] += sum(g.get("parent") is None for g in gold)
    count["ours"] += sum(c.parent is None for c in found.claims)
    count["found"] += len(flat)
    count["nested"] += sum(g.get("parent") is not None for g in gold)
    count["nested_found"] += len(deep)
    count["deep"] += sum(len(g["chain"]) >= 3 for g in gold)
    for pair in flat:
        _judge(count, pair, found)
    for pair in deep:
        count["nested_right"] += _judge(count, pair, found)


def _judge(count: Counter[str], pair: Pair, found: Analysis) -> bool:
    """Add what is right about one pair; return whether its speaker is."""
    gold, claim = pair.gold, pair.claim
    speaker = found.speaker(claim)
    right = speaker_is_right(pair, found)
    chain = [link.name for link in claim.chain]
    wanted = chain_wanted(pair)
    count.update(pairs=1, speaker=right, chain=wanted is not None, kind=gold["kind"] == claim.kind)
    count["deep_right"] += wanted is not None and len(gold["chain"]) >= 3
    count["commitment"] += gold["commitment"] == claim.stance.commitment
    count["framing"] += gold["framing"] == claim.stance.framing
    if role := gold["speaker"].get("role"):
        mine = speaker.role if speaker and speaker.role else ""
        count.update(roles=1, role=bool(set(_words(role)) & set(_words(mine))) if mine else 0)
    links, ours = (wanted or gold["chain"])[1:], chain[1:]
    count.update(links=len(links), links_ours=len(ours), links_right=len(_match(links, ours)))
    felt = [(a["target"], a["polarity"]) for a in gold["attitudes"]]
    mine_felt = [(a.target, a.polarity) for a in claim.stance.attitudes]
    hits = sum(any(p == q and same(t, u) for u, q in mine_felt) for t, p in felt)
    count.update(felt=len(felt), felt_ours=len(mine_felt), felt_right=hits)
    return right


def pairs(text: str, gold: Sequence[dict[str, Any]], ours: Sequence[Claim]) -> Iterator[Pair]:
    """Yield the gold claims found, outermost and nested, each with ours."""
    for nested in (False, True):
        yield from _pair(text, gold, ours, nested=nested)


def speaker_is_right(pair: Pair, found: Analysis) -> bool:
    """Say whether the claim's speaker is the gold one."""
    speaker = found.speaker(pair.claim)
    return same(pair.gold["speaker"]["name"], speaker.name if speaker else "unknown")


def chain_wanted(pair: Pair) -> Sequence[str] | None:
    """Return the gold chain, or the alternative to it, that the claim's chain is; None where it is wrong."""
    chain = [link.name for link in pair.claim.chain]
    allowed = [pair.gold["chain"], *pair.gold.get("chain_alt", [])]
    return next((c for c in allowed if chain_right(c, chain)), None)


def _figures(count: Counter[str]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return round(100 * count[part] / max(1, count[whole]), 1)

    def f1(right: str, one: str, other: str) -> float:
        return round(200 * count[right] / max(1, count[one] + count[other]), 1)

    return {
        "found": f1("found", "gold", "ours"),
        "nested": share("nested_right", "nested"),
        "nested_found": share("nested_found", "nested"),
        **{name: share(name, "pairs") for name in ("kind", "speaker", "chain", "commitment", "framing")},
        "role": share("role", "roles"),
        "links": f1("links_right", "links", "links_ours"),
        "chain_deep": share("deep_right", "deep"),
        "attitudes": f1("felt_right", "felt", "felt_ours"),
    }


def _pair(
    text: str, gold: Sequence[dict[str, Any]], ours: Sequence[Claim], *, nested: bool
) -> Iterator[Pair]:
    golds = [g for g in gold if (g.get("parent") is not None) == nested]
    mine = [c for c in ours if (c.parent is not None) == nested]
    wanted = [[characters(text, g["offsets"][part]) for part in ("content", "cue")] for g in golds]
    given = [
        [characters(text, _ranges(spans)) for spans in (c.content, (c.cue,) if c.cue else ())] for c in mine
    ]
    ranked = sorted(
        (
            (overlap(g[0], p[0]) + 0.3 * _overlap(g[1], p[1]), i, j)
            for i, g in enumerate(wanted)
            for j, p in enumerate(given)
            if g[0] & p[0] or g[1] & p[1]
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i in used[0] or j in used[1]:
            continue
        short = len(" ".join(golds[i]["content"]).split()) <= 3
        if overlap(wanted[i][0], given[j][0]) >= 0.5 or (short and wanted[i][1] & given[j][1]):
            used[0].add(i)
            used[1].add(j)
            yield Pair(golds[i], mine[j])


def _ranges(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return overlap(one, other) if one or other else 0.0


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w&]+", name.lower().replace("’", "'"))
    return [w for w in words if w not in _LEFT_OUT] or words


def same(one: str, other: str) -> bool:
    """Say whether two names can be those of one speaker."""
    short, full = sorted((_words(one), _words(other)), key=len)
    if not short:
        return not full
    return short == full or full[-len(short) :] == short or set(short) <= set(full)


def chain_right(gold: Sequence[str], ours: Sequence[str]) -> bool:
    """Say whether every link after the publisher is right, and none is missing or too many."""
    links = zip(gold[1:], ours[1:], strict=False)
    return len(gold) == len(ours) and all(same(a, b) for a, b in links)


def _match(gold: Sequence[str], ours: Sequence[str]) -> list[str]:
    left, out = list(ours), []
    for link in gold:
        hit = next((name for name in left if same(link, name)), None)
        if hit is not None:
            left.remove(hit)
            out.append(hit)
    return out
