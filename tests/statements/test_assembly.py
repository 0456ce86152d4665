"""Which claims are one statement, and which are not."""

from __future__ import annotations

from datetime import date

from secondhand.statements.assembly import trace_statements
from secondhand.statements.statement import Carrier, Member
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, member, who

SAID = "“Interest rates will stay where they are until the autumn,”"
OTHERS = (
    member(REUTERS, "that inflation fell faster than anybody had expected in January"),
    member(REUTERS, "that banks have to hold more capital against mortgages"),
    member(STAR, "that households spent less on food and more on travel"),
    member(STAR, "that unemployment rose among the young in northern towns"),
)


def _groups(*members: Member) -> list[set[str]]:
    return [{m.text for m in statement.members} for statement in trace_statements([*members, *OTHERS])]


def test_the_same_quotation_is_one_statement() -> None:
    one, other = member(REUTERS, SAID, kind="direct"), member(STAR, SAID, who("Doe"), kind="direct")
    (statement,) = trace_statements([one, other, *OTHERS])
    assert [m.carrier for m in statement.members] == [REUTERS, STAR]
    assert statement.joins[0].by == "the same words"
    assert statement.joins[0].confidence > 0.9
    assert statement.origin == DOE
    assert statement.origins == (DOE,)


def test_a_part_of_a_quotation_is_enough() -> None:
    part = member(STAR, "interest rates “will stay where they are” for now", kind="mixed")
    assert len(_groups(member(REUTERS, SAID, kind="direct"), part)) == 1


def test_a_paraphrase_is_the_same_statement() -> None:
    told = member(STAR, "that the bank would leave interest rates where they are until autumn")
    (statement,) = trace_statements([member(REUTERS, SAID, kind="direct"), told, *OTHERS])
    assert statement.joins[0].by == "the same meaning"


def test_only_the_topic_is_not_the_same_statement() -> None:
    assert not _groups(
        member(REUTERS, SAID, kind="direct"),
        member(STAR, "that interest rates hurt people who rent", who("Richard Roe")),
    )


def test_another_occasion_is_not_the_same_statement() -> None:
    later = Carrier("later.txt", None, "Herald", date(2026, 9, 30))
    assert not _groups(member(REUTERS, SAID, kind="direct"), member(later, SAID, kind="direct"))


def test_one_article_alone_makes_no_statement() -> None:
    assert not _groups(member(REUTERS, SAID, kind="direct"), member(REUTERS, SAID, kind="direct"))


def test_members_stand_by_date_and_those_without_one_last() -> None:
    undated = Carrier("a.txt", None, "Bulletin")
    told = [member(carrier, SAID, kind="direct") for carrier in (undated, HERALD, REUTERS)]
    (statement,) = trace_statements([*told, *OTHERS])
    assert [m.carrier for m in statement.members] == [REUTERS, HERALD, undated]


def test_the_words_of_half_a_quotation_are_enough_where_the_rest_is_told() -> None:
    told = "demands that the bank repudiate the “reckless lenders” among its members"
    whole = "“It is time that banks repudiate reckless lenders and all who pay them.”"
    assert len(_groups(member(REUTERS, told, kind="mixed"), member(STAR, whole, kind="direct"))) == 1


def test_a_quotation_that_shares_only_one_word_of_half_a_quotation_is_another() -> None:
    told = "demands that the bank repudiate the “reckless lenders” among its members"
    other = "“Lenders have paid back more than half of what they owed.”"
    assert not _groups(member(REUTERS, told, kind="mixed"), member(STAR, other, kind="direct"))


def test_two_sentences_of_one_speaker_on_one_matter_are_two_statements() -> None:
    assert not _groups(
        member(REUTERS, SAID, kind="direct"),
        member(STAR, "“We look at interest rates, wages and rents together.”", kind="direct"),
    )


def test_the_opposite_is_told_from_the_statement_by_less_confidence() -> None:
    said = member(REUTERS, "that the bank would raise interest rates in the autumn")
    same = member(STAR, "that the bank would raise interest rates by the autumn")
    opposite = member(STAR, "that the bank would never raise interest rates in the autumn")
    (sure,) = trace_statements([said, same, *OTHERS])
    (unsure,) = trace_statements([said, opposite, *OTHERS])
    assert unsure.joins[0].confidence < sure.joins[0].confidence
