"""When a candidate spoke, as it is told to the ranking."""

from __future__ import annotations

import pytest

from secondhand.claim import Claim
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.evidence import describe_candidate
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of

TURNS = {"turns ago", "outer turns ago", "turns", "same source", "spoke in sentence"}
AROUND = {
    "speaks around", "named in parent's content", "at start of parent's content", "asked in parent's content",
}  # fmt: skip


def turns(setting: Scene, one: Claim, entity: Entity, names: set[str] = TURNS) -> dict[str, float]:
    """When ``entity`` spoke, told for the source of ``one``."""
    every = describe_candidate(setting, read_asked(setting, one), Candidate("known", entity))
    return {name: value for name, value in every.items() if name in names}


TALK = "Ann said it rains, Bob said it pours. Cid said it snows and he adds it thaws."
ANN_SAID = claim(TALK, "it rains", "Ann |said|", "Ann")
BOB_SAID = claim(TALK, "it pours", "Bob |said|", "Bob", id="c2", parent="c1")
CID_SAID = claim(TALK, "it snows", "Cid |said|", "Cid", id="c3")
HE_ADDS = claim(TALK, "it thaws", "adds", "he", id="c4")


def test_all_that_tells_when_somebody_spoke() -> None:
    ann, bob, cid = (
        Entity(name, "person", [(TALK.index(name), TALK.index(name) + 3)]) for name in ("Ann", "Bob", "Cid")
    )
    setting = Scene(doc_of(TALK), Origin(), [ann, bob, cid], {}, Hints())
    for one, entity in ((ANN_SAID, ann), (BOB_SAID, bob), (CID_SAID, cid)):
        setting.add_turn(one, entity)
    told = [turns(setting, HE_ADDS, entity) for entity in (ann, bob, cid)]
    assert told == [
        {
            "turns ago": 2.0,
            "outer turns ago": 1.0,
            "turns": 1.0,
            "same source": 0.0,
            "spoke in sentence": 0.0,
        },
        # What stands inside another claim is no turn of its own.
        {
            "turns ago": 1.0,
            "outer turns ago": 12.0,
            "turns": 1.0,
            "same source": 0.0,
            "spoke in sentence": 0.0,
        },
        {
            "turns ago": 0.0,
            "outer turns ago": 0.0,
            "turns": 1.0,
            "same source": 0.0,
            "spoke in sentence": 1.0,
        },
    ]
    # What was said further on is no turn before this one.
    later = turns(setting, ANN_SAID, cid)
    assert (later["turns ago"], later["turns"], later["spoke in sentence"]) == (12.0, 0.0, 0.0)


def test_the_same_source_is_where_two_claims_share_words_of_it() -> None:
    ann = Entity("Ann", "person", [(0, 3)])
    setting = Scene(doc_of(TALK), Origin(), [ann], {}, Hints())
    setting.add_turn(HE_ADDS, ann)
    assert turns(setting, HE_ADDS, ann)["same source"] == 1.0
    assert turns(setting, CID_SAID, ann)["same source"] == 0.0
    # Words that only touch are not shared.
    text = "Ann Lee said so."
    lee = Entity("Ann Lee", "person", [(0, 7)])
    first, second = claim(text, "so", "said", "Ann "), claim(text, "so", "said", "Lee", id="c2")
    for one, other in ((first, second), (second, first)):
        setting = Scene(doc_of(text), Origin(), [lee], {}, Hints())
        setting.add_turn(one, lee)
        assert turns(setting, other, lee)["same source"] == 0.0


def test_many_turns_are_not_told_apart() -> None:
    ann, bob = Entity("Ann", "person", [(0, 3)]), Entity("Bob", "person", [(19, 22)])
    setting = Scene(doc_of(TALK), Origin(), [ann, bob], {}, Hints())
    setting.add_turn(ANN_SAID, bob)
    for _ in range(13):
        setting.add_turn(ANN_SAID, ann)
    assert turns(setting, HE_ADDS, ann)["turns"] == 10.0
    told = turns(setting, HE_ADDS, bob)
    assert (told["turns ago"], told["outer turns ago"], told["turns"]) == (12.0, 12.0, 1.0)


def test_only_the_last_four_turns_beside_it_count() -> None:
    ann = Entity("Ann", "person", [(0, 3)])
    told = []
    for between in (3, 4):
        setting = Scene(doc_of(TALK), Origin(), [ann], {}, Hints())
        for one in (CID_SAID, *[ANN_SAID] * between):
            setting.add_turn(one, ann)
        told.append(turns(setting, HE_ADDS, ann)["spoke in sentence"])
    assert told == [1.0, 0.0]


def test_what_stands_around_a_claim_is_told() -> None:
    text = "Eve and Ann know that Bob said Ann left Varn early, so she thinks it rains."
    outer = claim(text, "Bob said Ann left Varn early, so she thinks it rains", "know", "Eve", id="c1")
    inner = claim(text, "it rains", "thinks", "she", id="c2", parent="c1")
    at = text.index("Ann left")
    ann = Entity("Ann", "person", [(8, 11), (at, at + 3)])
    eve = Entity("Eve", "person", [(0, 3)])
    late = Entity("it", "person", [(text.index("it rains"), text.index("it rains") + 2)])
    setting = Scene(doc_of(text), Origin(), [eve, ann, late], {"c1": outer}, Hints())
    setting.add_turn(outer, eve)
    told = [turns(setting, inner, entity, AROUND) for entity in (eve, ann, late)]
    same = {"at start of parent's content": 0.0, "asked in parent's content": 1.0}
    assert told == [
        same | {"speaks around": 1.0, "named in parent's content": 0.0},
        same | {"speaks around": 0.0, "named in parent's content": 1.0},
        # Named in it, but only after the source.
        same | {"speaks around": 0.0, "named in parent's content": 0.0},
    ]
    first = claim(text, "left", "said", "Bob", id="c2", parent="c1")
    assert turns(setting, first, eve, AROUND)["at start of parent's content"] == 1.0
    assert turns(setting, outer, eve, AROUND) == {}
    # Who spoke around it did not speak beside it, though in one sentence.
    assert turns(setting, inner, eve)["spoke in sentence"] == 0.0
    # The claim around it counts as a turn wherever its source stands.
    assert turns(setting, inner, eve)["turns ago"] == 0.0


@pytest.mark.parametrize(("gap", "expected"), [(19, 1.0), (20, 0.0)])
def test_a_source_stands_at_the_start_of_what_is_around_it(gap: int, expected: float) -> None:
    text = f"Ann said {'x' * (gap - 1)} he thinks so."
    outer = claim(text, text[9:-1], "said", "Ann")
    setting = Scene(doc_of(text), Origin(), [], {"c1": outer}, Hints())
    inner = claim(text, "so", "thinks", "he", id="c2", parent="c1")
    told = turns(setting, inner, Entity("Ann", "person"), AROUND)
    assert told["at start of parent's content"] == expected
