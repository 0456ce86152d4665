from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Claim, Link, Speaker
from secondhand.pipeline.mentions.entities import cast
from secondhand.pipeline.mentions.mention import phrase
from secondhand.pipeline.speakers.polls import maker, poll
from tests.pipeline.making import claim, doc_of

MAKER = Link("Reuters/Ipsos", "organization", "reported")


def asked(source: str, who: str, *, type: str = "group", paragraph: int = 0) -> Link | None:
    """The link found for what ``who`` said after a poll, or something else, of the first paragraph."""
    text = f"{source} shows it rains. {who} said it snows."
    first = replace(claim(text, "it rains", "shows", source), chain=(MAKER,))
    second: Claim = claim(text, "it snows", "said", who, id="c2", paragraph=paragraph)
    return poll(second, Speaker("s2", who.lower(), type, None, ()), [first])  # type: ignore[arg-type]


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


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("A new poll shows rain. The latest Gallup opinion poll says so.", "A new poll", "Gallup"),
        ("A Gallup survey shows rain. The survey found snow.", "The survey", "Gallup"),
        (
            "It rains, says a survey published on Monday by the Gallup institute. The poll is new.",
            "The poll",
            "Gallup",
        ),
        ("A Gallup survey shows rain. The study found snow.", "The study", "Gallup"),
        ("A Gallup poll shows rain. A poll shows snow.", "A poll", None),
        ("A Gallup poll shows rain. Another poll shows snow.", "Another poll", None),
        ("Gallup sells maps. The poll shows snow.", "The poll", None),
        ("Polls show rain. A Gallup poll says so.", "Polls", None),
    ],
)
def test_a_poll_is_the_one_whose_maker_is_named(text: str, mention: str, name: str | None) -> None:
    members = cast(doc_of(text, {"Gallup": "ORG"}))
    found = maker(text, members, phrase(mention, []), text.index(mention))
    assert (found and found.name) == name
