from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.no_comment import drop_no_comment
from tests.pipeline.making import attribution, passage


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not", "comment"),
        ("didn’t", "comment"),
        ("has not", "commented on the matter"),
        ("did not immediately comment", "on the report"),
        ("did not respond", "to a request for comment"),
        ("could not immediately be reached", "for comment"),
    ],
)
def test_who_says_nothing_claims_nothing(cue: str, content: str) -> None:
    text = f"Ann {cue} {content}."
    assert drop_no_comment(passage(text), [Node(attribution(text, content, cue, "Ann"))]) == []


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("declined", "to comment"),
        ("did not say", "whether it rains"),
        ("did not answer", "whether it rains"),
        ("has not ruled out", "a comment"),
    ],
)
def test_who_declines_or_leaves_open_does(cue: str, content: str) -> None:
    text = f"Ann {cue} {content}."
    assert len(drop_no_comment(passage(text), [Node(attribution(text, content, cue, "Ann"))])) == 1
