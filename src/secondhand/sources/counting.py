"""Claims → who is heard: counts that add up, over the claims of an article as over articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Claim, Commitment, Kind, Polarity, Speaker, SpeakerType
from secondhand.filters import list_steps
from secondhand.sources.owning import count_words
from secondhand.sources.voices import Voice, voice_of


@dataclass(frozen=True, slots=True)
class Node:
    """The publisher, a relay or an origin, at one place of the tree."""

    name: str
    type: SpeakerType
    claims: int
    """how many came by it: its own, and those of whoever stands below it"""
    words: int
    """the words of those claims"""
    below: tuple[Node, ...] = ()
    """whom it has them from; who has most words first"""


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker, and what all their claims have in common."""

    name: str
    type: SpeakerType
    role: str | None
    claims: int
    words: int
    """those of their claims; what they say others say is the others'"""
    kinds: Counter[Kind]
    """claims by how they are quoted"""
    commitments: Counter[Commitment]
    """claims by how they stand to them"""
    attitudes: Counter[tuple[Polarity, str]]
    """claims by what they feel towards whom"""
    depths: Counter[int]
    """claims by how many hands they came through: 1 where the speaker told the publisher"""

    def __add__(self, other: Heard) -> Heard:
        """Return both as one, under the name of the first."""
        return Heard(
            self.name,
            self.type if self.type != "unknown" else other.type,
            self.role or other.role,
            self.claims + other.claims,
            self.words + other.words,
            self.kinds + other.kinds,
            self.commitments + other.commitments,
            self.attitudes + other.attitudes,
            self.depths + other.depths,
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is heard, in one article or in many."""

    voices: Counter[Voice] = field(default_factory=Counter)
    """the words by where they come from, each counted once"""
    trees: tuple[Node, ...] = ()
    """the ways claims took, from each publisher; one article has one tree, or none where nobody is quoted"""
    speakers: tuple[Heard, ...] = ()
    """everybody who is heard; who has most words first"""

    @property
    def words(self) -> int:
        """All words of the text."""
        return self.voices.total()

    @property
    def claims(self) -> int:
        """All claims."""
        return sum(heard.claims for heard in self.speakers)


def count_sources(article: Article, claims: Sequence[Claim], speakers: Iterable[Speaker]) -> Sources:
    """Return who is heard in ``article``, by its ``claims`` and their ``speakers``."""
    words, unclaimed = count_words(article, claims)
    known = {speaker.id: speaker for speaker in speakers}
    own = Sources(Counter({"own": unclaimed}))
    return merge_sources(
        [own, *(_count_claim(claim, known.get(claim.speaker or ""), words[claim.id]) for claim in claims)]
    )


def merge_sources(every: Iterable[Sources]) -> Sources:
    """Return ``every`` as one: what bears the same name is the same, and all counts are sums."""
    every = tuple(every)
    voices: Counter[Voice] = Counter()
    for sources in every:
        voices.update(sources.voices)
    return Sources(
        voices,
        _merge_nodes(node for sources in every for node in sources.trees),
        _merge_speakers(heard for sources in every for heard in sources.speakers),
    )


def _count_claim(claim: Claim, speaker: Speaker | None, words: int) -> Sources:
    """Return the sources of one claim that has ``words`` words of its own."""
    tree: tuple[Node, ...] = ()
    for link in reversed(claim.chain):
        tree = (Node(link.name, link.type, 1, words, tree),)
    heard = Heard(
        speaker.name if speaker else UNKNOWN,
        speaker.type if speaker else "unknown",
        speaker.role if speaker else None,
        1,
        words,
        Counter([claim.kind]),
        Counter([claim.stance.commitment]),
        Counter(dict.fromkeys(((a.polarity, a.target) for a in claim.stance.attitudes), 1)),
        Counter([len(list_steps(claim))]),
    )
    return Sources(Counter({voice_of(claim, speaker): words}), tree, (heard,))


def _merge_nodes(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return ``nodes`` with those of the same name made one, and so on below them."""
    named: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        named[node.name].append(node)
    grown = [
        Node(
            name,
            next((node.type for node in same if node.type != "unknown"), "unknown"),
            sum(node.claims for node in same),
            sum(node.words for node in same),
            _merge_nodes(node for one in same for node in one.below),
        )
        for name, same in named.items()
    ]
    return tuple(sorted(grown, key=lambda node: (-node.words, -node.claims)))


def _merge_speakers(speakers: Iterable[Heard]) -> tuple[Heard, ...]:
    """Return ``speakers`` with those of the same name made one."""
    named: defaultdict[str, list[Heard]] = defaultdict(list)
    for heard in speakers:
        named[heard.name].append(heard)
    summed = (reduce(add, same) for same in named.values())
    return tuple(sorted(summed, key=lambda heard: (-heard.words, -heard.claims)))
