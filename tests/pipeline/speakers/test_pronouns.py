from __future__ import annotations

from secondhand.claim import Claim
from secondhand.pipeline.doc.state import Origin
from tests.pipeline.making import claim, doc_of
from tests.pipeline.speakers.test_component import heard

PEOPLE = {"Emmanuel Macron": "PERSON", "Angela Merkel": "PERSON", "Ann Lee": "PERSON", "Bob Ray": "PERSON"}


def means(
    text: str, *claims: Claim, ents: dict[str, str] | None = None, origin: Origin | None = None
) -> str | None:
    """Whom the source of the last claim means."""
    return heard(doc_of(text, ents or PEOPLE, origin), *claims)[-1][0]


def test_he_is_the_man_and_she_the_woman() -> None:
    text = "Emmanuel Macron met Angela Merkel. It went well, {} said."
    for pronoun, name in (("he", "Emmanuel Macron"), ("she", "Angela Merkel")):
        said = text.format(pronoun)
        assert means(said, claim(said, "It went well", "said", f"|{pronoun}| said")) == name


def test_she_can_be_known_by_her_role() -> None:
    text = "The spokeswoman Sascha Day met the spokesman Kim Park. It went well, she said."
    ents = {"Sascha Day": "PERSON", "Kim Park": "PERSON"}
    assert means(text, claim(text, "It went well", "said", "she"), ents=ents) == "Sascha Day"


def test_he_is_the_one_who_spoke_last() -> None:
    text = "Bob Ray met Emmanuel Macron. It rains, Bob Ray said. It pours, he added."
    first = claim(text, "It rains", "said", "|Bob Ray| said")
    assert means(text, first, claim(text, "It pours", "added", "|he| added", id="c2")) == "Bob Ray"


def test_he_is_the_subject_of_the_sentence_before() -> None:
    text = "Emmanuel Macron thanked Bob Ray for his help. It rains, he said."
    assert means(text, claim(text, "It rains", "said", "|he| said")) == "Emmanuel Macron"


def test_he_is_spoken_of_by_his_office() -> None:
    text = (
        "Emmanuel Macron met US President Bob Ray. Emmanuel Macron got nothing. "
        "The American president has no sympathy. It rains, he {}."
    )
    said = text.format("said")
    assert means(said, claim(said, "It rains", "said", "|he| said")) == "Bob Ray"
    said = text.replace("The American president has", "The presidents have").format("said")
    assert means(said, claim(said, "It rains", "said", "|he| said")) == "Emmanuel Macron"


def test_he_does_not_reach_back_without_end() -> None:
    text = f"Emmanuel Macron left. {'It rained on and on. ' * 120}It pours, he said."
    found = heard(doc_of(text, PEOPLE), claim(text, "It pours", "said", "|he| said"))
    assert found == [(None, "pronoun")]


def test_he_is_nobody_where_nobody_is_named() -> None:
    text = "It pours, he said."
    assert heard(doc_of(text), claim(text, "It pours", "said", "he")) == [(None, "pronoun")]


def test_a_body_is_not_he() -> None:
    text = "The Senate met. It pours, he said."
    assert means(text, claim(text, "It pours", "said", "|he| said"), ents={"Senate": "ORG"}) is None


def test_he_is_not_whom_he_names_in_his_own_words() -> None:
    text = 'Emmanuel Macron met Bob Ray in the garden. "Bob Ray has nothing to fear," he told a host.'
    said = claim(text, '"Bob Ray has nothing to fear,"', "told", "|he| told", kind="direct")
    assert means(text, said) == "Emmanuel Macron"


def test_he_can_be_one_who_is_not_named_but_not_several() -> None:
    for who, name in (("a person close to Bob Ray", "person close to Bob Ray"), ("officials", "Bob Ray")):
        text = f"Bob Ray left. It rains, {who} said. It pours, he added."
        first = claim(text, "It rains", "said", who)
        assert means(text, first, claim(text, "It pours", "added", "|he| added", id="c2")) == name


