""" "The Post reported, citing officials, that …" is one claim, not one of the Post's and one of citing.

The tagger reads "citing" as a cue of its own, with the rest of the sentence for its content. The claim that
was reported keeps what is said; whom it cites is left outside it, for the chain to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.dates import DATE
from secondhand.pipeline.decode import Attribution, Range
from secondhand.pipeline.reading import Node

_CITING = re.compile(r"(?:citing|quoting)", re.IGNORECASE)
_CITED = re.compile(r"[^,;:]*?(?=,|;|:|\sthat\b|$)")


def merged(text: str, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with each "citing" given up for the claim it shares its content with."""
    out = list(nodes)
    for citing in [n for n in nodes if _CITING.fullmatch(text[slice(*n.found.cue)])]:
        for index, node in enumerate(out):
            if node is not citing and _shared(node.found, citing.found):
                out[index] = replace(node, found=_without(text, node.found, citing.found))
                out.remove(citing)
                break
    return out


def _shared(one: Attribution, citing: Attribution) -> bool:
    """Whether the words "citing" is about are in good part what ``one`` says, too."""
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in one.content for t, f in citing.content)
    return 2 * both >= sum(e - s for s, e in citing.content)


def _without(text: str, found: Attribution, citing: Attribution) -> Attribution:
    """Cut whom ``citing`` names out of the content, and a date that was taken along."""
    start, end = citing.content[0]
    named = _CITED.match(text, start, end)
    stop = named.end() if named else start
    while stop < end and text[stop] in " ,;:":
        stop += 1
    pieces: list[Range] = []
    for lo, hi in found.content:
        pieces += [(lo, min(hi, start)), (max(lo, stop), hi)] if lo < stop and start < hi else [(lo, hi)]
    kept = [(lo, hi) for lo, hi in pieces if lo < hi and not DATE.fullmatch(text[lo:hi].strip(" ,"))]
    return replace(found, content=tuple(kept)) if kept else found
