from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.embedded_claims import add_embedded_claims
from tests.pipeline.making import attribution, passage


def inside(text: str, *children: Node) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what "Ann Lee said that …" has inside."""
    content = text.removeprefix("Ann Lee said ").removesuffix(".")
    (node,) = add_embedded_claims(
        passage(text), [Node(attribution(text, content, "said", "Ann Lee"), children)]
    )
    parts = [(c.attribution.source, [c.cue], c.attribution.content) for c in node.children]
    return [tuple(" … ".join(text[s:e] for s, e in spans) for spans in part) for part in parts]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Lee said that families still want their own school, despite the fire.",
            ("families", "still want", "their own school"),
        ),
        ("Ann Lee said some experts say the dam is empty.", ("some experts", "say", "the dam is empty")),
        (
            "Ann Lee said his claim that the dam is empty was wrong.",
            ("his", "claim", "that the dam is empty was wrong"),
        ),
        (
            "Ann Lee said a request from farmers in Varn to open the dam failed.",
            ("farmers in Varn", "request", "to open the dam failed"),
        ),
        ("Ann Lee said the criticism of Norbank is unfair.", ("", "criticism of", "Norbank")),
        (
            "Ann Lee said a Varn Echo report that the dam leaked was wrong.",
            ("Varn Echo", "report", "that the dam leaked was wrong"),
        ),
        ("Ann Lee said there were concerns they would drown.", ("", "concerns", "they would drown")),
        ("Ann Lee said we were told that it rains.", ("", "were told", "that it rains")),
        ("Ann Lee said anger at Norbank among the farmers grew.", ("the farmers", "anger at", "Norbank")),
    ],
)
def test_what_a_content_tells_of_others_is_inside(text: str, found: tuple[str, str, str]) -> None:
    assert inside(text) == [found]


def test_what_was_found_there_is_not_found_again() -> None:
    text = "Ann Lee said some experts say the dam is empty."
    child = Node(attribution(text, "the dam is empty", "|say| the", "some experts"))
    assert len(inside(text, child)) == 1


def test_what_a_child_s_content_tells_is_the_child_s_alone() -> None:
    text = "Ann Lee said Tom Day asked whether some experts say the dam is empty."
    child = Node(attribution(text, "whether some experts say the dam is empty", "asked", "Tom Day"))
    content = text.removeprefix("Ann Lee said ").removesuffix(".")
    (node,) = add_embedded_claims(
        passage(text), [Node(attribution(text, content, "said", "Ann Lee"), (child,))]
    )
    (asked,) = node.children
    assert [text[slice(*inner.cue)] for inner in asked.children] == ["say"]


def test_a_noun_before_a_mere_infinitive_is_no_claim() -> None:
    assert inside("Ann Lee said the fire is a threat to the town.") == []


def test_the_speaker_means_what_he_says_himself() -> None:
    assert inside("Ann Lee said I think the dam is empty.") == []
