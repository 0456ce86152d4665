from __future__ import annotations

from secondhand.claim import Speaker
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.stance.targets import TargetNames, find_attitudes_felt
from tests.pipeline.making import claim, find

TEXT = "Ann Lee said Bob Fry is a disgrace and Cy Day a hero."
CLAIM = claim(TEXT, "Bob Fry is a disgrace and Cy Day a hero", "said", "Ann Lee")
MEMBERS = [Entity(name, "person", [find(TEXT, name)]) for name in ("Ann Lee", "Bob Fry", "Cy Day")]


def feeling(target: str, against: float, for_: float, evidence: str, cue: str = "said") -> Feeling:
    return Feeling(find(TEXT, cue), find(TEXT, target), against, for_, find(TEXT, evidence))


def names(speaker: str | None = None) -> TargetNames:
    known = [Speaker("s1", "Bob Fry", "person", None, ())]
    return TargetNames(TEXT, MEMBERS, known, speaker)


def test_clear_feelings_are_attitudes_with_their_words() -> None:
    felt = [feeling("Bob Fry", 0.9, 0.05, "disgrace"), feeling("Cy Day", 0.02, 0.95, "hero")]
    found = find_attitudes_felt(CLAIM, felt, names(), 0.85)
    assert [(a.target, a.polarity, a.evidence[0].text) for a in found] == [
        ("Bob Fry", "negative", "disgrace"),
        ("Cy Day", "positive", "hero"),
    ]


def test_unclear_ones_and_those_of_other_claims_are_none() -> None:
    unclear = feeling("Bob Fry", 0.84, 0.0, "disgrace")
    assert (
        find_attitudes_felt(
            CLAIM, [unclear, feeling("Bob Fry", 0.99, 0.0, "disgrace", cue="is")], names(), 0.85
        )
        == []
    )


def test_nobody_has_an_attitude_towards_themselves() -> None:
    assert find_attitudes_felt(CLAIM, [feeling("Bob Fry", 0.99, 0.0, "disgrace")], names("s1"), 0.85) == []


def test_a_word_for_a_people_is_nobody() -> None:
    people = TargetNames(TEXT, [Entity("Bob Fry", "group", [find(TEXT, "Bob Fry")])], (), None)
    assert find_attitudes_felt(CLAIM, [feeling("Bob Fry", 0.99, 0.0, "disgrace")], people, 0.85) == []
