from __future__ import annotations

import pytest
from spacy.tokens import Doc

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import EarlierEntity, Origin
from secondhand.pipeline.mentions.entities import (
    Entity,
    can_name,
    fold_name,
    gather_entities,
    load_entities,
    store_entities,
    strip_titles,
)
from tests.pipeline.making import doc_of, parsed


def entities(text: str, ents: dict[str, str]) -> list[tuple[str, str, list[str]]]:
    """Name, type and mentions of everybody in ``text``."""
    return [(m.name, m.type, [text[s:e] for s, e in m.mentions]) for m in gather_entities(doc_of(text, ents))]


def names(text: str, ents: dict[str, str]) -> list[str]:
    return [name for name, _, _ in entities(text, ents)]


def test_a_surname_with_a_particle_is_the_full_name() -> None:
    text = "Alain de Benoist spoke. De Benoist left."
    found = entities(text, {"Alain de Benoist": "PERSON", "De Benoist": "PERSON"})
    assert found == [("Alain de Benoist", "person", ["Alain de Benoist", "De Benoist"])]


def test_the_surname_may_come_first() -> None:
    text = "Macron left. Emmanuel Macron spoke."
    found = entities(text, {"Macron": "PERSON", "Emmanuel Macron": "PERSON"})
    assert found == [("Emmanuel Macron", "person", ["Macron", "Emmanuel Macron"])]


def test_a_first_name_can_name_a_person_too() -> None:
    assert names(
        "Hillary Clinton left. Hillary won.", {"Hillary Clinton": "PERSON", "Hillary": "PERSON"}
    ) == ["Hillary Clinton"]


def test_titles_are_no_part_of_a_name() -> None:
    text = "President Donald Trump spoke. Mr. Trump left. Prime Minister Keir Starmer stayed."
    ents = {
        "President Donald Trump": "PERSON",
        "Mr. Trump": "PERSON",
        "Prime Minister Keir Starmer": "PERSON",
    }
    assert names(text, ents) == ["Donald Trump", "Keir Starmer"]


def test_possessives_are_no_part_of_a_name() -> None:
    text = "Donald Trump spoke. Trump's aides and Trump’s lawyers left."
    found = entities(text, {"Donald Trump": "PERSON", "Trump's": "PERSON", "Trump’s": "PERSON"})
    assert [name for name, _, _ in found] == ["Donald Trump"]
    assert len(found[0][2]) == 3


def test_people_of_different_names_stay_apart() -> None:
    text = "Bill Clinton and Hillary Rodham spoke to John Clintonson."
    ents = {"Bill Clinton": "PERSON", "Hillary Rodham": "PERSON", "John Clintonson": "PERSON"}
    assert names(text, ents) == ["Bill Clinton", "Hillary Rodham", "John Clintonson"]


def test_a_surname_two_people_share_means_the_first_of_them() -> None:
    text = "Bill Clinton met Chelsea Clinton. Clinton spoke."
    found = entities(text, {"Bill Clinton": "PERSON", "Chelsea Clinton": "PERSON", "Clinton": "PERSON"})
    assert [mentions for _, _, mentions in found] == [["Bill Clinton", "Clinton"], ["Chelsea Clinton"]]


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    text = "The Foreign Intelligence Service (SVR) spoke. The SVR left."
    found = entities(text, {"Foreign Intelligence Service": "ORG", "SVR": "ORG"})
    assert found == [
        ("Foreign Intelligence Service", "organization", ["Foreign Intelligence Service", "SVR", "SVR"])
    ]


def test_initials_name_a_body() -> None:
    text = "The FBI spoke. The Federal Bureau of Investigation left."
    assert names(text, {"FBI": "ORG", "Federal Bureau of Investigation": "ORG"}) == [
        "Federal Bureau of Investigation"
    ]


def test_other_acronyms_stay_apart() -> None:
    text = "The CIA spoke. The Federal Bureau of Investigation left."
    assert len(names(text, {"CIA": "ORG", "Federal Bureau of Investigation": "ORG"})) == 2


