"""Filters over the literal claims of the seed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Link, Relation, Span, Speaker
from secondhand.filters import (
    ALWAYS,
    Filter,
    by_commitment,
    by_speaker,
    feeling,
    filters,
    is_unnamed,
    list_steps,
    second_hand,
    these,
)
from secondhand.session import ClaimIndex
from tests.claims import seed_analysis, seed_article

INDEX = ClaimIndex.of(seed_article(), seed_analysis())
BY_LABEL = {f.label: f for f in filters(INDEX.claims, INDEX.speakers.values())}


def left(by: Filter) -> list[str]:
    """Return the first words of what ``by`` leaves."""
    return [
        " ".join(claim.content[0].text.split()[:3])
        for claim in INDEX.claims
        if by.holds(claim, INDEX.speaker(claim))
    ]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("unnamed sources", ["European countries were"]),
        (
            "second hand or further",
            [
                "the European Union",
                "decadent people, incapable",
                "the European Union",
                "European countries were",
            ],
        ),
        ("through another outlet", ["European countries were"]),
        ("through The Washington Post", ["European countries were"]),
        ("unknown sources", []),
        ("direct quotations", ['"Macron has obtained', '"The strategic autonomy']),
        ("unsure", ["the European Union"]),
        ("by Dmitry Peskov", ["the deployment of"]),
        ("asked or wanted, not asserted", ["he wanted a"]),
        ("thought possible", ["European countries were"]),
        ("against European Union", ['"Macron has obtained']),
    ],
)
def test_a_filter_leaves_the_claims_it_names(label: str, words: list[str]) -> None:
    assert left(BY_LABEL[label]) == words


def test_only_what_is_there_can_be_asked_for() -> None:
    assert [f.label for f in filters((), ())] == [f.label for f in ALWAYS]
    assert "denied" not in BY_LABEL and "for European Union" not in BY_LABEL
    assert (
        left(by_commitment("denied"))
        == left(feeling("positive", "European Union"))
        == left(by_speaker("x"))
        == []
    )


def test_where_nobody_is_known_to_speak_the_source_is_unnamed() -> None:
    claim = INDEX.claims[0]
    speakers = [
        Speaker("s", "unknown", "person", None, ()),
        Speaker("s", "aides", "anonymous", None, ()),
        None,
    ]
    assert all(is_unnamed(claim, speaker) for speaker in speakers)
    assert not is_unnamed(claim, Speaker("s", "Jane Roe", "person", None, ()))


def test_given_claims_are_known_by_their_words() -> None:
    assert left(these("two", INDEX.claims[:2])) == left(Filter("", lambda c, _: c in INDEX.claims[:2]))


def link(name: str, relation: Relation, *evidence: str) -> Link:
    return Link(name, "organization", relation, tuple(Span(0, len(words), words) for words in evidence))


def test_neither_the_publisher_nor_its_agency_is_a_step() -> None:
    claim = INDEX.claims[0]
    paper, agency = link("Star", "published"), link("AP", "reported", "AP")
    post, jane = link("Post", "reported", "told the Post"), link("Jane Doe", "said", "Jane Doe")

    def steps(*links: Link) -> list[str]:
        return [step.name for step in list_steps(replace(claim, chain=links))]

    assert steps(paper) == steps(paper, link("Star", "said", "we")) == []
    assert steps(paper, agency, jane) == steps(paper, jane) == ["Jane Doe"]
    assert steps(paper, agency, post, jane) == ["Post", "Jane Doe"]
    assert steps(paper, agency) == ["AP"], "who speaks is a step"
    nobody = link("unknown", "published")
    assert steps(nobody, link("unknown", "said")) == ["unknown"]
    assert second_hand(replace(claim, chain=(paper, post, jane)), None)
    assert not second_hand(replace(claim, chain=(paper, agency, jane)), None)
