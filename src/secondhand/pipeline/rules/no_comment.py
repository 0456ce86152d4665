""" "She did not comment" tells of no claim; "she declined to comment" does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage

_NOT = r"(?:(?:did|do|does|has|have|had|could|would)(?:\s+not|n['’]t)|(?:could|can)\s?not\s+(?:\w+\s+)?be)"
_SILENT = re.compile(
    rf"\b{_NOT}\s+(?:\w+ly\s+)?(?:comment|respond|reply|answer|return|reached)\w*"
    r"(?=[^.;]{0,60}?(?:\bcomments?\b|\brequests?\b|\bcalls?\b|\bmessages?\b|\binquir|\bemails?\b|$))"
    r"|"
    rf"\b{_NOT}\s+(?:\w+ly\s+)?comment(?:ed)?\b"
)


def drop_no_comment(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` without those whose cue says that somebody said nothing."""
    silent = [m.span() for m in _SILENT.finditer(passage.text)]
    return [n for n in nodes if not any(_begins_in(n.attribution, start, end) for start, end in silent)]


def _begins_in(found: Attribution, start: int, end: int) -> bool:
    return start <= found.cue[0] < end
