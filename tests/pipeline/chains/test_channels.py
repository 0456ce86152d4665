from __future__ import annotations

import pytest

from secondhand.claim import Speaker
from secondhand.pipeline.chains.channels import find_channel, find_relation
from tests.pipeline.making import claim


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("Ann told reporters that it rains.", "press conference"),
        ("Ann said in an interview that it rains.", "interview"),
        ("Ann tweeted that it rains.", "social media"),
        ("Ann wrote on X: it rains.", "social media"),
        ("Ann said via Bluesky that it rains.", "social media"),
        ("Ann said in a statement that it rains.", "statement"),
        ("Ann said at a rally that it rains.", "speech"),
        ("Ann testified that it rains.", "court proceeding"),
        ("Ann wrote in a letter that it rains.", "letter or e-mail"),
        ("The poll said it rains.", "poll"),
        ("The documents said it rains.", "document"),
        ("Ann said on CNN that it rains.", "broadcast"),
        ("Ann said it rains.", None),
        ("Ann was restated: it rains.", None),
    ],
)
def test_the_words_around_the_content_name_the_channel(frame: str, expected: str | None) -> None:
    assert find_channel(frame, claim(frame, "it rains", None)) == expected


def test_the_content_names_no_channel() -> None:
    text = "Ann said the interview and the poll were bad."
    assert find_channel(text, claim(text, "the interview and the poll were bad", "said", "Ann")) is None


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "said"),
        ("told", "told"),
        ("has told", "told"),
        ("wrote", "wrote"),
        ("tweeted", "wrote"),
        ("believes", "believed"),
        ("reported", "reported"),
        ("according to", "said"),
    ],
)
def test_the_cue_tells_what_the_speaker_did(cue: str, expected: str) -> None:
    text = f"Ann {cue} it rains."
    assert find_relation(claim(text, "it rains", cue, "Ann"), None) == expected


def test_a_document_reports() -> None:
    text = "The poll: it rains."
    assert (
        find_relation(claim(text, "it rains", ":", "The poll"), Speaker("s1", "poll", "document", None, ()))
        == "reported"
    )


def test_without_a_cue_it_is_said() -> None:
    text = "Ann: it rains."
    assert find_relation(claim(text, "it rains", None, "Ann"), None) == "said"
