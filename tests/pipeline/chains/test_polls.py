from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Claim, Link, Speaker
from secondhand.pipeline.chains.polls import find_poll_link
from tests.pipeline.making import claim

MAKER = Link("Reuters/Ipsos", "organization", "reported")


def asked(source: str, who: str, *, type: str = "group", paragraph: int = 0) -> Link | None:
    """The link found for what ``who`` said after a poll, or something else, of the first paragraph."""
    text = f"{source} shows it rains. {who} said it snows."
    first = replace(claim(text, "it rains", "shows", source), chain=(MAKER,))
    second: Claim = claim(text, "it snows", "said", who, id="c2", paragraph=paragraph)
    return find_poll_link(second, Speaker("s2", who.lower(), type, None, ()), [first])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "who", ["Another 19 percent", "Six in ten", "Eight out of 10", "Most voters surveyed", "Respondents"]
)
def test_a_share_of_people_was_asked_by_the_poll_before(who: str) -> None:
    assert asked("The Reuters/Ipsos poll", who) == MAKER
    assert asked("The Reuters/Ipsos poll", who, paragraph=1) == MAKER


def test_others_were_not() -> None:
    assert asked("The Reuters/Ipsos poll", "Farmers") is None
    assert asked("The Reuters/Ipsos poll", "Ann Percent", type="person") is None
    assert asked("The minister", "Another 19 percent") is None
    assert asked("The Reuters/Ipsos poll", "Another 19 percent", paragraph=2) is None
