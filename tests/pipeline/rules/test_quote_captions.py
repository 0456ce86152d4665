from __future__ import annotations

import pytest

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.quote_captions import find_captions

QUOTE = "“A flood is not an accident.”"


@pytest.mark.parametrize(
    "tag",
    [
        " –Ann Lee",
        " — Ann Lee, hydrologist",
        "\n— Ann Lee, of the Aune Institute",
        "\n-- Ann Lee (in a letter)",
    ],
)
def test_a_dash_and_a_name_say_whose_a_quotation_is(tag: str) -> None:
    text = f"{QUOTE}{tag}\nThe Aune rose."
    (found,) = find_captions(text, find_paragraphs(text))
    assert text[slice(*found.source[0])] == "Ann Lee"
    assert text[slice(*found.content[0])] == QUOTE


def test_the_stop_after_a_name_is_no_part_of_it() -> None:
    text = f"{QUOTE} — Carla Sanz."
    (found,) = find_captions(text, find_paragraphs(text))
    assert text[slice(*found.source[0])] == "Carla Sanz"


@pytest.mark.parametrize(
    "text",
    [
        '"Document found on street" — Toronto Star, August 15',
        f"{QUOTE} — But Ann Lee said nothing of the dam. She left.",
        f"{QUOTE} — a sentence that goes on",
        f"He wrote: {QUOTE} — Ann Lee",
        "“The river.” — Ann Lee",
        "The Aune rose.\n— Ann Lee",
    ],
)
def test_other_dashes_are_no_tags(text: str) -> None:
    assert list(find_captions(text, find_paragraphs(text))) == []
