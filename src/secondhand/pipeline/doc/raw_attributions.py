"""What the heads attributed, kept on a Doc for the component that makes claims of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from secondhand.pipeline.doc.encoding import keep_on_docs
from secondhand.pipeline.doc.state import KEY
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, walk_nodes

_NAME = "attributions"


@dataclass(frozen=True, slots=True)
class RawAttributions:
    """Attributions as they were read, and what their scores are worth."""

    nodes: tuple[Node, ...] = ()
    calibration: tuple[float, ...] = ()
    """intercept and weights of the logistic regression over ``Attribution.evidence``"""


def store_attributions(doc: Doc, nodes: Sequence[Node], calibration: Sequence[float]) -> None:
    """Keep on ``doc`` what was read, in the place of what was; claims and speakers made of that go."""
    doc.spans[KEY] = []
    doc.spans[KEY].attrs = {_NAME: RawAttributions(tuple(nodes), tuple(calibration))}


def load_attributions(doc: Doc) -> RawAttributions:
    """Return what ``store_attributions`` kept on ``doc``; nothing where nobody did."""
    attrs: dict[str, Any] = doc.spans[KEY].attrs if KEY in doc.spans else {}
    kept: RawAttributions = attrs.get(_NAME, RawAttributions())
    return kept


def load_cues(doc: Doc) -> dict[int, Attribution]:
    """Return the attributions kept on ``doc`` by where their cues begin; a rule may end them elsewhere."""
    return {n.attribution.cue[0]: n.attribution for n in walk_nodes(load_attributions(doc).nodes)}


keep_on_docs(RawAttributions)
