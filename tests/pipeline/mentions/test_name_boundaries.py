from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.name_boundaries import is_common_noun, trim_name


@pytest.mark.parametrize(
    ("text", "tagged", "label", "name"),
    [
        ("the event organizer Alliance said", "event organizer Alliance", "ORG", "Alliance"),
        ("the debate’s host Politifact said", "’s host Politifact", "ORG", "Politifact"),
        ("Sen. Lindsey Graham (R-S.C.) said", "Lindsey Graham (R-S.C", "PERSON", "Lindsey Graham"),
        ("said Gov.\xa0Mike Pence", "Gov.\xa0Mike Pence", "PERSON", "Mike Pence"),
        (
            "Afghan Ambassador to the United States Hamdullah Mohib",
            "Afghan Ambassador to the United States Hamdullah Mohib",
            "PERSON",
            "Hamdullah Mohib",
        ),
        ("the agency said.(Ann Lee via AP)", "said.(Ann Lee", "PERSON", "Ann Lee"),
        ("said Ann Lee Monday", "Ann Lee Monday", "PERSON", "Ann Lee"),
        ("said Robinson Crusoe and Friday", "Friday", "PERSON", "Friday"),
        ("Ann Lee (Ohio) said", "Ann Lee (Ohio", "PERSON", "Ann Lee"),
        ("Secretary of State Ann Lee said", "State Ann Lee", "PERSON", "Ann Lee"),
        ("a mayor from State College said", "State College", "LOC", "State College"),
        ("the latest Reuters/Ipsos opinion poll", "Ipsos opinion", "ORG", "Reuters/Ipsos"),
        ("a New York Times/CBS News poll", "New York Times", "ORG", "New York Times/CBS News"),
        ("a New York Times/CBS News poll", "CBS News", "ORG", "New York Times/CBS News"),
        ("said Alain de Benoist", "Alain de Benoist", "PERSON", "Alain de Benoist"),
        ("said de Benoist", "de Benoist", "PERSON", "de Benoist"),
        ("the University of Oslo said", "University of Oslo", "ORG", "University of Oslo"),
        ("the Trump campaign said", "Trump campaign", "ORG", "Trump campaign"),
        ("President Trump said", "Trump", "PERSON", "Trump"),
        ("said Ann Lee, mayor of Varn", "Ann Lee, mayor of", "PERSON", "Ann Lee"),
        ("said Ann Lee of the Daily Varn", "Ann Lee of the Daily Varn", "PERSON", "Ann Lee"),
        ("said Ann Lee of Lock & Co", "Ann Lee of Lock &", "PERSON", "Ann Lee"),
        ("the Prince of Varn said", "Prince of Varn", "PERSON", "Prince of Varn"),
        ("said Ann Offord", "Ann Offord", "PERSON", "Ann Offord"),
    ],
)
def test_a_name_is_no_more_and_no_less_than_the_name(text: str, tagged: str, label: str, name: str) -> None:
    start = text.index(tagged)
    begin, end = trim_name(text, start, start + len(tagged), label)
    assert text[begin:end] == name


@pytest.mark.parametrize(
    ("name", "label", "is_common"),
    [
        ("Cables", "PERSON", True),
        ("Democrats", "PERSON", False),
        ("Bill", "PERSON", False),
        ("Post", "ORG", False),
        ("James", "PERSON", False),
    ],
)
def test_a_plural_noun_is_no_person(name: str, label: str, is_common: bool) -> None:
    assert is_common_noun(name, label) is is_common
