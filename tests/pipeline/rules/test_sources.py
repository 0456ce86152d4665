from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.sources import repair_sources
from tests.pipeline.making import attribution, passage


def source(text: str, content: str, cue: str, told: str | None = None) -> list[str]:
    """Return the sources of the one attribution of ``text``, corrected."""
    (node,) = repair_sources(passage(text), [Node(attribution(text, content, cue, told))])
    return [text[s:e] for s, e in node.attribution.source]


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("The vote fell. Ann Lee has attacked the plan.", "has attacked", "Ann Lee"),
        ("It rained, the mayor said of the plan.", "said", "the mayor"),
        ("Cold, he also described the plan.", "described", "he"),
    ],
)
def test_the_subject_right_before_a_verb_is_the_source(text: str, cue: str, subject: str) -> None:
    assert source(text, "the plan", cue) == [subject]


def test_what_is_no_finite_verb_has_no_subject() -> None:
    assert source("With Ann Lee clear of the plan.", "the plan", "clear of") == []


def test_who_is_accused_does_not_speak() -> None:
    text = "Ann Lee was widely accused of fraud."
    assert source(text, "fraud", "was widely accused of", "Ann Lee") == []


def test_who_comes_under_criticism_does_not_speak() -> None:
    text = "Ann Lee came under withering criticism for her silence."
    assert source(text, "her silence", "came under withering criticism for", "Ann Lee") == []


def test_who_accuses_stands_after_by() -> None:
    text = "Ann Lee was criticized by Bob Fry for her silence."
    assert source(text, "her silence", "was criticized", "Ann Lee") == ["Bob Fry"]


def test_a_participle_that_opens_the_sentence_has_the_subject_of_the_rest() -> None:
    text = "It rained. Citing delays, Ann Lee told the board to wait."
    assert source(text, "delays", "Citing") == ["Ann Lee"]


def test_a_source_in_its_own_content_is_none() -> None:
    text = "He spoke of criticism of Norbank's plan."
    assert source(text, "Norbank's plan", "criticism of", "Norbank's") == []


def test_a_name_cut_short_is_made_whole() -> None:
    assert source("O'Neill said it rained.", "it rained", "said", "O'") == ["O'Neill"]
    assert source("The New York banker said it rained.", "it rained", "said", "The New") == [
        "The New York banker"
    ]


def test_a_source_begun_in_a_possessive_is_the_name_that_ends_it() -> None:
    text = "After Monday's debate Norbank said it rained."
    assert source(text, "it rained", "said", "'s debate Norbank") == ["Norbank"]


def test_what_follows_somebodys_claim_is_theirs() -> None:
    text = "The board seized on Ann Lee's claim that it rained."
    (node,) = repair_sources(
        passage(text), [Node(attribution(text, "Ann Lee's claim that it rained", "seized on", "The board"))]
    )
    parts = [*node.attribution.source, node.cue, *node.attribution.content]
    assert [text[s:e] for s, e in parts] == ["Ann Lee's", "claim", "that it rained"]


def test_who_denies_somebodys_claim_says_so_himself() -> None:
    text = "The board denied Ann Lee's claim that it rained."
    assert source(text, "Ann Lee's claim that it rained", "denied", "The board") == ["The board"]


def test_a_participle_leads_the_sentence_on() -> None:
    text = '"It rains," the mayor said, adding that it pours.'
    said = Node(attribution(text, '"It rains,"', "said", "the mayor"))
    adding = Node(attribution(text, "that it pours", "adding"))
    assert [text[slice(*n.attribution.source[0])] for n in repair_sources(passage(text), [adding, said])] == [
        "the mayor"
    ] * 2


def test_who_was_told_does_not_tell() -> None:
    assert source("I was told it rained.", "it rained", "was told", "I") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Lee, who retired in 2021, has denied the plan.", "|retired in 2021,| has"),
        ("Ann Lee — who runs a shop but never practised law — has denied the plan.", "|practised law —| has"),
    ],
)
def test_what_is_told_of_somebody_by_the_way_is_no_source(text: str, told: str) -> None:
    assert source(text, "the plan", "has denied", told)[0].startswith("Ann Lee")


def test_a_source_that_needs_nobody_before_it_stays() -> None:
    text = "Ann Lee, who retired, left, and officials, has denied the plan."
    assert source(text, "the plan", "has denied", "officials") == ["officials"]
