from __future__ import annotations

import re

import pytest

from secondhand.pipeline.lexicon import load_lexicon, load_words


@pytest.mark.parametrize(
    "name", ["stance.toml", "channels.toml", "layout.toml", "saying.toml", "veridicality.json"]
)
def test_every_list_can_be_read(name: str) -> None:
    assert load_lexicon(name)


def test_a_list_is_a_set_of_its_words() -> None:
    assert {"president", "mr"} <= load_words("titles.toml", "titles")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_words("titles.toml", "no such list")


@pytest.mark.parametrize(
    "topic",
    ["people", "given_names", "pronouns", "titles", "organizations", "documents", "phrases", "layout"],
)
def test_words_are_lower_case(topic: str) -> None:
    for name, listed in load_lexicon(f"{topic}.toml").items():
        assert all(w == w.lower() for w in listed), name


def test_every_channel_pattern_compiles() -> None:
    for pattern in load_lexicon("channels.toml")["channels"].values():
        re.compile(pattern)


def test_channels_are_those_of_the_contract() -> None:
    assert set(load_lexicon("channels.toml")["channels"]) <= {
        "interview", "statement", "speech", "press conference", "social media", "document", "report", "poll",
        "broadcast", "letter or e-mail", "court proceeding",
    }  # fmt: skip


def test_ratings_lie_between_minus_one_and_one() -> None:
    for verb, ratings in load_lexicon("veridicality.json")["verbs"].items():
        assert len(ratings) == 2, verb
        assert all(-1 <= rating <= 1 for rating in ratings), verb


def test_forms_lead_to_rated_verbs() -> None:
    lexicon = load_lexicon("veridicality.json")
    assert set(lexicon["forms"].values()) <= set(lexicon["verbs"])
    assert lexicon["forms"]["denied"] == "deny"
