from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.role_phrases import _strip_phrase, describe_name
from tests.pipeline.making import doc_of, parsed

LEADER = (
    "Senate/PROPN/compound/2 Majority/PROPN/compound/2 Leader/PROPN/nmod/3 Ann/PROPN/nsubj/5 "
    "Lee/PROPN/flat/3 left/VERB/ROOT/5"
)
BESIDE = "police/NOUN/compound/1 officer/NOUN/nsubj/3 Ann/PROPN/nsubj/3 left/VERB/ROOT/3"
BOTH_SUBJECTS = (
    "The/DET/det/1 head/NOUN/nsubj/6 of/ADP/case/3 sales/NOUN/nmod/1 Ann/PROPN/nsubj/6 Lee/PROPN/flat/4 "
    "left/VERB/ROOT/6"
)
SHARED = "Justices/PROPN/compound/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2"
OFFICE = (
    "Clerk/PROPN/nsubj/6 for/ADP/case/2 Varn/PROPN/nmod/0/_ ,/PUNCT/punct/4 Ann/PROPN/appos/0/_ "
    ",/PUNCT/punct/4 left/VERB/ROOT/6"
)
AFTER = (
    "Ann/PROPN/nsubj/8/_ ,/PUNCT/punct/0 a/DET/det/3 lawyer/NOUN/appos/0 for/ADP/case/6 the/DET/det/6 "
    "city/NOUN/nmod/3/_ ,/PUNCT/punct/0 left/VERB/ROOT/8"
)
BEFORE = (
    "His/PRON/nmod/1 lawyer/NOUN/nsubj/5/_ ,/PUNCT/punct/3 Ann/PROPN/appos/1/_ ,/PUNCT/punct/3 "
    "left/VERB/ROOT/5"
)
IS = "Ann/PROPN/nsubj/3 is/AUX/cop/3 a/DET/det/3 teacher/NOUN/ROOT/3 in/ADP/case/5 Varn/PROPN/nmod/3"
IS_NOT = "Ann/PROPN/nsubj/4 is/AUX/cop/4 not/PART/advmod/4 a/DET/det/4 teacher/NOUN/ROOT/4"
WHO = (
    "Ann/PROPN/nsubj/8/_ ,/PUNCT/punct/5 who/PRON/nsubj/5 was/AUX/cop/5 the/DET/det/5 "
    "mayor/NOUN/acl/0 then/ADV/advmod/5/_ ,/PUNCT/punct/5 left/VERB/ROOT/8"
)
OF = "Rep./PROPN/nmod/1 Ann/PROPN/nsubj/5 Lee/PROPN/flat/1 of/ADP/case/4 Ohio/PROPN/nmod/1 left/VERB/ROOT/5"
PARTY = (
    "Sen./PROPN/nmod/1 Ann/PROPN/nsubj/5 (/PUNCT/punct/3/_ R-Ohio/PROPN/appos/1/_ )/PUNCT/punct/3 "
    "left/VERB/ROOT/5"
)
MR = "the/DET/det/1 priority/NOUN/nsubj/5 of/ADP/case/4 Mr./PROPN/nmod/4 Ann/PROPN/nmod/1 fell/VERB/ROOT/5"
OTHER = "Tom/PROPN/nmod/2/_ ’s/PART/case/0 Ann/PROPN/nsubj/3 left/VERB/ROOT/3"
LIST = "Ann/PROPN/nsubj/4/_ ,/PUNCT/punct/2 Tom/PROPN/appos/0 also/ADV/advmod/4 left/VERB/ROOT/4"
AMONG = (
    "Ann/PROPN/nsubj/6/_ ,/PUNCT/punct/4 a/DET/det/3 lawyer/NOUN/conj/0 and/CCONJ/cc/5 "
    "Tom/PROPN/conj/0 left/VERB/ROOT/6"
)


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        (LEADER, "Ann Lee", "Senate Majority Leader"),
        (BESIDE, "Ann", "police officer"),
        (BOTH_SUBJECTS, "Ann Lee", "head of sales"),
        (SHARED, "Ann", "Justice"),
        (OFFICE, "Ann", "Clerk for Varn"),
        (AFTER, "Ann", "lawyer for the city"),
        (BEFORE, "Ann", "His lawyer"),
        (IS, "Ann", "teacher in Varn"),
        (IS_NOT, "Ann", None),
        (WHO, "Ann", "mayor then"),
        (OF, "Ann Lee", "Rep. of Ohio"),
        (PARTY, "Ann", "Sen., R-Ohio"),
        (MR, "Ann", None),
        (OTHER, "Ann", None),
        (LIST, "Ann", None),
        (AMONG, "Ann", None),
    ],
)
def test_the_words_beside_a_name_tell_its_role(words: str, name: str, told: str | None) -> None:
    doc = parsed(
        words,
        {"Ann Lee": "PERSON", "Tom": "PERSON"} if "Lee" in words else {"Ann": "PERSON", "Tom": "PERSON"},
    )
    at = doc.text.index(name)
    assert describe_name(doc.char_span(at, at + len(name))) == told


