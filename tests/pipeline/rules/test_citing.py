from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.citing import join_citing
from tests.pipeline.making import attribution, passage


def left(text: str, *nodes: Node) -> list[tuple[str, list[str]]]:
    """Cue and contents of each claim left."""
    return [
        (text[slice(*n.cue)], [text[s:e] for s, e in n.attribution.content])
        for n in join_citing(passage(text), nodes)
    ]


def test_what_was_reported_goes_on_after_whom_it_cites() -> None:
    text = "The Post reported, citing an aide, that it rains."
    reported = Node(attribution(text, "citing an aide, that it rains", "reported", "The Post"))
    citing = Node(attribution(text, "an aide, that it rains", "citing", "The Post"))
    assert left(text, reported, citing) == [("reported", ["that it rains"])]


def test_a_poor_piece_of_what_was_reported_becomes_all_of_it() -> None:
    text = "The Post reported, citing two people, that it rains in Varn."
    reported = Node(attribution(text, "in Varn", "reported", "The Post"))
    citing = Node(attribution(text, "two people, that it rains in Varn", "citing", "The Post"))
    assert left(text, reported, citing) == [("reported", ["that it rains in Varn"])]


@pytest.mark.parametrize(
    "cited", ["officials", "two people familiar with it", "Ann Lee", "a memo", "the Herald"]
)
def test_who_is_cited_at_the_end_is_no_claim(cited: str) -> None:
    text = f"It rains, the Post reported on Monday, citing {cited}."
    reported = Node(attribution(text, "It rains", "reported", "the Post"))
    citing = Node(attribution(text, cited, "citing", "the Post"))
    assert left(text, reported, citing) == [("reported", ["It rains"])]


@pytest.mark.parametrize("reason", ["privacy rules", "a lack of evidence", "her work after the attacks"])
def test_a_reason_that_is_cited_is_one(reason: str) -> None:
    text = f"Ann said it rains, citing {reason}."
    said = Node(attribution(text, "it rains", "said", "Ann"))
    assert len(left(text, said, Node(attribution(text, reason, "citing", "Ann")))) == 2


def test_another_sentence_is_left_alone() -> None:
    text = "It rains, the Post reported. Ann left, citing officials."
    reported = Node(attribution(text, "It rains", "reported", "the Post"))
    assert len(left(text, reported, Node(attribution(text, "officials", "citing", "Ann")))) == 2


def test_every_piece_of_what_was_reported_stays_but_for_whom_it_cites() -> None:
    text = "It rains, the Post reported, citing two people, and it pours in Varn."
    reported = Node(
        attribution(text, ["It rains", "two people, and it pours in Varn"], "reported", "the Post")
    )
    citing = Node(attribution(text, "two people, and it pours in Varn", "citing", "the Post"))
    assert left(text, reported, citing) == [("reported", ["It rains", "and it pours in Varn"])]


def test_who_passed_it_on_makes_no_claim_of_its_own() -> None:
    text = "It rains, according to Ann Lee, as quoted by the agency Varnpress. It snows, as quoted by Bob."
    told = Node(attribution(text, "It rains", "according to", "Ann Lee"))
    passed = Node(attribution(text, "It rains", "|quoted| by the", "the agency Varnpress"))
    alone = Node(attribution(text, "It snows", "as quoted by|", "Bob"))
    assert left(text, told, passed, alone)[:1] == [("according to", ["It rains"])]
    assert len(left(text, told, passed, alone)) == 2
