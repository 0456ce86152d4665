from __future__ import annotations

import pytest

from secondhand.claim import SpeakerType
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.told_roles import _take_fuller, give_roles
from tests.pipeline.making import doc_of, parsed

TEXT = "Mayor Ann Lee sat. The town mayor Ann Lee ran.\nAnn Lee, a lawyer, lay."


def person(name: str = "Ann Lee", text: str = TEXT) -> Entity:
    at = [n for n in range(len(text)) if text.startswith(name, n)]
    return Entity(name, "person", [(n, n + len(name)) for n in at])


def given(entity: Entity, text: str = TEXT) -> str | None:
    """The role given to ``entity``."""
    give_roles(doc_of(text), [entity])
    return entity.role


def test_the_role_of_most_words_is_given() -> None:
    assert given(person()) == "town mayor"


def test_of_roles_as_long_the_first_one_counts() -> None:
    text = "Ann Lee, a lawyer, lay. Mayor Ann Lee sat."
    assert given(person(text=text), text) == "lawyer"


def test_only_the_sentence_of_a_name_tells_of_it() -> None:
    text = "He saw the mayor\nAnn Lee sat. A lawyer ran."
    assert given(person(text=text), text) is None


def test_a_role_that_nothing_tells_anew_stays() -> None:
    lee = person("Lee")
    lee.mentions = [(10, 13)]
    lee.role = "judge"
    assert given(lee) == "judge"


def test_a_body_has_only_a_role_in_lower_case_and_a_group_none() -> None:
    text = "The event organizer Alliance sat. President Alliance ran."
    body = Entity("Alliance", "organization", [(20, 28)])
    assert given(body, text) == "event organizer"
    other = Entity("Alliance", "organization", [(44, 52)])
    assert given(other, text) is None
    for type in ("group", "unknown"):
        assert given(Entity("Alliance", type, [(20, 28)]), text) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type", "told", "role"),
    [("organization", "VLC", None), ("organization", "council", "council"), ("person", "CEO", "CEO")],
)
def test_initials_are_the_office_of_a_person_but_no_role_of_a_body(
    type: SpeakerType, told: str, role: str | None
) -> None:
    doc = parsed(f"Varn/PROPN/nsubj/4 ,/PUNCT/punct/3 a/DET/det/3 {told}/NOUN/appos/0 sat/VERB/ROOT/4")
    body = Entity("Varn", type, [(0, 4)])
    give_roles(doc, [body])
    assert body.role == role


@pytest.mark.parametrize(
    ("told", "beside", "fuller"),
    [
        ("Minister", "First Minister", "First Minister"),
        ("president", "Board of Locks president", "Board of Locks president"),
        ("President", "saying President", "President"),
        ("President", "VARN — President", "President"),
        ("chairman", "Tuesday Labour chairman", "chairman"),
        ("minister", "of Locks minister", "minister"),
        ("lawyer", "mayor", "lawyer"),
        (None, "mayor", "mayor"),
        ("lawyer", None, "lawyer"),
    ],
)
def test_a_title_is_told_whole(told: str | None, beside: str | None, fuller: str) -> None:
    assert _take_fuller(told, beside) == fuller


def test_what_a_body_is_stands_between_marks_behind_its_name() -> None:
    text = (
        "Lock/PROPN/nsubj/7/_ ,/PUNCT/dep/0 the/DET/dep/0 charity/NOUN/dep/0/_ ,/PUNCT/dep/0 sat/VERB/ROOT/5"
    )
    text = text.replace("nsubj/7", "nsubj/5")
    doc = parsed(text, {"Lock": "ORG"})
    body, somebody = Entity("Lock", "organization", [(0, 4)]), Entity("Lock", "person", [(0, 4)])
    give_roles(doc, [body, somebody])
    assert (body.role, somebody.role) == ("charity", None)


def test_the_title_within_a_name_tells_a_role_and_what_is_glued_to_one_none() -> None:
    titled = parsed("Justice/PROPN/nsubj/2 Ann/PROPN/flat/0 left/VERB/ROOT/2", {"Justice Ann": "PERSON"})
    ann = Entity("Ann", "person", [(0, 11)])
    give_roles(titled, [ann])
    assert ann.role == "Justice"
    glued = parsed("the/DET/det/1 agency/NOUN/ROOT/1 said.(Ann/PROPN/appos/1")
    other = Entity("Ann", "person", [(17, 20)])
    give_roles(glued, [other])
    assert other.role is None
