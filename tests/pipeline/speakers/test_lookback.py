from __future__ import annotations

from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.context import Context
from secondhand.pipeline.speakers.lookback import Answer, Lookback
from secondhand.pipeline.speakers.settings import SpeakerSettings
from tests.pipeline.making import claim

TEXT = "Ann spoke. Bob wept. The Senate met. It pours, she said. Cid left."
ANN, BOB, SENATE, CID = (
    Entity(name, kind, [(TEXT.index(name), TEXT.index(name) + len(name))])  # type: ignore[arg-type]
    for name, kind in (("Ann", "person"), ("Bob", "person"), ("Senate", "organization"), ("Cid", "person"))
)
TURNS = [(TEXT.index(who.name), who) for who in (ANN, BOB, SENATE, CID)]
SAID = claim(TEXT, "It pours", "said", "she")
AT = TEXT.index("she said")


def look(reach: int = 1000, **known: object) -> Lookback:
    context = Context(
        TEXT,
        Origin(),
        [0],
        [ANN, BOB, SENATE, CID],
        {"c1": SAID},
        turns=TURNS,
        settings=SpeakerSettings(pronoun_reach=reach),
        **known,  # type: ignore[arg-type]
    )
    return Lookback(context, SAID)


def test_who_spoke_before_comes_with_the_last_one_first_and_nobody_from_after() -> None:
    assert [entity for _, entity in look().recent_turns()] == [SENATE, BOB, ANN]
    assert look().recent_speakers("person") == [BOB, ANN]
    assert look().recent_speakers("organization", "group") == [SENATE]


def test_a_turn_is_near_up_to_the_reach() -> None:
    far = AT - TEXT.index("Bob")
    assert list(look(far).recent_turns()) == [TURNS[2], TURNS[1]]
    assert list(look(far - 1).recent_turns()) == [TURNS[2]]


def test_names_before_are_in_order_and_within_reach() -> None:
    assert [entity for *_, entity in look().names_before()] == [ANN, BOB, SENATE]
    far = AT - TEXT.index("Bob")
    assert [entity for *_, entity in look(far).names_before()] == [BOB, SENATE]
    assert [entity for *_, entity in look(far - 1).names_before()] == [SENATE]


def test_the_claim_around_is_the_parent() -> None:
    inner = claim(TEXT, "It pours", "said", "she", id="c2", parent="c1")
    assert Lookback(look().context, inner).parent is SAID
    assert look().parent is None


def test_an_answer_has_the_best_one_and_who_came_next() -> None:
    assert Answer("coreference", "pronoun", (ANN, ANN, BOB, CID)).runner_up is BOB
    assert Answer("coreference", "pronoun", (ANN, BOB)).entity is ANN
    alone = Answer("coreference", "pronoun", (ANN,))
    assert (alone.entity, alone.runner_up) == (ANN, None)
    nobody = Answer("nothing tells", "none")
    assert (nobody.entity, nobody.runner_up) == (None, None)
