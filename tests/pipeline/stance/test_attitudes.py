from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import Entity, gather_entities
from secondhand.pipeline.stance.component import read_stance
from secondhand.pipeline.stance.stance_settings import StanceSettings
from tests.pipeline.making import claim, doc_of


def felt(text: str, content: str, cue: str) -> list[tuple[str, str, str]]:
    """Return target, polarity and evidence of the attitudes in a claim of Ann Lee's."""
    said = claim(text, content, cue, "Ann Lee")
    found = read_stance(
        said, gather_entities(doc_of(text, {"Ann Lee": "PERSON", "Bob Fry": "PERSON"}))
    ).attitudes
    assert all(text[e.start : e.end] == e.text for a in found for e in a.evidence)
    return [(a.target, a.polarity, a.evidence[0].text) for a in found]


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        (
            "Ann Lee opposed the new dam levy.",
            "the new dam levy",
            "opposed",
            ("new dam levy", "negative", "opposed"),
        ),
        ("Ann Lee wants better dams.", "better dams", "wants", ("better dams", "positive", "wants")),
        (
            "Ann Lee accused the mill last week of using gas.",
            "the mill last week of using gas",
            "accused",
            ("mill", "negative", "accused"),
        ),
        (
            "Ann Lee called for a ban on rafts.",
            "a ban on rafts",
            "called for",
            ("rafts", "negative", "a ban on"),
        ),
        (
            "Ann Lee wants to abolish the levy.",
            "to abolish the levy",
            "wants",
            ("levy", "negative", "to abolish"),
        ),
        ("Ann Lee wants to extend leave.", "to extend leave", "wants", ("leave", "positive", "to extend")),
        ("Ann Lee supports Mr. Fry.", "Mr. Fry", "supports", ("Mr. Fry", "positive", "supports")),
    ],
)
def test_words_are_for_or_against(text: str, content: str, cue: str, expected: tuple[str, str, str]) -> None:
    assert felt(text, content, cue) == [expected]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Ann Lee wants to go home.", "to go home", "wants"),
        ("Ann Lee called for the board to meet.", "the board to meet", "called for"),
        ("Ann Lee was accused of hiding it.", "of hiding it", "was accused"),
        ("Ann Lee said the dam is full.", "the dam is full", "said"),
        ("Ann Lee did not criticize Bob Fry.", "Bob Fry", "did not criticize"),
    ],
)
def test_what_is_for_and_against_nothing(text: str, content: str, cue: str) -> None:
    assert felt(text, content, cue) == []


def target(content: str, cue: str = "opposed", source: str = "Ann Lee") -> str | None:
    """What the attitude is towards that the cue states of ``content``."""
    found = felt(f"{source} {cue} {content}", content, cue)
    return found[0][0] if found else None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the levy", "levy"),
        ("The Levy", "Levy"),
        ("an old levy", "old levy"),
        ("against any levy", "levy"),
        ("“some levy”", "levy"),
        ("‘some levy’", "levy"),
        ("theatre tickets", "theatre tickets"),
        # A name ends where the next clause, a time, or a mark begins.
        ("the levy, a tax", "levy"),
        ("the levy that rose", "levy"),
        ("the levy last week", "levy"),
        ("the levy next summer", "levy"),
        ("the levy this Monday", "levy"),
        ("the levy yesterday", "levy"),
        ("the levy of taxing", "levy"),
        ("the levy of taxes", "levy of taxes"),
        ("the levy — a tax", "levy"),
        ("the levy - a tax", "levy"),
        ("the dam-levy", "dam-levy"),
        ("the Levy. It rose", "Levy"),
        ("Mr. Levy of Varn", "Mr. Levy of Varn"),
        ("the levy for", "levy"),
        ("the levy including", "levy"),
        # Whose it is does not name it.
        ("their levy", "levy"),
        ("Those levies", "levies"),
        ("Varn’s Dam Levy", "Dam Levy"),
        ("Varn’s levy", "Varn’s levy"),
        # Nothing in particular, or too long a name.
        ("it", None),
        ("something", None),
        ("What rose", None),
        ("the old one", None),
        ("x", None),
        ("a b c d e f g h", "b c d e f g h"),
        ("one two three four five six seven eight", None),
        ("red two three four five six seven eight", "red two three four five six seven eight"),
        ("red two three four five six seven eight nine", None),
    ],
)
def test_what_is_opposed_is_named(content: str, expected: str | None) -> None:
    assert target(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Bob Fry", "Bob Fry"),
        ("Bob Fry of Varn", "Bob Fry"),
        ("Bob Fry for mayor", "Bob Fry"),
        ("Bob Fry Junior", "Bob Fry Junior"),
        ("old Bob Fry", "old Bob Fry"),
        ("the Bob Fry", "Bob Fry"),
    ],
)
def test_somebody_known_is_named_by_their_name(content: str, expected: str) -> None:
    assert target(content) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("wants", "an end to rafts", ("rafts", "negative", "an end to")),
        ("opposed", "a ban on rafts", ("rafts", "positive", "a ban on")),
        ("opposed", "limits in towns", ("towns", "positive", "limits in")),
        ("demanded", "to stop the levy", ("levy", "negative", "to stop")),
        ("opposed", "to stop the levy", ("levy", "positive", "to stop")),
        ("opposed", "to help the levy", ("levy", "negative", "to help")),
        ("wants", "“to help” rafts", None),
        ("wants", "the bandits on rafts", ("bandits", "positive", "wants")),
        ("wants", "to rest", None),
        ("wants", "that rafts go", None),
        ("wants", "whether rafts go", None),
        ("wants", "how rafts go", None),
        ("wants", "for asking rafts", None),
        ("wants", "big old red rafts to go", None),
        ("wants", "raw big old red wide raft to go", ("raw big old red wide raft", "positive", "wants")),
        ("did not praise", "the levy", ("levy", "negative", "praise")),
        ("did not oppose", "the levy", None),
    ],
)
def test_what_a_cue_is_about(cue: str, content: str, expected: tuple[str, str, str] | None) -> None:
    assert felt(f"Ann Lee {cue} {content}", content, cue) == ([expected] if expected else [])


def test_one_target_has_one_attitude_the_one_of_the_cue() -> None:
    text = "Ann Lee opposed the levy, a tax."
    said = claim(text, "the levy, a tax", "opposed", "Ann Lee")
    found = read_stance(said, settings=StanceSettings(stated_confidence=0.25)).attitudes
    assert [(a.target, a.polarity, a.confidence) for a in found] == [("levy", "negative", 0.25)]


def test_how_long_a_target_may_be_is_set() -> None:
    text = "Ann Lee opposed big old rafts."
    said = claim(text, "big old rafts", "opposed", "Ann Lee")
    for most, expected in ((3, ["big old rafts"]), (2, [])):
        found = read_stance(said, settings=StanceSettings(longest_target=most)).attitudes
        assert [a.target for a in found] == expected


def test_the_longest_name_that_begins_there_is_meant() -> None:
    text = "Ann Lee opposed Bob Fry of Varn."
    at = text.index("Bob")
    entities = [Entity("Bob", "person", [(at, at + 3)]), Entity("Robert Fry", "person", [(at, at + 7)])]
    said = claim(text, "Bob Fry of Varn", "opposed", "Ann Lee")
    for known in (entities, entities[::-1]):
        assert [a.target for a in read_stance(said, known).attitudes] == ["Robert Fry"]