def test_types_follow_the_kind_of_name() -> None:
    text = "Ann Lee, the Senate, Paris and Russians."
    ents = {"Ann Lee": "PERSON", "Senate": "ORG", "Paris": "LOC", "Russians": "NORP"}
    assert [type for _, type, _ in entities(text, ents)] == [
        "person",
        "organization",
        "organization",
        "group",
    ]


def test_members_come_in_the_order_they_appear() -> None:
    text = "Bob met Alexandra Long Name, then Cid."
    ents = {"Bob": "PERSON", "Alexandra Long Name": "PERSON", "Cid": "PERSON"}
    assert names(text, ents) == ["Bob", "Alexandra Long Name", "Cid"]


def test_nobody_is_in_a_text_without_names() -> None:
    assert gather_entities(doc_of("It rained.")) == []


def test_a_surname_is_somebody_elses_only_after_two_paragraphs_without_the_full_name() -> None:
    ents = {"Ivanka Trump": "PERSON", "Trump": "PERSON"}
    once = "Head\nLead\nTrump sat. Trump ran.\nIvanka Trump left."
    assert names(once, ents) == ["Ivanka Trump"]
    after = "Head\nLead\nIvanka Trump left.\nTrump sat.\nTrump ran."
    assert names(after, ents) == ["Ivanka Trump"]
    twice = "Head\nLead\nTrump sat.\nTrump ran.\nIvanka Trump left. Trump wept."
    assert [mentions for _, _, mentions in entities(twice, ents)] == [["Trump"] * 3, ["Ivanka Trump"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr. de Benoist", ("de", "benoist")),
        ("President Trump's", ("trump",)),
        ("the Washington Post", ("washington", "post")),
        ("Jean-Luc O’Brien", ("jean-luc", "o'brien")),
        ("The", ("the",)),
        ("", ()),
    ],
)
def test_key_keeps_what_tells_names_apart(name: str, expected: tuple[str, ...]) -> None:
    assert fold_name(name) == expected


@pytest.mark.parametrize(
    ("short", "full", "kind", "expected"),
    [
        ("Trump", "Donald Trump", "person", True),
        ("Donald", "Donald Trump", "person", True),
        ("Trump", "Trump", "person", True),
        ("Trump Jr", "Donald Trump", "person", False),
        ("Rusk", "Tom Rusk Jr.", "person", True),
        ("Tom Rusk", "Tom Rusk III", "person", True),
        ("Jr", "Rusk Jr", "person", True),
        ("Rusk", "Tom Rusk Jones", "person", False),
        ("Rump", "Donald Trump", "person", False),
        ("Washington Post", "The Washington Post Company", "organization", True),
        ("Post", "The Washington Post", "organization", False),
        ("", "Donald Trump", "person", False),
    ],
)
def test_same_says_whether_words_can_name_one(short: str, full: str, kind: str, expected: bool) -> None:
    assert can_name(fold_name(short), fold_name(full), kind) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("President  Emmanuel\nMacron", "Emmanuel Macron"),
        ("Macron's", "Macron"),
        ("“Macron”", "Macron"),
        ("Mr.", "Mr"),
    ],
)
def test_clean_strips_what_is_no_name(name: str, expected: str) -> None:
    assert strip_titles(name) == expected


def test_a_body_keeps_the_words_that_are_titles_before_a_person() -> None:
    assert names("The Justice Department left.", {"Justice Department": "ORG"}) == ["Justice Department"]
    assert names("General Motors' shares fell.", {"General Motors": "ORG"}) == ["General Motors"]


def test_a_role_before_other_capitals_names_nobody() -> None:
    for text in ("The Republican National Committee left.", "Angry Protesters Are Waiting At Night"):
        assert names(text, {}) == []


def test_an_outlet_of_one_word_has_its_article_and_nothing_behind_it() -> None:
    assert names("The Guardian and the National agree.", {}) == ["Guardian", "National"]
    assert names("A National Guardian of the National Interest left.", {}) == []


def test_a_member_knows_its_key() -> None:
    assert Entity("Alain de Benoist", "person").key == ("alain", "de", "benoist")


