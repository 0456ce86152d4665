from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.util import load_config

from secondhand.claim import Claim
from secondhand.pipeline.claims import ClaimMaker, keep_likely, make_claims
from secondhand.pipeline.doc import raw_attributions, state
from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.rules.order import NAMES, apply_rules, find_rules, registry
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.rules.rule_settings import DEFAULTS
from secondhand.pipeline.tagger import SHIPPED
from tests.pipeline.making import EVEN, NLP, attribution, passage

TEXT = 'Ann said Bob thinks Cid knows it rains. "Fine," Dee replied.\nEve wrote it "never" rains.'


def flat(*nodes: Node, text: str = TEXT) -> list[Claim]:
    known = passage(text)
    return make_claims(known, apply_rules(known, nodes, find_rules(NAMES)), EVEN.calibration)


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


def doubted(node: Node, logit: float) -> Node:
    """``node`` with a confidence of that logit."""
    evidence = (logit - EVEN.calibration[0], 0.0, 0.0)
    return replace(node, attribution=replace(node.attribution, evidence=evidence))


def likely(*nodes: Node) -> list[list[str]]:
    """The cues of the trees that are kept, of at least 0.5, and 0.27 where nested."""
    kept = keep_likely(nodes, EVEN.calibration, 0.5, 0.27)
    return [[TEXT[slice(*n.cue)] for n in walk_nodes([node])] for node in kept]


def test_every_claim_has_a_confidence_of_its_own() -> None:
    said, thinks, knows = flat(tree())
    assert (said.confidence, thinks.confidence, knows.confidence) == (0.8, 0.8, 0.8)


def test_a_nested_claim_may_be_less_likely_than_an_outermost_one() -> None:
    (thinks,) = tree().children
    (knows,) = thinks.children
    assert likely(replace(thinks, children=(doubted(knows, -0.9),))) == [["thinks", "knows"]]
    assert likely(replace(thinks, children=(doubted(knows, -1.1),))) == [["thinks"]]
    assert likely(doubted(knows, -0.9)) == []


def test_what_lies_in_one_that_is_left_out_takes_its_place_where_it_is_likely_enough() -> None:
    (thinks,) = tree().children
    (knows,) = thinks.children
    assert likely(doubted(thinks, -0.9)) == [["knows"]]
    assert likely(doubted(replace(thinks, children=(doubted(knows, -0.5),)), -0.9)) == []
    assert likely(replace(tree(), children=(doubted(thinks, -3.0),))) == [["said", "knows"]]


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
    (claim,) = flat(Node(attribution(text, '"Fine,"', "came the reply")), text=text)
    assert claim.source == ()
    assert claim.speaker is None
    assert claim.resolution == "none"


def test_a_quotation_over_paragraphs_is_one_direct_claim() -> None:
    text = 'Ann said: "It rains.\n"It pours."'
    found = attribution(text, '"It rains.', "said", "Ann")
    (claim,) = flat(Node(found), text=text)
    assert [s.text for s in claim.content] == ['"It rains.', '"It pours."']
    assert claim.kind == "direct"
    assert claim.paragraph == 0


def made_by(config: dict[str, object]) -> list[Claim]:
    """Return the claims that a pipeline of such a component makes."""
    nlp = type(NLP)()
    nlp.add_pipe("secondhand_claims", config=config)
    doc = nlp.make_doc("Ann said it rains. “It will not stop before June.”")
    said = Node(attribution(doc.text, "it rains", "said", "Ann"))
    raw_attributions.store_attributions(doc, [said], EVEN.calibration)
    back = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    return list(state.load_claims(nlp(back)))


def test_a_config_leaves_a_rule_out() -> None:
    alone = "add_uncued_quotations"
    assert NLP.get_factory_meta("secondhand_attribution").default_config["context"] == 96
    assert len(made_by({})) == 2
    assert len(made_by({"rules": [name for name in NAMES if name != alone]})) == 1


def test_a_config_names_the_rule_of_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def drop_all(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
        return [node for node in nodes if "rains" not in passage.text]

    monkeypatch.setattr(registry, "get_entry_points", lambda: {"drop_all": drop_all})
    monkeypatch.setattr(
        registry, "get_entry_point", lambda name, default=None: {"drop_all": drop_all}.get(name)
    )
    assert made_by({"rules": [*NAMES, "drop_all"]}) == []


def test_a_rule_that_is_not_there_is_told_of_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"There is no rule guess_all\. There are: add_embedded_claims, "):
        made_by({"rules": ["repair_sources", "guess_all"]})


def test_a_nested_claim_of_a_rule_is_shown_however_unlikely() -> None:
    found = replace(attribution(TEXT, "it rains", "knows", "Cid"), evidence=(), made_by="words")
    outer = Node(attribution(TEXT, "Cid knows it rains", "thinks", "Bob"), (Node(found),))
    assert len(make_claims(passage(TEXT), [outer], (-9.0, 1.0, 1.0, 1.0))) == 2


@pytest.mark.parametrize(("cue", "count"), [("reportedly", 1), ("hardly", 0)])
def test_hearsay_is_a_claim_however_little_tells_whose(cue: str, count: int) -> None:
    doc = NLP.make_doc(f"It {cue} rained.")
    found = replace(attribution(doc.text, ["It", "rained"], cue), evidence=(-1.0, -5.0, -0.2))
    raw_attributions.store_attributions(doc, [Node(found)], EVEN.calibration)
    assert len(state.load_claims(ClaimMaker("claims", NAMES)(doc))) == count


def test_the_shipped_config_has_every_rule_in_order() -> None:
    config = load_config(SHIPPED.parent / "config.cfg")
    assert config["components"]["secondhand_claims"] == {
        "factory": "secondhand_claims",
        "rules": list(NAMES),
        "least": DEFAULTS.least,
        "least_nested": DEFAULTS.least_nested,
    }
