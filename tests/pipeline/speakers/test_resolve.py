from __future__ import annotations

import pytest

from secondhand.pipeline.doc import state
from tests.pipeline.making import claim, doc_of
from tests.pipeline.speakers.test_component import heard


@pytest.mark.parametrize(
    ("text", "source", "how", "other"),
    [
        ("Ann Lee met Bob Ray. It rains, {} said.", "Bob Ray", "full name in the source", None),
        ("Ann Lee met Bob Ray. It rains, {} said.", "Ray", "shorter name in the source", None),
        ("Ann Lee met Bob Ray. It rains, {} said.", "he", "nearest fit before", None),
        ("Tom Day met Bob Ray. It rains, {} said.", "he", "nearest fit before", "Bob Ray"),
        (
            "The senators Bob Ray and Ann Lee left. It rains, {} said.",
            "the guard",
            "noun phrase of the source",
            None,
        ),
        ("A Pew poll and a Gallup poll came. It rains, {} found.", "the poll", "maker of a poll", "Pew"),
        ("Nobody came. It rains, {} said.", "he", "nothing tells", None),
    ],
)
def test_a_claim_tells_how_its_speaker_was_found_and_who_was_next(
    text: str, source: str, how: str, other: str | None
) -> None:
    whole = text.format(source)
    names = {"Ann Lee": "PERSON", "Bob Ray": "PERSON", "Tom Day": "PERSON", "Pew": "ORG", "Gallup": "ORG"}
    doc = doc_of(whole, names)
    cue = "found" if "found" in text else "said"
    heard(doc, claim(whole, "It rains", cue, f"|{source}| {cue}"))
    (made,) = state.load_claims(doc)
    assert made.trace is not None
    assert (made.trace.speaker, made.trace.runner_up) == (how, other)


def test_who_is_looked_for_is_added_once() -> None:
    text = "It rains, the guard said. It pours, the guard added."
    doc = doc_of(text)
    first = claim(text, "It rains", "said", "|the guard| said")
    assert heard(doc, first, claim(text, "It pours", "added", "|the guard| added", id="c2"))
    assert [speaker.name for speaker in state.load_speakers(doc)] == ["guard"]
