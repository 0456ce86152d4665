"""What the heads say of a claim, weighed by the component against what its words state."""

from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.raw_attributions import store_attributions
from secondhand.pipeline.network.attributions import Felt
from secondhand.pipeline.network.manner import Manner
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.stance.component import StanceReader
from secondhand.pipeline.stance.stance_settings import StanceSettings
from tests.pipeline.making import attribution, claim, doc_of, find, told_by

TEXT = "Ann Lee said Bob Fry broke the old dam."
SAID = claim(TEXT, "Bob Fry broke the old dam", "said", "Ann Lee", speaker="s1")
UNCOMMITTED = Manner((0.1, 0.1, 0.1, 0.1, 0.6), (0.2, 0.1, 0.7), (1.0, 0.0, 0.0, 0.0, 0.0, 0.0))
DAM = Felt(*find(TEXT, "the old dam"), 0.1, 0.5)


def read(
    settings: StanceSettings,
    *,
    manner: Manner | None = None,
    felt: tuple[Felt, ...] = (),
    feelings: tuple[Feeling, ...] = (),
    one: Claim = SAID,
) -> Claim:
    """Return the claim with its stance, where the heads say so of its cue."""
    doc = doc_of(TEXT, {"Bob Fry": "PERSON", "Ann Lee": "PERSON"})
    seen = replace(
        attribution(TEXT, "Bob Fry broke the old dam", "said", "Ann Lee"), manner=manner, felt=felt
    )
    store_attributions(doc, [Node(seen)], (0.0,))
    state.store_claims(doc, [one], [told_by(TEXT, "s1", "Ann Lee")])
    doc.spans[state.KEY].attrs["hints"] = Hints(feelings=feelings)
    StanceReader("stance", settings)(doc)
    return state.load_claims(doc)[0]


def test_a_manner_that_is_likelier_than_what_no_words_state_is_told() -> None:
    stance = read(StanceSettings(), manner=UNCOMMITTED).stance
    assert (stance.commitment, stance.framing) == ("uncommitted", "distancing")
    # How much it is worth that no words state another is set.
    stance = read(StanceSettings(unstated_weight=3.0), manner=UNCOMMITTED).stance
    assert (stance.commitment, stance.framing) == ("certain", "neutral")
    assert read(StanceSettings()).stance.commitment == "certain"


def test_manner_and_attitudes_are_those_of_the_same_cue() -> None:
    other = claim(TEXT, "the old dam", "broke", "Bob Fry", speaker="s1")
    stance = read(StanceSettings(), manner=UNCOMMITTED, felt=(DAM,), one=other).stance
    assert (stance.commitment, stance.framing, stance.attitudes) == ("certain", "neutral", ())
    without = replace(SAID, cue=None)
    assert read(StanceSettings(), manner=UNCOMMITTED, felt=(DAM,), one=without).stance.attitudes == ()


def test_what_the_role_head_finds_felt_is_an_attitude_from_a_chance_on() -> None:
    (attitude,) = read(StanceSettings(), felt=(DAM,)).stance.attitudes
    assert (attitude.target, attitude.polarity) == ("the old dam", "positive")
    assert read(StanceSettings(attitude_least=0.6), felt=(DAM,)).stance.attitudes == ()


def test_what_a_head_finds_is_as_sure_as_it_was_on_whole_articles() -> None:
    (even,) = read(StanceSettings(felt_offset=0.0), felt=(DAM,)).stance.attitudes
    (seldom,) = read(StanceSettings(felt_offset=-2.0), felt=(DAM,)).stance.attitudes
    assert (even.confidence, seldom.confidence) == (0.5, 0.1192)
    for ends in ((0.0, 1.0), (1.0, 0.0)):
        sure = replace(DAM, against=ends[0], for_=ends[1])
        (attitude,) = read(StanceSettings(felt_slope=1.0, felt_offset=0.0), felt=(sure,)).stance.attitudes
        assert attitude.confidence == 0.99


def test_what_is_felt_towards_somebody_named_is_an_attitude_from_a_chance_on() -> None:
    against = Feeling(find(TEXT, "said"), find(TEXT, "Bob Fry"), 0.9, 0.05, find(TEXT, "broke"))
    (attitude,) = read(StanceSettings(), feelings=(against,)).stance.attitudes
    assert (attitude.target, attitude.polarity, attitude.evidence[0].text) == ("Bob Fry", "negative", "broke")
    assert read(StanceSettings(felt_least=0.95), feelings=(against,)).stance.attitudes == ()
    # Nobody has one towards themselves.
    own = replace(against, target=find(TEXT, "Ann Lee"))
    assert read(StanceSettings(), feelings=(own,)).stance.attitudes == ()


def test_of_one_target_what_words_state_counts_and_no_head() -> None:
    text = "Ann Lee opposed the old dam."
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    start, end = find(text, "old dam")
    felt = (Felt(start, end, 0.1, 0.9), Felt(*find(text, "dam"), 0.1, 0.8))
    seen = replace(attribution(text, "the old dam", "opposed", "Ann Lee"), felt=felt)
    store_attributions(doc, [Node(seen)], (0.0,))
    state.store_claims(doc, [claim(text, "the old dam", "opposed", "Ann Lee")], [])
    StanceReader("stance")(doc)
    attitudes = state.load_claims(doc)[0].stance.attitudes
    assert [(a.target, a.polarity) for a in attitudes] == [("old dam", "negative")]
