from __future__ import annotations

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.multi_paragraph_quotes import join_paragraphs
from tests.pipeline.making import attribution, passage

OPEN = 'Ann said: "We came early.'


def led(text: str, *nodes: Node) -> list[tuple[list[str], int]]:
    """The contents of each claim, and how many it holds."""
    found = join_paragraphs(passage(text), nodes)
    return [([text[s:e] for s, e in n.attribution.content], len(n.children)) for n in found]


def first(text: str) -> Node:
    return Node(attribution(text, '"We came early.', "said", "Ann"))


def test_one_quotation_over_three_paragraphs_is_one_claim() -> None:
    text = f'{OPEN}\n"We saw it all.\n"Then we left."\n"Other" words.'
    assert led(text, first(text)) == [(['"We came early.', '"We saw it all.', '"Then we left."'], 0)]


def test_curly_marks_lead_on_too() -> None:
    text = "Ann said: “We came early.\n“Then we left.”"
    node = Node(attribution(text, "“We came early.", "said", "Ann"))
    assert led(text, node) == [(["“We came early.", "“Then we left.”"], 0)]


def test_a_closed_quotation_is_not_led_on() -> None:
    text = 'Ann said: "We came early."\n"Then we left."'
    node = Node(attribution(text, '"We came early."', "said", "Ann"))
    assert led(text, node) == [(['"We came early."'], 0)]


def test_a_paragraph_without_an_opening_mark_ends_the_quotation() -> None:
    text = f'{OPEN}\nThen they left. "Gone," they wrote.'
    assert led(text, first(text)) == [(['"We came early.'], 0)]


def test_the_quotation_of_another_claim_is_not_swallowed() -> None:
    text = f'{OPEN}\n"I stayed," Bob said.'
    other = Node(attribution(text, '"I stayed,"', "Bob |said|", "Bob"))
    assert led(text, first(text), other) == [(['"We came early.'], 0), (['"I stayed,"'], 0)]


def test_claims_inside_what_was_added_are_nested_there() -> None:
    text = f'{OPEN}\n"Bob thinks it rained."'
    inner = Node(attribution(text, "it rained", "thinks", "Bob"))
    assert led(text, first(text), inner) == [(['"We came early.', '"Bob thinks it rained."'], 1)]


def test_a_content_that_ends_before_its_paragraph_is_not_led_on() -> None:
    text = 'Ann said: "We came early. Bob slept.\n"Then we left."'
    assert led(text, Node(attribution(text, '"We came early.', "said", "Ann"))) == [(['"We came early.'], 0)]


def test_nothing_comes_of_nothing() -> None:
    assert join_paragraphs(passage(""), []) == []


def test_it_goes_on_from_the_last_content_whatever_stands_before() -> None:
    text = 'She came. Ann said: "We came early.\n"Then we left."'
    node = Node(attribution(text, ["She came", '"We came early.'], "said", "Ann"))
    assert led(text, node) == [(["She came", '"We came early.', '"Then we left."'], 0)]


def test_another_claim_with_its_cue_in_the_quotation_itself_does_not_end_it() -> None:
    text = f'{OPEN}\n"Then we left, Bob knew."'
    inner = Node(attribution(text, "Then we left", "knew", "Bob"))
    assert led(text, first(text), inner) == [(['"We came early.', '"Then we left, Bob knew."'], 1)]


def test_a_claim_after_what_was_added_is_not_inside_it() -> None:
    text = f'{OPEN}\n"Then we left."\nBob said it rained.'
    after = Node(attribution(text, "it rained", "Bob |said|", "Bob"))
    assert led(text, first(text), after) == [
        (['"We came early.', '"Then we left."'], 0),
        (["it rained"], 0),
    ]
