from __future__ import annotations

from datetime import date

import pytest

from secondhand.claim import UNKNOWN, Link, Speaker, SpeakerType
from secondhand.pipeline.chains.chain_context import ChainContext
from secondhand.pipeline.chains.chain_settings import ChainSettings
from secondhand.pipeline.chains.links import (
    has_same_name,
    is_same_link,
    make_publisher_links,
    make_relay_link,
    make_speaker_link,
)
from secondhand.pipeline.chains.relays import Relay
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from tests.pipeline.making import claim, find, span

DAY = date(2025, 2, 27)
ECHO = Origin("Varn Echo", DAY)


def context(text: str, *entities: Entity, origin: Origin = ECHO) -> ChainContext:
    return ChainContext(text, origin, [(0, len(text))], entities)


def named(text: str, name: str, type: SpeakerType = "person", role: str | None = None) -> Entity:
    return Entity(name, type, [find(text, name)], role)


def relay(text: str, who: str, *, origin: bool = False, quotes: bool = False) -> Relay:
    """A relay whose words are all of ``text``."""
    return Relay(0, len(text), find(text, who), "told", origin, quotes)


def link(
    text: str, who: str, *entities: Entity, origin: bool = False, quotes: bool = False
) -> tuple[str, str] | None:
    """Name and type of the link that a relay makes, or None."""
    made = make_relay_link(context(text, *entities), relay(text, who, origin=origin, quotes=quotes))
    return (made.name, made.type) if made else None


def test_a_chain_begins_with_the_publisher_and_who_it_is_credited_to() -> None:
    first, second = make_publisher_links(context("It rains. (AP)", origin=Origin("Varn Echo", DAY, "AP")))
    assert (first.name, first.relation, first.when) == ("Varn Echo", "published", "2025-02-27")
    assert second.name == "AP"


def test_a_speaker_is_linked_by_source_and_cue_in_the_order_they_stand() -> None:
    text = "It rains, Ann Lee told us on Monday."
    lee = Speaker("s1", "Ann Lee", "person", None, ())
    one = claim(text, "It rains", "told us", "Ann Lee")
    made = make_speaker_link(context(text), one, lee, (0, len(text)))
    assert (made.name, made.type, made.relation) == ("Ann Lee", "person", "told")
    assert made.evidence == (span(text, "Ann Lee"), span(text, "told us"))
    assert (made.when, made.url) == ("2025-02-24", None)


def test_of_a_claim_without_source_and_cue_the_content_is_shown() -> None:
    text = "“It rains.”"
    made = make_speaker_link(context(text), claim(text, "“It rains.”"), None, (0, len(text)))
    assert (made.name, made.type, made.evidence) == (UNKNOWN, "unknown", (span(text, "“It rains.”"),))


def test_a_day_in_the_content_is_not_when_it_was_said() -> None:
    text = "It rains on Monday, Ann said on Tuesday. Bob left on Friday."
    one = claim(text, "It rains on Monday", "said", "Ann")
    whole, first = (0, len(text)), (0, text.index("Bob") - 1)
    assert make_speaker_link(context(text), one, None, first).when == "2025-02-25"
    only = claim(text, "It rains on Monday, Ann said on Tuesday. Bob left")
    assert make_speaker_link(context(text), only, None, whole).when == "2025-02-21"


def test_the_address_stands_on_the_source_or_else_on_the_cue() -> None:
    text = "It rains, Ann Lee told us."
    at, cue = find(text, "Lee"), find(text, "told")
    linked = Origin(hyperlinks=((*cue, "https://cue.example"), (*at, "https://lee.example")))
    one = claim(text, "It rains", "told us", "Ann Lee")
    assert make_speaker_link(context(text, origin=linked), one, None, (0, 25)).url == "https://lee.example"
    bare = claim(text, "It rains", "told us")
    assert make_speaker_link(context(text, origin=linked), bare, None, (0, 25)).url == "https://cue.example"


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("told CNN", "CNN", ("CNN", "organization")),
        ("told the Varn Echo", "the Varn Echo", ("Varn Echo", "organization")),
        ("told reporters", "reporters", None),
        ("told the newspaper", "the newspaper", ("newspaper", "organization")),
        ("told the newspaper’s aides", "the newspaper’s aides", None),
    ],
)
def test_an_outlet_that_is_told(text: str, who: str, expected: tuple[str, str] | None) -> None:
    assert link(text, who) == expected


