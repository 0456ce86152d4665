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
    ("text", "name"),
    [
        ("The Latest report", "report"),
        ("a new plan", "plan"),
        ("just officials", "officials"),
        ("about officials", "officials"),
        ("aboutness", "aboutness"),
        ("Lock Board staff", "lock Board staff"),
        ("Lock and Board", "Lock and Board"),
        ("Lock-Board", "Lock-Board"),
        ("Lock", "lock"),
        ("NATO staff", "NATO staff"),
        ("McDonald staff", "McDonald staff"),
        ("e.g. staff", "e.g. staff"),
        ("A staff", "staff"),
        ("officials – who left", "officials"),
        ("officials, whose aides left", "officials"),
        ("a paper obtained by Ann", "paper"),
        ("a paper leaked to Ann", "paper"),
        ("a paper leaked in May", "paper leaked in May"),
        ("the of\u00adficials", "officials"),
    ],
)
def test_a_description_has_no_article_and_no_clause(text: str, name: str) -> None:
    assert to_description(text, ()) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("police", "anonymous"), ("no one", "group"), ("many", "group"), ("some of the old", "group"),
        ("lawmakers", "group"), ("companies", "group"), ("the company", "organization"),
        ("a chairwoman", "person"), ("women", "group"), ("a layperson", "person"), ("rains", "group"),
    ],
)  # fmt: skip
def test_what_kind_of_speaker_a_noun_means(text: str, expected: SpeakerType) -> None:
    assert infer_type(taken(text)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("ties", "tie"),
        ("cities", "city"),
        ("gas", "gas"),
        ("cars", "car"),
        ("lawmen", "lawman"),
        ("omen", "omen"),
    ],
)
def test_plurals_lose_their_ending(noun: str, expected: str) -> None:
    assert to_singular(noun) == expected


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
        ("a copy of the letter", "document"),
        ("an early draft of their new law", "document"),
        ("a copy of the Alps", "unknown"),
        ("copies of the letter", "group"),
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


def test_a_mention_is_stripped_of_the_marks_around_it() -> None:
    found = parse_mention(" “the expert”, ", ())
    assert (found.text, found.kind, found.definite) == ("the expert", "nominal", True)
    lee = Entity("Lee", "person")
    named = parse_mention("“Mayor Lee”", [EntityMention(lee, 7, 10)])
    assert (named.text, named.kind, named.entity, named.name) == ("Mayor Lee", "name", lee, "")


def test_a_name_in_the_marks_behind_a_mention_is_none_of_it() -> None:
    text = "the mayor (Lee)"
    found = parse_mention(text, [EntityMention(Entity("Lee", "person"), 11, 14)])
    assert (found.text, found.kind) == ("the mayor", "nominal")


@pytest.mark.parametrize(
    ("text", "kind", "folded"),
    [
        ("HE", "pronoun", "he"), ("their's", "pronoun", "their's"), ("his’s", "pronoun", "his’s"),
        ("He wrote", "pronoun", "he"), ("we all", "pronoun", "we"), ("it rained", "nominal", "it rained"),
        ("I", "pronoun", "i"), ("x", "none", "x"), ("An", "none", "An"), ("Of", "none", "Of"),
        ("from Varn", "none", "from Varn"), ("fromage", "nominal", "fromage"),
        ("the two", "pronoun", "the two"),
    ],
)  # fmt: skip
def test_pronouns_and_pieces_are_folded(text: str, kind: MentionKind, folded: str) -> None:
    found = taken(text)
    assert (found.kind, found.text) == (kind, folded)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("lawyers - of Varn", "lawyers"),
        ("lawyers – all", "lawyers"),
        ("lawyers--all", "lawyers"),
        ("lawyers (all)", "lawyers"),
        ("lawyers, all", "lawyers"),
        ("lawyers who sat", "lawyers"),
        ("lawyers from Varn", "lawyers"),
        ("Varn-based lawyers", "lawyers"),
        (", lawyers", "lawyers"),
        ("the board’s", "board"),
        ("12", ""),
    ],
)
def test_the_head_stands_before_what_hangs_on_it(text: str, head: str) -> None:
    assert taken(text).head == head
