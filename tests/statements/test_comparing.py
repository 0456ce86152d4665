"""How two members compare: by their own words, and by all that is said inside them."""

from __future__ import annotations

from dataclasses import replace

from secondhand.statements.comparing import LEAST, Rarity, compare_members, count_stems, read_member
from secondhand.statements.statement import Member
from tests.statements.literals import REUTERS, STAR, member

FERRY = "that the council asked the ferry company to keep the night service to Sandholm"


def _score(one: Member, other: Member) -> float:
    mine, theirs = read_member(one), read_member(other)
    rarity = Rarity(count_stems([mine]), count_stems([theirs]), 2)
    return compare_members(mine, theirs, rarity).score


def test_what_a_claim_inside_says_tells_of_the_claim_around_it_too() -> None:
    outer = replace(member(REUTERS, FERRY), own="that the council asked")
    assert _score(outer, member(STAR, "that the council wants the night service to Sandholm kept")) > LEAST


def test_a_claim_around_another_is_not_one_that_shares_only_its_own_words() -> None:
    outer = replace(member(REUTERS, FERRY), own="that the council asked")
    assert _score(outer, member(STAR, "that the council never met in the winter of the strike")) < LEAST
