from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Claim
from secondhand.pipeline.claims import flatten
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.network.windows import paragraphs
from tests.pipeline.making import EVEN, attribution

TEXT = 'Ann said Bob thinks Cid knows it rains. "Fine," Dee replied.\nEve wrote it "never" rains.'


def flat(*nodes: Node, text: str = TEXT) -> list[Claim]:
    return flatten(text, paragraphs(text), nodes, EVEN)


def tree() -> Node:
    knows = Node(attribution(TEXT, "it rains", "knows", "Cid"))
    thinks = Node(attribution(TEXT, "Cid knows it rains", "thinks", "Bob"), (knows,))
    return Node(attribution(TEXT, "Bob thinks Cid knows it rains", "said", "Ann"), (thinks,))


def test_claims_come_in_reading_order_with_ids() -> None:
    wrote = Node(attribution(TEXT, 'it "never" rains', "wrote", "Eve"))
    replied = Node(attribution(TEXT, '"Fine,"', "replied", "Dee"))
    claims = flat(wrote, replied, tree())
    assert [c.cue.text for c in claims if c.cue] == ["said", "thinks", "knows", "replied", "wrote"]
    assert [c.id for c in claims] == ["c1", "c2", "c3", "c4", "c5"]
    assert [c.paragraph for c in claims] == [0, 0, 0, 0, 1]


def test_a_parent_comes_before_its_child() -> None:
    said, thinks, knows = flat(tree())
    assert (said.parent, thinks.parent, knows.parent) == (None, said.id, thinks.id)


def test_the_parent_is_right_after_a_sibling_with_children() -> None:
    text = "Ann said Bob thinks it rains and Cid knows it pours. Dee said Eve hopes it snows."
    one = Node(
        attribution(text, "Bob thinks it rains and Cid knows it pours", "said", "Ann"),
        (
            Node(attribution(text, "it rains", "thinks", "Bob")),
            Node(attribution(text, "it pours", "knows", "Cid")),
        ),
    )
    two = Node(
        attribution(text, "Eve hopes it snows", "Dee |said|", "Dee"),
        (Node(attribution(text, "it snows", "hopes", "Eve")),),
    )
    assert [(c.id, c.parent) for c in flat(one, two, text=text)] == [
        ("c1", None), ("c2", "c1"), ("c3", "c1"), ("c4", None), ("c5", "c4"),
    ]  # fmt: skip


def test_a_childs_confidence_is_its_own_times_its_parents() -> None:
    said, thinks, knows = flat(tree())
    assert (said.confidence, thinks.confidence, knows.confidence) == (0.8, 0.64, 0.512)


def test_a_nested_claim_that_is_hardly_likely_is_left_out() -> None:
    doubted = Node(replace(attribution(TEXT, "it rains", "knows", "Cid"), evidence=(-4.0, 0.0, 0.0)))
    outer = Node(attribution(TEXT, "Cid knows it rains", "thinks", "Bob"), (doubted,))
    assert [c.cue.text for c in flat(outer) if c.cue] == ["thinks"]


def test_a_surer_reading_gives_more_confidence() -> None:
    found = attribution(TEXT, '"Fine,"', "replied", "Dee")
    doubted = replace(found, evidence=(-2.0, -1.0, -1.0))
    assert flat(Node(doubted))[0].confidence < flat(Node(found))[0].confidence


def test_a_claim_keeps_the_scores_it_came_from() -> None:
    found = replace(attribution(TEXT, '"Fine,"', "replied", "Dee"), evidence=(-2.0, -1.0, -0.5))
    (claim,) = flat(Node(found))
    assert claim.trace
    assert claim.trace.evidence == (-2.0, -1.0, -0.5)


def test_spans_hold_their_words() -> None:
    for claim in flat(tree()):
        assert all(TEXT[s.start : s.end] == s.text for s in claim.parts)


def test_a_claim_without_a_source_has_none() -> None:
    text = 'It rained. "Fine," came the reply.'
    (claim,) = flatten(text, [(0, len(text))], [Node(attribution(text, '"Fine,"', "came the reply"))], EVEN)
    assert claim.source == ()
    assert claim.speaker is None
    assert claim.resolution == "none"


def test_a_quotation_over_paragraphs_is_one_direct_claim() -> None:
    text = 'Ann said: "It rains.\n"It pours."'
    found: Attribution = attribution(text, '"It rains.', "said", "Ann")
    (claim,) = flat(Node(found), text=text)
    assert [s.text for s in claim.content] == ['"It rains.', '"It pours."']
    assert claim.kind == "direct"
    assert claim.paragraph == 0
