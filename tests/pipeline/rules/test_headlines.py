from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.headlines import attribute_headline, split_at_headline
from secondhand.pipeline.rules.passage import find_headline
from tests.pipeline.making import attribution, parsed, passage

BODY = "Ruth Quinn, who has been mayor for nine years, said on Monday that the old town was safe."


def read(title: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what a headline attributes."""
    text = f"{title}\n\n{BODY}"
    span = find_headline(text, find_paragraphs(text))
    assert span
    body = Node(attribution(text, "that the old town was safe", "said on Monday", "|Ruth Quinn|, who"))
    return [
        (text[slice(*a.source[0])], text[slice(*a.cue)], text[slice(*a.content[0])])
        for a in attribute_headline(text, span, [body])
    ]


@pytest.mark.parametrize(
    ("title", "source", "cue", "content"),
    [
        ("Poll: Turnout fell", "Poll", ":", "Turnout fell"),
        ("Mayor: City is safe.", "Mayor", ":", "City is safe"),
        ("Quinn: ‘City is safe.’", "Quinn", ":", "‘City is safe.’"),
        ("Quinn on flood: City is safe", "Quinn", ":", "City is safe"),
        ("City is safe, mayor says", "mayor", "says", "City is safe"),
        ("‘City is safe,’ Ruth Quinn Says.", "Ruth Quinn", "Says", "‘City is safe,’"),
        ("City is safe – mayor", "mayor", "–", "City is safe"),
        ("City is safe: officials", "officials", ":", "City is safe"),
    ],
)
def test_headlines_name_who_says_it(title: str, source: str, cue: str, content: str) -> None:
    assert read(title) == [(source, cue, content)]


@pytest.mark.parametrize(
    "title",
    [
        "Ukraine: What we know so far",
        "Quinn: Reformer or not?",
        "Exclusive: City is safe",
        "Quinn Sees Orrin: City is safe",
        "City is safe – Reuters",
        "City is safe – The Guardian",
        "Live updates: City is safe",
        "After the flood: the mayor walks",
        "Quinn and Orrin: A long quarrel",
    ],
)
def test_topics_and_outlets_say_nothing(title: str) -> None:
    assert read(title) == []


def test_only_a_short_line_before_a_longer_paragraph_is_a_headline() -> None:
    for text in ("City is safe", "City is safe\n\nThen", f"{BODY}\n\nShort."):
        assert find_headline(text, find_paragraphs(text)) is None


def test_what_a_headline_says_does_not_run_into_the_body() -> None:
    text = f"Mayor says\n\n{BODY}"
    node = Node(attribution(text, f"says\n\n|{BODY}|", "Mayor |says|", "Mayor"))
    assert split_at_headline(passage(text), [node]) == []


def test_a_title_is_the_headline_however_long_it_is() -> None:
    title = " ".join(["The mayor of the old town says that it is safe"] * 4)
    text = f"{title}\n\nShort."
    assert find_headline(text, find_paragraphs(text)) is None
    assert find_headline(text, find_paragraphs(text), title) == (0, len(title))
    assert find_headline(text, find_paragraphs(text), "Another title") is None


OPENED = (
    "‘/PUNCT/punct/2/_ It/PRON/nsubj/2 rained/VERB/ROOT/2/_ ’/PUNCT/punct/2/_ :/PUNCT/punct/2 "
    "{}/NOUN/nsubj/8 of/ADP/case/7 Varn/PROPN/nmod/5 tell/VERB/parataxis/2 "
    "of/ADP/case/11 a/DET/det/11 night/NOUN/obl/8"
)


@pytest.mark.parametrize(("noun", "found"), [("residents", ["residents of Varn"]), ("images", [])])
def test_a_headline_may_tell_of_those_whom_it_quotes(noun: str, found: list[str]) -> None:
    doc = parsed(OPENED.format(noun))
    span = (0, len(doc.text))
    assert [doc.text[s:e] for a in attribute_headline(doc.text, span, [], doc) for s, e in a.source] == found
    assert list(attribute_headline(doc.text, span, [])) == []
