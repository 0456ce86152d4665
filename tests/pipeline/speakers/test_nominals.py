from __future__ import annotations

from tests.pipeline.making import claim, doc_of
from tests.pipeline.speakers.test_component import heard
from tests.pipeline.speakers.test_pronouns import PEOPLE, means


def test_the_expert_is_the_last_person_heard() -> None:
    text = "Ann Lee said it rains. The Senate said it snows. It pours, the expert added."
    first = claim(text, "it rains", "said", "Ann Lee")
    second = claim(text, "it snows", "Senate |said|", "The Senate", id="c2")
    third = claim(text, "It pours", "added", "the expert", id="c3")
    found = heard(doc_of(text, PEOPLE | {"Senate": "ORG"}), first, second, third)
    assert found[-1] == ("Ann Lee", "nominal")


def test_a_role_told_before_names_its_bearer() -> None:
    text = "The senator Bob Ray met the teacher Ann Lee. It rains, Ann Lee said. It pours, the senator added."
    first = claim(text, "It rains", "said", "|Ann Lee| said")
    assert means(text, first, claim(text, "It pours", "added", "the senator", id="c2")) == "Bob Ray"


def test_an_expert_is_somebody_new() -> None:
    text = "Ann Lee said it rains. It pours, an expert added."
    first = claim(text, "it rains", "said", "Ann Lee")
    assert means(text, first, claim(text, "It pours", "added", "an expert", id="c2")) == "expert"


def test_the_expert_is_somebody_new_where_nobody_spoke() -> None:
    text = "It pours, the expert added."
    assert heard(doc_of(text), claim(text, "It pours", "added", "the expert")) == [("expert", "nominal")]


def test_the_newspaper_is_the_last_body_heard() -> None:
    text = "The Guardian said it rains. Ann Lee said it snows. It pours, the newspaper added."
    first = claim(text, "it rains", "said", "The Guardian")
    second = claim(text, "it snows", "Ann Lee |said|", "Ann Lee", id="c2")
    third = claim(text, "It pours", "added", "the newspaper", id="c3")
    assert means(text, first, second, third, ents=PEOPLE | {"The Guardian": "ORG"}) == "The Guardian"


def test_the_ministry_is_the_body_whose_name_has_the_word() -> None:
    text = "The Defence Ministry met the Senate. The Senate said it rains. It pours, the ministry added."
    first = claim(text, "it rains", "said", "|The Senate| said")
    second = claim(text, "It pours", "added", "the ministry", id="c2")
    ents = {"Defence Ministry": "ORG", "Senate": "ORG"}
    assert means(text, first, second, ents=ents) == "Defence Ministry"


def test_a_newspaper_called_by_a_name_is_not_the_last_one_heard() -> None:
    text = "The Guardian said it rains. It pours, The Telegraph newspaper reported."
    first = claim(text, "it rains", "said", "The Guardian")
    second = claim(text, "It pours", "reported", "The Telegraph newspaper", id="c2")
    assert means(text, first, second, ents={"The Guardian": "ORG"}) != "The Guardian"


def test_the_expert_is_rather_one_by_role_than_the_last_heard() -> None:
    text = "The philosopher Ann Lee said it rains. On what Emmanuel Macron wants, the expert said it pours."
    first = claim(text, "it rains", "said", "The philosopher Ann Lee")
    second = claim(text, "what", "wants", "Emmanuel Macron", id="c2")
    third = claim(text, "it pours", "the expert |said|", "the expert", id="c3")
    assert means(text, first, second, third) == "Ann Lee"


def test_the_senator_is_the_last_person_heard_who_has_no_office() -> None:
    text = "It rains, Ann Lee said. It pours, the Varn senator added."
    first = claim(text, "It rains", "said", "Ann Lee")
    assert means(text, first, claim(text, "It pours", "added", "the Varn senator", id="c2")) == "Ann Lee"


def test_somebody_is_described_by_work_or_age() -> None:
    for again, name in (
        ("the Danish manager", "Ann Lee"),
        ("the 51-year-old", "Ann Lee"),
        ("the Danish spokesman", "danish spokesman"),
        ("the Danish managers", "danish managers"),
    ):
        text = f"It rains, Ann Lee said. It pours, {again} added."
        first = claim(text, "It rains", "said", "Ann Lee")
        assert means(text, first, claim(text, "It pours", "added", again, id="c2"), ents=PEOPLE) == name


def test_a_description_does_not_reach_far_back() -> None:
    text = f"It rains, Ann Lee said. {'It went on. ' * 60}It pours, the 51-year-old added."
    first = claim(text, "It rains", "said", "Ann Lee")
    assert means(text, first, claim(text, "It pours", "added", "the 51-year-old", id="c2")) == "51-year-old"


def test_the_senator_is_nobody_known_to_be_something_else() -> None:
    text = "It rains, economist Ann Lee said. It pours, the Varn senator added."
    first = claim(text, "It rains", "said", "Ann Lee")
    second = claim(text, "It pours", "added", "the Varn senator", id="c2")
    assert means(text, first, second) == "varn senator"


def test_team_and_campaign_are_one_body() -> None:
    text = "It rains, the Lee campaign said. It pours, the Lee team added."
    first = claim(text, "It rains", "said", "the Lee campaign")
    second = claim(text, "It pours", "added", "the Lee team", id="c2")
    assert means(text, first, second, ents={"Lee": "PERSON"}) == "Lee campaign"


def test_a_court_in_a_lead_is_the_one_named_after_it() -> None:
    text = "A federal court ruled that it rains.\nThe Court of Appeals for Varn sat on Monday."
    ruled = claim(text, "it rains", "ruled", "A federal court")
    assert means(text, ruled, ents={"Court of Appeals": "ORG"}) == "Court of Appeals"
