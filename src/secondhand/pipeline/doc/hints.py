"""What the encoder's heads hint at, kept on a Doc for the components that come after.

They stand in the attrs of ``doc.spans["claims"]``, as the claims do; a Doc that nobody read has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from spacy.tokens import Doc

from secondhand.pipeline.doc.encoding import keep_on_docs
from secondhand.pipeline.doc.state import KEY
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Ints, Syntax

_NAME = "hints"
LEAST_LIKELY = 0.05
"""an antecedent less likely than this is none"""


@dataclass(frozen=True, slots=True)
class Hints:
    """Hints, by the offset of the word they are about."""

    antecedents: Mapping[int, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    """a word → where what it means was spoken of before, and how likely each is, the likeliest first"""
    facts: Mapping[int, float] = field(default_factory=dict)
    """a predicate → how factual it is presented, −3 … 3"""
    feelings: tuple[Feeling, ...] = ()


def store_hints(
    doc: Doc, read: Sequence[Syntax], asked: Mapping[str, Ints], starts: Ints, felt: Sequence[Feeling]
) -> None:
    """Keep on ``doc`` what was read; ``starts`` are its tokens' offsets.

    ``asked`` numbers the tokens that antecedents ("mentions") and facts ("predicates") are kept of.
    """
    antecedents: dict[int, tuple[tuple[int, float], ...]] = {}
    facts: dict[int, float] = {}
    for syntax in read:
        for i in np.flatnonzero(np.isin(syntax.token, asked["mentions"])).tolist():
            chances = zip(syntax.antecedent[i].tolist(), syntax.sure[i].tolist(), strict=True)
            own = int(syntax.token[i])
            likely = [(to, sure) for to, sure in chances if to != own and sure >= LEAST_LIKELY]
            if likely:
                antecedents[int(starts[own])] = tuple(
                    (int(starts[to]), round(sure, 3)) for to, sure in likely
                )
        for i in np.flatnonzero(np.isin(syntax.token, asked["predicates"])).tolist():
            facts[int(starts[syntax.token[i]])] = round(float(syntax.fact[i]), 2)
    feelings = tuple(replace(f, against=round(f.against, 3), for_=round(f.for_, 3)) for f in felt)
    doc.spans[KEY].attrs[_NAME] = Hints(antecedents, facts, feelings)


def load_hints(doc: Doc) -> Hints:
    """Return what ``store_hints`` kept on ``doc``; nothing where nobody did."""
    attrs: dict[str, Any] = doc.spans[KEY].attrs if KEY in doc.spans else {}
    kept: Hints = attrs.get(_NAME, Hints())
    return kept


keep_on_docs(Hints)
