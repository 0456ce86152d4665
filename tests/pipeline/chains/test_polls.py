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
    assert asked("The Reuters/Ipsos poll", who, paragraph=2) == MAKER


def test_others_were_not() -> None:
    assert asked("The Reuters/Ipsos poll", "Farmers") is None
    assert asked("The Reuters/Ipsos poll", "Ann Percent", type="person") is None
    assert asked("The minister", "Another 19 percent") is None
    assert asked("The Reuters/Ipsos poll", "Another 19 percent", paragraph=3) is None


def test_of_several_polls_the_last_one_asked() -> None:
    text = "The Ipsos poll shows it rains. The Pew poll shows it hails. Another 19 percent said it snows."
    pew = Link("Pew", "organization", "reported")
    last = replace(claim(text, "it hails", "Pew poll |shows|", "The Pew poll", id="c2"), chain=(MAKER, pew))
    first = replace(claim(text, "it rains", "shows", "The Ipsos poll"), chain=(MAKER,))
    asked = claim(text, "it snows", "said", "Another 19 percent", id="c3")
    group = Speaker("s3", "another 19 percent", "group", None, ())
    assert find_poll_link(asked, group, [last, first]) == pew
    told = replace(claim(text, "it hails", "Pew poll |shows|", "The Pew poll", id="c2", parent="c1"))
    assert find_poll_link(asked, group, [told, first]) == MAKER
    assert find_poll_link(replace(asked, parent="c1"), group, [last, first]) is None
    by_ann = replace(last, chain=(MAKER, Link("Ann", "person", "said")))
    assert find_poll_link(asked, group, [by_ann, first]) is None
    assert find_poll_link(asked, None, [last, first]) is None


def test_a_poll_of_a_later_paragraph_did_not_ask() -> None:
    text = "The Ipsos poll shows it rains. Another 19 percent said it snows."
    later = replace(claim(text, "it rains", "shows", "The Ipsos poll", paragraph=1), chain=(MAKER,))
    asked = claim(text, "it snows", "said", "Another 19 percent", id="c2")
    assert find_poll_link(asked, Speaker("s2", "another 19 percent", "group", None, ()), [later]) is None
