from dataclasses import replace

from secondhand.claim import Span
from secondhand.notes.family import (
    adopt,
    find_holder,
    find_likest,
    ids_below,
    remove_claim,
    sort_claims,
)
from tests.claims import seed_analysis

CLAIMS = seed_analysis().claims
QUOTE, INNER = CLAIMS[5], CLAIMS[6]


def cut(start: int, end: int) -> Span:
    return Span(start, end, "x" * (end - start))


def test_a_claim_is_known_by_its_content() -> None:
    assert find_likest(CLAIMS, QUOTE.content, None) == QUOTE
    assert find_likest(CLAIMS, INNER.content, INNER.cue) == INNER
    assert find_likest(CLAIMS, [cut(0, 1)], None) is None


def test_a_cue_makes_up_for_a_content_that_ends_elsewhere() -> None:
    content = QUOTE.content[0]
    third = [cut(content.start, content.start + (content.end - content.start) // 3)]
    assert find_likest(CLAIMS, third, None) is None
    assert find_likest(CLAIMS, third, QUOTE.cue) == QUOTE
    assert find_likest(CLAIMS, [cut(0, 5)], QUOTE.cue) is None


def test_the_innermost_claim_holds() -> None:
    inside = INNER.content[0]
    assert find_holder(CLAIMS, [cut(inside.start + 1, inside.end - 1)]) == INNER
    assert find_holder(CLAIMS, [cut(inside.start - 5, inside.end)]) == QUOTE
    assert find_holder(CLAIMS, [cut(0, 3)]) is None


def test_of_two_that_claim_the_same_the_inner_one_holds_it() -> None:
    same = replace(INNER, id="same", parent=INNER.id)
    assert find_holder([*CLAIMS, same], [cut(INNER.content[0].start, INNER.content[0].end)]) == same


def test_what_a_claim_holds() -> None:
    assert ids_below(CLAIMS, QUOTE) == {"c6", "c7"}
    chained = [QUOTE, INNER, replace(CLAIMS[7], parent=INNER.id)]
    assert ids_below(chained, QUOTE) == {"c6", "c7"}
    assert ids_below(CLAIMS, INNER) == set()


def test_children_of_one_that_goes_are_held_by_its_parent() -> None:
    chained = [QUOTE, INNER, replace(CLAIMS[7], parent=INNER.id)]
    assert [(c.id, c.parent) for c in remove_claim(chained, INNER)] == [("c5", None), ("c7", "c5")]


def test_claims_are_in_reading_order_parents_first() -> None:
    assert sort_claims(CLAIMS[::-1]) == CLAIMS
    lost = replace(INNER, parent="nobody")
    assert sort_claims([lost]) == (lost,)


def test_a_new_claim_takes_in_its_siblings_and_no_others() -> None:
    rest = remove_claim(CLAIMS, QUOTE)
    new = replace(QUOTE, id="new")
    assert [(c.id, c.parent) for c in adopt(rest, new) if c.parent] == [
        (c.id, "new" if c.parent == "c5" else c.parent) for c in CLAIMS if c.parent
    ]