def test_a_name_and_its_initials_are_one_however_they_were_tagged() -> None:
    text = "The organizer Alliance to Reclaim Our Schools (AROS) met. AROS voted."
    entities = gather_entities(
        doc_of(text, {"organizer Alliance": "ORG", "Schools": "LOC", "AROS": "PERSON"})
    )
    assert [(m.name, m.type, len(m.mentions)) for m in entities] == [
        ("Alliance to Reclaim Our Schools", "organization", 3)
    ]


def test_one_maker_of_a_poll_is_not_both() -> None:
    text = "The New York Times wrote of a New York Times/CBS News poll."
    entities = gather_entities(doc_of(text, {"New York Times": "ORG", "CBS News": "ORG"}))
    assert {m.name for m in entities} == {"New York Times", "New York Times/CBS News"}


def test_who_is_named_is_kept_for_later_and_gathered_where_nobody_kept_it() -> None:
    doc = doc_of("Ann Lee left.", {"Ann Lee": "PERSON"})
    assert [m.name for m in load_entities(doc)] == ["Ann Lee"]
    state.store_claims(doc, [], [])
    store_entities(doc, [Entity("Bob Fry", "person", [(0, 3)], "mayor"), Entity("farmers", "group")])
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [(m.name, m.type, m.role, m.mentions) for m in load_entities(again)] == [
        ("Bob Fry", "person", "mayor", [(0, 3)])
    ]


def test_a_surname_in_headline_and_lead_is_not_yet_somebody_else() -> None:
    ents = {"Ivanka Trump": "PERSON", "Trump": "PERSON"}
    headed = "Trump wins\nTrump spoke to voters.\nTrump smiled.\nIvanka Trump left."
    assert names(headed, ents) == ["Ivanka Trump"]
    assert names(headed.replace("smiled.", "smiled.\nTrump sat."), ents) == ["Trump", "Ivanka Trump"]


def test_a_surname_that_is_a_title_too_is_a_surname() -> None:
    text = "Gayle King left. King spoke."
    assert names(text, {"Gayle King": "PERSON", "King": "PERSON"}) == ["Gayle King"]


def test_a_title_behind_an_article_is_no_name() -> None:
    text = "King Charles left. The King spoke."
    found = entities(text, {"King Charles": "PERSON", "King": "PERSON"})
    assert [mentions for _, _, mentions in found] == [["King Charles"]]


def test_a_title_alone_is_the_only_one_whose_name_follows_it() -> None:
    ents = {"Queen Ada": "PERSON", "King Olaf": "PERSON", "King": "PERSON", "Pope": "PERSON"}
    text = "King Olaf left. Queen Ada sat. Then to King a page spoke. Pope stayed."
    assert [mentions for _, _, mentions in entities(text, ents)] == [
        ["King Olaf", "King"],
        ["Queen Ada"],
        ["Pope"],
    ]
    other = text.replace("Queen Ada", "King Ada")
    assert ["King"] in [mentions for _, _, mentions in entities(other, ents | {"King Ada": "PERSON"})]


def test_letters_that_grow_when_folded_hide_no_title() -> None:
    text = "In the Straße King Olaf left. Then to King a page spoke."
    found = entities(text, {"King Olaf": "PERSON", "King": "PERSON"})
    assert [mentions for _, _, mentions in found] == [["King Olaf", "King"]]


def test_a_verb_tagged_as_a_name_is_none() -> None:
    words = "The/DET/det/1 agency/NOUN/nsubj/2 said/VERB/ROOT/2 so/ADV/advmod/2"
    assert gather_entities(parsed(words, {"said": "PERSON"})) == []
    noun = "The/DET/det/1 agency/NOUN/nsubj/2 Said/PROPN/ROOT/2"
    assert [m.name for m in gather_entities(parsed(noun, {"Said": "PERSON"}))] == ["Said"]


def test_a_name_goes_on_where_the_parse_sees_more_of_it() -> None:
    words = "Gayle/PROPN/nsubj/{0} King/PROPN/{1}/0 left/VERB/ROOT/2"
    found = {
        how: gather_entities(parsed(words.format(2, how), {"Gayle": "PERSON"})) for how in ("flat", "obj")
    }
    assert {how: [m.name for m in made] for how, made in found.items()} == {
        "flat": ["Gayle King"],
        "obj": ["Gayle"],
    }


