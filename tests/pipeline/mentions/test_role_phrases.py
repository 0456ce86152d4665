from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.role_phrases import describe_name
from tests.pipeline.making import parsed

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
