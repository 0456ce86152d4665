from __future__ import annotations

import pytest

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.quote_captions import find_captions, find_posts

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


@pytest.mark.parametrize("when", ["", " March 3, 2025", " 9:14 PM · Mar 3, 2025"])
def test_a_name_and_a_handle_say_whose_the_post_before_them_is(when: str) -> None:
    text = f"The Aune rose.\nTwo locks are shut. Stay at home.\n— Aune Locks (@aunelocks){when}\nIt fell."
    (found,) = find_posts(text, find_paragraphs(text))
    assert text[slice(*found.source[0])] == "Aune Locks"
    assert text[slice(*found.content[0])] == "Two locks are shut. Stay at home."


@pytest.mark.parametrize(
    "line",
    [
        "— Aune Locks",
        "Aune Locks (@aunelocks)",
        "— Aune Locks (@aunelocks) said that the dam has burst, and left",
    ],
)
def test_other_lines_sign_no_post(line: str) -> None:
    text = f"Two locks are shut.\n{line}"
    assert list(find_posts(text, find_paragraphs(text))) == []


def test_a_page_tells_itself_where_its_posts_begin() -> None:
    text = "Two locks are shut.\n— Aune Locks (@aunelocks)"
    assert list(find_posts(text, find_paragraphs(text), ("post", "post"))) == []