def test_a_party_and_state_are_nobody() -> None:
    assert names("Rep. Ann Lee, R-N.Y., spoke.", {"Ann Lee": "PERSON", "R-N.Y": "PERSON"}) == ["Ann Lee"]
    assert names("X-Ray spoke.", {"X-Ray": "ORG"}) == ["X-Ray"]


def test_a_title_or_role_is_no_part_of_a_persons_name_where_a_capital_follows() -> None:
    text = "Lawyer Ann Lee sat. Sen. Bob Ray ran. Prince of Varn lay."
    ents = {"Lawyer Ann Lee": "PERSON", "Sen. Bob Ray": "PERSON", "Prince of Varn": "PERSON"}
    found = [(m.name, m.mentions[0][0]) for m in gather_entities(doc_of(text, ents))]
    assert found == [("Ann Lee", 7), ("Bob Ray", 25), ("Prince of Varn", 38)]


def test_a_role_tells_of_people_no_tagger_saw() -> None:
    text = "Kremlin spokesman Pavel Rusk sat with lawyer Ana de la Cruz."
    assert names(text, {}) == ["Pavel Rusk", "Ana de la Cruz"]
    # What was tagged of them is part of the name; what reaches over it is another name.
    assert names(text, {"Pavel": "PERSON"}) == ["Pavel Rusk", "Ana de la Cruz"]
    assert "Pavel Rusk" not in names(text, {"spokesman Pavel Rusk sat": "PERSON"})
    assert names(text, {"Pavel Rusk": "ORG"}) == ["Pavel Rusk", "Ana de la Cruz"]
    # No name is made of a role, a stop word, or behind another word.
    assert names("The lawyer The Rusk sat. The table Pavel Rusk sat.", {}) == []


def test_a_given_name_before_a_known_surname_is_its_bearers() -> None:
    text = "Donald Fry left. Fry said so. Quill Fry wept."
    assert entities(text, {"Fry": "PERSON"})[0] == ("Donald Fry", "person", ["Donald Fry", "Fry", "Fry"])


def test_whoever_is_named_before_the_text_begins_is_known_by_their_full_name() -> None:
    before = (EarlierEntity("Lock Board", "ORG", ("LB",)), EarlierEntity("Ann Lee", "PERSON"))
    text = "Lee sat. The LB met."
    doc = doc_of(text, {"Lee": "PERSON", "LB": "ORG"}, Origin(before=before))
    found = [(m.name, m.type, m.mentions) for m in gather_entities(doc)]
    assert found == [("Ann Lee", "person", [(0, 3)]), ("Lock Board", "organization", [(13, 15)])]
    # Who is not named again is not in it.
    assert gather_entities(doc_of("It rains.", None, Origin(before=before))) == []


def test_a_surname_means_the_one_of_that_very_name_first() -> None:
    text = "Fry sat. Stephen Fry ran. Bob Fry lay. Fry wept."
    ents = {"Stephen Fry": "PERSON", "Bob Fry": "PERSON", "Fry": "PERSON"}
    assert [mentions for _, _, mentions in entities(text, ents)] == [
        ["Fry", "Stephen Fry", "Fry"], ["Bob Fry"],
    ]  # fmt: skip


def test_only_a_person_or_one_of_the_same_kind_can_be_meant() -> None:
    text = "Lock Board met. Ann Board sat. The Board ran."
    found = entities(text, {"Lock Board": "ORG", "Ann Board": "PERSON", "Board": "ORG"})
    assert [(name, mentions) for name, _, mentions in found] == [
        ("Lock Board", ["Lock Board"]), ("Ann Board", ["Ann Board", "Board"]),
    ]  # fmt: skip


def test_a_surname_behind_a_title_is_named_where_the_tagger_missed_it() -> None:
    text = "President Lee sat. Lee ran. President Hill lay."
    at = text.index("Lee ran")
    doc = doc_of(text, {"Lee ran": "PERSON"})
    doc.ents = [doc.char_span(at, at + 3, "PERSON")]
    (lee,) = gather_entities(doc)
    assert lee.mentions == [(10, 13), (at, at + 3)]
