"""The ways of a statement."""

from __future__ import annotations

from secondhand.statements.statement import Member, Statement
from secondhand.statements.ways import list_ways, order_by_source
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, member, who


def _statement(*members: Member) -> Statement:
    return Statement(members, (), DOE, (DOE,))


def test_an_article_stands_below_the_one_it_has_it_from() -> None:
    told = _statement(
        member(REUTERS, "rates stay"),
        member(STAR, "rates stay"),
        member(HERALD, "rates stay", via=("Reuters",)),
    )
    assert list(order_by_source(told)) == [(0, REUTERS), (1, HERALD), (0, STAR)]


def test_a_circle_ends() -> None:
    told = _statement(
        member(REUTERS, "rates stay", via=("Daily Star",)), member(STAR, "rates stay", via=("Reuters",))
    )
    assert list(order_by_source(told)) == [(0, REUTERS), (1, STAR)]
    assert set(list_ways(told).steps) == {
        ("speaker 0", "article star.txt"),
        ("article star.txt", "article reuters.txt"),
        ("speaker 0", "article reuters.txt"),
        ("article reuters.txt", "article star.txt"),
    }


def test_one_speaker_under_two_names_is_one_stop() -> None:
    told = _statement(member(REUTERS, "rates stay"), member(STAR, "rates stay", who("Doe")))
    assert [stop.name for stop in list_ways(told).stops] == ["Jane Doe", "Reuters", "Daily Star"]


def test_an_outlet_that_is_named_as_the_speaker_is_its_article_where_that_is_held() -> None:
    told = _statement(
        member(REUTERS, "rates stay"), member(STAR, "rates stay", who("Reuters", "organization"))
    )
    assert [stop.name for stop in list_ways(told).stops] == ["Jane Doe", "Reuters", "Daily Star"]
    assert set(list_ways(told).steps) == {
        ("speaker 0", "article reuters.txt"),
        ("article reuters.txt", "article star.txt"),
    }
