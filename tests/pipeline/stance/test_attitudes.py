from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import gather_entities
from secondhand.pipeline.stance.component import read_stance
from tests.pipeline.making import claim, doc_of


def felt(text: str, content: str, cue: str) -> list[tuple[str, str, str]]:
    """Return target, polarity and evidence of the attitudes in a claim of Ann Lee's."""
    said = claim(text, content, cue, "Ann Lee")
    found = read_stance(
        said, gather_entities(doc_of(text, {"Ann Lee": "PERSON", "Bob Fry": "PERSON"}))
    ).attitudes
    assert all(text[e.start : e.end] == e.text for a in found for e in a.evidence)
    return [(a.target, a.polarity, a.evidence[0].text) for a in found]


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        (
            "Ann Lee opposed the new dam levy.",
            "the new dam levy",
            "opposed",
            ("new dam levy", "negative", "opposed"),
        ),
        ("Ann Lee wants better dams.", "better dams", "wants", ("better dams", "positive", "wants")),
        (
            "Ann Lee accused the mill last week of using gas.",
            "the mill last week of using gas",
            "accused",
            ("mill", "negative", "accused"),
        ),
        (
            "Ann Lee called for a ban on rafts.",
            "a ban on rafts",
            "called for",
            ("rafts", "negative", "a ban on"),
        ),
        (
            "Ann Lee wants to abolish the levy.",
            "to abolish the levy",
            "wants",
            ("levy", "negative", "to abolish"),
        ),
        ("Ann Lee wants to extend leave.", "to extend leave", "wants", ("leave", "positive", "to extend")),
        (
            "Ann Lee said Bob Fry is a disgrace.",
            "Bob Fry is a disgrace",
            "said",
            ("Bob Fry", "negative", "disgrace"),
        ),
        ("Ann Lee said that dams are not bad.", "that dams are not bad", "said", ("dams", "positive", "bad")),
        ("Ann Lee supports Mr. Fry.", "Mr. Fry", "supports", ("Mr. Fry", "positive", "supports")),
        ("Ann Lee called the levy a hoax.", "the levy a hoax", "called", ("levy", "negative", "hoax")),
    ],
)
def test_words_are_for_or_against(text: str, content: str, cue: str, expected: tuple[str, str, str]) -> None:
    assert felt(text, content, cue) == [expected]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Ann Lee wants to go home.", "to go home", "wants"),
        ("Tenants could say what was wrong, Ann Lee said.", "Tenants could say what was wrong", "said"),
        ("Ann Lee called for the board to meet.", "the board to meet", "called for"),
        ("Ann Lee was accused of hiding it.", "of hiding it", "was accused"),
        ("Ann Lee said it is bad.", "it is bad", "said"),
        ("Ann Lee asked whether Bob Fry is a disgrace.", "whether Bob Fry is a disgrace", "asked"),
        ("Ann Lee said the dam is full.", "the dam is full", "said"),
    ],
)
def test_what_is_for_and_against_nothing(text: str, content: str, cue: str) -> None:
    assert felt(text, content, cue) == []
