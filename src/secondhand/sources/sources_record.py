"""Who is heard, as a plain record: dicts, lists, strings and numbers."""

from __future__ import annotations

from typing import Any

from secondhand.sources.counting import Heard, Node, Sources
from secondhand.sources.voices import VOICES

FORMAT = "secondhand.sources/1"
"""the name and version of the record's shape"""


def sources_record(sources: Sources) -> dict[str, Any]:
    """Return ``sources`` with every count it has; all of them add up over articles."""
    return {
        "format": FORMAT,
        "words": {voice: sources.voices[voice] for voice in VOICES},
        "trees": [_node_record(tree) for tree in sources.trees],
        "speakers": [_speaker_record(heard) for heard in sources.speakers],
    }


def _node_record(node: Node) -> dict[str, Any]:
    return {
        "name": node.name,
        "type": node.type,
        "claims": node.claims,
        "words": node.words,
        "below": [_node_record(below) for below in node.below],
    }


def _speaker_record(heard: Heard) -> dict[str, Any]:
    felt = heard.attitudes.most_common()
    return {
        "name": heard.name,
        "type": heard.type,
        "role": heard.role,
        "claims": heard.claims,
        "words": heard.words,
        "kinds": dict(heard.kinds),
        "commitments": dict(heard.commitments),
        "attitudes": [{"target": to, "polarity": side, "claims": times} for (side, to), times in felt],
        "hands": {str(depth): heard.depths[depth] for depth in sorted(heard.depths)},
    }
