from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import is_person
from secondhand.pipeline.mentions.roles import (
    find_inverted_role,
    find_role,
    find_role_after,
    find_role_before,
    find_role_of_body,
    read_role,
    split_role_and_name,
)
from tests.pipeline.making import find


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        (
            "The French political philosopher Alain de Benoist spoke.",
            "Alain de Benoist",
            "French political philosopher",
        ),
        ("He left, Kremlin spokesman Dmitry Peskov said.", "Dmitry Peskov", "Kremlin spokesman"),
        ("With US President Donald Trump, who left.", "Donald Trump", "US President"),
        ("Then said UK Prime Minister Keir Starmer so.", "Keir Starmer", "UK Prime Minister"),
        (" date 2025-02-27 French President Emmanuel Macron failed.", "Emmanuel Macron", "French President"),
        ("The vote pleased Sen. Ted Cruz much.", "Ted Cruz", "senator"),
        ("Ann Lee, an analyst at Cato, said so.", "Ann Lee", "analyst at Cato"),
        ("Ann Lee, the director of the institute, said so.", "Ann Lee", "director of the institute"),
        ("Ann Lee — a lawyer — said so.", "Ann Lee", "lawyer"),
        ("Ann Lee, who is a professor of law, said so.", "Ann Lee", "professor of law"),
        ("A spokesman for the city, Ann Lee, said so.", "Ann Lee", "spokesman for the city"),
        ("Its foreign policy chief, Ann Lee, said so.", "Ann Lee", "foreign policy chief"),
        ("Varn's premier, Ann Lee, said so.", "Ann Lee", "premier"),
        ("The town engineer, Mr Lee, said so.", "Lee", "town engineer"),
        ("Treasurer for the North, Ann Lee, said so.", "Ann Lee", "Treasurer for the North"),
        ("They wrote to the plaintiffs’ lawyer, Ann Lee.", "Ann Lee", "plaintiffs’ lawyer"),
        ("Then U.S. District Judge Ann Lee left.", "Ann Lee", "U.S. District Judge"),
        ("He said: ''If Secretary Lee left.", "Lee", "Secretary"),
        ("State television quoted Prime Minister Ann Lee so.", "Ann Lee", "Prime Minister"),
        ("It rained, said Ann Lee, spokeswoman for the city.", "Ann Lee", "spokeswoman for the city"),
    ],
)
def test_roles_stand_before_or_after_a_name(sentence: str, name: str, expected: str) -> None:
    start, end = find(sentence, name)
    assert find_role(sentence, start, end, (0, len(sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("On Monday Ann Lee left.", "Ann Lee"),
        ("Ann Lee, a long day behind her, left.", "Ann Lee"),
        ("The analyst, Ann Lee left.", "Ann Lee"),
        ("Ann Lee, Bob and Cid left.", "Ann Lee"),
        ("Ann Lee left.", "Ann Lee"),
        ("The analyst left. Ann Lee stayed.", "Ann Lee"),
    ],
)
def test_other_words_beside_a_name_are_no_role(sentence: str, name: str) -> None:
    start, end = find(sentence, name)
    assert find_role(sentence, start, end, (0, len(sentence))) is None


def test_only_the_sentence_is_looked_at() -> None:
    text = "He met the senator Ann Lee, a lawyer, then."
    start, end = find(text, "Ann Lee")
    assert find_role(text, start, end, (start, end)) is None


def test_the_role_before_a_name_wins() -> None:
    text = "The senator Ann Lee, a lawyer, spoke."
    start, end = find(text, "Ann Lee")
    assert find_role(text, start, end, (0, len(text))) == "senator"


def test_a_role_needs_the_name_to_follow_at_once() -> None:
    assert find_role_before("The senator") is None
    assert find_role_before("The senator ") == "senator"


def test_a_role_of_many_words_is_kept_whole_after_a_name() -> None:
    assert find_role_after(", a senior fellow at the Center for a New American Security, said") == (
        "senior fellow at the Center for a New American Security"
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [("philosopher", True), ("Officials", True), ("Adviser’", True), ("table", False), ("", False)],
)
def test_is_person(word: str, expected: bool) -> None:
    assert is_person(word) is expected


def test_a_body_has_only_a_role_in_lower_case() -> None:
    roles = {
        "the event organizer Alliance said": "event organizer",
        "President White said": None,
        "the Alliance said": None,
    }
    for text, told in roles.items():
        start, end = find(text, text.split()[-2])
        assert find_role_of_body(text, start, end, (0, len(text))) == told


def test_an_office_of_a_named_place_is_a_role() -> None:
    assert find_role_before("by Republican Secretary of State ") == "Republican Secretary of State"
    assert find_role_before("an aide to ") is None


def test_a_description_is_a_role_where_it_tells_more_than_its_noun() -> None:
    assert read_role("the Vermont senator") == "Vermont senator"
    assert read_role("the senator") is None
    assert read_role("the Vermont senators") is None


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("the old town mayor ", "old town mayor"),
        ("the old town mayor  ", None),
        ("the old town\nmayor ", "mayor"),
        ("“Yes, mayor ", "mayor"),
        ("Varn; mayor ", "mayor"),
        ("U.S. mayor ", "U.S. mayor"),
        ("J. Q. Public. Mayor ", "Mayor"),
        ("one two three four five six seven eight mayor ", "two three four five six seven eight mayor"),
        ("on 1-2-2025 mayor ", "mayor"),
        ("the mayor of mayor ", "mayor of mayor"),
        ("table of ", None),
        ("(Gov. ", "governor"),
        ("governing Gov. ", "governor"),
        ("Smith. ", None),
        ("Xyz. ", None),
        ("Secretary of State ", "Secretary of State"),
        ("old Varn Secretary of the State and War ", "Varn Secretary of the State and War"),
        ("Table of State ", None),
        ("", None),
    ],
)
def test_a_role_ends_right_before_a_name(left: str, expected: str | None) -> None:
    assert find_role_before(left) == expected


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (", a lawyer. ", "lawyer"),
        (", a lawyer.", "lawyer"),
        (", a lawyer", "lawyer"),
        (" -- the lawyer -- ", "lawyer"),
        (", lawyer told ", "lawyer"),
        (", who is a lawyer; ", "lawyer"),
        (", who was a lawyer of towns, ", "lawyer of towns"),
        (", who has a lawyer, ", None),
        (" a lawyer, ", None),
        (", table lawyer table, ", None),
        (", a, lawyer, ", None),
        (", a lawyer (old), ", None),
    ],
)
def test_a_role_stands_right_behind_a_name(right: str, expected: str | None) -> None:
    assert find_role_after(right) == expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("A lawyer for Varn, ", "lawyer for Varn"),
        ("Then the lawyer, ", "lawyer"),
        ("Varn’s old lawyer, Dr. ", "old lawyer"),
        ("Lawyers’ lawyer, ", "lawyer"),
        ("Lawyer of Varn, Mr ", "Lawyer of Varn"),
        ("Table of Varn, ", None),
        ("A table, ", None),
        ("The lawyer ", None),
        ("The lawyer; a table, ", None),
    ],
)
def test_a_role_stands_before_the_comma_before_a_name(left: str, expected: str | None) -> None:
    assert find_inverted_role(left) == expected


def test_a_role_before_a_comma_counts_only_where_a_mark_follows_the_name() -> None:
    text = "The lawyer, Ann Lee{} left."
    for mark in (",", ".", ";", ":"):
        words = text.format(mark)
        assert find_role(words, *find(words, "Ann Lee"), (0, len(words))) == "lawyer", mark
    words = text.format("")
    assert find_role(words, *find(words, "Ann Lee"), (0, len(words))) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("US President Donald Trump", ("US President", "Donald Trump")),
        ("lawyer mayor Ann", ("lawyer mayor", "Ann")),
        ("mayor of Varn", None),
        ("mayor Ann of Varn", None),
        ("Ann Lee", None),
        ("mayor", None),
        ("the mayor Lawyer", None),
    ],
)
def test_a_phrase_of_a_role_and_a_name(phrase: str, expected: tuple[str, str] | None) -> None:
    assert split_role_and_name(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The old Varn senator", "old Varn senator"),
        ("the very old big Varn senator", None),
        ("the old Varn table", None),
        ("an old senator", None),
        ("the old Senator", None),
    ],
)
def test_what_a_definite_phrase_tells(phrase: str, expected: str | None) -> None:
    assert read_role(phrase) == expected
