from __future__ import annotations

import pytest

from secondhand.pipeline.stance.cue import CueWords, parse_cue
from tests.pipeline.making import span

TEXT = "Old Ann pointed out it rains."


def lemmas(cue: str) -> list[str]:
    """The forms of the words of ``cue``, as they are looked for."""
    return [form for form, _, _ in parse_cue(span(f"So Ann {cue} it.", cue)).lemmas]


def test_words_and_pairs_of_words_stand_where_they_are_in_the_article() -> None:
    cue = parse_cue(span(TEXT, "pointed out"))
    assert (cue.text, cue.start) == ("pointed out", 8)
    at = {form: TEXT[start:end] for form, start, end in cue.lemmas}
    assert at["point out"] == "pointed out"
    assert (at["point"], at["pointed"], at["out"]) == ("pointed", "pointed", "out")


def test_pairs_are_looked_for_before_words() -> None:
    assert lemmas("asks of") == ["asks of", "ask of", "asks", "ask", "of"]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        # What is left without an ending may be no word.
        ("said", {"said", "say", "sai"}),
        ("Denies", {"denies", "deny"}),
        ("denied", {"denied", "deny"}),
        ("rallied", {"rallied", "rally"}),
        ("queries", {"queries", "query"}),
        ("mocked", {"mocked", "mock"}),
        ("mocks", {"mocks", "mock"}),
        ("opposed", {"opposed", "oppose"}),
        ("opposing", {"opposing", "oppose", "oppos"}),
        ("blasting", {"blasting", "blast", "blaste"}),
        ("goaled", {"goaled", "goal", "goale"}),
        # Too little is left of these.
        ("his", {"his"}),
        ("ring", {"ring"}),
        ("red", {"red"}),
        ("tied", {"tied", "tie", "ty"}),
    ],
)
def test_a_word_and_what_is_left_without_its_ending(word: str, forms: set[str]) -> None:
    assert forms <= set(lemmas(word))
    if len(word) < 5:
        assert set(lemmas(word)) == forms


def test_no_form_stands_twice() -> None:
    assert lemmas("says") == ["says", "say"]


def test_what_is_known_is_found_by_the_form_that_comes_first() -> None:
    cue = parse_cue(span(TEXT, "pointed out"))
    assert cue.find_first(["out", "point out"]) == span(TEXT, "pointed out")
    assert cue.find_first(["out", "point"]) == span(TEXT, "pointed")
    assert cue.find_first(["point ou", "rains"]) is None


@pytest.mark.parametrize(
    ("cue", "negation"),
    [
        ("did not say", "not"),
        ("NEVER said", "NEVER"),
        ("didn't say", "n't"),
        ("didn’t say", "n’t"),
        ("no longer says", "no longer"),
        ("noted", None),
        ("knotted", None),
        ("nor says", "nor"),
        ("no say", None),
    ],
)
def test_the_word_that_negates(cue: str, negation: str | None) -> None:
    text = f"So Ann {cue} it."
    found = parse_cue(span(text, cue)).find_negation()
    assert (found.text if found else None) == negation
    if found:
        assert text[found.start : found.end] == negation


def test_no_cue_has_no_words() -> None:
    assert parse_cue(None) == CueWords("", 0, ())
    assert parse_cue(None).find_negation() is None
