"""A statement as a graph: the ways it took from its origins through whoever relayed it to each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from secondhand.outlets import is_same_outlet
from secondhand.statements.origins import cites, list_relays
from secondhand.statements.people import compare_people
from secondhand.statements.statement import Carrier, Member, Statement, Utterer

StopKind = Literal["speaker", "relay", "article"]


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody a statement came by: who said it, who passed it on, or an article that has it."""

    key: str
    """what tells it from the others of its statement"""
    kind: StopKind
    name: str


@dataclass(frozen=True, slots=True)
class WayGraph:
    """The stops of a statement, and which of them had it from which."""

    stops: tuple[Stop, ...]
    """speakers first"""
    steps: tuple[tuple[str, str], ...]
    """keys of two stops: the second had it from the first"""


def list_ways(statement: Statement) -> WayGraph:
    """Return the ways that ``statement`` took, as far as its articles tell."""
    stops: dict[str, Stop] = {}
    steps: dict[tuple[str, str], None] = {}
    speakers: list[Utterer] = []
    for member in statement.members:
        held = _find_held(member.speaker.name, member, statement.members)
        begin = _make_article(held) if held else _make_speaker(member.speaker, speakers)
        way = [begin, *_list_passed(member, statement.members)]
        stops.update((stop.key, stop) for stop in way)
        steps.update(((one.key, other.key), None) for one, other in pairwise(way) if one != other)
    order: tuple[StopKind, ...] = ("speaker", "relay", "article")
    return WayGraph(tuple(sorted(stops.values(), key=lambda stop: order.index(stop.kind))), tuple(steps))


def order_by_source(statement: Statement) -> Iterator[tuple[int, Carrier]]:
    """Yield the articles of ``statement`` by date, each below the one it has it from; with how deep that is.

    Of two that have it from each other the later stands below.
    """
    below: dict[Carrier | None, list[Carrier]] = {}
    for at, carrier in enumerate(statement.carriers):
        earlier = statement.carriers[:at]
        below.setdefault(_find_cited(statement, carrier, earlier), []).append(carrier)
    waiting = [(0, carrier) for carrier in reversed(below.get(None, []))]
    while waiting:
        depth, carrier = waiting.pop()
        yield depth, carrier
        waiting.extend((depth + 1, other) for other in reversed(below.get(carrier, [])))


def _find_cited(statement: Statement, carrier: Carrier, earlier: Sequence[Carrier]) -> Carrier | None:
    """Return which of ``earlier`` the article ``carrier`` has the statement from, or None."""
    mine = [member for member in statement.members if member.carrier == carrier]
    theirs = (member for member in statement.members if member.carrier in earlier)
    return next((other.carrier for other in theirs if any(cites(member, other) for member in mine)), None)


def _list_passed(member: Member, members: Sequence[Member]) -> Iterator[Stop]:
    """Yield who passed ``member`` on, the last being its article."""
    for link in reversed(list_relays(member)):
        held = _find_held(link.name, member, members)
        yield _make_article(held) if held else Stop(f"relay {link.name}", "relay", link.name)
    yield _make_article(member.carrier)


def _find_held(name: str, member: Member, members: Iterable[Member]) -> Carrier | None:
    """Return the article by the outlet ``name`` among those of the other ``members``, or None."""
    others = (other.carrier for other in members if other.carrier != member.carrier)
    return next((c for c in others if c.outlet and is_same_outlet(c.outlet, name)), None)


def _make_article(carrier: Carrier) -> Stop:
    return Stop(f"article {carrier.source}", "article", carrier.outlet or carrier.source)


def _make_speaker(who: Utterer, known: list[Utterer]) -> Stop:
    """Return the stop of ``who``: that of the same one where ``known`` has them."""
    number = next((at for at, other in enumerate(known) if compare_people(who, other) == "yes"), None)
    number = next((at for at, other in enumerate(known) if other.name == who.name), number)
    if number is None:
        number = len(known)
        known.append(who)
    return Stop(f"speaker {number}", "speaker", known[number].name)
