from __future__ import annotations

import pytest

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.interview_turns import find_question_sign, find_turns
from tests.pipeline.making import claim

LEAD = "Ann Lee and Tom Hale debated in Aune.\n"


def said(text: str) -> list[tuple[str, list[str]]]:
    """Whose each turn is, and its paragraphs; the cue where only a letter tells."""
    return [
        (text[slice(*(a.source[0] if a.source else a.cue))], [text[s:e] for s, e in a.content])
        for a in find_turns(text, find_paragraphs(text))
    ]


def test_names_in_capitals_begin_turns() -> None:
    text = f"{LEAD}LEE: The dam is old. It leaks.\nHALE: It is not."
    assert said(text) == [("LEE", ["The dam is old. It leaks."]), ("HALE", ["It is not."])]


@pytest.mark.parametrize("mark", [":", " —", " –", " --"])
def test_so_do_names_before_a_colon_or_a_dash_that_come_again(mark: str) -> None:
    turn = f"Mr. Lee{mark} I built it.\nMr. Hale{mark} You did not."
    text = f"{LEAD}{turn}\n{turn}"
    assert [who for who, _ in said(text)] == ["Mr. Lee", "Mr. Hale"] * 2


def test_office_or_outlet_after_the_name_are_no_part_of_it() -> None:
    text = f"{LEAD}LEE (D-Aune): I built it.\nTom Hale, Radio Aune: When did you build it?"
    assert [who for who, _ in said(text)] == ["LEE", "Tom Hale"]


def test_a_turn_goes_on_up_to_the_next_one_but_for_stage_directions() -> None:
    text = f"{LEAD}LEE: It leaks.\n(APPLAUSE)\nWe should mend it.\nHALE: No."
    assert said(text)[0] == ("LEE", ["It leaks.", "We should mend it."])


def test_a_paragraph_about_the_speaker_is_not_the_speakers() -> None:
    text = f"{LEAD}LEE: It leaks.\nLee then left the stage.\nHALE: No."
    assert said(text)[0] == ("LEE", ["It leaks."])


def test_the_last_turn_goes_on_while_it_talks() -> None:
    text = f"{LEAD}LEE: It leaks.\nHALE: No.\nI looked at it.\nThe debate was held in the old mill."
    assert said(text)[1] == ("HALE", ["No.", "I looked at it."])


@pytest.mark.parametrize(("q", "a"), [("Q.", "A."), ("Q:", "A:"), ("Question:", "Answer:")])
def test_letters_begin_turns_where_both_come(q: str, a: str) -> None:
    text = f"Ann Lee met us.\n{q} How deep is it?\n{a} Nine feet."
    assert said(text) == [(q, ["How deep is it?"]), (a, ["Nine feet."])]


@pytest.mark.parametrize(
    "text",
    [
        "A. Schulman lives here.\nB. Lee lives there.",
        f"{LEAD}Correction: Lee is sixty.\nCorrection: Hale is fifty.",
        f"{LEAD}Lee: Would raise the toll by a penny.\nHale: Would not raise the toll at all.",
        f"{LEAD}Lee: 45 percent\nHale: 43 percent",
        f"{LEAD}Lee: A miracle.\nHale: A surge.",
        "He knows North Varga and New Orrin.\nVarga: The ferry runs twice.\nVarga: The ferry runs once.",
        "AUNE — The dam broke.\nORRIN — The dam held.",
        "THE BOTTOM LINE: It rains.\nTHE BOTTOM LINE: It snows.",
        f"{LEAD}The dam: It was built in 1958.",
    ],
)
def test_other_labels_are_no_turns(text: str) -> None:
    assert said(text) == []


def test_a_turn_that_ends_in_a_question_mark_asks_and_so_does_every_q() -> None:
    text = "LEE: How deep?\nQ. And then."
    how, then = claim(text, "How deep?", ":", "LEE"), claim(text, "And then.", "Q.")
    assert [sign.text for c in (how, then) if (sign := find_question_sign(c))] == ["?", "Q."]


def test_an_answer_asks_nothing() -> None:
    text = "LEE: Nine feet.\nA. Nine."
    assert find_question_sign(claim(text, "Nine feet.", ":", "LEE")) is None
    assert find_question_sign(claim(text, "Nine.", "A.")) is None


def test_a_label_that_is_shortened_later_is_a_name() -> None:
    text = "The lock is shut.\nIda Moss: Who shut it?\nOtto Brun: I did.\nMoss: Why?\nBrun: It leaked."
    assert [who for who, _ in said(text)] == ["Ida Moss", "Otto Brun", "Moss", "Brun"]
    assert said(text.replace("Ida ", "").replace("Otto ", "")) == []
