"""How two members compare: by their own words, and by all that is said inside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Kind
from secondhand.statements.comparing import (
    LEAST,
    Rarity,
    compare_members,
    count_stems,
    read_member,
    tell_joined_by,
)
from secondhand.statements.statement import Member
from tests.statements.literals import REUTERS, STAR, member

FERRY = "that the council asked the ferry company to keep the night service to Sandholm"


def _score(one: Member, other: Member) -> float:
    mine, theirs = read_member(one), read_member(other)
    rarity = Rarity(count_stems([mine]), count_stems([theirs]), 2)
    return compare_members(mine, theirs, rarity)


def test_what_a_claim_inside_says_tells_of_the_claim_around_it_too() -> None:
    outer = replace(member(REUTERS, FERRY), own="that the council asked")
    assert _score(outer, member(STAR, "that the council wants the night service to Sandholm kept")) > LEAST


def test_a_claim_around_another_is_not_one_that_shares_only_its_own_words() -> None:
    outer = replace(member(REUTERS, FERRY), own="that the council asked")
    assert _score(outer, member(STAR, "that the council never met in the winter of the strike")) < LEAST


@pytest.mark.parametrize(
    ("kinds", "other", "by"),
    [
        (("direct", "mixed"), "we will keep the night ferry, as he said", "the same words"),
        (("direct", "direct"), "she hopes to run the night ferry", "the same meaning"),
        (("direct", "indirect"), "we will keep the night ferry, as he said", "the same meaning"),
    ],
)
def test_four_words_in_a_row_that_both_quote_are_the_same_words(
    kinds: tuple[Kind, Kind], other: str, by: str
) -> None:
    mine = member(REUTERS, "we will keep the night ferry", kind=kinds[0])
    assert tell_joined_by(read_member(mine), read_member(member(STAR, other, kind=kinds[1]))) == by