def test_a_date_before_a_title_is_no_part_of_it() -> None:
    doc = parsed(
        "2025/NUM/nummod/5/_ -/PUNCT/punct/5/_ 02/NUM/nummod/5/_ -/PUNCT/punct/5/_ 27/NUM/nummod/5 "
        "mayor/NOUN/nmod/6 Ann/PROPN/ROOT/6"
    )
    assert describe_name(doc[6:7]) == "mayor"


def test_without_a_parse_only_marks_tell() -> None:
    doc = parsed(
        "the/DET/dep/0 mayor/NOUN/dep/1 Ann/PROPN/dep/2/_ ,/PUNCT/dep/3 a/DET/dep/4 lawyer/NOUN/dep/5/_ "
        ",/PUNCT/dep/6 left/VERB/dep/7"
    )
    at = doc.text.index("Ann")
    assert describe_name(doc.char_span(at, at + 3)) == "mayor, lawyer"


def described(words: str, name: str = "Ann", **others: str) -> str | None:
    """The role that ``words`` give ``name``, in a text where ``others`` are named too."""
    doc = parsed(words, {name: "PERSON"} | others)
    at = doc.text.index(name)
    return describe_name(doc.char_span(at, at + len(name)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # What leads into the phrase is no part of the role.
        ("as/ADP/case/3 the/DET/det/3 old/ADJ/amod/3 mayor/NOUN/nmod/4 Ann/PROPN/ROOT/4", "old mayor"),
        ("“/PUNCT/punct/1/_ mayor/NOUN/nmod/2 Ann/PROPN/ROOT/2", "mayor"),
        ("co/X/compound/2/_ -/PUNCT/punct/2/_ chair/NOUN/nmod/3 Ann/PROPN/ROOT/3", "co-chair"),
        ("city/NOUN/compound/2 &/SYM/punct/2 mayor/NOUN/nmod/3 Ann/PROPN/ROOT/3", "city & mayor"),
        ("then/ADV/advmod/1 mayor/NOUN/nmod/2 Ann/PROPN/ROOT/2", "mayor"),
        # A title beside the name, wherever the parser hangs it.
        ("Mayor/PROPN/dep/2 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", "Mayor"),
        ("Mayors/PROPN/nmod/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", "Mayor"),
        ("Senators/PROPN/nmod/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", "Senator"),
        ("rain/NOUN/dep/2 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", None),
        ("fireman/NOUN/dep/2 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", "fireman"),
        # A courtesy, a verb, a day and a place are none.
        ("Miss/PROPN/compound/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", None),
        ("Monday/PROPN/nmod/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", "Monday"),
        ("big/ADJ/amod/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2", None),
        # Two dashes in a row, or a line between, end the phrase.
        ("mayor/NOUN/nmod/2 ;/PUNCT/punct/0 Ann/PROPN/ROOT/2", None),
    ],
)
def test_the_words_before_a_name(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(("kind", "told"), [("ORG", "Acme’s"), ("PERSON", None), ("LOC", None)])
def test_whose_somebody_is_tells_of_them_where_it_is_a_body(kind: str, told: str | None) -> None:
    words = "Acme/PROPN/nmod/2/_ ’s/PART/case/0 Ann/PROPN/nsubj/3 left/VERB/ROOT/3"
    assert described(words, Acme=kind) == told


@pytest.mark.parametrize("kind", ["DATE", "LOC", "GPE", "NORP", "PERSON"])
def test_a_name_of_another_kind_before_a_name_is_no_role(kind: str) -> None:
    words = "Varn/PROPN/compound/1 Ann/PROPN/nsubj/2 left/VERB/ROOT/2"
    assert described(words, Varn=kind) is None
    assert described(words, Varn="ORG") == "Varn"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The/DET/det/1 owner/NOUN/nsubj/4/_ ,/PUNCT/punct/3 Ann/PROPN/appos/1 left/VERB/ROOT/4", "owner"),
        ("by/ADP/case/1 owners/NOUN/obl/4/_ ,/PUNCT/punct/3 Ann/PROPN/appos/1 left/VERB/ROOT/4", "owners"),
        # "Tom Day, Ann, …" tells no role, nor does a capital noun without an office.
        ("Varn/PROPN/nsubj/3/_ ,/PUNCT/punct/2 Ann/PROPN/appos/0 left/VERB/ROOT/3", None),
        ("Chair/PROPN/nsubj/5 at/ADP/case/2 Varn/PROPN/nmod/0/_ "
         ",/PUNCT/punct/4 Ann/PROPN/appos/0 left/VERB/ROOT/5", "Chair at Varn"),
        ("Lawyer/PROPN/nsubj/5 in/ADP/case/2 Varn/PROPN/nmod/0/_ "
         ",/PUNCT/punct/4 Ann/PROPN/appos/0 left/VERB/ROOT/5", "Lawyer in Varn"),
        ("Desk/PROPN/nsubj/5 in/ADP/case/2 Varn/PROPN/nmod/0/_ "
         ",/PUNCT/punct/4 Ann/PROPN/appos/0 left/VERB/ROOT/5", None),
        ("Desk/PROPN/nsubj/5 of/ADP/case/2 Varn/PROPN/nmod/0/_ "
         ",/PUNCT/punct/4 Ann/PROPN/appos/0 left/VERB/ROOT/5", "Desk of Varn"),
        ("owner/NOUN/nsubj/3/_ ,/PUNCT/punct/2 Ann/PROPN/conj/0 left/VERB/ROOT/3", None),
    ],
)  # fmt: skip
def test_a_noun_that_a_name_is_apposed_to(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ann/PROPN/nsubj/3/_ ,/PUNCT/punct/2 owner/NOUN/appos/0 left/VERB/ROOT/3", "owner"),
        ("Ann/PROPN/nsubj/4 (/PUNCT/punct/2/_ "
         "owner/NOUN/appos/0/_ )/PUNCT/punct/2 left/VERB/ROOT/4", "owner"),
        ("Ann/PROPN/nsubj/4 (/PUNCT/punct/2/_ "
         "Chairman/PROPN/appos/0/_ )/PUNCT/punct/2 left/VERB/ROOT/4", "Chairman"),
        ("Ann/PROPN/nsubj/4 (/PUNCT/punct/2/_ "
         "Acmetown/PROPN/appos/0/_ )/PUNCT/punct/2 left/VERB/ROOT/4", None),
        ("Ann/PROPN/nsubj/4 (/PUNCT/punct/2/_ sat/VERB/parataxis/0/_ )/PUNCT/punct/2 left/VERB/ROOT/4", None),
        ("Ann/PROPN/nsubj/4 (/PUNCT/punct/2/_ owner/NOUN/conj/0/_ )/PUNCT/punct/2 left/VERB/ROOT/4", None),
        ("Ann/PROPN/nsubj/6 so/X/dep/0 so/X/dep/0 "
         "so/X/dep/0 so/X/dep/0 owner/NOUN/appos/0 left/VERB/ROOT/6", "owner"),
        ("Ann/PROPN/nsubj/7 so/X/dep/0 so/X/dep/0 so/X/dep/0 "
         "so/X/dep/0 so/X/dep/0 owner/NOUN/appos/0 left/VERB/ROOT/7", None),
    ],
)  # fmt: skip
def test_an_apposition_behind_a_name(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ann/PROPN/dep/0 –/PUNCT/dep/0 one/NUM/dep/0 "
         "of/ADP/dep/0 the/DET/dep/0 lawyers/NOUN/dep/0/_ ;/PUNCT/dep/0", "lawyers"),
        ("Ann/PROPN/dep/0 —/PUNCT/dep/0 a/DET/dep/0 "
         "lawyer/NOUN/dep/0 at/ADP/dep/0 Acme/PROPN/dep/0 —/PUNCT/dep/0", "lawyer at Acme"),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 her/PRON/dep/0 lawyer/NOUN/dep/0 ./PUNCT/dep/0", "her lawyer"),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 we/PRON/dep/0 lawyer/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 and/CCONJ/dep/0 lawyer/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 at/ADP/dep/0 lawyers/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 a/DET/dep/0 table/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 a/DET/dep/0 "
         "table/NOUN/dep/0 for/ADP/dep/0 lawyers/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 lawyer/NOUN/dep/0 "
         "to/PART/dep/0 tables/NOUN/dep/0 ./PUNCT/dep/0", "lawyer to tables"),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 lawyer/NOUN/dep/0 sat/VERB/dep/0 ./PUNCT/dep/0", "lawyer"),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 sitting/VERB/amod/3 lawyer/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 a/DET/dep/0 "
         "sitting/VERB/amod/4 lawyer/NOUN/dep/0 ./PUNCT/dep/0", "sitting lawyer"),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0 lawyer/NOUN/dep/0 "
         "who/PRON/dep/0 sat/VERB/dep/0 ./PUNCT/dep/0", "lawyer"),
        ("Ann/PROPN/dep/0 :/PUNCT/dep/0 a/DET/dep/0 lawyer/NOUN/dep/0 ./PUNCT/dep/0", None),
        ("Ann/PROPN/dep/0 ,/PUNCT/dep/0", None),
    ],
)  # fmt: skip
def test_a_noun_phrase_between_marks(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a/DET/dep/0 maker/NOUN/dep/0 of/ADP/dep/0 locks/NOUN/dep/0/_ ,/PUNCT/dep/0", "maker of locks"),
        ("the/DET/dep/0 maker/NOUN/dep/0 that/PRON/dep/0 fell/VERB/dep/0 ./PUNCT/dep/0", "maker"),
        ("one/NUM/dep/0 of/ADP/dep/0 the/DET/dep/0 makers/NOUN/dep/0/_ ./PUNCT/dep/0", "makers"),
        ("a/DET/dep/0 fifth/NOUN/dep/0 fell/VERB/dep/0 ./PUNCT/dep/0", None),
        ("the/DET/dep/0 Maker/PROPN/dep/0/_ ./PUNCT/dep/0", None),
        ("makers/NOUN/dep/0/_ ./PUNCT/dep/0", None),
        ("the/DET/dep/0 maker/NOUN/dep/0 and/CCONJ/dep/0 others/NOUN/dep/0/_ ./PUNCT/dep/0", None),
        ("the/DET/dep/0 maker/NOUN/dep/0/_ ,/PUNCT/dep/0 and/CCONJ/dep/0 Varn/PROPN/dep/0", None),
    ],
)
def test_what_a_body_is_said_to_be_between_marks(words: str, told: str | None) -> None:
    doc = parsed(f"Lock/PROPN/dep/0 ,/PUNCT/dep/0 {words}", {"Lock": "ORG"})
    assert describe_name(doc[:1], body=True) == told


