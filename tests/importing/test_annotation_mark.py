"""Annotations as other tools write them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from secondhand.importing.annotation_mark import read_mark
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE, TEXT
from tests.export.notebooks import WHOLE, uuid

ADDRESS = "https://daily.example/1"
HELD = Notebook(ARTICLE)
QUOTE = {"type": "TextQuoteSelector", "exact": "Rates may rise", "prefix": "“"}


def of(selector: Any = QUOTE, **fields: Any) -> Highlight:
    mark = read_mark({"target": {"source": ADDRESS, "selector": selector}, **fields}, HELD)
    assert isinstance(mark, Highlight)
    return mark


def test_words_alone_are_found_in_the_text() -> None:
    assert of().anchors == (Anchor(1, 15, "Rates may rise", "“", TEXT[15:47]),)


def test_a_place_alone_is_enough() -> None:
    assert of({"type": "TextPositionSelector", "start": 1, "end": 15}).text == "Rates may rise"


def test_a_place_that_counts_otherwise_gives_way_to_the_words() -> None:
    mark = of([QUOTE, {"type": "TextPositionSelector", "start": 7000, "end": 7014}])
    assert mark.anchors[0].start == 1


def test_words_that_are_nowhere_are_kept() -> None:
    mark = of({"type": "TextQuoteSelector", "exact": "Zebras graze in the park at night"})
    assert mark.anchors == (Anchor(0, 33, "Zebras graze in the park at night"),)


def test_selectors_may_refine_others_and_there_may_be_unknown_ones() -> None:
    refined = {"type": "FragmentSelector", "value": "p1", "refinedBy": QUOTE}
    assert of([{"type": "RangeSelector", "startContainer": "/p[1]"}, refined]).text == "Rates may rise"


def test_what_hypothesis_exports() -> None:
    mark = of(
        [{"type": "RangeSelector"}, QUOTE],
        id="y1hgFKYJEeu",
        created="2026-11-24T10:30:00.123456+01:00",
        updated="2026-11-25T09:00:00+00:00",
        user="acct:somebody@hypothes.is",
        uri=ADDRESS,
        text="See *this*.",
        tags=["money", "money"],
        permissions={"read": ["group:__world__"]},
    )
    assert mark.created == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert mark.changed == datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert (mark.note, mark.tags, mark.colour) == ("See *this*.", ("money",), "yellow")
    assert mark.id == of(id="y1hgFKYJEeu").id


@pytest.mark.parametrize(
    ("fields", "note", "tags"),
    [
        ({"bodyValue": "One."}, "One.", ()),
        ({"body": "https://x.example/about"}, "https://x.example/about", ()),
        ({"body": {"type": "TextualBody", "value": "One."}}, "One.", ()),
        (
            {
                "body": [
                    {"value": "One.", "purpose": "commenting"},
                    {"value": "Two.", "purpose": "describing"},
                    {"value": "t", "purpose": "tagging"},
                ]
            },
            "One.\n\nTwo.",
            ("t",),
        ),
        ({"text": "    code\n\n  - nested \n"}, "    code\n\n  - nested \n", ()),
        ({}, "", ()),
    ],
)
def test_bodies_are_note_and_tags(fields: dict[str, Any], note: str, tags: tuple[str, ...]) -> None:
    mark = of(**fields)
    assert (mark.note, mark.tags) == (note, tags)


def test_an_id_is_always_the_same_for_the_same_annotation() -> None:
    assert of(id=f"urn:uuid:{uuid(1)}").id == uuid(1)
    assert of(id="https://x.example/a/1").id == of(id="https://x.example/a/1", text="changed").id
    assert of().id == of().id
    assert of().id != of(text="other").id


def test_one_without_a_time_keeps_that_of_the_mark_it_is() -> None:
    mark = read_mark(
        {"id": f"urn:uuid:{WHOLE.id}", "target": {"selector": QUOTE}}, Notebook(ARTICLE, None, (WHOLE,))
    )
    assert isinstance(mark, Highlight)
    assert mark.created == WHOLE.created


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "TextPositionSelector", "start": 0, "end": 10_000},
        {"type": "TextPositionSelector", "start": 5, "end": 5},
        {"type": "TextPositionSelector", "start": -5, "end": 5},
        {"type": "CssSelector", "value": "p"},
        [],
    ],
)
def test_what_points_to_no_words_is_told(selector: Any) -> None:
    with pytest.raises(ValueError, match="it points to"):
        of(selector)
