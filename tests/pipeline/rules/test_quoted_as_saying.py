from __future__ import annotations

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.quoted_as_saying import join_quoted_as_saying
from tests.pipeline.making import attribution, passage


def requote(text: str, *nodes: Node) -> list[tuple[list[str], str, list[str]]]:
    """Source, cue and content of each claim."""
    return [
        (
            [text[s:e] for s, e in n.attribution.source],
            text[slice(*n.cue)],
            [text[s:e] for s, e in n.attribution.content],
        )
        for n in join_quoted_as_saying(passage(text), nodes)
    ]


ACTIVE = "Interfax quoted Ann as saying that it rains."


def test_whom_an_agency_quotes_is_the_source() -> None:
    inner = Node(attribution(ACTIVE, "that it rains", "|saying|", "Ann"))
    outer = Node(attribution(ACTIVE, "Ann as saying that it rains", "quoted", "Interfax"), (inner,))
    assert requote(ACTIVE, outer) == [(["Ann"], "as saying", ["that it rains"])]


def test_the_content_is_cut_where_nothing_was_found_inside() -> None:
    outer = Node(attribution(ACTIVE, "Ann as saying that it rains", "quoted", "Interfax"))
    assert requote(ACTIVE, outer) == [(["Ann"], "as saying", ["that it rains"])]


def test_who_was_quoted_by_an_agency_is_the_source() -> None:
    text = "Ann was quoted by Interfax as saying that it rains."
    pieces = ["Ann", "as saying that it rains"]
    found = [
        Node(attribution(text, pieces, "was quoted")),
        Node(attribution(text, "that it rains", "|saying|", "Ann")),
    ]
    whole = (["Ann"], "was quoted by Interfax as saying", ["that it rains"])
    assert requote(text, *found) == [whole]
    assert requote(text, found[0]) == [whole]


def test_other_claims_and_plain_quoting_are_left_alone() -> None:
    text = "Ann quoted a poem. Bob said it rains."
    said = Node(attribution(text, "it rains", "said", "Bob"))
    quoted = Node(attribution(text, "a poem", "quoted", "Ann"))
    assert requote(text, quoted, said) == [(["Ann"], "quoted", ["a poem"]), (["Bob"], "said", ["it rains"])]
