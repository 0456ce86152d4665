"""What a page shows a paragraph as, where it is known: a heading, a caption, somebody's post.

A text of which nothing is known is left as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import NAME_PART
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range

_SIGNED = re.compile(
    rf"\s*(?P<cue>[—–―]|--?)\s*(?P<who>{NAME_PART}(?:[ \xa0]{NAME_PART}){{0,4}})(?=[\s,(]|$)"
)
"""how the last line of a post begins that says whose it is"""


def apply_kinds(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` without those of captions, none across a heading, and with what posts say."""
    if not any(passage.kinds):
        return list(nodes)
    starts = [start for start, _ in passage.paragraphs]
    apart = {at for at, kind in enumerate(passage.kinds) if kind in ("heading", "caption")}
    kept = [node for one in nodes for node in _keep_within(one, apart, starts)]
    beside = [node for node in kept if _kind_at(passage, starts, node.cue[0]) != "caption"]
    posts = list(_read_posts(passage))
    ours = [node for node in beside if not any(_is_signature(node, post) for post in posts)]
    return [*ours, *map(Node, posts)]


def _kind_at(passage: Passage, starts: Sequence[int], at: int) -> str | None:
    """Return the kind of the paragraph that ``at`` lies in."""
    return passage.kinds[max(0, bisect_right(starts, at) - 1)]


def _keep_within(node: Node, apart: set[int], starts: Sequence[int]) -> Iterator[Node]:
    """Yield ``node`` with no content that paragraphs ``apart`` part from its cue, if any is left."""
    home = bisect_right(starts, node.cue[0]) - 1
    places = [bisect_right(starts, start) - 1 for start, _ in node.attribution.content]
    content = tuple(
        span
        for span, place in zip(node.attribution.content, places, strict=True)
        if place == home or not apart.intersection((home, place))
    )
    if content:
        yield replace(node, attribution=replace(node.attribution, content=content))


def _read_posts(passage: Passage) -> Iterator[Attribution]:
    """Yield what each post says that ends with a line of its author's name."""
    for kind, group in groupby(range(len(passage.paragraphs)), key=lambda at: passage.kinds[at]):
        said: list[Range] = []
        for at in group if kind == "post" else ():
            signed = _SIGNED.match(passage.text, *passage.paragraphs[at])
            if signed and said:
                yield Attribution(
                    signed.span("cue"), (signed.span("who"),), tuple(said), at, made_by="layout"
                )
                said = []
            else:
                said.append(passage.paragraphs[at])


def _is_signature(node: Node, post: Attribution) -> bool:
    """Return whether ``node`` was read off the line that says whose the ``post`` is."""
    return node.cue[0] >= post.cue[0] and node.attribution.group == post.group
