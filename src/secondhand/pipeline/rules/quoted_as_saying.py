""" "X quoted Y as saying that …" and "Y was quoted by X as saying that …" are one claim, Y's.

X is left to the chain, which finds who quoted in the words before the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, contains

_WORDS = r"[^.;:()\"“”\n]"
_SAYING = r"as (?:saying|telling|writing)\b"
_QUOTED = re.compile(
    rf"(?:\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?quoted\s+{_WORDS}{{0,80}}?(?P<passive>{_SAYING})"
    rf"|\bquot(?:ed|es|ing)\s+(?P<who>{_WORDS}{{2,120}}?)\s+(?P<active>{_SAYING}))"
)


def join_quoted_as_saying(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those found by the parts of "quoted … as saying" made one."""
    out = list(nodes)
    for match in _QUOTED.finditer(passage.text):
        mine = [n for n in out if contains(match.span(), n.cue)]
        made = _join(match, mine)
        if made:
            out = [n for n in out if n not in mine]
            out.append(made)
    return out


def _join(match: re.Match[str], mine: Sequence[Node]) -> Node | None:
    """The node that says what was said: the last part found that has a content after "saying"."""
    active = match["active"] is not None
    fits = [n for n in walk_nodes(mine) if any(e > match.end() for _, e in n.attribution.content)]
    if not fits:
        return None
    last = max(fits, key=lambda n: (n.cue[1], bool(n.attribution.source), n.attribution.cue_score))
    content = tuple(
        (max(s, _find_content_start(match)), e)
        for s, e in last.attribution.content
        if e > _find_content_start(match)
    )
    source = (match.span("who"),) if active else _find_source(match, fits)
    cue = match.span("active") if active else match.span()
    return replace(last, attribution=replace(last.attribution, cue=cue, source=source, content=content))


def _find_content_start(match: re.Match[str]) -> int:
    """Where what was said may begin."""
    end = match.end()
    return end + (match.string[end : end + 1] == " ")


def _find_source(match: re.Match[str], nodes: Sequence[Node]) -> tuple[Range, ...]:
    """The source: one that was found, or else a piece of content before the cue."""
    sources = [
        n.attribution.source
        for n in nodes
        if n.attribution.source and n.attribution.source[0][1] <= match.start()
    ]
    pieces = [(s, e) for n in nodes for s, e in n.attribution.content if e <= match.start()]
    return sources[-1] if sources else tuple(pieces[-1:])
