from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from secondhand.claim import Claim
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.answer import Answer
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import list_candidates
from secondhand.pipeline.speakers.resolve import describe_candidates, rank_candidates, resolve_source
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed

NOWHERE = Origin()


class Liking:
    """A ranking that likes whoever is of a kind best, the others the less the later they come."""

    def __init__(self, **kinds: float) -> None:
        self.kinds = {f"is {kind.replace('_', ' ')}": value for kind, value in kinds.items()}

    def rank(self, *given: Any) -> npt.NDArray[np.float64]:
        rows: Sequence[Mapping[str, float]] = given[-1]
        return np.array(
            [sum(row.get(k, 0) * v for k, v in self.kinds.items()) - n / 100 for n, row in enumerate(rows)]
        )


def named(text: str, *names: str) -> list[Entity]:
    return [Entity(name, "person", [(text.index(name), text.index(name) + len(name))]) for name in names]


def scene(text: str, *entities: Entity, origin: Origin = NOWHERE, hints: Hints | None = None) -> Scene:
    return Scene(doc_of(text), origin, list(entities), {}, hints or Hints())


def resolve(setting: Scene, one: Claim, ranker: object) -> Answer:
    return resolve_source(setting, one, ranker)  # type: ignore[arg-type]


def ways(answer: Answer) -> tuple[str | None, str, str]:
    return answer.entity.name if answer.entity else None, answer.how, answer.resolution


def test_the_likeliest_speaks_and_the_next_is_kept() -> None:
    text = "Ann sat. Bob ran. It rains, she said."
    answer = resolve(
        scene(text, *named(text, "Ann", "Bob")), claim(text, "It rains", "said", "she"), Liking(known=1)
    )
    assert ways(answer) == ("Bob", "nearest fit before", "pronoun")
    assert answer.runner_up is not None and answer.runner_up.name == "Ann"
    assert answer.chance == 1.0


def test_nobody_may_be_likeliest() -> None:
    text = "Ann sat. It rains, she said."
    answer = resolve(
        scene(text, *named(text, "Ann")), claim(text, "It rains", "said", "she"), Liking(nobody=1)
    )
    assert (answer.candidates, answer.how, answer.resolution) == ((), "nothing tells", "none")
    assert (answer.entity, answer.runner_up, answer.chance) == (None, None, 0.99)


def test_nobody_is_no_runner_up() -> None:
    text = "Ann sat. It rains, she said."
    answer = resolve(
        scene(text, *named(text, "Ann")), claim(text, "It rains", "said", "she"), Liking(known=1)
    )
    assert answer.runner_up is None


def test_every_candidate_is_told_of_with_the_source() -> None:
    text = "Ann sat. It rains, she said."
    setting = scene(text, *named(text, "Ann"))
    asked = read_asked(setting, claim(text, "It rains", "said", "she"))
    rows = describe_candidates(setting, asked, list_candidates(setting, asked))
    assert [(row["is known"], row["is nobody"], row["asked pronoun"]) for row in rows] == [
        (1, 0, 2),
        (0, 1, 2),
    ]


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("Ann Lee", "Ann Lee", ("full name in the source", "name")),
        ("mayor Ann Lee", "Ann Lee", ("full name in the source", "name")),
        ("Lee", "Ann Lee", ("shorter name in the source", "alias")),
    ],
)
def test_a_name_in_the_source_is_who_speaks(source: str, name: str, expected: tuple[str, str]) -> None:
    text = f"Ann Lee sat. It rains, {source} said."
    at = text.rindex("Lee") + 3 - len(name if name in source else "Lee")
    lee = Entity(name, "person", [(0, 7), (at, text.rindex("Lee") + 3)])
    answer = resolve(scene(text, lee), claim(text, "It rains", "said", f"|{source}| said"), Liking(known=1))
    assert ways(answer) == (name, *expected)


def test_a_shorter_name_that_no_tagger_saw_is_an_alias() -> None:
    text = "Ann Lee sat. It rains, Lee said."
    answer = resolve(
        scene(text, *named(text, "Ann Lee")), claim(text, "It rains", "said", "|Lee| said"), Liking(known=1)
    )
    assert ways(answer) == ("Ann Lee", "shorter name in the source", "alias")


def test_whoever_goes_on_without_a_source() -> None:
    text = "Ann sat. It rains, was said."
    answer = resolve(scene(text, *named(text, "Ann")), claim(text, "It rains", "said"), Liking(known=1))
    assert ways(answer) == ("Ann", "quotation goes on", "continuation")


def test_the_publisher_and_somebody_new_are_told_apart() -> None:
    text = "It rains, the clerk said."
    one = claim(text, "It rains", "said", "the clerk")
    setting = scene(text, origin=Origin("Varn Echo"))
    assert ways(resolve(setting, one, Liking(publisher=1))) == ("Varn Echo", "author or publisher", "nominal")
    assert ways(resolve(setting, one, Liking(own_words=1))) == (
        "clerk",
        "noun phrase of the source",
        "nominal",
    )


