"""What naming the speakers of one article goes on: its Doc, who is in it, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints, load_hints
from secondhand.pipeline.doc.views import load_views
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.word_views import Views

RELATIONS = ("nsubj", "appos", "nmod", "compound", "flat", "obj", "obl", "conj", "ROOT")
"""relations that are told apart"""
HELD = {"flat", "compound", "nmod", "amod", "appos", "det"}
"""relations of a word to the noun whose phrase it is in"""
STEPS = 3
"""mentions that coreference is followed back over, one after another"""


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A claim that was resolved."""

    claim: Claim
    at: int
    """offset of its source, or of its cue or content where it has none"""
    entity: Entity | None


@dataclass(slots=True)
class Scene:
    """The article as its claims are resolved one after another."""

    doc: Doc
    origin: state.Origin
    entities: list[Entity]
    claims: dict[str, Claim]
    hints: Hints
    turns: list[SpokenTurn] = field(default_factory=list)
    sources: list[tuple[int, int, Entity]] = field(default_factory=list)
    """start, end and speaker of the sources so far"""
    views: Views = field(init=False)
    """how its tokens are compared"""
    text: str = field(init=False)
    """the article"""
    names: list[tuple[int, int, Entity]] = field(init=False)
    """start, end and entity of every name, in order"""
    tokens: list[Token] = field(init=False)
    starts: list[int] = field(init=False)
    """offsets of the tokens"""
    sentences: list[int] = field(init=False)
    """offsets of the sentences"""
    described: dict[int, Entity] = field(init=False)
    """offset of a noun → whom a name beside it says it means: "the philosopher | Alain" """
    most_mentions: int = field(init=False)
    """how often the one named most is named"""
    _roles: dict[int, tuple[str, bool]] = field(init=False)
    _places: dict[int, list[int]] = field(init=False)
    votes: dict[int, float] = field(init=False)
    """id of an entity → how much coreference makes it a man (above 0) or a woman (below)"""

    def __post_init__(self) -> None:
        self.text = self.doc.text
        self.views = load_views(self.doc)
        self.names = sorted(((s, e, m) for m in self.entities for s, e in m.mentions), key=lambda n: n[:2])
        self.tokens = list(self.doc)
        self.starts = [token.idx for token in self.tokens]
        self.sentences = [t.idx for t in self.tokens if t.is_sent_start or t.i == 0]
        self._roles = {}
        self._places = {id(m): sorted(s for s, _ in m.mentions) for m in self.entities}
        self.most_mentions = max((len(m.mentions) for m in self.entities), default=0)
        self.described = {}
        for start, end, entity in self.names:
            for token in self.tokens_in(start, end):
                for near in (token.head, *token.children):
                    beside = "appos" in (
                        near.dep_ if near.head == token else "",
                        token.dep_ if near == token.head else "",
                    )
                    if beside and not start <= near.idx < end:
                        self.described.setdefault(near.idx, entity)
        self.votes = {}
        for token in self.tokens:
            if token.lower_ in ("he", "him", "his", "she", "her"):
                male = 1.0 if token.lower_[:1] == "h" and token.lower_ != "her" else -1.0
                for entity, chance in self.follow(token.idx, 1):
                    self.votes[id(entity)] = self.votes.get(id(entity), 0.0) + male * chance

    @classmethod
    def read(cls, doc: Doc, entities: list[Entity]) -> Scene:
        """Return the scene of ``doc`` before anybody spoke."""
        return cls(
            doc, state.load_origin(doc), entities, {c.id: c for c in state.load_claims(doc)}, load_hints(doc)
        )

    def add_turn(self, claim: Claim, entity: Entity | None) -> None:
        """Add that ``entity`` says ``claim``; nothing else adds to the scene."""
        if entity is not None:
            if not any(one is entity for one in self.entities):
                self.entities.append(entity)
            self.sources += [(span.start, span.end, entity) for span in claim.source]
            known = self._places.setdefault(id(entity), [])
            for span in claim.source:
                if not any(span.start <= at < span.end for at in known):
                    insort(known, span.start)
        first = (claim.source or ((claim.cue,) if claim.cue else claim.content))[0]
        self.turns.append(SpokenTurn(claim, first.start, entity))

    def list_places(self, entity: Entity | None) -> list[int]:
        """Return where somebody is named, or spoke so far under another word, in order."""
        return self._places.get(id(entity), [])

    def relation_at(self, at: int) -> str:
        """Return the relation of the noun phrase that the word at ``at`` is in."""
        return self._read_phrase(at)[0]

    def is_subject(self, at: int) -> bool:
        """Say whether the word at ``at`` is in the phrase of a subject."""
        return self._read_phrase(at)[1]

    def _read_phrase(self, at: int) -> tuple[str, bool]:
        if at not in self._roles:
            token, steps = self.token_at(at), 0
            while token.dep_ in HELD and token.head.i != token.i and steps < 4:
                token, steps = token.head, steps + 1
            self._roles[at] = (token.dep_, token.dep_ == "nsubj")
        return self._roles[at]

    def token_at(self, at: int) -> Token:
        """Return the token that holds offset ``at``."""
        return self.tokens[max(0, bisect_right(self.starts, at) - 1)]

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin within a stretch, but for white space."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [token for token in self.tokens[first:last] if not token.is_space]

    def names_in(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Return start, end and entity of the names that lie in a stretch, in order."""
        first = bisect_left(self.names, start, key=lambda n: n[0])
        last = bisect_left(self.names, end, key=lambda n: n[0])
        return [name for name in self.names[first:last] if name[1] <= end]

    def named_at(self, at: int) -> Entity | None:
        """Return whom the word at offset ``at`` names, or None."""
        last = bisect_right(self.names, at, key=lambda n: n[0]) - 1
        near = self.names[max(0, last - 1) : last + 1]
        return next((m for s, e, m in near if s <= at < e), None)

    def entity_at(self, at: int) -> Entity | None:
        """Return whom the word at ``at`` names, or a name apposed to it, or whose source it is in."""
        named = self.named_at(at) or self.described.get(at)
        return named or next((m for s, e, m in reversed(self.sources) if s <= at < e), None)

    def follow(self, at: int, steps: int = STEPS) -> Iterator[tuple[Entity, float]]:
        """Yield whom coreference leads to from the word at ``at``, each way there with its chance."""
        for before, sure in self.hints.antecedents.get(at, ()):
            entity = self.entity_at(before)
            if entity is not None:
                yield entity, sure
            elif steps > 1:
                for further, chance in self.follow(before, steps - 1):
                    yield further, chance * sure

    def find_sentence_number(self, at: int) -> int:
        """Return the number of the sentence that holds offset ``at``."""
        return bisect_right(self.sentences, at) - 1

    def find_sentence_bounds(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds offset ``at``."""
        number = max(0, self.find_sentence_number(at))
        after = self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.text)
        return self.sentences[number], after

    def find_paragraph_number(self, at: int) -> int:
        """Return the number of the paragraph that holds offset ``at``."""
        return bisect_right(self.origin.paragraphs, at, key=lambda p: p[0]) - 1
