"""What one speaker said."""

from __future__ import annotations

import pytest

from secondhand.statements.sayings import list_sayings
from secondhand.statements.statement import Utterer
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, member, who

SAID = "“Interest rates will stay where they are until the autumn,”"
MEMBERS = [
    member(HERALD, "that banks have to hold more capital against mortgages"),
    member(STAR, SAID, who("Doe"), kind="direct"),
    member(REUTERS, SAID, kind="direct", commitment="possible"),
    member(REUTERS, "that unemployment rose among the young", who("John Doe")),
    member(STAR, "that households spent less on food", who("Richard Roe")),
]


def test_what_one_said_is_by_date_and_what_several_articles_have_is_one() -> None:
    first, second = list_sayings(MEMBERS, DOE.name)
    assert [m.carrier for m in first.members] == [REUTERS, STAR]
    assert first.changed
    assert (second.first.carrier, second.changed, second.statement) == (HERALD, False, None)


def test_who_only_has_the_same_last_name_is_somebody_else() -> None:
    assert [s.first.speaker.name for s in list_sayings(MEMBERS, "John Doe")] == ["John Doe", "Doe"]
    assert list_sayings(MEMBERS, "Nobody") == []


def test_words_leave_only_what_has_them_all() -> None:
    assert len(list_sayings(MEMBERS, "Jane Doe", "banks capital")) == 1
    assert list_sayings(MEMBERS, "Jane Doe", "banks rates") == []


def test_a_name_is_the_same_in_small_letters() -> None:
    assert list_sayings(MEMBERS, "doe") == list_sayings(MEMBERS, "Doe") != []
    assert list_sayings(MEMBERS, "jane roe") == []


@pytest.mark.parametrize(
    ("asked", "name", "found"),
    [
        ("white house", "White House", True),
        ("House", "White House", True),  # the end of a name
        ("White House", "House", False),
        ("White House", "White House report", False),
        ("Obama", "Obama administration", False),
        ("NASA", "National Aeronautics and Space Administration", True),
        ("", "White House", False),
    ],
)
def test_a_body_is_asked_for_by_its_name_or_the_end_of_it(asked: str, name: str, found: bool) -> None:
    body = Utterer(name, "organization", None, ("NASA",) if name.startswith("National") else ())
    assert bool(list_sayings([member(REUTERS, "that it opens", body)], asked)) is found
