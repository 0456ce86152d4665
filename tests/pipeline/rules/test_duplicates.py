from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.duplicates import drop_duplicates
from tests.pipeline.making import attribution, passage


def node(text: str, content: str, cue: str, source: str | None = None, sure: float = 0.0) -> Node:
    return Node(replace(attribution(text, content, cue, source), evidence=(sure, 0.0, 0.0)))


def cues(text: str, *nodes: Node) -> list[tuple[str, list[str]]]:
    """The cue and the sources of each claim left."""
    return [
        (text[slice(*n.cue)], [text[s:e] for s, e in n.attribution.source])
        for n in drop_duplicates(passage(text), list(nodes))
    ]


def test_a_colon_after_said_is_no_claim_of_its_own() -> None:
    text = "Ann said on Monday: “It rains.”"
    said, colon = node(text, "“It rains.”", "said", "Ann"), node(text, "“It rains.”", ":", "Ann", -1.0)
    assert cues(text, said, colon) == [("said", ["Ann"])]


def test_the_medium_right_behind_joins_the_cue() -> None:
    text = "Ann said in a statement that it rains."
    said = node(text, "that it rains", "said", "Ann")
    assert cues(text, said, node(text, "that it rains", "|statement|")) == [("said in a statement", ["Ann"])]


def test_the_one_with_a_source_is_kept() -> None:
    text = "Ann said on Monday: “It rains.”"
    said, colon = node(text, "“It rains.”", "said"), node(text, "“It rains.”", ":", "Ann", -1.0)
    assert cues(text, said, colon) == [(":", ["Ann"])]


@pytest.mark.parametrize(("said", "colon", "kept"), [(-0.2, -0.4, "said"), (-0.4, -0.2, ":")])
def test_of_two_with_a_source_the_surer_one_is_kept(said: float, colon: float, kept: str) -> None:
    text = "Ann said on Monday: “It rains.”"
    both = node(text, "“It rains.”", "said", "Ann", said), node(text, "“It rains.”", ":", "Ann", colon)
    assert cues(text, *both) == cues(text, *reversed(both)) == [(kept, ["Ann"])]


@pytest.mark.parametrize(("words", "left"), [("abcdefgh", 1), ("abcdefg", 2)])
def test_contents_are_one_from_four_fifths_on(words: str, left: int) -> None:
    text = "Ann said: abcdefghij"
    both = node(text, "abcdefghij", "said", "Ann"), node(text, words, ":", "Ann", -1.0)
    assert len(cues(text, *both)) == left


@pytest.mark.parametrize(("apart", "left"), [(120, 1), (121, 2)])
def test_cues_are_one_only_so_far_apart(apart: int, left: int) -> None:
    text = f"Ann said{'x' * apart}: rain"
    assert len(cues(text, node(text, "rain", "said", "Ann"), node(text, "rain", ":", "Ann", -1.0))) == left


def test_of_three_the_middle_one_is_no_bridge_to_another_sentence() -> None:
    text = "Ann said on Monday: “It rains.” She repeated: “It rains.”"
    said, colon = node(text, "“It rains.”", "said", "Ann"), node(text, "“It rains.”", ":", "Ann", -1.0)
    again = node(text, "“It rains.”", "repeated", "She", -0.5)
    assert cues(text, again, colon, said) == [("said", ["Ann"]), ("repeated", ["She"])]


def test_the_children_of_either_are_kept() -> None:
    text = "Ann said: “Bob thinks it rains.”"
    inner = Node(attribution(text, "it rains", "thinks", "Bob"))
    said, colon = (
        node(text, "“Bob thinks it rains.”", "said", "Ann"),
        node(text, "“Bob thinks it rains.”", ":"),
    )
    for pair in ((replace(said, children=(inner,)), colon), (said, replace(colon, children=(inner,)))):
        (kept,) = drop_duplicates(passage(text), pair)
        assert (text[slice(*kept.cue)], kept.children) == ("said", (inner,))


def test_two_who_say_the_same_make_two_claims() -> None:
    text = "Ann told us that it rains, as Bob had said."
    both = node(text, "that it rains", "told", "Ann"), node(text, "that it rains", "had said", "Bob")
    assert len(cues(text, *both)) == 2


def test_one_who_says_two_things_makes_two_claims() -> None:
    text = "Ann said that it rains and added that it snows."
    both = node(text, "that it rains", "said", "Ann"), node(text, "that it snows", "added", "Ann")
    assert len(cues(text, *both)) == 2


def test_cues_of_two_sentences_stay_apart() -> None:
    text = "“It rains,” Ann said. She repeated it."
    both = node(text, "“It rains,”", "Ann |said|", "Ann"), node(text, "“It rains,”", "repeated")
    assert len(cues(text, *both)) == 2


def test_children_are_made_one_too() -> None:
    text = "Cid thinks Ann said in a letter it rains."
    inner = node(text, "it rains", "said", "Ann"), node(text, "it rains", "|letter|", "Ann")
    outer = Node(attribution(text, "Ann said in a letter it rains", "thinks", "Cid"), inner)
    assert [len(n.children) for n in drop_duplicates(passage(text), [outer])] == [1]
