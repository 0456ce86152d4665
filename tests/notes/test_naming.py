from dataclasses import replace

import pytest

from secondhand.claim import Analysis, Link, ModelInfo, Span, Speaker
from secondhand.notes.naming import add_speaker, rename_link, speaker_of_link
from tests.notes.literals import person

TEXT = "Ann Lee met Ben. Lee said that Annie left."
ANN = Speaker("s1", "Ann Lee", "unknown", None, (Span(0, 7, "Ann Lee"),))
FOUND = Analysis((ANN,), (), ModelInfo("literal", "0"))


def test_a_new_speaker_is_mentioned_where_the_text_has_the_name_as_a_word() -> None:
    new, speaker = add_speaker(FOUND, TEXT, person("Ben"))
    assert speaker == Speaker("s2", "Ben", "person", None, (Span(12, 15, "Ben"),))
    assert new.speakers == (ANN, speaker)
    assert add_speaker(FOUND, TEXT, person("Anni"))[1] == Speaker("s2", "Anni", "person", None, ())


@pytest.mark.parametrize("name", ["(", "[a", "\\", ".*"])
def test_a_name_is_no_pattern(name: str) -> None:
    speaker = add_speaker(FOUND, TEXT, person(name), [Span(12, 15, "Ben")])[1]
    assert speaker and speaker.mentions == (Span(12, 15, "Ben"),)


def test_a_known_speaker_keeps_id_and_mentions_and_takes_what_the_reader_says() -> None:
    new, speaker = add_speaker(FOUND, TEXT, person("ann lee", "mayor"))
    assert speaker == replace(ANN, type="person", role="mayor")
    assert new.speakers == (speaker,)
    kept = add_speaker(replace(FOUND, speakers=(replace(ANN, role="mayor"),)), TEXT, person("Ann Lee"))[1]
    assert kept and kept.role == "mayor"


def test_an_id_that_is_free_is_taken() -> None:
    others = (replace(ANN, id="s2"), replace(ANN, id="x", name="Ben"))
    speaker = add_speaker(replace(FOUND, speakers=others), TEXT, person("Carl"))[1]
    assert speaker and speaker.id == "s1"


def test_unknown_is_nobody() -> None:
    assert add_speaker(FOUND, TEXT, person("unknown")) == (FOUND, None)


def test_a_link_takes_another_name_and_keeps_the_rest() -> None:
    link = Link("Ben", "person", "told", (Span(12, 15, "Ben"),), "2025", "https://e.org/")
    assert rename_link(link, replace(ANN, type="group")) == replace(link, name="Ann Lee", type="group")
    assert rename_link(link, None) == replace(link, name="unknown", type="unknown")
    assert speaker_of_link(link) == Speaker("", "Ben", "person", None, ())
