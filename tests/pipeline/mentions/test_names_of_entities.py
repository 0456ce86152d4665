"""How names are folded, tidied and compared, and which initials belong to which."""

from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import (
    can_name,
    fold_name,
    gather_entities,
    strip_titles,
    tidy_name,
)
from tests.pipeline.making import doc_of


def count_entities(text: str, ents: dict[str, str]) -> int:
    return len(gather_entities(doc_of(text, ents)))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The Lock Board (LB) met.", True),
        ("The Varn Corps (VBX) met.", True),
        ("The Varn Corps ( VBX) met.", True),
        ("The Varn Corps, VBX, met.", False),
        ("The Varn Corps or (VBX) met.", False),
        ("VBX (Varn Corps) met.", False),
    ],
)
def test_a_short_form_in_brackets_belongs_to_the_name_before_it(text: str, together: bool) -> None:
    ents = {"Lock Board": "ORG", "Varn Corps": "ORG", "VBX": "ORG", "LB": "ORG"}
    assert (count_entities(text, ents) == 1) is together


@pytest.mark.parametrize(
    ("full", "short", "together"),
    [
        ("Board of the Lock", "BL", True),
        ("Board of the Lock", "BOTL", False),
        ("Board Lock", "B.L", True),
        ("Board", "B", False),
        ("Board Lock", "Bl", False),
        ("Lock Board", "BL", False),
    ],
)
def test_initials_are_those_of_the_words_that_count(full: str, short: str, together: bool) -> None:
    text = f"The {full} met. It rained. So the {short} left."
    assert (count_entities(text, {full: "ORG", short: "ORG"}) == 1) is together


def test_initials_of_a_person_are_no_body() -> None:
    text = "Ann Lee met. So the AL left."
    assert count_entities(text, {"Ann Lee": "PERSON", "AL": "ORG"}) == 2
    assert count_entities(text.replace("the ", ""), {"Ann Lee": "ORG", "AL": "PERSON"}) == 2


def test_a_name_that_may_break_in_a_line_is_the_same_name() -> None:
    text = "Ann Netanyahu met. So Netan\u00adyahu left."
    assert count_entities(text, {"Ann Netanyahu": "PERSON", "Netan\u00adyahu": "PERSON"}) == 1
    assert tidy_name("Netan\u00adyahu\u200b") == "Netanyahu"


def test_names_are_tidied() -> None:
    assert tidy_name("“Lock\n Board’s") == "Lock Board"
    assert tidy_name("Lock’") == "Lock"
    assert strip_titles("mr Ann Lee") == "mr Ann Lee"
    assert strip_titles("Mr. Sen. Lee") == "Lee"
    assert strip_titles("Sen.") == "Sen"
    assert strip_titles("Prince of Varn") == "Prince of Varn"
    assert strip_titles("Mr. de Varn") == "de Varn"


def test_a_name_of_titles_alone_keeps_them() -> None:
    assert fold_name("The King") == ("the", "king")
    assert fold_name("King Ann King") == ("ann", "king")
    assert fold_name("A Dr. Lee") == ("lee",)


@pytest.mark.parametrize(
    ("short", "full", "kind", "expected"),
    [
        ("d", "d lee", "person", False),
        ("de lee", "ann de lee", "person", True),
        ("ann de", "ann de lee", "person", False),
        ("varn board", "varn board trust", "organization", True),
        ("board trust", "varn board trust", "organization", True),
        ("varn trust", "varn board trust", "organization", False),
        ("ann lee", "lee", "person", False),
    ],
)
def test_which_part_of_a_name_can_stand_for_it(short: str, full: str, kind: str, expected: bool) -> None:
    assert can_name(tuple(short.split()), tuple(full.split()), kind) is expected  # type: ignore[arg-type]