@pytest.mark.parametrize(
    ("text", "who", "role", "expected"),
    [
        ("told CNN’s Ann Lee", "CNN’s Ann Lee", None, ("Ann Lee", "person")),
        ("told Ann Lee of CNN", "Ann Lee of CNN", None, ("Ann Lee", "person")),
        ("told CNN, Ann Lee", "CNN, Ann Lee", None, ("CNN", "organization")),
        ("told Ann Lee", "Ann Lee", None, None),
        ("told Ann Lee", "Ann Lee", "radio host", ("Ann Lee", "person")),
        ("told Ann Lee", "Ann Lee", "hostess", None),
        ("told moderator Ann Lee", "Ann Lee", None, ("Ann Lee", "person")),
        ("told Ann Lee on CNN", "Ann Lee", None, ("Ann Lee", "person")),
        ("told Ann Lee near CNN", "Ann Lee", None, None),
        ("told Ann Lee of Varn", "Ann Lee", None, None),
    ],
)
def test_who_interviews_is_a_host_or_of_an_outlet(
    text: str, who: str, role: str | None, expected: tuple[str, str] | None
) -> None:
    assert link(text, who, named(text, "Ann Lee", role=role)) == expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("citing officials", "officials", ("officials", "anonymous")),
        ("citing a letter", "a letter", ("letter", "document")),
        ("citing rain", "rain", None),
        ("citing it", "it", None),
        ("citing police", "police", ("police", "anonymous")),
    ],
)
def test_whoever_is_cited_could_speak(text: str, who: str, expected: tuple[str, str] | None) -> None:
    assert link(text, who, origin=True) == expected


def test_who_is_cited_by_a_name_is_that_one() -> None:
    text = "citing Ann Lee of Acme"
    lee, acme = named(text, "Ann Lee"), named(text, "Acme", "organization")
    assert link(text, "Ann Lee of Acme", acme, lee, origin=True) == ("Ann Lee", "person")
    # Whose name stands outside of the words is not meant by them.
    assert link(text, "Acme", acme, lee, origin=True) == ("Acme", "organization")
    assert link("citing aides, Ann Lee", "aides", named("citing aides, Ann Lee", "Ann Lee"), origin=True) == (
        "aides", "anonymous",
    )  # fmt: skip


def test_somebody_quoted_may_be_anybody_and_somebody_told_may_not() -> None:
    text = "quoted officials"
    assert link(text, "officials") is None
    assert link(text, "officials", quotes=True) == ("officials", "anonymous")


def test_the_paper_is_the_outlet_named_before() -> None:
    text = "CNN asked. He told the network"
    made = make_relay_link(
        context(text), Relay(14, len(text), find(text, "the network"), "told", False, False)
    )
    assert made is not None
    assert (made.name, made.type, made.relation, made.when) == ("CNN", "organization", "told", None)
    assert made.evidence == (span(text, text[14:]),)
    # Too far before, it is not known which one that is.
    short = ChainContext(text, Origin(), [(0, len(text))], (), ChainSettings(outlet_lookback=5))
    near = make_relay_link(short, Relay(14, len(text), find(text, "the network"), "told", False, False))
    assert near is not None and near.name == "network"


def test_a_relay_has_the_address_that_stands_on_it() -> None:
    text = "told CNN"
    linked = Origin(hyperlinks=((*find(text, "CNN"), "https://cnn.example"),))
    made = make_relay_link(context(text, origin=linked), relay(text, "CNN"))
    assert made is not None and made.url == "https://cnn.example"


@pytest.mark.parametrize(
    ("one", "other", "type", "same"),
    [
        ("Ann Lee", "ann  lee", "person", True),
        ("Lee", "Ann Lee", "person", True),
        ("Ann Lee", "Lee", "person", True),
        ("Ann Lee", "Lee", "unknown", False),
        ("Ann Lee", "Bob Lee", "person", False),
        ("The Varn Echo", "Varn Echo", "unknown", True),
    ],
)
def test_links_of_one_source(one: str, other: str, type: SpeakerType, same: bool) -> None:
    assert is_same_link(Link(one, "person", "told"), Link(other, type, "said")) is same


def test_an_agency_is_told_once_by_its_very_name() -> None:
    agency = Link("AP", "organization", "reported")
    assert has_same_name(agency, Link("The AP", "organization", "said"))
    assert not has_same_name(agency, Link("AP News", "organization", "said"))


def test_the_name_behind_what_an_outlet_is_names_it() -> None:
    assert link("the state news agency Varnpress", "the state news agency Varnpress") == (
        "Varnpress", "organization",
    )  # fmt: skip
    assert link("the daily Varn Sun", "the daily Varn Sun") == ("Varn Sun", "organization")
    assert link("Daily Varn", "Daily Varn") is None
    assert link("the daily Monday", "the daily Monday") is None
    assert link("the state news agency", "the state news agency") == ("state news agency", "organization")
