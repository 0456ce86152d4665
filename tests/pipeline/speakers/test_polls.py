from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.entities import gather_entities
from secondhand.pipeline.mentions.mention import parse_mention
from secondhand.pipeline.speakers.polls import rank_makers
from tests.pipeline.making import doc_of


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
        ("A Pew poll shows rain. A Gallup poll shows snow. The poll is new.", "The poll", "Gallup"),
        ("A new poll shows rain. A Gallup poll says so, a Pew poll not.", "A new poll", "Gallup"),
        ("A Gallup survey shows rain. The study found snow.", "The study", "Gallup"),
        ("A Gallup poll shows rain. A poll shows snow.", "A poll", None),
        ("A Gallup poll shows rain. Another poll shows snow.", "Another poll", None),
        ("Gallup sells maps. The poll shows snow.", "The poll", None),
        ("Polls show rain. A Gallup poll says so.", "Polls", None),
    ],
)
def test_a_poll_is_the_one_whose_maker_is_named(text: str, mention: str, name: str | None) -> None:
    entities = gather_entities(doc_of(text, {"Gallup": "ORG", "Pew": "ORG"}))
    found = rank_makers(text, entities, parse_mention(mention, []), text.index(mention), 1500)
    assert (found[0].name if found else None) == name


def test_a_maker_may_be_named_only_so_far_after_a_new_poll() -> None:
    text = "A new poll shows rain. A Gallup poll says so."
    entities = gather_entities(doc_of(text, {"Gallup": "ORG"}))
    far = text.index("Gallup")
    found = parse_mention("A new poll", [])
    assert [e.name for e in rank_makers(text, entities, found, 0, far + 1)] == ["Gallup"]
    assert rank_makers(text, entities, found, 0, far) == []


def test_how_far_ahead_a_maker_stands_is_counted_from_the_poll() -> None:
    text = "It rained on and on. A new poll shows rain. A Gallup poll says so."
    entities = gather_entities(doc_of(text, {"Gallup": "ORG"}))
    at = text.index("A new poll")
    far = text.index("Gallup") - at
    found = parse_mention("A new poll", [])
    assert [e.name for e in rank_makers(text, entities, found, at, far + 1)] == ["Gallup"]


def test_nobody_makes_a_poll_but_a_body() -> None:
    text = "An Ann Lee poll shows rain. The poll is new."
    entities = gather_entities(doc_of(text, {"Ann Lee": "PERSON"}))
    assert rank_makers(text, entities, parse_mention("The poll", []), text.index("The poll"), 1500) == []
