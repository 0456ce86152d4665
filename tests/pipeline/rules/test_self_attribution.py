from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.self_attribution import drop_self_attributions
from tests.pipeline.making import attribution, passage


def children(text: str, *inner: Node, content: str) -> list[str]:
    """The cues of the claims kept inside what Ann said in quotation marks."""
    said = Node(attribution(text, content, "|said| Ann", "Ann"), inner)
    return [text[slice(*c.cue)] for c in drop_self_attributions(passage(text), [said])[0].children]


@pytest.mark.parametrize(("own", "cue"), [("I", "think"), ("We", "believe"), ("I", "’m not sure")])
def test_what_a_speaker_thinks_in_her_own_quotation_is_no_claim(own: str, cue: str) -> None:
    text = f"“{own} {cue} it rains,” said Ann."
    inner = Node(attribution(text, "it rains", cue, f"“|{own}|"))
    assert children(text, inner, content=f"“{own} {cue} it rains,”") == []


def test_what_she_said_before_is_one() -> None:
    text = "“I told Bob it rains,” said Ann."
    inner = Node(attribution(text, "it rains", "told", "“|I|"))
    assert children(text, inner, content="“I told Bob it rains,”") == ["told"]


def test_what_others_think_is_one() -> None:
    text = "“Bob thinks it rains,” said Ann."
    inner = Node(attribution(text, "it rains", "thinks", "Bob"))
    assert children(text, inner, content="“Bob thinks it rains,”") == ["thinks"]


def test_outside_a_quotation_the_reporter_thinks() -> None:
    text = "That I think it rains was news, said Ann."
    inner = Node(attribution(text, "it rains", "think", "|I| think"))
    assert children(text, inner, content="That I think it rains was news") == ["think"]


@pytest.mark.parametrize(("quotation", "kept"), [("“No,” said Bob. ", ["think"]), ("", ["think"])])
def test_a_quotation_before_or_after_is_none_around_it(quotation: str, kept: list[str]) -> None:
    text = f"{quotation}That I think it rains was news, said Ann. “Yes,” said Bob."
    inner = Node(attribution(text, "it rains", "think", "|I| think"))
    said = Node(attribution(text, "That I think it rains was news", "|said| Ann", "Ann"), (inner,))
    (node,) = drop_self_attributions(passage(text), [said])
    assert [text[slice(*child.cue)] for child in node.children] == kept


def test_what_a_hedge_holds_goes_to_the_parent() -> None:
    text = "“I think Bob knows it rains,” said Ann."
    knows = Node(attribution(text, "it rains", "knows", "Bob"))
    think = Node(attribution(text, "Bob knows it rains", "think", "“|I|"), (knows,))
    assert children(text, think, content="“I think Bob knows it rains,”") == ["knows"]


def test_what_the_layout_gives_a_speaker_is_quoted_too() -> None:
    text = "LEE: I think it rains."
    hedge = Node(attribution(text, "it rains", "think", "|I| think"))
    turn = replace(attribution(text, "I think it rains.", ":", "LEE"), evidence=(), made_by="layout")
    for made, left in ((turn, 0), (replace(turn, made_by="words"), 1)):
        (node,) = drop_self_attributions(passage(text), [Node(made, (hedge,))])
        assert len(node.children) == left
