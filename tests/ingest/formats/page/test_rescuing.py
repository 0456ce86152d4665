from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.blocks import read_blocks
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.rescuing import rescue_text

HALL = "<p>The council of Varde shut its hall no. {} on Monday, since there was rust in the beams.</p>"
TEXT = "".join(HALL.format(n) for n in range(6))
STRAY = "<div class='w'><p>Scan this code with your phone to follow us.</p></div>"


def rescue(body: str, found: set[int]) -> set[int]:
    tree = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")
    return rescue_text(read_blocks(tree.find("body")), found, PageFacts(title="Halls shut"))


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("<p>", "<section>").replace("</p>", "</section>")])
def test_a_text_below_the_headline_is_taken_where_only_strays_were_found(text: str) -> None:
    for headline in ("<h1>Shut halls</h1>", "<div>Halls shut</div>"):
        assert rescue(f"{headline}<div class='t'>{text}</div>{STRAY}", {7}) == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<h1>Halls shut</h1><div class='comments'>{TEXT}</div>{STRAY}", {7}),
        (f"<div>Halls open</div><div>{TEXT}</div>{STRAY}", {7}),
        (f"<h1>Halls shut</h1><div>{HALL}{HALL}</div>{STRAY}", {3}),
        (f"<h1>Halls shut</h1><div>{TEXT}</div><div><p>{'Nobody was hurt. ' * 19}</p></div>", {7}),
        (f"<h1>Halls shut</h1>{STRAY}", set()),
    ],
)
def test_what_was_found_stays_where_that_is_no_such_text(body: str, found: set[int]) -> None:
    assert rescue(body, found) == found
