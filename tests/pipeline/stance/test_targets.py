from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Attitude, Speaker
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.stance.targets import TargetNames, drop_repeated, find_attitudes_felt
from tests.pipeline.making import claim, find, span

TEXT = "Ann Lee said Bob Fry is a disgrace and Cy Day a hero."
CLAIM = claim(TEXT, "Bob Fry is a disgrace and Cy Day a hero", "said", "Ann Lee")
MEMBERS = [Entity(name, "person", [find(TEXT, name)]) for name in ("Ann Lee", "Bob Fry", "Cy Day")]


def feeling(target: str, against: float, for_: float, evidence: str, cue: str = "said") -> Feeling:
    return Feeling(find(TEXT, cue), find(TEXT, target), against, for_, find(TEXT, evidence))


def names(speaker: str | None = None) -> TargetNames:
    known = [Speaker("s1", "Bob Fry", "person", None, ())]
    return TargetNames(TEXT, MEMBERS, known, Hints(), speaker)


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
    people = TargetNames(TEXT, [Entity("Bob Fry", "group", [find(TEXT, "Bob Fry")])], (), Hints(), None)
    assert find_attitudes_felt(CLAIM, [feeling("Bob Fry", 0.99, 0.0, "disgrace")], people, 0.85) == []


def test_a_feeling_as_likely_as_is_asked_for_is_told_and_rounded() -> None:
    at_least = [feeling("Bob Fry", 0.85, 0.1, "disgrace")]
    (found,) = find_attitudes_felt(CLAIM, at_least, names(), 0.85)
    assert (found.confidence, found.polarity) == (0.85, "negative")
    (found,) = find_attitudes_felt(CLAIM, [feeling("Bob Fry", 0.912349, 0.1, "disgrace")], names(), 0.85)
    assert found.confidence == 0.9123
    assert found.evidence == (span(TEXT, "disgrace"),)


def test_of_two_feelings_to_one_the_surer_counts_whichever_comes_first() -> None:
    weak, strong = feeling("Bob Fry", 0.86, 0.0, "disgrace"), feeling("Bob", 0.0, 0.95, "hero")
    for felt in ([weak, strong], [strong, weak]):
        (found,) = find_attitudes_felt(CLAIM, felt, names(), 0.85)
        assert (found.target, found.polarity, found.evidence[0].text) == ("Bob Fry", "positive", "hero")
    # Of two as sure the first one counts.
    first, second = feeling("Bob Fry", 0.9, 0.0, "disgrace"), feeling("Bob Fry", 0.9, 0.0, "hero")
    (found,) = find_attitudes_felt(CLAIM, [first, second], names(), 0.85)
    assert found.evidence[0].text == "disgrace"


def test_what_belongs_to_another_claim_does_not_end_the_search() -> None:
    other, mine = feeling("Cy Day", 0.0, 0.9, "hero", cue="is"), feeling("Bob Fry", 0.9, 0.0, "disgrace")
    assert [a.target for a in find_attitudes_felt(CLAIM, [other, mine], names(), 0.85)] == ["Bob Fry"]
    without = replace(CLAIM, cue=None)
    assert find_attitudes_felt(without, [mine], names(), 0.85) == []


def test_whoever_stands_in_the_words_is_named_by_them() -> None:
    known = names()
    ann, fry = find(TEXT, "Ann Lee"), find(TEXT, "Bob Fry")
    assert known.name_at(*ann) == "Ann Lee"
    assert known.name_at(fry[1] - 1, fry[1] + 5) == "Bob Fry"
    assert known.name_at(ann[1], fry[0]) is None


def test_only_the_one_who_speaks_is_nobody_to_themselves() -> None:
    two = [Speaker("s1", "Bob Fry", "person", None, ()), Speaker("s2", "Cy Day", "person", None, ())]
    fry, day = find(TEXT, "Bob Fry"), find(TEXT, "Cy Day")
    known = TargetNames(TEXT, MEMBERS, two, Hints(), "s2")
    assert (known.name_at(*fry), known.name_at(*day)) == ("Bob Fry", None)
    known = TargetNames(TEXT, MEMBERS, two, Hints(), None)
    assert (known.name_at(*fry), known.name_at(*day)) == ("Bob Fry", "Cy Day")


def test_one_thing_is_felt_about_once_however_much_of_its_name_is_said() -> None:
    def felt(target: str) -> Attitude:
        return Attitude(target, "negative", 0.9, ())

    given = ["latest targets", "Its latest targets", "Bob Fry", "Fry", "targets of Fry", "Latest Targets"]
    found = [a.target for a in drop_repeated(map(felt, given))]
    assert found == ["latest targets", "Bob Fry", "targets of Fry"]
