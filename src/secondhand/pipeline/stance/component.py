"""The component that tells how the speaker stands to the content, and the article to the claim.

Commitment from the cue, hedges, negation and questions; framing from the cue; attitudes where the cue itself
is one, or where the network finds one. The words that decided are kept as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Attitude, Claim, Polarity, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import load_hints
from secondhand.pipeline.doc.raw_attributions import load_cues
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.entities import Entity, load_entities
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.stance.attitudes import find_attitudes
from secondhand.pipeline.stance.commitment import read_commitment
from secondhand.pipeline.stance.cue import CueWords, parse_cue
from secondhand.pipeline.stance.framing import neutralize_framing, read_framing
from secondhand.pipeline.stance.learned import calibrate_felt, read_felt, weigh_stance
from secondhand.pipeline.stance.stance_settings import DEFAULTS, StanceSettings
from secondhand.pipeline.stance.targets import TargetNames, drop_repeated, find_attitudes_felt


class StanceReader:
    """Reads the stance of every claim."""

    def __init__(self, name: str, settings: StanceSettings = DEFAULTS) -> None:
        """Take the component's name and its choices."""
        self.name = name
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Set the stances of the claims on ``doc``."""
        claims = state.load_claims(doc)
        if claims:
            done = list(_read_stances(doc, claims, self.settings))
            state.store_claims(doc, done, state.load_speakers(doc))
        return doc


def _read_stances(doc: Doc, claims: Sequence[Claim], settings: StanceSettings) -> Iterator[Claim]:
    """Yield ``claims`` with their stances."""
    # What a Doc tells of itself costs as much as it is long: it is asked once.
    text, parsed = doc.text, doc if doc.has_annotation("DEP") else None
    entities, speakers = load_entities(doc), state.load_speakers(doc)
    quoted = {c.id for c in claims if c.kind == "direct"}
    feelings: dict[int, list[Feeling]] = {}
    hints = load_hints(doc)
    for feeling in hints.feelings:
        feelings.setdefault(feeling.cue[0], []).append(feeling)
    read = load_cues(doc)
    for claim in claims:
        stance = read_stance(claim, entities, parsed, settings)
        seen = read.get(claim.cue.start) if claim.cue else None
        if seen and seen.manner:
            stance = weigh_stance(stance, seen.manner, settings)
        if claim.parent in quoted:
            stance = neutralize_framing(stance)
        names = TargetNames(text, entities, speakers, hints, claim.speaker)
        here = feelings.get(claim.cue.start, []) if claim.cue else []
        felt = find_attitudes_felt(claim, here, names, settings.felt_least)
        learned = read_felt(doc, seen.felt, names, settings) if seen else ()
        found = (calibrate_felt(one, settings) for one in (*felt, *learned))
        attitudes = tuple(drop_repeated((*stance.attitudes, *found)))
        yield replace(claim, stance=replace(stance, attitudes=attitudes))


def read_stance(
    claim: Claim,
    entities: Sequence[Entity] = (),
    doc: Doc | None = None,
    settings: StanceSettings = DEFAULTS,
) -> Stance:
    """Return the stance of ``claim`` in ``doc``; ``entities`` are the names attitudes can be towards."""
    cue = parse_cue(claim.cue)
    commitment, shown = read_commitment(claim, cue, doc, settings)
    framing, framed_by = read_framing(cue)
    return Stance(commitment, framing, read_attitudes(claim, cue, entities, settings), shown, framed_by)


def read_attitudes(
    claim: Claim, cue: CueWords, entities: Sequence[Entity], settings: StanceSettings = DEFAULTS
) -> tuple[Attitude, ...]:
    """Return the attitudes that a cue states: "criticized", "praise for"."""
    polarity: Polarity
    for polarity in ("positive", "negative"):
        shown = cue.find_first(load_words("attitudes.toml", f"{polarity}_attitude"))
        if shown:
            # Who does not praise is against; who does not criticize need not be for it.
            if cue.find_negation() and polarity == "negative":
                return ()
            turned: Polarity = "negative" if cue.find_negation() else polarity
            return find_attitudes(claim, entities, turned, shown, settings)
    return ()


@Language.factory(
    "secondhand_stance", requires=["doc.spans"], assigns=["doc.spans"], default_config=asdict(DEFAULTS)
)
def make_stance(
    nlp: Language,
    name: str,
    stated_confidence: float,
    felt_offset: float,
    felt_slope: float,
    longest_target: int,
    felt_least: float,
    hedge_reach: int,
    stated_weight: float,
    unstated_weight: float,
    attitude_least: float,
) -> StanceReader:
    """Make the component; its config has the choices of ``StanceSettings``."""
    given = (stated_confidence, felt_offset, felt_slope, longest_target, felt_least, hedge_reach)
    return StanceReader(name, StanceSettings(*given, stated_weight, unstated_weight, attitude_least))
