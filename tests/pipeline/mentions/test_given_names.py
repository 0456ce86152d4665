from __future__ import annotations

from secondhand.pipeline.mentions.given_names import find_missed_names


def test_a_common_given_name_before_a_known_surname_makes_a_full_name() -> None:
    text = "Donald Fry's plan failed. Fry left. Then Fry came back, and Mr. Fry spoke."
    assert [text[s:e] for s, e in find_missed_names(text, ["Fry", "fry"])] == ["Donald Fry"]


def test_nobody_known_is_nobody_found() -> None:
    assert list(find_missed_names("Donald Fry left.", [])) == []
