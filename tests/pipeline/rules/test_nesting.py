from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.nesting import nest
from secondhand.pipeline.rules.rule_settings import DEFAULTS
from tests.pipeline.making import attribution

REACH = DEFAULTS.holder_reach
TEXT = "Ann said Bob thinks Cid knows it rains. Dan left."


def told(content: str, cue: str, source: str, score: float = -0.5) -> Node:
    return Node(replace(attribution(TEXT, content, cue, source), evidence=(score, 0.0, 0.0)))


SAID = told("Bob thinks Cid knows it rains", "said", "Ann")
THINKS = told("Cid knows it rains", "thinks", "Bob")
KNOWS = told("it rains", "knows", "Cid")


def tree(nodes: list[Node], text: str = TEXT) -> list[object]:
    """The cues, each with those below it."""
    return [(text[slice(*n.cue)], tree(list(n.children), text)) for n in nodes]


def test_what_stands_in_a_content_is_its_child_in_whatever_order_it_was_found() -> None:
    for nodes in ([SAID, THINKS], [THINKS, SAID]):
        assert tree(nest(nodes)) == [("said", [("thinks", [])])]


@pytest.mark.parametrize(("said", "thinks", "parent"), [(-0.1, -0.4, "said"), (-0.4, -0.1, "thinks")])
def test_of_two_that_hold_it_the_likelier_one_is_the_parent(said: float, thinks: float, parent: str) -> None:
    # Neither holds the other: the cue of each is outside the other's content.
    first = told("Cid knows it rains", "said", "Ann", said)
    second = told("Cid knows it rains", "thinks", "Bob", thinks)
    for nodes in ([first, second, KNOWS], [KNOWS, second, first]):
        below = [("knows", [])]
        assert tree(nest(nodes)) == [(cue, below if cue == parent else []) for cue in ("said", "thinks")]


def test_two_whose_contents_hold_each_other_stay_side_by_side() -> None:
    one = told("thinks Cid knows it rains", "said", "Ann")
    other = told("Ann said Bob", "thinks", "Bob")
    assert [children for _, children in tree(nest([one, other]))] == [[], []]


def test_what_only_begins_in_a_content_is_not_in_it() -> None:
    whole = told("Bob |thinks| Cid", "said", "Ann")
    long = Node(attribution(TEXT, "it rains", "thinks Cid knows", "Bob"))
    assert len(nest([whole, long])) == 2
    exact = Node(attribution(TEXT, "it rains", "thinks", "Bob"))
    assert tree(nest([whole, exact])) == [("said", [("thinks", [])])]


def test_a_child_found_twice_is_kept_once() -> None:
    parent = replace(SAID, children=(THINKS,))
    again = told("Cid knows it rains", "thinks", "Bob")
    assert nest([parent, again]) == [parent]
    overlapping = Node(attribution(TEXT, "it rains", "thinks Cid", "Bob"))
    assert nest([parent, overlapping]) == [parent]
    beside = Node(attribution(TEXT, "it rains", "knows", "Cid"))
    assert tree(nest([parent, beside])) == [("said", [("thinks", []), ("knows", [])])]


@pytest.mark.parametrize(("gap", "held"), [(REACH, True), (REACH + 1, False)])
def test_a_content_that_begins_too_far_before_holds_nothing(gap: int, held: bool) -> None:
    outer = Attribution((0, 4), (), ((5, REACH + 100),), 0)
    inner = Attribution((gap, gap + 5), (), ((gap + 6, gap + 9),), 0)
    assert (len(nest([Node(outer), Node(inner)])) == 1) is held
