"""One window read as a whole: each head's answer ends where it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from secondhand.pipeline.network.read_window import (
    Node,
    Reading,
    read_window,
    replace_attributions,
    walk_nodes,
)
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import EVEN, attribution, scored

# Words:   0  1    2 3  4     5 6
TEXT = "Bob said “it rains” .\nSo"
WORDS = np.array([[0, 3], [4, 8], [9, 10], [10, 12], [13, 18], [18, 19], [20, 21]])
QUOTED = (9, 19)


class Stub:
    """An encoder that is sure: Bob said what stands between the marks, all but the closing one."""

    def __init__(self) -> None:
        cue = np.full((7, 3), 0.05, np.float32)
        cue[np.arange(7), [0, 1, 0, 0, 0, 0, 0]] = 0.9
        entity = np.full((7, 9), 0.01, np.float32)
        entity[np.arange(7), [1, 0, 0, 0, 0, 0, 0]] = 0.9
        arc = np.zeros((7, 7), np.float32)
        arc[:, 1] = 9
        self.scores = scored(
            7, cue=cue, entity=entity, arc=arc, sentence=np.array([1, 0, 0.6, 0, 0, 0, 0], np.float32)
        )

    def read(self, window: Window) -> Any:
        return self.scores

    def score_contents(self, states: Any, begin: Any, end: Any, at: Any, inside: Any) -> Any:
        return np.tile(np.array([9, 0, 0, 9, 0, 0], np.float32), (*at.shape, 1))

    def make_views(self, states: Any) -> Any:
        return states

    def score_roles(self, *given: object) -> Any:
        labels = [1, 0, 3, 4, 4, 0, 0]
        scores = np.zeros((1, 7, 7), np.float32)
        scores[0, np.arange(7), labels] = 9
        return scores

    def score_manners(self, *given: object) -> Any:
        return np.zeros((1, 14), np.float32)

    def score_relations(self, lower: Any, upper: Any) -> Any:
        return np.ones((len(lower), 1), np.float32)

    def score_feelings(self, words: Any, target: Any, within: Any) -> tuple[Any, Any]:
        told = np.log([[0.7, 0.2, 0.1]] * len(target)).astype(np.float32)
        return told, np.tile(np.arange(7, dtype=np.float32), (len(target), 1))


def read(temperature: float = 1.0, tokens: Any = None) -> Reading:
    ids = np.zeros(7, np.int64)
    given = Window(ids, np.zeros((7, 3), np.int64), np.arange(7), WORDS, np.zeros(7, np.int64), (QUOTED,))
    settings = replace(EVEN, temperature=temperature)
    return read_window(Stub(), settings, TEXT, given, tokens)  # type: ignore[arg-type]


def test_what_is_said_is_drawn_to_its_quotation_marks() -> None:
    (one,) = read().attributions
    assert (TEXT[slice(*one.cue)], [TEXT[slice(*s)] for s in one.source]) == ("said", ["Bob"])
    assert one.content == (QUOTED,)


def test_sentences_and_names_are_read_with_it() -> None:
    found = read()
    assert found.sentences == (0, 9)
    assert found.entities == ((0, 3, "PERSON"),)


def test_syntax_is_read_where_tokens_are_given() -> None:
    assert read().syntax is None
    syntax = read(tokens=(WORDS[:, 0], WORDS[:, 1])).syntax
    assert syntax is not None
    assert syntax.token.tolist() == list(range(7))
    assert syntax.head.tolist()[:2] == [1, 1]


def test_what_is_felt_towards_whom_the_content_names_is_read_by_the_temperature() -> None:
    (felt,) = read().feelings
    assert (TEXT[slice(*felt.target)], TEXT[slice(*felt.evidence)]) == ("it", "rains")
    assert round(felt.against, 3) == 0.7
    (cooler,) = read(temperature=2.0).feelings
    assert 1 / 3 < cooler.against < 0.7


def test_nodes_are_walked_each_before_its_children() -> None:
    text = "Ann said Bob thinks Cid knows it rains."
    knows = Node(attribution(text, "it rains", "knows", "Cid"))
    thinks = Node(attribution(text, "Cid knows it rains", "thinks", "Bob"), (knows,))
    said = Node(attribution(text, "Bob thinks Cid knows it rains", "said", "Ann"), (thinks,))
    assert list(walk_nodes([said, knows])) == [said, thinks, knows, knows]
    assert list(walk_nodes([])) == []
    assert said.cue == (4, 8)


def test_attributions_are_replaced_at_every_depth_and_the_rules_stay() -> None:
    told = replace(attribution("Bob said so", "so", "said", "Bob"), made_by="words")
    inner = Node(told, rules=("nest_claims",))
    outer = Node(told, (Node(told, (inner,)),))
    changed = replace_attributions([outer], lambda found: replace(found, source=()))
    assert [node.attribution for node in walk_nodes(changed)] == [replace(told, source=())] * 3
    assert [node.rules for node in walk_nodes(changed)] == [(), (), ("nest_claims",)]
    assert [node.attribution for node in walk_nodes([outer])] == [told] * 3
