"""Where a statement comes from: who it is given to, and how many of its ways are independent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondhand.claim import UNKNOWN, Link
from secondhand.outlets import is_same_outlet
from secondhand.statements.people import compare_people, is_named
from secondhand.statements.statement import Member, Utterer


def find_origin(members: Sequence[Member]) -> Utterer:
    """Return who most of ``members`` are given to, a named one before an unnamed, by the fullest name."""
    groups = _group_people(member.speaker for member in members)
    best = max(groups, key=lambda group: (is_named(group[0]), len(group)))
    return max(best, key=lambda who: (who.name != UNKNOWN, len(who.name)))


def list_origins(members: Sequence[Member]) -> tuple[Utterer, ...]:
    """Return the independent origins of ``members``, each by the fullest name.

    A member that names an outlet it has the statement from, which is among the members, is no source of its
    own; nor is one whose article only gives it to an unnamed one, where the same outlet's words are relayed.
    """
    own = [member for member in members if not _relays_other(member, members)] or list(members)
    groups = _group_people(member.speaker for member in own)
    named = [group for group in groups if is_named(group[0])]
    return tuple(max(group, key=lambda who: len(who.name)) for group in named or groups)


def list_relays(member: Member) -> tuple[Link, ...]:
    """Return the links through which ``member`` came to its publisher, without publisher and speaker."""
    return tuple(link for link in member.chain[1:-1] if link.name not in {UNKNOWN, member.speaker.name})


def cites(member: Member, other: Member) -> bool:
    """Return whether ``member`` has its statement from the outlet of ``other``."""
    outlet = other.carrier.outlet
    return (
        bool(outlet)
        and other.carrier != member.carrier
        and any(is_same_outlet(str(outlet), link.name) for link in member.chain[1:])
    )


def is_outlet(who: Utterer, members: Iterable[Member]) -> bool:
    """Return whether ``who`` is an outlet that has one of ``members``: who only names it tells no origin."""
    outlets = {member.carrier.outlet for member in members}
    return any(outlet and is_same_outlet(outlet, who.name) for outlet in outlets)


def _relays_other(member: Member, members: Iterable[Member]) -> bool:
    return any(cites(member, other) for other in members)


def _group_people(people: Iterable[Utterer]) -> list[list[Utterer]]:
    """Return ``people`` with those that are one together; unnamed ones that nothing tells apart are one."""
    groups: list[list[Utterer]] = []
    for who in people:
        same = next((group for group in groups if _are_one(group[0], who)), None)
        if same is None:
            groups.append([who])
        else:
            same.append(who)
    return groups


def _are_one(one: Utterer, other: Utterer) -> bool:
    same = compare_people(one, other)
    return same in {"yes", "perhaps"} or (same == "unknown" and not is_named(one) and not is_named(other))
