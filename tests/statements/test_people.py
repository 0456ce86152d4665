"""Who is one speaker across articles, and who is not."""

from __future__ import annotations

import pytest

from secondhand.statements.people import compare_people, is_named
from tests.statements.literals import who


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Barack Obama", "Obama", "yes"),
        ("Mr. Obama", "President Barack Obama", "yes"),
        ("John Boehner", "John A. Boehner", "yes"),
        ("Ben Jealous", "Benjamin Todd Jealous", "yes"),
        ("Piet Oland", "Piet Oland of Sandholm", "yes"),
        ("Piet Oland", "Jan Berg of Sandholm", "no"),
        ("Barack Obama", "Michelle Obama", "no"),
        ("Bill Clinton", "Hillary Clinton", "no"),
        ("Barack Obama", "Barack Jones", "no"),
    ],
)
def test_people_are_one_by_the_end_of_their_names(one: str, other: str, same: str) -> None:
    assert compare_people(who(one), who(other)) == same
    assert compare_people(who(other), who(one)) == same


def test_an_organization_is_one_under_its_initials() -> None:
    one, other = who("BBC", "organization"), who("British Broadcasting Corporation", "organization")
    assert compare_people(one, other) == "yes"
    assert compare_people(who("CBS", "organization"), other) == "no"


def test_who_has_a_role_at_an_organization_may_speak_for_it() -> None:
    counsel = who("Robert Bauer", role="White House counsel")
    assert compare_people(counsel, who("White House", "organization")) == "perhaps"
    assert compare_people(counsel, who("Pentagon", "organization")) == "no"


def test_nothing_tells_unnamed_sources_apart() -> None:
    assert compare_people(who("officials", "anonymous"), who("a senior official", "anonymous")) == "unknown"
    assert compare_people(who("senior officials", "anonymous"), who("officials", "anonymous")) == "perhaps"
    assert not is_named(who("officials", "anonymous"))
    assert not is_named(who("unknown", "unknown"))
