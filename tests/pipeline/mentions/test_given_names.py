from __future__ import annotations

from secondhand.pipeline.mentions.given_names import find_missed_names, find_titled_surnames, infer_sex


def test_a_common_given_name_before_a_known_surname_makes_a_full_name() -> None:
    text = "Donald Fry's plan failed. Fry left. Then Fry came back, and Mr. Fry spoke."
    assert [text[s:e] for s, e in find_missed_names(text, ["Fry", "fry"])] == ["Donald Fry"]


def test_nobody_known_is_nobody_found() -> None:
    assert list(find_missed_names("Donald Fry left.", [])) == []


def test_a_title_that_stands_before_surnames_makes_no_full_name() -> None:
    assert list(find_missed_names("Miss Fry left.", ["Fry"])) == []
    assert list(find_missed_names("King Fry left.", ["Fry"])) == [(0, 8)]


def test_name_pronoun_title_and_noun_tell_a_man_from_a_woman() -> None:
    assert [infer_sex([word]) for word in ("donald", "his", "mr", "spokesman")] == [True] * 4
    assert [infer_sex([word]) for word in ("mary", "her", "mrs", "spokeswoman")] == [False] * 4


def test_what_tells_of_neither_or_both_tells_nothing() -> None:
    assert infer_sex(["mayor", "fry"]) is None
    assert infer_sex(["donald", "spokeswoman"]) is None


def test_a_known_surname_behind_a_title_is_a_name() -> None:
    text = "President Lee sat. Mr. Lee ran. Lee lay. President Lee Hill wept. The Lee table fell."
    found = list(find_titled_surnames(text, ["Lee"]))
    assert [(text[s:e], s) for s, e in found] == [("Lee", 10), ("Lee", 23)]
    assert list(find_titled_surnames(text, ["lee"])) == []