def test_several_that_speak_together_are_a_noun_phrase() -> None:
    doc = parsed("Ann/PROPN/nsubj/3 and/CCONJ/cc/2 Bob/PROPN/conj/0 said/VERB/ROOT/3 so/ADV/advmod/3")
    setting = Scene(doc, Origin(), named(doc.text, "Ann", "Bob"), {}, Hints())
    answer = resolve(setting, claim(doc.text, "so", "said", "Ann and Bob"), Liking(joined=1))
    assert ways(answer) == ("Ann and Bob", "noun phrase of the source", "nominal")


def test_who_speaks_around_it() -> None:
    text = "Ann said Bob thinks she sees it rains."
    ann, bob = named(text, "Ann", "Bob")
    outer = claim(text, "Bob thinks she sees it rains", "said", "Ann")
    inner = claim(text, "it rains", "sees", "she", id="c2", parent="c1")
    setting = scene(text, ann, bob)
    setting.claims["c1"] = outer
    setting.add_turn(outer, bob)
    assert ways(resolve(setting, inner, Liking(known=1))) == ("Bob", "speaker around it", "pronoun")


def test_coreference_leads_to_the_speaker_from_a_chance_on() -> None:
    text = "Ann sat. Bob ran. It rains, she said."
    told = {}
    for chance in (0.3, 0.29):
        hints = Hints({text.index("she"): ((0, chance),)})
        setting = scene(text, *named(text, "Ann", "Bob"), hints=hints)
        told[chance] = ways(resolve(setting, claim(text, "It rains", "said", "she"), Liking(known=1)))
    assert told == {0.3: ("Ann", "coreference", "pronoun"), 0.29: ("Ann", "nearest fit before", "pronoun")}


def test_a_role_or_a_name_with_the_noun_leads_to_the_speaker() -> None:
    text = "Ann Lee sat. It rains, the mayor said."
    (ann,) = named(text, "Ann Lee")
    ann.role = "mayor of Varn"
    one = claim(text, "It rains", "said", "the mayor")
    assert ways(resolve(scene(text, ann), one, Liking(known=1))) == (
        "Ann Lee",
        "role or description",
        "nominal",
    )
    board = "The Varn Board Trust met. It rains, the board said."
    one = claim(board, "It rains", "said", "the board")
    (lock,) = named(board, "Varn Board Trust")
    assert ways(resolve(scene(board, lock), one, Liking(known=1)))[1:] == ("role or description", "nominal")


def test_who_is_named_later() -> None:
    text = "It rains, she said. Ann sat."
    answer = resolve(
        scene(text, *named(text, "Ann")), claim(text, "It rains", "said", "she"), Liking(known=1)
    )
    assert ways(answer) == ("Ann", "named later", "pronoun")


def test_a_noun_that_a_relative_clause_hangs_on() -> None:
    doc = parsed(
        "Ann/PROPN/nsubj/4 sat/VERB/ROOT/1/_ ./PUNCT/punct/1 Bob/PROPN/nsubj/6 he/PRON/nsubj/5 "
        "says/VERB/acl/3 ran/VERB/ROOT/6"
    )
    setting = Scene(doc, Origin(), named(doc.text, "Bob"), {}, Hints())
    answer = resolve(setting, claim(doc.text, "ran", "says", "he"), Liking(known=1))
    assert ways(answer) == ("Bob", "named right before", "pronoun")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann met Bob, who said so.", "Bob"),
        ("Ann met Bob who said so.", "Bob"),
        ("Ann met Bob -- who said so.", None),
        ("Ann met Bob, whom said so.", "Bob"),
        ("Ann met Bob, she said so.", None),
    ],
)
def test_a_relative_pronoun_means_the_name_right_before_it(text: str, expected: str | None) -> None:
    source = text.split()[-3]
    answer = resolve(
        scene(text, *named(text, "Ann", "Bob")),
        claim(text, "so", "said", f"|{source}| said"),
        Liking(nobody=1),
    )
    expected_ways = (
        (expected, "named right before", "pronoun") if expected else (None, "nothing tells", "none")
    )
    assert ways(answer) == expected_ways
    assert (answer.chance is None) == (expected is not None)


def test_the_name_before_a_relative_pronoun_may_be_long_but_not_without_end() -> None:
    told = []
    for length in (57, 58, 59, 60):
        name = "A" * length
        text = f"{name}, who said so."
        answer = resolve(scene(text, *named(text, name)), claim(text, "so", "said", "who"), Liking(nobody=1))
        told.append(answer.how)
    assert told == ["named right before", "named right before", "nothing tells", "nothing tells"]