def test_whose_lawyer_somebody_is_tells_of_somebody_else() -> None:
    assert _strip_phrase("whose lawyer") is None


def test_a_courtesy_beside_a_name_on_one_verb_is_no_role() -> None:
    assert described("Mr/PROPN/nsubj/2 Ann/PROPN/nsubj/2 left/VERB/ROOT/2") is None
    assert described("Captain/PROPN/nsubj/2 Ann/PROPN/nsubj/2 left/VERB/ROOT/2") == "Captain"


def test_of_two_people_in_a_list_the_noun_of_one_is_not_the_others() -> None:
    words = (
        "Ann/PROPN/dep/0 ,/PUNCT/dep/0 a/DET/dep/0 "
        "lawyer/NOUN/dep/0 and/CCONJ/dep/0 Tom/PROPN/dep/0 ./PUNCT/dep/0"
    )
    assert described(words) == "lawyer and Tom"
    assert described(words, Tom="PERSON") is None


def test_a_phrase_between_marks_has_an_end() -> None:
    for many, told in ((19, True), (40, False)):
        more = " ".join(["old/ADJ/dep/0"] * many)
        found = described(f"Ann/PROPN/dep/0 ,/PUNCT/dep/0 {more} lawyer/NOUN/dep/0 ./PUNCT/dep/0")
        assert (found is not None) is told, many


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ann/PROPN/nsubj/3 was/AUX/cop/3 town/NOUN/compound/3 "
         "lawyer/NOUN/ROOT/3 and/CCONJ/cc/5 cook/NOUN/conj/3", "town lawyer"),
        ("Ann/PROPN/nsubj/2 was/AUX/cop/2 rain/NOUN/ROOT/2", None),
        ("Ann/PROPN/nsubj/2 was/AUX/aux/2 lawyer/NOUN/ROOT/2", None),
        ("Ann/PROPN/obl/2 was/AUX/cop/2 lawyer/NOUN/ROOT/2", None),
        ("Ann/PROPN/nsubj/3 was/AUX/cop/3 n’t/PART/advmod/3 lawyer/NOUN/ROOT/3", None),
        ("Ann/PROPN/nsubj/2 was/AUX/cop/2 lawyer/VERB/ROOT/2", None),
        ("lawyer/NOUN/ROOT/0 was/AUX/cop/0 Ann/PROPN/nsubj/0", None),
    ],
)  # fmt: skip
def test_what_a_name_is_said_to_be(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ann/PROPN/nsubj/4 from/ADP/case/3 "
         "the/DET/det/3 Varn/PROPN/nmod/0 left/VERB/ROOT/4", "from the Varn"),
        ("Ann/PROPN/nsubj/5 at/ADP/case/3 Varn/PROPN/compound/3 "
         "Hall/PROPN/nmod/0 then/ADV/advmod/5 left/VERB/ROOT/5", "at Varn Hall"),
        ("Ann/PROPN/nsubj/4 with/ADP/case/2 "
         "Varn/PROPN/nmod/0 Hall/PROPN/flat/2 left/VERB/ROOT/4", "with Varn Hall"),
        ("Ann/PROPN/nsubj/4 with/ADP/case/2 "
         "Varn/PROPN/nmod/0 Hall/PROPN/obj/4 left/VERB/ROOT/4", "with Varn"),
        ("Ann/PROPN/nsubj/4 of/ADP/case/3 Varn/PROPN/compound/3 town/NOUN/nmod/0 left/VERB/ROOT/4", None),
        ("Ann/PROPN/nsubj/3 in/ADP/case/2 Varn/PROPN/nmod/0 left/VERB/ROOT/3", None),
        ("Ann/PROPN/ROOT/0 of/ADP/case/0", None),
    ],
)  # fmt: skip
def test_a_place_behind_a_name(words: str, told: str | None) -> None:
    assert described(words) == told


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("(D-Calif.)", "mayor, D-Calif."), ("(R)", None), ("(Varn)", "mayor, Varn"), ("(varn)", None),
        (", D-Ohio,", "mayor, D-Ohio"), (", Ohio,", None),
    ],
)  # fmt: skip
def test_a_party_and_state_behind_a_name(behind: str, told: str | None) -> None:
    doc = doc_of(
        f"mayor Ann {behind} left." if behind[0] != "," else f"mayor Ann{behind} left.", {"Ann": "PERSON"}
    )
    for token in doc:
        token.head, token.dep_, token.pos_ = doc[0], "dep", "NOUN" if token.i == 0 else "X"
    name = next(ent for ent in doc.ents)
    assert describe_name(doc[name.start : name.end]) == (told or "mayor")


def test_a_role_that_is_too_long_loses_its_last_parts() -> None:
    part = "clerk of the old town"
    assert _strip_phrase(", ".join([part] * 5)) == ", ".join([part] * 4)
    assert _strip_phrase(" ".join([part] * 6)) is None
    assert _strip_phrase("x") is None
    assert _strip_phrase("x" * 110) == "x" * 110
    assert _strip_phrase("x" * 111) is None


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("As a law student", "law student"),
        ("perhaps the lawyer", "lawyer"),
        ("also the president of the union", "president of the union"),
        ("assistant", "assistant"),
        ("The  old\nclerk,", "old"),
        ("the old  clerk,", "old clerk"),
        ("one of the clerks", "clerks"),
        ("an ex-clerk — of Varn", "ex-clerk"),
        ("the clerk who sat", "clerk"),
        ("the clerk when it rained", "clerk"),
        ("“the clerk” of Varn", "clerk"),
        ("Feb. 2-3-25 clerk", "clerk"),
        ("thesaurus clerk", "thesaurus clerk"),
    ],
)
def test_a_role_is_stripped_of_marks_article_and_clause(phrase: str, told: str) -> None:
    assert _strip_phrase(phrase) == told
