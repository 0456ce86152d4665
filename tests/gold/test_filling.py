"""What a hand-written line need not say, and what it must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gold.filling import filled
from tests.gold.lines import Line, lines, write

LEE = {"name": "Ann Lee", "type": "person"}
SECOND = {"content": [[10, 18]], "cue": [], "source": []}


def of(text: str, *claims: dict[str, Any]) -> dict[str, Any]:
    given = {
        "about": "A.",
        "publisher": "Reuters",
        "date": "2025-03-04",
        "text": text,
        "claims": list(claims),
    }
    return filled(Line("some", 3, given)).data


def test_offsets_are_found() -> None:
    data = of("It rains, said Ann Lee.", {"content": ["It rains"], "cue": ["said"], "speaker": LEE})
    assert data["claims"][0]["offsets"] == {"content": [(0, 8)], "cue": [(10, 14)], "source": []}


def test_of_several_cues_and_sources_the_nearest_is_meant() -> None:
    first = {"content": ["It rains"], "cue": ["said"], "source": ["Ann Lee"], "speaker": LEE}
    second = {**first, "content": ["It pours"]}
    text = "It rains, said Ann Lee. It pours, said Ann Lee."
    one, two = (claim["offsets"] for claim in of(text, first, second)["claims"])
    assert (one["cue"], one["source"]) == ([(10, 14)], [(15, 22)])
    assert (two["cue"], two["source"]) == ([(34, 38)], [(39, 46)])


def test_words_are_whole_ones_and_marks_stand_anywhere() -> None:
    data = of("The heat: he left", {"content": ["left"], "cue": [":"], "source": ["he"], "speaker": LEE})
    assert data["claims"][0]["offsets"] == {"content": [(13, 17)], "cue": [(8, 9)], "source": [(10, 12)]}


@pytest.mark.parametrize("text", ["It snows.", "It rains. It rains."])
def test_a_content_that_does_not_stand_there_once_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"'It rains' is in the text [02] times, not once"):
        of(text, {"content": ["It rains"], "speaker": LEE})


def test_a_cue_that_does_not_stand_there_is_told() -> None:
    with pytest.raises(ValueError, match="'says' is not in the text"):
        of("It rains, said Ann Lee.", {"content": ["It rains"], "cue": ["says"], "speaker": LEE})


def test_what_goes_without_saying() -> None:
    data = of("It rains.", {"content": ["It rains"], "speaker": LEE})
    assert list(data) == ["id", "about", "publisher", "date", "title", "text", "claims"]
    assert (data["id"], data["title"]) == ("some-3", None)
    (claim,) = data["claims"]
    assert (claim["id"], claim["parent"], claim["kind"]) == ("c1", None, "indirect")
    assert (claim["commitment"], claim["framing"], claim["attitudes"]) == ("certain", "neutral", [])
    assert claim["speaker"] == {"role": None, **LEE}
    assert claim["chain"] == ["Reuters", "Ann Lee"]


def test_a_child_goes_on_with_the_chain_of_its_parent() -> None:
    outer = {"content": ["Bo says it rains"], "speaker": LEE}
    inner = {"content": ["it rains"], "parent": "c1", "speaker": {"name": "Bo", "type": "person"}}
    claims = of("Ann Lee said Bo says it rains.", outer, inner)["claims"]
    assert claims[1]["chain"] == ["Reuters", "Ann Lee", "Bo"]


def test_what_is_said_is_kept() -> None:
    said = {"id": "x", "kind": "mixed", "chain": ["Reuters", "CNN", "Ann Lee"], "commitment": "possible"}
    given = {**said, "content": ["It rains"], "offsets": SECOND, "speaker": LEE}
    (claim,) = of("It rains. It rains.", given)["claims"]
    assert {field: claim[field] for field in said} == said
    assert claim["offsets"] == SECOND


def test_lines_are_read_as_they_are_written(tmp_path: Path) -> None:
    every = [Line("a", 1, {"text": "é"}), Line("a", 2, {"text": "“x\ny”"}), Line("b", 1, {"text": ""})]
    write(every, tmp_path)
    assert lines(tmp_path) == every
    assert (tmp_path / "a.jsonl").read_text("utf-8").splitlines()[0] == '{"text": "é"}'
