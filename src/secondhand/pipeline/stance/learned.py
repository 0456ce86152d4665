"""What the manner head says of a claim, weighed against the words that state its stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log
from typing import TypeVar

from spacy.tokens import Doc

from secondhand.claim import Attitude, Polarity, Span, Stance
from secondhand.pipeline.confidence import estimate_chance, find_log_odds
from secondhand.pipeline.network.contents import Felt
from secondhand.pipeline.network.manner import COMMITMENTS, FRAMINGS, Manner
from secondhand.pipeline.stance.stance_settings import DEFAULTS, StanceSettings
from secondhand.pipeline.stance.targets import TargetNames

Name = TypeVar("Name", bound=str)


def weigh_stance(found: Stance, manner: Manner, settings: StanceSettings = DEFAULTS) -> Stance:
    """Return ``found``, which the words state, with the commitment and framing that are likeliest in all.

    Words that stated something else are no longer evidence.
    """
    weights = settings.unstated_weight, settings.stated_weight
    more = [weights[bool(shown)] for shown in (found.commitment_evidence, found.framing_evidence)]
    committed = _choose(COMMITMENTS, manner.commitment, found.commitment, more[0])
    framed = _choose(FRAMINGS, manner.framing, found.framing, more[1])
    return replace(
        found,
        commitment=committed,
        framing=framed,
        commitment_evidence=found.commitment_evidence if committed == found.commitment else (),
        framing_evidence=found.framing_evidence if framed == found.framing else (),
    )


def _choose(names: Sequence[Name], chances: Sequence[float], stated: Name, more: float) -> Name:
    """Return the likeliest of ``names``, where ``stated`` is worth ``more`` as words say it."""
    scores = {name: log(chance + 1e-6) for name, chance in zip(names, chances, strict=True)}
    scores[stated] += more
    return max(names, key=scores.__getitem__)


def read_felt(
    doc: Doc, felt: Sequence[Felt], names: TargetNames, settings: StanceSettings = DEFAULTS
) -> Iterator[Attitude]:
    """Yield the attitudes of a claim on ``doc`` to what something is felt about, the surest of each."""
    best: dict[str, Attitude] = {}
    for one in felt:
        polarity: Polarity = "positive" if one.for_ > one.against else "negative"
        sure = round(max(one.for_, one.against), 4)
        target = names.find_target(doc, one.start, one.end) if sure >= settings.attitude_least else None
        if target and (target not in best or best[target].confidence < sure):
            shown = Span(one.start, one.end, names.text[one.start : one.end])
            best[target] = Attitude(target, polarity, sure, (shown,))
    yield from best.values()


def calibrate_felt(found: Attitude, settings: StanceSettings = DEFAULTS) -> Attitude:
    """Return an attitude that the network ``found`` with how often such ones are right (Platt, 1999)."""
    odds = (find_log_odds(found.confidence),)
    return replace(found, confidence=estimate_chance(odds, (settings.felt_offset, settings.felt_slope)))
