from __future__ import annotations

import pytest

from secondhand.claim import SpeakerType
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.agreement import is_several, match_pronoun, tell_sex
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import doc_of


def scene(text: str = "It rains.", *entities: Entity, hints: Hints | None = None) -> Scene:
    return Scene(doc_of(text), Origin(), list(entities), {}, hints or Hints())


@pytest.mark.parametrize(
    ("name", "type", "mentions", "expected"),
    [
        ("voters", "group", [], True),
        ("Ann Lee and Bob Ray", "person", [(0, 19)], True),
        ("Anderson", "person", [(0, 8)], False),
        ("senior officials", "anonymous", [], True),
        ("a senior official", "anonymous", [], False),
        # What stands in the article as a name is one, whatever its ending.
        ("senior officials", "anonymous", [(0, 16)], False),
        ("officials", "organization", [], False),
        ("101", "anonymous", [], False),
    ],
)
def test_who_is_more_than_one(
    name: str, type: SpeakerType, mentions: list[tuple[int, int]], expected: bool
) -> None:
    assert is_several(Entity(name, type, mentions)) is expected


@pytest.mark.parametrize(
    ("word", "name", "type", "expected"),
    [
        ("him", "Bob Ray", "person", 1.0),
        ("her", "Bob Ray", "person", -1.0),
        ("she", "officials", "anonymous", -1.0),
        ("she", "a woman", "anonymous", 0.0),
        ("he", "Quill", "unknown", 0.0),
        ("he", "a report", "document", -1.0),
        ("their", "Bob Ray", "person", -0.5),
        ("they", "a report", "document", 0.5),
        ("they", "the clerks", "anonymous", 1.0),
        ("it", "Bob Ray", "person", -1.0),
        ("its", "a report", "document", 1.0),
        ("it", "the clerks", "anonymous", -1.0),
        ("you", "Bob Ray", "person", 0.0),
        ("the mayor", "Bob Ray", "person", 0.0),
    ],
)
def test_whom_a_pronoun_can_mean(word: str, name: str, type: SpeakerType, expected: float) -> None:
    assert match_pronoun(scene(), word, Entity(name, type)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Mr. ", 2.0), ("Mr ", 2.0), ("Mrs. ", -2.0), ("Ms. ", -2.0), ("Miss ", -2.0), ("Dr. ", 0.0)],
)
def test_a_title_right_before_the_name_tells_the_sex(title: str, expected: float) -> None:
    text = f"Old {title}Voss left."
    at = text.index("Voss")
    assert tell_sex(scene(text), Entity("Voss", "person", [(at, at + 4)])) == expected


def test_every_title_counts() -> None:
    text = "Mr. Voss left. Mr. Voss came. Voss wept."
    mentions = [(at, at + 4) for at in range(len(text)) if text.startswith("Voss", at)]
    assert tell_sex(scene(text), Entity("Voss", "person", mentions)) == 4.0


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Bob Voss", None, 1.5),
        ("Ann Voss", None, -1.5),
        ("Voss Bob", None, 0.0),
        ("Quill Voss", "Congresswoman", -1.5),
        ("Quill Voss", "CHAIRMAN", 1.5),
        ("Quill Voss", "mayor", 0.0),
    ],
)
def test_a_given_name_or_a_role_tells_the_sex(name: str, role: str | None, expected: float) -> None:
    assert tell_sex(scene(), Entity(name, "person", [], role)) == expected


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [("He", 0.5), ("Him", 0.5), ("His", 0.5), ("She", -0.5), ("Her", -0.5), ("It", 0.0)],
)
def test_a_pronoun_that_leads_there_tells_the_sex(pronoun: str, expected: float) -> None:
    text = f"Voss left. {pronoun} wept."
    voss = Entity("Voss", "person", [(0, 4)])
    hints = Hints({text.index(pronoun): ((0, 0.5),)})
    assert tell_sex(scene(text, voss, hints=hints), voss) == expected


def test_a_pronoun_that_only_leads_to_another_pronoun_tells_nothing() -> None:
    text = "Voss left. He wept. He sat."
    voss = Entity("Voss", "person", [(0, 4)])
    first, second = text.index("He"), text.rindex("He")
    hints = Hints({first: ((0, 0.5),), second: ((first, 0.5),)})
    assert tell_sex(scene(text, voss, hints=hints), voss) == 0.5
