from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.block_quotes import add_block_quotes
from tests.pipeline.making import attribution, passage

QUOTE = "“It will not rain before June.”"


def read(text: str, *nodes: Node) -> list[tuple[str, list[str]]]:
    """Source and contents of every node; the first line is no headline here."""
    return [
        (text[slice(*n.attribution.source[0])], [text[s:e] for s, e in n.attribution.content])
        for n in add_block_quotes(replace(passage(text), headline=None), nodes)
    ]


def test_a_quotation_alone_goes_on_for_the_speaker_before() -> None:
    text = f"“We sow in May,” Lee said.\n{QUOTE}"
    node = Node(attribution(text, "“We sow in May,”", "said", "Lee"))
    assert read(text, node) == [("Lee", ["“We sow in May,”", QUOTE])]


def test_it_goes_on_for_the_last_of_her_claims_there() -> None:
    text = f"Lee said it was dry. She feared frost.\n{QUOTE}"
    said = Node(attribution(text, "it was dry", "said", "Lee"))
    feared = Node(attribution(text, "frost", "feared", "She"))
    assert read(text, feared, said) == [("She", ["frost", QUOTE]), ("Lee", ["it was dry"])]


def test_two_speakers_before_tell_nothing() -> None:
    text = f"Lee said it was dry. Hale said it was wet.\n{QUOTE}"
    lee, hale = (
        Node(attribution(text, w, s, n))
        for w, s, n in (("it was dry", "said", "Lee"), ("it was wet", "Hale |said|", "Hale"))
    )
    assert read(text, lee, hale) == [("Lee", ["it was dry"]), ("Hale", ["it was wet"])]


@pytest.mark.parametrize(
    "then",
    ["“It will not rain before June,” Hale said.", "“The Long Rain”", "It will not rain before June."],
)
def test_other_paragraphs_do_not_go_on(then: str) -> None:
    text = f"“We sow in May,” Lee said.\n{then}"
    node = Node(attribution(text, "“We sow in May,”", "said", "Lee"))
    assert read(text, node) == [("Lee", ["“We sow in May,”"])]


def test_what_another_claim_has_is_left_to_it() -> None:
    text = f"Lee said it was dry.\n{QUOTE}\nSo Hale wrote."
    said = Node(attribution(text, "it was dry", "said", "Lee"))
    wrote = Node(attribution(text, QUOTE, "wrote", "Hale"))
    assert read(text, said, wrote) == [("Lee", ["it was dry"]), ("Hale", [QUOTE])]


def test_a_sentence_with_a_colon_introduces_one() -> None:
    text = f"It is dry. Ann Lee continued:\n{QUOTE}"
    assert read(text) == [("Ann Lee", [QUOTE])]


def test_a_colon_after_anything_else_does_not() -> None:
    for before in ("The rule is simple:", "Much has changed since Lee left the valley:"):
        text = f"{before}\n{QUOTE}"
        assert read(text) == []


def test_nobody_in_a_headline_goes_on_below_it() -> None:
    text = f"Lee: it is dry\n{QUOTE}"
    node = Node(attribution(text, "it is dry", ":", "Lee"))
    assert [n.attribution for n in add_block_quotes(passage(text), [node])] == [node.attribution]
