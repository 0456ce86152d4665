"""A list between semicolons is said whole: "Lee said the pump was old; the valve was older; and …" """

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.patterns import SENTENCE_END
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, contains

_END = re.compile(rf"{SENTENCE_END}|[.!?]?\Z")
_LAST = re.compile(r";\s(?:and|or)\s")
"""before the last part of a list"""


def continue_lists(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with what they say led on over the list it begins, where nobody else speaks there."""
    cues = [node.cue for node in walk_nodes(nodes)]
    return [_continue_list(passage.text, node, cues) for node in nodes]


def _continue_list(text: str, node: Node, cues: Sequence[Range]) -> Node:
    found = node.attribution
    start, end = found.content[-1]
    stop = _END.search(text, end)
    rest = (end, stop.start() if stop else end)
    listed = text[start : rest[1]].count(";") > 1 and _LAST.search(text, *rest) is not None
    if not listed or text[end : end + 1] != ";" or any(contains(rest, cue) for cue in cues):
        return node
    content = (*found.content[:-1], (start, rest[1]))
    return replace(node, attribution=replace(found, content=content))
