from __future__ import annotations

from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.answer import Answer


def test_the_best_candidate_speaks_and_nobody_where_there_is_none() -> None:
    ann, bob = Entity("Ann", "person"), Entity("Bob", "person")
    answer = Answer("coreference", "pronoun", (ann, bob), 0.5)
    assert (answer.entity, answer.runner_up, answer.chance) == (ann, bob, 0.5)
    nobody = Answer("nothing tells", "none")
    assert (nobody.entity, nobody.runner_up, nobody.chance) == (None, None, None)


def test_an_answer_of_one_candidate_has_no_other() -> None:
    ann, bob = Entity("Ann", "person"), Entity("Bob", "person")
    assert Answer("coreference", "pronoun", (ann, ann)).runner_up is None
    assert Answer("coreference", "pronoun", (ann, ann, bob)).runner_up is bob
