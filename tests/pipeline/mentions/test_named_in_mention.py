"""Whom a source mention names, of all who stand in it."""

from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.mention import EntityMention, parse_mention


def named(text: str, **entities: str) -> str | None:
    """Who is named by ``text``, in which ``entities`` (name with _ for blanks = type) stand."""
    made = [Entity(name.replace("_", " "), kind) for name, kind in entities.items()]  # type: ignore[arg-type]
    held = [EntityMention(m, text.index(m.name), text.index(m.name) + len(m.name)) for m in made]
    found = parse_mention(text, sorted(held, key=lambda n: n.start))
    return found.entity.name if found.entity else None


def test_an_office_goes_on_over_of_before_a_person_only() -> None:
    assert named("head of policy Ann Lee", Ann_Lee="person") == "Ann Lee"
    assert named("head of the policy Ann Lee", Ann_Lee="person") is None
    assert named("friend of mayor Ann Lee", Ann_Lee="person") is None
    assert named("head of policy Ann Lee", Ann_Lee="organization") is None
    # A name that holds "of" is not cut there.
    assert named("Bank of Varn", Bank_of_Varn="organization") == "Bank of Varn"


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Smith, Jones", ("Smith", "Jones"), "Smith"),
        ("Smith Jones", ("Smith", "Jones"), "Jones"),
        ("Smith and colleagues", ("Smith",), None),
        ("Smith and Jones", ("Smith", "Jones"), None),
        ("mayor Smith himself", ("Smith",), "Smith"),
        ("Smith herself", ("Smith",), "Smith"),
        ("Smith itself", ("Smith",), "Smith"),
        ("Smith's", ("Smith",), "Smith"),
        ("Smith's aides", ("Smith",), None),
        ("Smith' aides", ("Smith",), None),
        ("Smith aides", ("Smith",), None),
        ("Smithson", ("Smith",), "Smith"),
    ],
)
def test_which_person_speaks(text: str, people: tuple[str, ...], expected: str | None) -> None:
    assert named(text, **dict.fromkeys(people, "person")) == expected


def test_two_bodies_are_no_one_body_but_one_named_twice_is() -> None:
    assert named("Acme and Bolt", Acme="organization", Bolt="organization") is None
    acme = Entity("Acme", "organization")
    twice = [EntityMention(acme, 0, 4), EntityMention(acme, 9, 13)]
    assert parse_mention("Acme and Acme", twice).entity is acme


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varn Board", "Board"), ("Varn Board's", "Board"), ("Varn Board 2", None),
        ("Varn Board staff", None),
    ],
)  # fmt: skip
def test_a_body_speaks_where_it_ends_the_mention(text: str, expected: str | None) -> None:
    assert named(text, Board="organization") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Acme poll", "organization", "Acme"),
        ("Acme polls", "organization", "Acme"),
        ("Acme poll of people", "organization", "Acme"),
        ("Acme poll", "person", None),
        ("Acme plan", "organization", None),
        ("study by the old Acme", "organization", "Acme"),
        ("study from Acme", "organization", "Acme"),
        ("study for Acme", "organization", None),
        ("friends from Acme", "organization", None),
        ("study by one two three four five six Acme", "organization", "Acme"),
        ("study by one two three four five six seven Acme", "organization", None),
    ],
)
def test_who_made_a_document_speaks(text: str, kind: str, expected: str | None) -> None:
    assert named(text, Acme=kind) == expected


def test_of_the_makers_of_a_document_a_person_speaks() -> None:
    found = named("study by Acme from Ann", Acme="organization", Ann="person")
    assert found == "Ann"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a guard at the gate, Ann", "Ann"),
        ("a guard at the gate, Ms. Ann, said", "Ann"),
        ("a guard at the gate, big old red Ann", None),
        ("a guard at the gate, Ann Lee", None),
        ("guards at the gate, Ann", None),
        ("a company at the gate, Ann", None),
        ("a report at the gate, Ann", None),
        ("officers at the gate, Ann", "Ann"),
    ],
)
def test_a_person_between_commas_is_who_is_described(text: str, expected: str | None) -> None:
    assert named(text, Ann="person") == expected
