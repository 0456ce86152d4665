from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.semicolons import continue_lists
from tests.pipeline.making import attribution, passage

LIST = "the lock leaks; the gate sticks; and the key is lost"


@pytest.mark.parametrize("read", ["the lock leaks", "the lock leaks; the gate sticks", LIST])
def test_a_list_is_said_to_its_end(read: str) -> None:
    text = f"Ann said {LIST}. It rained; it snowed; and it froze."
    (node,) = continue_lists(passage(text), [Node(attribution(text, read, "said", "Ann"))])
    assert [text[s:e] for s, e in node.attribution.content] == [LIST]


@pytest.mark.parametrize(
    "text",
    [
        "Ann said it rains; nobody came.",
        "Ann said it rains; it snows; it freezes.",
        "Ann said it rains, and Bob left; he was cold; and he was wet.",
    ],
)
def test_other_clauses_are_the_articles_own(text: str) -> None:
    node = Node(attribution(text, "it rains", "said", "Ann"))
    assert continue_lists(passage(text), [node]) == [node]


def test_a_list_with_another_speaker_is_not_led_on() -> None:
    text = "Ann said it rains; Bob says it snows; and it froze."
    ann, bob = (
        Node(attribution(text, "it rains", "said", "Ann")),
        Node(attribution(text, "it snows", "says", "Bob")),
    )
    assert continue_lists(passage(text), [ann, bob])[0] == ann
