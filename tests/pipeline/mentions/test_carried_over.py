from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import EarlierEntity, Origin
from secondhand.pipeline.mentions.carried_over import EarlierEntities
from secondhand.pipeline.mentions.entities import gather_entities
from tests.pipeline.making import doc_of

FIRST = "Alain de Benoist met the Foreign Intelligence Service (SVR) in Hungary with Keir Starmer."
ENTS = {
    "Alain de Benoist": "PERSON", "Foreign Intelligence Service": "ORG", "SVR": "ORG",
    "Keir Starmer": "PERSON",
}  # fmt: skip


def names(text: str, ents: dict[str, str], *before: EarlierEntity) -> list[tuple[str, list[str]]]:
    """Return everybody in ``text`` with their mentions, after who was named ``before``."""
    doc = doc_of(text, ents)
    state.store_origin(doc, Origin(before=before))
    return [(entity.name, [text[s:e] for s, e in entity.mentions]) for entity in gather_entities(doc)]


def test_who_was_named_is_known_where_a_part_of_the_name_stands() -> None:
    known = EarlierEntities()
    known.learn(doc_of(FIRST, ENTS))
    assert known.find_in("De Benoist spoke, then the SVR.") == (
        EarlierEntity("Alain de Benoist", "PERSON"),
        EarlierEntity("Foreign Intelligence Service", "ORG", ("SVR",)),
    )
    assert known.find_in("Starmer’s plan") == (EarlierEntity("Keir Starmer", "PERSON"),)
    assert known.find_in("Nobody spoke.") == ()


def test_a_surname_means_who_was_named_before() -> None:
    before = EarlierEntity("Alain de Benoist", "PERSON")
    assert names("De Benoist spoke.", {"De Benoist": "PERSON"}, before) == [
        ("Alain de Benoist", ["De Benoist"])
    ]


def test_initials_mean_who_was_named_before() -> None:
    before = EarlierEntity("Foreign Intelligence Service", "ORG", ("SVR",))
    assert names("The SVR spoke.", {"SVR": "ORG"}, before) == [("Foreign Intelligence Service", ["SVR"])]


def test_a_fuller_name_wins_over_the_one_before() -> None:
    text, ents = "Keir Starmer spoke. Starmer left.", {"Keir Starmer": "PERSON", "Starmer": "PERSON"}
    assert names(text, ents, EarlierEntity("Starmer", "PERSON")) == [
        ("Keir Starmer", ["Keir Starmer", "Starmer"])
    ]


def test_who_is_not_named_again_is_not_there() -> None:
    assert names("Lee spoke.", {"Lee": "PERSON"}, EarlierEntity("Keir Starmer", "PERSON")) == [
        ("Lee", ["Lee"])
    ]


def test_what_was_learnt_can_be_remembered_later() -> None:
    first, again = EarlierEntities(), EarlierEntities()
    again.remember(first.learn(doc_of(FIRST, ENTS)))
    assert again.find_in(FIRST) == first.find_in(FIRST) != ()
