from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.outlet_names import compile_outlet_names, is_end_of_longer_name


@pytest.mark.parametrize(("text", "expected"), [("the Tulsa World", "Tulsa World"), ("The Post", None)])
def test_a_paper_is_known_by_its_masthead(text: str, expected: str | None) -> None:
    found = compile_outlet_names().search(text)
    assert (found.group() if found else None) == expected


@pytest.mark.parametrize(
    "name", ["The Washington Post", "Washington Post", "Reuters", "AP", "Sputnik", "CNN"]
)
def test_known_outlets_are_known_by_name(name: str) -> None:
    assert compile_outlet_names().search(f"to {name} today")


@pytest.mark.parametrize("words", ["reporters", "a crowd", "the CNNs", "Congress", "sputniks"])
def test_others_are_no_outlets(words: str) -> None:
    assert compile_outlet_names().search(words) is None


@pytest.mark.parametrize(
    ("told", "expected"), [("Capitol Hill", True), ("The Hill", False), ("Fox News", False)]
)
def test_a_longer_name_may_end_like_an_outlet(told: str, expected: bool) -> None:
    known = compile_outlet_names().search(told)
    assert known
    assert is_end_of_longer_name(told, known) is expected
