"""All highlights of an article at once: where they are, and how long that takes."""

from __future__ import annotations

import re

import pytest

from secondhand.notes import placing
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.notes.placing import place_highlights
from tests.notes.literals import MADE, highlight

TEXT = (
    "The minister said that talks were going well. The mayor said “the bridge is safe – for now”. "
    "Later the minister said that talks were over, and the mayor said nothing at all about it."
)
PIECES = highlight(TEXT, "talks were going well", "the bridge is safe")


def long_text(sentences: int, says: str = "tells of") -> str:
    return "\n\n".join(f"Sentence {n} {says} the year {n * 7 % 1000}, as they say." for n in range(sentences))


def every_sentence(text: str) -> list[Highlight]:
    return [
        Highlight(str(n), (make_anchor(text, *found.span()),), MADE, MADE)
        for n, found in enumerate(re.finditer(r"Sentence[^,]+", text))
    ]


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that tells how long each text was that was searched."""
    lengths: list[int] = []
    find_anchor = placing.find_anchor

    def counting(text: str, wanted: Anchor) -> Anchor | None:
        lengths.append(len(text))
        return find_anchor(text, wanted)

    monkeypatch.setattr(placing, "find_anchor", counting)
    return lengths


def test_pieces_are_found_all_or_not_at_all() -> None:
    (moved,) = place_highlights("New: " + TEXT, [PIECES])
    assert moved and moved.text == PIECES.text
    assert [a.start for a in moved.anchors] == [a.start + 5 for a in PIECES.anchors]
    assert place_highlights(TEXT, [PIECES])[0] is PIECES
    assert place_highlights(TEXT.replace("the bridge is safe", "all is well"), [PIECES]) == (None,)


def test_pieces_that_changed_places_are_not_found() -> None:
    first, second = (
        "The minister said that talks were going well.",
        "The mayor said “the bridge is safe – for now”.",
    )
    assert place_highlights(f"{second} {first}", [PIECES]) == (None,)


def test_they_come_in_the_order_they_were_given() -> None:
    late, early, gone = (
        highlight(TEXT, "talks were over"),
        highlight(TEXT, "talks were going"),
        highlight("nobody knows", "nobody knows"),
    )
    now = "Well. " + TEXT
    found = place_highlights(now, [late, gone, early])
    assert [h and h.text for h in found] == ["talks were over", None, "talks were going"]
    assert all(now[a.start : a.end] == a.exact for h in found if h for a in h.anchors)


def test_what_moved_together_is_searched_for_once(searched: list[int]) -> None:
    text = long_text(400)
    made = every_sentence(text)
    now = "A new beginning.\n\n" + text
    found = place_highlights(now, made)
    assert all(h and h.text == old.text for h, old in zip(found, made, strict=True))
    # The first has other words before it, so that it is not quite where it was.
    assert len(searched) <= 2


def test_what_moved_twice_is_found(searched: list[int]) -> None:
    text = long_text(400)
    at = text.index("Sentence 200 ")
    now = "A new beginning.\n\n" + text[:at] + "In between.\n\n" + text[at:]
    found = place_highlights(now, every_sentence(text))
    assert [h and h.text for h in found] == [h.text for h in every_sentence(text)]
    assert len(searched) <= 5


@pytest.mark.parametrize("sentences", [500, 2000])
def test_very_many_that_are_gone_are_searched_for_in_time_that_grows_with_them(
    searched: list[int], sentences: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "SEARCHED", 200_000)
    monkeypatch.setattr(placing, "NEARBY", 100)
    found = place_highlights("x" * 20_000, every_sentence(long_text(sentences)))
    assert found == (None,) * sentences
    assert sum(searched) <= 200_000 + sentences * 300


def test_where_all_is_searched_through_they_are_still_found_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "SEARCHED", 0)
    text = long_text(300)
    made = every_sentence(text)
    now = "News.\n\n" + text.replace("\n\n", "\n")
    found = place_highlights(now, made)
    assert [h and h.text for h in found] == [h.text for h in made]
    assert all(now[a.start : a.end] == a.exact for h in found if h for a in h.anchors)
    assert found[299] and found[299].anchors[0].prefix.endswith("as they say.\n")
