from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.whole_quotations import keep_quotations_whole
from tests.pipeline.making import attribution, passage


def contents(text: str, *nodes: Node) -> list[list[str]]:
    """Return what each claim says, those inside others after them."""
    kept = keep_quotations_whole(passage(text), nodes)
    every = [one for node in kept for one in (node, *node.children)]
    return [[text[s:e] for s, e in node.attribution.content] for node in every]


def test_a_quotation_is_that_of_the_nearest_cue() -> None:
    text = "“It rains,” Ann says. “It snows,” Bob adds."
    ann = Node(attribution(text, "“It rains,”", "says", "Ann"))
    bob = Node(attribution(text, ["“It rains,”", "“It snows,”"], "adds", "Bob"))
    assert contents(text, ann, bob) == [["“It rains,”"], ["“It snows,”"]]
    assert contents(text, bob) == [["“It rains,”", "“It snows,”"]]


def test_nobody_is_left_without_words() -> None:
    text = "“It rains,” Ann says, Bob adds."
    ann = Node(attribution(text, "“It rains,”", "says", "Ann"))
    bob = Node(attribution(text, "“It rains,”", "adds", "Bob"))
    assert contents(text, ann, bob) == [["“It rains,”"]] * 2


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("‘It rains,’ and then she left", "‘It rains,’"),
        ("‘It rains!’ and then she left", "‘It rains!’"),
        # A part of a sentence goes on outside of its marks, and so does one that is quoted again.
        ("‘rain’ and snow are near", "‘rain’ and snow are near"),
        ("‘It rains,’ and ‘it snows’", "‘It rains,’ and ‘it snows’"),
        ("it ‘rains,’ and then snows", "it ‘rains,’ and then snows"),
    ],
)
def test_what_is_said_ends_with_the_quotation_it_begins_with(said: str, expected: str) -> None:
    text = f"“Ann told me, {said},” Bob said."
    ann = Node(attribution(text, said, "told", "Ann"))
    bob = Node(attribution(text, f"“Ann told me, {said},”", "said", "Bob"), (ann,))
    assert contents(text, bob)[1] == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("he had been told. “We are glad.”", "he had been told"),
        ("he had been told! “We are glad,”", "he had been told!"),
        # Part of a sentence in marks belongs to it, and so does what is taken up again in marks.
        ("he had been told. “Glad” is the word", "he had been told. “Glad” is the word"),
        ("he was “glad. “We are,”", "he was “glad. “We are,”"),
        ("he had been told “we are glad.”", "he had been told “we are glad.”"),
    ],
)
def test_what_is_told_ends_before_a_sentence_that_is_quoted(said: str, expected: str) -> None:
    text = f"Ann said {said}"
    assert contents(text, Node(attribution(text, said, "said", "Ann"))) == [[expected]]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("” for Europe", "for Europe"),
        ("of his friends “", "of his friends"),
        ("“no sympathy” for Europe", "“no sympathy” for Europe"),
        ("no sympathy” for Europe", "no sympathy” for Europe"),
        ("”", "”"),
    ],
)
def test_no_mark_is_left_alone(said: str, expected: str) -> None:
    text = "Ann, of his friends “the best”, has “no sympathy” for Europe."
    assert contents(text, Node(attribution(text, said, "has", "Ann"))) == [[expected]]
