"""Which claims a reader wants to see: predicates over claims, each with the words that name it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from secondhand.claim import UNKNOWN, Claim, Commitment, Framing, Link, Polarity, Speaker, SpeakerType

UNCERTAIN = 0.5
"""below this confidence a claim is called unsure"""

COMMITMENTS: dict[Commitment, str] = {
    "certain": "said as fact",
    "probable": "thought likely",
    "possible": "thought possible",
    "denied": "denied",
    "uncommitted": "asked or wanted, not asserted",
}
"""how the speaker stands to what is claimed, of the claim"""
STANDS: dict[Commitment, str] = {
    "certain": "says it as fact",
    "probable": "thinks it likely",
    "possible": "thinks it possible",
    "denied": "denies it",
    "uncommitted": "asks or wants it, doesn’t assert it",
}
"""the same, of the speaker"""
FRAMINGS: dict[Framing, str] = {
    "neutral": "takes no side",
    "endorsing": "vouches for it",
    "distancing": "keeps its distance",
}
"""how the article stands to the claim"""
TYPES: dict[SpeakerType, str] = {
    "person": "person",
    "organization": "organization",
    "group": "group of people",
    "document": "document",
    "anonymous": "unnamed source",
    "unknown": "unknown",
}
"""who speaks"""
SIDES: dict[Polarity, str] = {"negative": "against", "positive": "for"}

Holds = Callable[[Claim, Speaker | None], bool]
"""claim, and who makes it → whether it is wanted"""


@dataclass(frozen=True, slots=True, eq=False)
class Filter:
    """Some of the claims: those for which ``holds``."""

    label: str
    """what they have in common, in a few words; may be of the article's own"""
    holds: Holds
    holds_unsure: bool = False
    """whether it leaves those among them that are likelier wrong than right, without being asked for these"""

    def leaves(self, claim: Claim, speaker: Speaker | None, *, unfolded: bool) -> bool:
        """Return whether ``claim`` is left: unsure ones where they are ``unfolded`` or asked for."""
        return (unfolded or self.holds_unsure or not is_unsure(claim)) and self.holds(claim, speaker)


def is_unnamed(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether nobody is named who answers for ``claim``: no name leads to ``speaker``."""
    return speaker is None or speaker.type in {"anonymous", "unknown"} or speaker.name == UNKNOWN


def is_anonymous(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether a source that the article does not name says ``claim``: "officials"."""
    return speaker is not None and speaker.type == "anonymous"


def is_of_nobody(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether nothing tells who says ``claim``."""
    return is_unnamed(claim, speaker) and not is_anonymous(claim, speaker)


def list_steps(claim: Claim) -> tuple[Link, ...]:
    """Return through whom ``claim`` came to the publisher, the last one being whoever says it.

    The publisher is no step, where it speaks itself either, nor is the agency that its article is credited
    to: a wire copy would make all of it second hand.
    """
    publisher, *links = claim.chain
    own = publisher.name if publisher.name != UNKNOWN else None
    while links and (links[0].name == own or (len(links) > 1 and _is_credit(links[0]))):
        links = links[1:]
    return tuple(links)


def _is_credit(link: Link) -> bool:
    """Whether ``link`` is shown by a bare name: what passes a claim on is shown by what it did, too."""
    return link.relation == "reported" and [span.text for span in link.evidence] == [link.name]


def second_hand(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether ``claim`` came to the publisher through somebody else."""
    return len(list_steps(claim)) > 1


def list_outlets(claim: Claim) -> tuple[str, ...]:
    """Return the other outlets that ``claim`` came through to the publisher."""
    passed = list_steps(claim)[:-1]
    return tuple(k.name for k in passed if k.relation == "reported" and k.type == "organization")


def is_through_outlet(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether ``claim`` came through another outlet."""
    return bool(list_outlets(claim))


def is_not_asserted(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether whoever says ``claim`` does not say it as fact."""
    return claim.stance.commitment != "certain"


def direct(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether ``claim`` stands in the speaker's own words, all of it."""
    return claim.kind == "direct"


def is_unsure(claim: Claim) -> bool:
    """Return whether ``claim`` is likelier wrong than right."""
    return claim.confidence < UNCERTAIN


def drop_unsure(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return ``claims`` without the unsure ones; what such a one held, and is sure, stands by itself."""
    left = {claim.id: claim for claim in claims if not is_unsure(claim)}
    return tuple(
        c if c.parent is None or c.parent in left else replace(c, parent=None) for c in left.values()
    )


def uncertain(claim: Claim, speaker: Speaker | None) -> bool:
    """Return whether the model is hardly sure of ``claim``."""
    return is_unsure(claim)


ALWAYS = (
    Filter("unnamed sources", is_anonymous),
    Filter("unknown sources", is_of_nobody),
    Filter("second hand or further", second_hand),
    Filter("through another outlet", is_through_outlet),
    Filter("not said as fact", is_not_asserted),
    Filter("direct quotations", direct),
    Filter("unsure", uncertain, holds_unsure=True),
)
"""the filters that mean something for any article"""


def these(label: str, claims: Iterable[Claim]) -> Filter:
    """Return the filter that leaves ``claims``, known by their words: ids change as more is found."""
    wanted = {claim.content for claim in claims}
    return Filter(label, lambda claim, speaker: claim.content in wanted, holds_unsure=True)


def by_speaker(name: str) -> Filter:
    """Return the filter that leaves what ``name`` says."""
    return Filter(f"by {name}", lambda claim, speaker: speaker is not None and speaker.name == name)


def by_outlet(name: str) -> Filter:
    """Return the filter that leaves what came through the outlet ``name``."""
    return Filter(f"through {name}", lambda claim, speaker: name in list_outlets(claim))


def by_commitment(commitment: Commitment) -> Filter:
    """Return the filter that leaves what the speakers stand to like that."""
    return Filter(COMMITMENTS[commitment], lambda claim, speaker: claim.stance.commitment == commitment)


def feeling(polarity: Polarity, target: str) -> Filter:
    """Return the filter that leaves what is ``polarity`` towards ``target``."""
    felt = (polarity, target)
    return Filter(
        f"{SIDES[polarity]} {target}",
        lambda claim, speaker: any((a.polarity, a.target) == felt for a in claim.stance.attitudes),
    )


def filters(claims: Iterable[Claim], speakers: Iterable[Speaker]) -> Iterator[Filter]:
    """Yield every filter that may leave some of ``claims``, those that mean something always first."""
    claims = tuple(claims)
    yield from ALWAYS
    there = {claim.stance.commitment for claim in claims}
    yield from (by_commitment(commitment) for commitment in COMMITMENTS if commitment in there)
    yield from map(by_speaker, dict.fromkeys(s.name for s in speakers if s.name != UNKNOWN))
    yield from map(by_outlet, dict.fromkeys(name for claim in claims for name in list_outlets(claim)))
    felt = dict.fromkeys((a.polarity, a.target) for claim in claims for a in claim.stance.attitudes)
    yield from (feeling(*which) for which in felt)
