"""What an analysis has otherwise than a gold line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from secondhand.claim import Analysis, Claim
from secondhand.pipeline.mentions.entities import fold_name
from secondhand.training.score import characters, overlap, pair

HALF = 0.5
"""overlap of two contents that are the same one: characters, intersection over union"""
SHORT = 3
"""words of a content so short that the cue tells as well whether it was found"""

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)

Ranges = dict[str, Sequence[Sequence[int]]]


def problems(data: dict[str, Any], analysis: Analysis) -> list[str]:
    """Return in a few words each what ``analysis`` has otherwise than the line ``data``."""
    gold, ours = data["claims"], analysis.claims
    pairs = paired(data["text"], gold, ours)
    out = [f"{g['id']} not found" for g in gold if g["id"] not in pairs]
    if len(ours) > len(gold):
        more = [(c.cue or c.content[0]).text for c in ours if c not in pairs.values()]
        out.append(f"{len(ours)} claims, not {len(gold)}: {', '.join(more)}")
    for wanted in gold:
        if wanted["id"] in pairs:
            out += [f"{wanted['id']} {p}" for p in _differences(wanted, pairs, analysis)]
    return out


def paired(text: str, gold: list[dict[str, Any]], ours: tuple[Claim, ...]) -> dict[str, Claim]:
    """Return our claim for each gold claim that was found, by the gold one's id."""
    golds, given = [g["offsets"] for g in gold], [_ranges(claim) for claim in ours]
    return {
        gold[i]["id"]: ours[j] for i, j, *_ in pair(text, golds, given) if _same(text, golds[i], given[j])
    }


def _ranges(claim: Claim) -> Ranges:
    parts = {"content": claim.content, "cue": (claim.cue,) if claim.cue else (), "source": claim.source}
    return {part: [(s.start, s.end) for s in spans] for part, spans in parts.items()}


def _same(text: str, gold: Ranges, ours: Ranges) -> bool:
    if overlap(characters(text, gold["content"]), characters(text, ours["content"])) >= HALF:
        return True
    words = sum(len(text[start:end].split()) for start, end in gold["content"])
    return words <= SHORT and bool(characters(text, gold["cue"]) & characters(text, ours["cue"]))


def _differences(wanted: dict[str, Any], pairs: dict[str, Claim], analysis: Analysis) -> Iterator[str]:
    """Yield what the claim found for ``wanted`` has otherwise."""
    claim = pairs[wanted["id"]]
    speaker = analysis.speaker(claim)
    parent = pairs.get(wanted["parent"] or "")
    if claim.parent != (parent.id if parent else None) and (parent or not wanted["parent"]):
        yield f"parent: {claim.parent}, not {wanted['parent']}"
    name, role = (speaker.name, speaker.role) if speaker else ("unknown", None)
    if _key(name) != _key(wanted["speaker"]["name"]):
        yield f"speaker: {name}, not {wanted['speaker']['name']}"
    if wanted["speaker"]["role"] and _key(role or "") != _key(wanted["speaker"]["role"]):
        yield f"role: {role}, not {wanted['speaker']['role']}"
    links = [link.name for link in claim.chain]
    if [_key(link) for link in links] != [_key(link) for link in wanted["chain"]]:
        yield f"chain: {' → '.join(links)}, not {' → '.join(wanted['chain'])}"
    stance = claim.stance
    labels = {"kind": claim.kind, "commitment": stance.commitment, "framing": stance.framing}
    yield from (f"{what}: {is_}, not {wanted[what]}" for what, is_ in labels.items() if is_ != wanted[what])
    felt = {(_key(a.target), a.polarity) for a in stance.attitudes}
    for one in wanted["attitudes"]:
        if (_key(one["target"]), one["polarity"]) not in felt:
            yield f"attitude: not {one['polarity']} to {one['target']}"


def _key(name: str) -> tuple[str, ...]:
    """Return the words of a name or a role, folded, without titles and the article before it."""
    return fold_name(_ARTICLE.sub("", name))
