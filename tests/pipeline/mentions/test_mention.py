from __future__ import annotations

import pytest

from secondhand.claim import SpeakerType
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.mention import (
    EntityMention,
    Mention,
    MentionKind,
    infer_type,
    parse_mention,
    to_description,
    to_singular,
)


def taken(text: str, **entities: str) -> Mention:
    """The mention ``text``, in which ``entities`` (name with _ for blanks = type) are named."""
    made = [Entity(name.replace("_", " "), kind) for name, kind in entities.items()]  # type: ignore[arg-type]
    named = [EntityMention(m, text.index(m.name), text.index(m.name) + len(m.name)) for m in made]
    return parse_mention(text, sorted(named, key=lambda n: n.start))


def named(text: str, **entities: str) -> str | None:
    found = taken(text, **entities)
    return found.entity.name if found.entity else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he", "pronoun"),
        ("She", "pronoun"),
        ("who", "pronoun"),
        ("They", "pronoun"),
        ("“I", "pronoun"),
        ("the expert", "nominal"),
        ("senior administration officials", "nominal"),
        ("", "none"),
        ('"', "none"),
        ("the", "none"),
    ],
)
def test_what_a_mention_is(text: str, kind: MentionKind) -> None:
    assert taken(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Dmitry Peskov",
        "Kremlin spokesman Dmitry Peskov",
        "Dmitry Peskov, a Kremlin spokesman",
        "Dmitry Peskov, who left",
        "a Kremlin spokesman, Dmitry Peskov",
        "A spokesman for the Kremlin, Dmitry Peskov,",
        "Dmitry Peskov of the Kremlin",
        "Dmitry Peskov's",
    ],
)
def test_a_person_named_with_a_role_is_that_person(text: str) -> None:
    entities = {"Dmitry_Peskov": "person"} | ({"Kremlin": "organization"} if "Kremlin" in text else {})
    assert named(text, **entities) == "Dmitry Peskov"


@pytest.mark.parametrize(
    "text",
    ["chief of staff Ann Lee", "The group's head of policy Ann Lee", "Its secretary-general, Ann Lee,",
     "A broker at the exchange, Ann Lee,", "Rusk's deputy, Ann Lee"],
)  # fmt: skip
def test_an_office_before_a_name_may_be_any_noun(text: str) -> None:
    assert named(text, Ann_Lee="person") == "Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        "a friend of candidate Ann Lee",
        "critics of the Ann Lee",
        "the company, Ann Lee",
        "the insurers, Ann Lee,",
    ],
)
def test_others_than_the_one_named_may_speak(text: str) -> None:
    assert named(text, Ann_Lee="person") is None


def test_the_owner_of_who_made_a_document_is_not_its_maker() -> None:
    assert named("a study by Pell's own auditors", Pell="organization") is None
    assert named("a study by Pell", Pell="organization") == "Pell"


@pytest.mark.parametrize(
    "text", ["Trump's campaign", "Trump’s lawyers", "a Trump spokesman", "the Trump campaign"]
)
def test_an_owner_is_not_the_speaker(text: str) -> None:
    found = taken(text, Trump="person")
    assert (found.kind, found.entity) == ("nominal", None)


def test_a_name_behind_of_is_not_the_speaker() -> None:
    assert named("a friend of Trump", Trump="person") is None


def test_two_people_are_no_one_person() -> None:
    assert named("Smith and Jones", Smith="person", Jones="person") is None


def test_a_body_at_the_end_speaks() -> None:
    assert named("the Russian Ministry", Ministry="organization") == "Ministry"
    assert named("the Ministry said to be", Ministry="organization") is None


def test_the_maker_of_a_document_speaks() -> None:
    assert named("a Reuters survey", Reuters="organization") == "Reuters"
    assert named("a study by Justin Levitt", Justin_Levitt="person") == "Justin Levitt"


def test_a_document_without_a_maker_stands_for_itself() -> None:
    found = taken("a report")
    assert (found.name, infer_type(found)) == ("report", "document")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senior administration officials", "senior administration officials"),
        ("the expert", "expert"),
        ("The two officials, who asked not to be named", "two officials"),
        ("U.S. officials", "U.S. officials"),
        ("An FBI agent", "FBI agent"),
        ("a  close\nfriend", "close friend"),
    ],
)
def test_noun_phrases_are_named_in_lower_case_without_article(text: str, name: str) -> None:
    assert taken(text).name == name


def test_a_name_at_the_start_keeps_its_capital() -> None:
    assert (
        to_description("The Kremlin official", [EntityMention(Entity("Kremlin", "organization"), 4, 11)])
        == "Kremlin official"
    )


@pytest.mark.parametrize(
    ("text", "head", "definite"),
    [
        ("the expert", "expert", True),
        ("an expert on Russia", "expert", False),
        ("officials familiar with the matter", "officials", False),
        ("those officials", "officials", True),
        ("the senator's", "senator", True),
    ],
)
def test_the_head_of_a_noun_phrase(text: str, head: str, definite: bool) -> None:
    found = taken(text)
    assert (found.head, found.definite) == (head, definite)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voters", "group"),
        ("many", "group"),
        ("people in Paris", "group"),
        ("senior officials", "anonymous"),
        ("a source close to the talks", "anonymous"),
        ("a person familiar with the matter", "anonymous"),
        ("the government", "organization"),
        ("a poll", "document"),
        ("court documents", "document"),
        ("a philosopher", "person"),
        ("philosophers", "group"),
        ("a businesswoman", "person"),
        ("Republicans and Democrats", "group"),
        ("a breeze", "unknown"),
    ],
)
def test_the_head_tells_the_type(text: str, expected: SpeakerType) -> None:
    assert infer_type(taken(text)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("officials", "official"),
        ("authorities", "authority"),
        ("spokesmen", "spokesman"),
        ("women", "woman"),
        ("press", "press"),
        ("bus", "bus"),
        ("expert", "expert"),
    ],
)
def test_singular(noun: str, expected: str) -> None:
    assert to_singular(noun) == expected


@pytest.mark.parametrize("text", ["in Black and Brown", "O'", "than half"])
def test_a_piece_of_a_phrase_is_nobody(text: str) -> None:
    assert taken(text).kind == "none"


def test_a_short_form_in_brackets_is_no_part_of_a_name() -> None:
    assert parse_mention("The Harbour Intelligence Service (HIS)", ()).name == "Harbour Intelligence Service"
