"""The component that tells who a source mention means: names, aliases, noun phrases, pronouns.

The candidates for each source are ranked by what was learned from many articles; where the layout tells who
speaks, that goes first. "Nobody" and "somebody new" are candidates like others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from secondhand.claim import Claim, Span, Speaker, Trace
from secondhand.pipeline.doc import state
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import roles
from secondhand.pipeline.mentions.entities import Entity, gather_entities, is_person, store_entities
from secondhand.pipeline.mentions.mention import Mention, parse_mention
from secondhand.pipeline.mentions.told_roles import give_roles
from secondhand.pipeline.speakers.answer import Answer
from secondhand.pipeline.speakers.descriptions import find_descriptions
from secondhand.pipeline.speakers.ranking import Ranking
from secondhand.pipeline.speakers.resolve import resolve_source
from secondhand.pipeline.speakers.scene import Scene

SHIPPED = Path(__file__).parents[1] / "en_secondhand" / "secondhand_speakers"


class SpeakerResolver(Pipe):
    """Names the speaker of every claim."""

    def __init__(self, name: str, weights: Path = SHIPPED) -> None:
        """Rank by what is in folder ``weights``, opened when it is first needed."""
        self.name = name
        self.weights = weights

    @cached_property
    def ranking(self) -> Ranking:
        """What was learned of candidates; raises OSError where it is missing."""
        return Ranking.from_disk(self.weights)

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the claims on ``doc``."""
        claims = state.load_claims(doc)
        if not claims:
            return doc
        scene = read_scene(doc)
        answers = {claim.id: self._resolve(scene, claim) for claim in claims}
        give_told_roles(scene)
        speakers, ids = _make_speakers(scene)
        state.store_claims(doc, [_set_speaker(claim, answers[claim.id], ids) for claim in claims], speakers)
        store_entities(doc, scene.entities)
        return doc

    def _resolve(self, scene: Scene, claim: Claim) -> Answer:
        answer = resolve_source(scene, claim, self.ranking)
        scene.add_turn(claim, answer.entity)
        if answer.entity is not None:
            answer.entity.role = _find_role_in_source(answer.entity, claim) or answer.entity.role
        return answer

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return what was learned of candidates."""
        return self.ranking.to_bytes()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> SpeakerResolver:
        """Take what was learned from ``to_bytes``."""
        self.ranking = Ranking.from_bytes(data)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write what was learned into folder ``path``."""
        self.ranking.to_disk(Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> SpeakerResolver:
        """Take what was learned from folder ``path``; raises OSError where it is missing."""
        self.weights = Path(path)
        self.__dict__.pop("ranking", None)
        return self


def read_scene(doc: Doc) -> Scene:
    """Return the scene of ``doc`` before anybody spoke, everybody with the role the article gives."""
    entities = gather_entities(doc)
    give_roles(doc, entities)
    scene = Scene.read(doc, entities)
    for entity, told in find_descriptions(scene):
        entity.role = entity.role or told
    return scene


def _set_speaker(claim: Claim, answer: Answer, ids: Mapping[int, str]) -> Claim:
    """Return ``claim`` with its speaker, with how that was found, and how likely it is by the ranking."""
    other = answer.runner_up
    trace = replace(
        claim.trace or Trace(),
        speaker=answer.how,
        runner_up=other.name if other else None,
        chance=None if answer.chance is None else round(answer.chance, 4),
    )
    speaker = ids[id(answer.entity)] if answer.entity else None
    return replace(claim, speaker=speaker, resolution=answer.resolution, trace=trace)


def _find_role_in_source(entity: Entity, claim: Claim) -> str | None:
    """Return the role a source like "the Vermont senator" tells of somebody named, if that is news."""
    told = roles.read_role(claim.source[0].text) if claim.source else None
    if told is None or entity.type != "person" or not entity.mentions:
        return None
    return told if not entity.role or entity.role in told else None


def give_told_roles(scene: Scene) -> None:
    """Give those named, but without a role, the fullest description by which they spoke: "the owner"."""
    told: dict[int, list[str]] = {}
    for turn in scene.turns:
        entity = turn.entity
        if entity is not None and entity.mentions and not entity.role and turn.claim.source:
            source = turn.claim.source[0]
            found = parse_mention(source.text, [])
            named = scene.names_in(source.start, source.end)
            if found.definite and not named and _can_be_role(found, entity):
                told.setdefault(id(entity), []).append(found.name)
    for entity in scene.entities:
        entity.role = entity.role or max(told.get(id(entity), ()), key=lambda d: len(d.split()), default=None)


def _can_be_role(found: Mention, entity: Entity) -> bool:
    """Whether a noun phrase tells what one somebody is, by a noun for a body or for a person."""
    if found.kind != "nominal" or found.head != found.singular:
        return False
    if found.head in load_words("organizations.toml", "organization"):
        return entity.type != "person" or len(entity.key) == 1
    return entity.type == "person" and is_person(found.head)


def _make_speakers(scene: Scene) -> tuple[list[Speaker], dict[int, str]]:
    """Make the list of speakers, and ids by entity."""
    mine: dict[int, list[Span]] = {}
    for start, end, entity in scene.sources:
        mine.setdefault(id(entity), []).append(Span(start, end, scene.text[start:end]))
    ids: dict[int, str] = {}
    out: list[Speaker] = []
    heard = {id(turn.entity) for turn in scene.turns}
    for entity in [m for m in scene.entities if id(m) in heard]:
        ids[id(entity)] = f"s{len(out) + 1}"
        spans = tuple(sorted(_list_mentions(scene, entity, mine.get(id(entity), [])), key=lambda s: s.start))
        out.append(Speaker(ids[id(entity)], entity.name, entity.type, entity.role, spans))
    return out, ids


def _list_mentions(scene: Scene, entity: Entity, sources: list[Span]) -> Iterator[Span]:
    """Yield every mention once: the names, and the sources that hold none of them."""
    yield from (Span(s, e, scene.text[s:e]) for s, e in entity.mentions)
    seen: set[tuple[int, int]] = set()
    for span in sources:
        inside = any(span.start <= s and e <= span.end for s, e in entity.mentions)
        if not inside and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span


@Language.factory(
    "secondhand_speakers",
    requires=["doc.spans", "doc.ents"],
    assigns=["doc.spans"],
    default_config={"weights": None},
)
def make_speakers(nlp: Language, name: str, weights: str | None) -> SpeakerResolver:
    """Make the component with what is in folder ``weights``, the shipped one where that is None."""
    return SpeakerResolver(name, Path(weights) if weights else SHIPPED)
