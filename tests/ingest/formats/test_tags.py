from __future__ import annotations

import pytest

from secondhand.ingest.formats.tags import MOST, strip_attributes


@pytest.mark.parametrize("attribute", ["a ", "a='1 >' ", 'a = "<b>"', "a=1 ", "a/", "/ a=b", "<b "])
def test_a_tag_with_very_many_attributes_has_none(attribute: str) -> None:
    told = strip_attributes(f"<p {attribute * (MOST + 1)}>It rained.")
    assert told.replace(" ", "").replace("/", "") == "<p>Itrained."


@pytest.mark.parametrize(
    "text",
    [
        "<p class=lead id='x'>It rained, <a href=\"http://h.example/?a=1&b=2\">she</a> said.<br/></p>",
        f"<p title='{'a ' * 2 * MOST}'>It rained.",
        f"<script>if (a<b) {{{'a ' * 2 * MOST}}}</script><p>It rained.",
        f"<!-- <b {'a ' * 2 * MOST}--><p>It rained.",
        "5 < 6 and <3 <p <a <a <a",
        "<p a='",
    ],
)
def test_all_else_is_left_as_it_is(text: str) -> None:
    assert strip_attributes(text) == text