BY = Origin("Varn Echo", authors=("Ida Moss",))


@pytest.mark.parametrize("source", ["I", "me", "my"])
def test_i_outside_any_quotation_is_the_author(source: str) -> None:
    text = f"{source} said so."
    one = claim(text, "so", "said", source)
    answer = resolve(scene(text, origin=BY), one, Liking(nobody=1))
    assert ways(answer) == ("Ida Moss", "author or publisher", "pronoun")
    # A paper writes no "I", and "we" is others too.
    assert resolve(scene(text, origin=Origin("Varn Echo")), one, Liking(nobody=1)).how == "nothing tells"
    assert (
        resolve(scene(f"we {text}", origin=BY), claim(f"we {text}", "so", "said", "we"), Liking(nobody=1)).how
        == "nothing tells"
    )


def test_i_inside_a_quotation_is_somebody_else() -> None:
    text = '"I think so," Ann said.'
    one = claim(text, "so", "think", "I")
    around = claim(text, '"I think so,"', "said", "Ann", kind="direct", id="c2")
    setting = scene(text, origin=BY)
    setting.add_turn(replace(around, kind="indirect"), None)
    assert resolve(setting, one, Liking(nobody=1)).how == "author or publisher"
    setting.add_turn(around, None)
    assert resolve(setting, one, Liking(nobody=1)).how == "nothing tells"
    # Nor is it in a claim that reports it.
    setting = scene(text, origin=BY)
    setting.claims["c2"] = around
    assert resolve(setting, replace(one, parent="c2"), Liking(nobody=1)).how == "nothing tells"


def expert(source: str, *heard: Entity, text: str = "Ann sat. Bob ran. It rains, {} said.") -> Answer:
    """Who ``source`` means after ``heard`` spoke in the first two sentences."""
    whole = text.format(source)
    setting = scene(whole, *heard)
    for entity, words in zip(heard, ("Ann", "Bob"), strict=False):
        setting.add_turn(claim(whole, words, None, words), entity)
    return resolve(setting, claim(whole, "It rains", "said", source), Liking(nobody=1))


def test_the_expert_is_the_last_person_heard_who_knows() -> None:
    ann, bob = Entity("Ann", "person", [(0, 3)], "scholar"), Entity("Bob", "person", [(9, 12)], "analysts")
    answer = expert("the expert", ann, bob)
    assert ways(answer) == ("Bob", "role or description", "nominal")
    assert answer.runner_up is ann
    bob.role = "farmer"
    assert expert("the expert", ann, bob).entity is ann
    bob.role, bob.type = "scholar", "organization"
    assert expert("the scholar", ann, bob).entity is ann
    for source in ("an expert", "the old expert", "the experts", "the farmer"):
        assert expert(source, ann, bob).how == "nothing tells", source


def test_an_expert_heard_long_before_is_not_meant() -> None:
    ann = Entity("Ann", "person", [(0, 3)], "scholar")
    told = [
        expert("the expert", ann, text=f"Ann{'x' * gap}. It rains, {{}} said.").how for gap in (1485, 1486)
    ]
    assert told == ["role or description", "nothing tells"]


def test_what_the_layout_tells_goes_first() -> None:
    text = "Q. So?"
    answer = resolve(scene(text, origin=BY), claim(text, "So?", "Q."), Liking(nobody=1))
    assert ways(answer) == ("Varn Echo", "label of a turn", "nominal")


def test_the_ranking_is_asked_for_one_claim_at_a_time() -> None:
    text = "It rains, the clerk said."
    setting = scene(text)
    asked = read_asked(setting, claim(text, "It rains", "said", "the clerk"))
    answer = rank_candidates(setting, asked, Liking(own_words=0.5))  # type: ignore[arg-type]
    assert ([e.name for e in answer.candidates], answer.chance) == (["clerk"], 0.5)


@pytest.mark.parametrize(
    ("source", "who"),
    [("about 3 in 10 voters", "about 3 in 10 voters"), ("19 percent", "19 percent"), ("voters", "Ann")],
)
def test_a_share_of_people_is_nobody_who_is_named(source: str, who: str) -> None:
    text = f"Ann sat. It rains, {source} said."
    answer = resolve(
        scene(text, *named(text, "Ann")), claim(text, "It rains", "said", source), Liking(known=1)
    )
    assert answer.entity is not None
    assert answer.entity.name == who
    assert (answer.entity.type == "group") is (who != "Ann")


def test_whoever_speaks_for_a_share_is_somebody_named() -> None:
    text = "It rains, Ann for 19 percent said."
    setting = scene(text, *named(text, "Ann"))
    answer = resolve(setting, claim(text, "It rains", "said", "Ann for 19 percent"), Liking(known=1))
    assert answer.entity is setting.entities[0]