def test_inside_direct_speech_he_is_not_the_speaker() -> None:
    text = 'Emmanuel Macron met Donald Trump. "He believes it rains," Emmanuel Macron said.'
    ents = {"Emmanuel Macron": "PERSON", "Donald Trump": "PERSON"}
    outer = claim(text, '"He believes it rains,"', "said", "|Emmanuel Macron| said", kind="direct")
    inner = claim(text, "it rains", "believes", "He", id="c2", parent="c1")
    assert means(text, outer, inner, ents=ents) == "Donald Trump"


def test_inside_reported_speech_he_may_be_the_speaker() -> None:
    text = "Donald Trump left. Emmanuel Macron said he believes it rains."
    ents = {"Emmanuel Macron": "PERSON", "Donald Trump": "PERSON"}
    outer = claim(text, "he believes it rains", "said", "Emmanuel Macron")
    inner = claim(text, "it rains", "believes", "|he| believes", id="c2", parent="c1")
    assert means(text, outer, inner, ents=ents) == "Emmanuel Macron"


def test_who_is_the_name_right_before() -> None:
    text = "They met Ann Lee, who said it rains, and Bob Ray."
    assert means(text, claim(text, "it rains", "said", "who")) == "Ann Lee"


def test_who_is_the_noun_right_before() -> None:
    text = "It was seen by two officials who said it rains."
    doc = doc_of(text)
    assert heard(doc, claim(text, "it rains", "said", "who")) == [("two officials", "pronoun")]


def test_they_are_the_last_group_heard() -> None:
    text = "Ann Lee said it rains. Voters said it snows. It pours, they added."
    first = claim(text, "it rains", "said", "Ann Lee")
    second = claim(text, "it snows", "Voters |said|", "Voters", id="c2")
    third = claim(text, "It pours", "added", "they", id="c3")
    assert means(text, first, second, third) == "voters"


def test_it_is_the_last_body_heard() -> None:
    text = "The Senate said it rains. Ann Lee said it snows. It pours, it added."
    first = claim(text, "it rains", "said", "The Senate")
    second = claim(text, "it snows", "Ann Lee |said|", "Ann Lee", id="c2")
    third = claim(text, "It pours", "added", "|it| added", id="c3")
    assert means(text, first, second, third, ents=PEOPLE | {"Senate": "ORG"}) == "Senate"


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = '"I hope it rains," Ann Lee said.'
    outer = claim(text, '"I hope it rains,"', "said", "Ann Lee", kind="direct")
    inner = claim(text, "it rains", "hope", "I", id="c2", parent="c1")
    assert means(text, outer, inner) == "Ann Lee"


def test_i_of_the_article_is_its_author() -> None:
    text = "I hope it rains."
    one = claim(text, "it rains", "hope", "I")
    assert means(text, one, origin=Origin("Politico", authors=("Jo Day",))) == "Jo Day"


def test_we_of_an_article_without_author_is_the_publisher() -> None:
    text = "We hope it rains."
    one = claim(text, "it rains", "hope", "We")
    assert means(text, one, origin=Origin("Politico")) == "Politico"
    assert means(text, one) is None


def test_you_is_who_is_called_by_name() -> None:
    text = '"Bob Ray, do you think it rains?" Ann Lee asked.'
    asked = claim(text, '"Bob Ray, do you think it rains?"', "asked", "|Ann Lee| asked", kind="direct")
    assert means(text, asked, claim(text, "it rains", "think", "you", id="c2", parent="c1")) == "Bob Ray"


def test_who_may_stand_behind_a_quotation_mark() -> None:
    text = 'Some say there are "some farmers" who feel cold.'
    assert means(text, claim(text, "cold", "feel", "who"), ents={}) == "some farmers"


def test_you_is_who_is_called_by_a_title_and_a_name_no_tagger_saw() -> None:
    text = '"Mr. Ray, do you think it rains?" Ann Lee asked.'
    asked = claim(text, '"Mr. Ray, do you think it rains?"', "asked", "Ann Lee", kind="direct")
    assert (
        means(text, asked, claim(text, "it rains", "think", "you", id="c2", parent="c1"), ents={})
        == "Mr. Ray"
    )
