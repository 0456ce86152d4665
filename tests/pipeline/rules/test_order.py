from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.order import RULES, apply_rules
from secondhand.pipeline.rules.passage import Passage
from tests.pipeline.making import attribution, passage

TEXT = "Ann said Bob thinks it rains. Cid agreed that it pours."
THINKS = Node(attribution(TEXT, "it rains", "thinks", "Bob"))
SAID = Node(attribution(TEXT, "Bob thinks it rains", "said", "Ann"))
AGREED = Node(attribution(TEXT, "it pours", "agreed", "Cid"))


def change(_passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    return [
        replace(node, attribution=replace(node.attribution, source=()))
        if node.attribution == SAID.attribution
        else node
        for node in nodes
    ]


def nest(_passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    said, *rest = nodes
    return [
        replace(said, children=(THINKS,)),
        *(node for node in rest if node.attribution != THINKS.attribution),
    ]


def make(_passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    return [*nodes, AGREED]


def test_what_a_rule_changed_moved_or_made_has_its_name() -> None:
    out = apply_rules(passage(TEXT), [SAID, THINKS], [("change", change), ("nest", nest), ("make", make)])
    assert [node.rules for node in out] == [("change",), ("make",)]
    assert [child.rules for child in out[0].children] == [("nest",)]


def test_a_claim_that_moves_to_another_parent_as_deep_has_the_rules_name() -> None:
    before = [replace(SAID, children=(THINKS,)), AGREED]
    after = [SAID, replace(AGREED, children=(THINKS,))]
    out = apply_rules(passage(TEXT), before, [("move", lambda *_: after)])
    assert [(node.rules, [child.rules for child in node.children]) for node in out] == [
        ((), []),
        ((), [("move",)]),
    ]


def test_a_claim_that_stays_with_a_parent_whose_cue_or_source_changes_has_not() -> None:
    wide = replace(SAID.attribution, cue=(SAID.cue[0] - 1, SAID.cue[1]), source=())
    after = [replace(SAID, attribution=wide, children=(THINKS,))]
    out = apply_rules(passage(TEXT), [replace(SAID, children=(THINKS,))], [("change", lambda *_: after)])
    assert [(node.rules, node.children) for node in out] == [(("change",), (THINKS,))]


def test_a_rule_that_leaves_a_claim_as_it_was_is_not_named() -> None:
    out = apply_rules(passage(TEXT), [SAID, AGREED], [("change", change)])
    assert [node.rules for node in out] == [("change",), ()]


def test_rules_are_named_in_the_order_they_ran() -> None:
    out = apply_rules(passage(TEXT), [SAID], [("one", change), ("two", lambda _, nodes: [SAID])])
    assert out[0].rules == ("two",)
    out = apply_rules(
        passage(TEXT),
        [],
        [("make", make), ("again", lambda _, n: [replace(n[0], attribution=SAID.attribution)])],
    )
    assert out[0].rules == ("make", "again")


def test_the_name_of_every_rule_is_its_own() -> None:
    names = [rule.__name__ for rule in RULES]
    assert len(set(names)) == len(names)
    assert all("_" in name for name in names)
