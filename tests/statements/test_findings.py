"""What is worth a look, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Kind
from secondhand.statements.assembly import trace_statements
from secondhand.statements.findings import list_findings
from secondhand.statements.origins import list_origins
from secondhand.statements.statement import Join, Member, StatementFinding
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, member, who

SAID = "“Interest rates will stay where they are until the autumn,”"
ALIKE = "“Interest rates will stay where they are until the winter, the bank believes,”"
OFFICIAL = who("a senior official", "anonymous")


def _find(*members: Member) -> list[StatementFinding]:
    return list(list_findings(members, [Join(0, 1, "the same words", 0.9)]))


def _kinds(*members: Member) -> list[str]:
    return [finding.kind for finding in _find(*members)]


def test_one_statement_told_alike_is_nothing() -> None:
    assert _kinds(member(REUTERS, SAID, kind="direct"), member(STAR, SAID, kind="direct")) == []


def test_a_hedge_that_is_dropped_is_worth_a_look() -> None:
    assert _kinds(
        member(REUTERS, "rates may stay", commitment="possible"), member(STAR, "rates will stay")
    ) == ["a hedge dropped or added"]


def test_a_denial_is_worth_a_look() -> None:
    assert _kinds(member(REUTERS, "rates stay"), member(STAR, "rates stay", commitment="denied")) == [
        "denied or withdrawn"
    ]


def test_words_of_different_speakers_are_worth_a_look() -> None:
    assert _kinds(member(REUTERS, SAID, DOE), member(STAR, SAID, who("Richard Roe"))) == [
        "words given to different speakers"
    ]
    assert _kinds(member(REUTERS, SAID, DOE), member(STAR, SAID, who("Doe"))) == []


def test_an_altered_quotation_is_worth_a_look_and_a_part_is_not() -> None:
    whole = member(REUTERS, SAID, kind="direct")
    assert _kinds(whole, member(STAR, "“will stay where they are until the autumn,”", kind="direct")) == []
    altered = "“Interest rates will stay exactly where they are until the autumn,”"
    assert _kinds(whole, member(STAR, altered, kind="direct")) == ["a quotation altered"]


@pytest.mark.parametrize("kind", ["direct", "indirect"])
def test_a_not_that_only_one_has_is_worth_a_look_and_one_in_more_that_is_said_is_none(kind: Kind) -> None:
    raised = member(REUTERS, "We will raise the tax on bread", kind=kind)
    turned = member(STAR, "We will not raise the tax on bread", kind=kind)
    more = member(HERALD, "We will raise the tax on bread, but not on milk", kind=kind)
    assert _kinds(raised, turned) == ["only one says not"]
    assert _kinds(raised, more) == []
    assert _kinds(turned, replace(turned, carrier=HERALD)) == []


def test_a_number_that_differs_is_worth_a_look_and_one_more_is_not() -> None:
    five, fifty = (member(REUTERS, f"that the tax will rise by {n} percent") for n in ("5", "50"))
    more = member(STAR, "that the tax will rise by 5 percent in 2027")
    assert [f.words for f in _find(five, replace(fifty, carrier=STAR))] == ["5 or 50"]
    assert _kinds(five, replace(fifty, carrier=STAR)) == ["a number differs"]
    assert _kinds(five, more) == []
    assert _kinds(five, member(STAR, "that the tax will rise by five percent")) == []


def test_one_unnamed_source_behind_two_outlets_is_worth_a_look() -> None:
    both = (member(REUTERS, "rates will stay", OFFICIAL), member(STAR, "rates will stay", OFFICIAL))
    assert _kinds(*both) == ["one unnamed source behind several outlets"]
    assert list_origins(both) == (OFFICIAL,)


def test_outlets_that_cite_each_other_go_in_a_circle() -> None:
    one = member(REUTERS, "rates will stay", via=("Daily Star",))
    assert _kinds(one, member(STAR, "rates will stay", via=("Reuters",))) == [
        "outlets cite each other in a circle"
    ]
    assert _kinds(one, member(STAR, "rates will stay")) == []


def test_a_circle_of_three_outlets_is_one_and_a_chain_of_three_is_none() -> None:
    one = member(REUTERS, "rates will stay", via=("Herald",))
    other, third = (member(STAR, "rates will stay", via=("Reuters",)), member(HERALD, "rates will stay"))
    assert _kinds(one, other, third) == []
    third = member(HERALD, "rates will stay", via=("Daily Star",))
    (finding,) = list_findings((one, other, third), [])
    assert finding.kind == "outlets cite each other in a circle"
    assert finding.members == (0, 1, 2)
    assert {part.strip() for part in finding.words.split(",")} == {
        "Reuters has it from Herald",
        "Daily Star has it from Reuters",
        "Herald has it from Daily Star",
    }


def test_who_cites_another_article_is_no_origin_of_its_own() -> None:
    relayed = member(STAR, SAID, who("Richard Roe"), via=("Reuters",))
    assert list_origins((member(REUTERS, SAID), relayed)) == (DOE,)
    assert len(list_origins((member(REUTERS, SAID), member(HERALD, SAID, who("Richard Roe"))))) == 2


def test_who_only_names_an_outlet_that_has_it_gives_it_to_nobody_else() -> None:
    named = member(STAR, SAID, who("Reuters", "organization"))
    assert _kinds(member(REUTERS, SAID), named) == []
    assert list_origins((member(REUTERS, SAID), named)) == (DOE,)


def test_the_same_thing_is_told_once() -> None:
    members = [member(REUTERS, "rates may stay", commitment="possible")] * 2 + [
        member(STAR, "rates will stay")
    ]
    joins = [Join(0, 2, "the same meaning", 0.9), Join(1, 2, "the same meaning", 0.9)]
    assert len(list_findings(members, joins)) == 1


FILLER = (
    member(REUTERS, "that inflation fell faster than anybody had expected in January"),
    member(REUTERS, "that banks have to hold more capital against mortgages"),
    member(STAR, "that households spent less on food and more on travel"),
    member(STAR, "that unemployment rose among the young in northern towns"),
)
TOLD = "that interest rates will stay where they are until the autumn"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            member(REUTERS, TOLD.replace("will", "may"), commitment="possible"),
            member(STAR, TOLD),
            "a hedge dropped or added",
        ),
        (
            member(REUTERS, TOLD),
            member(STAR, "that interest rates stay where they are until autumn", commitment="denied"),
            "denied or withdrawn",
        ),
        (
            member(REUTERS, SAID, kind="direct"),
            member(STAR, SAID, who("Richard Roe"), kind="direct"),
            "words given to different speakers",
        ),
        (
            member(REUTERS, SAID, kind="direct"),
            member(STAR, SAID.replace("where", "exactly where"), kind="direct"),
            "a quotation altered",
        ),
        (
            member(REUTERS, TOLD, OFFICIAL),
            member(STAR, TOLD, OFFICIAL),
            "one unnamed source behind several outlets",
        ),
        (
            member(REUTERS, TOLD, via=("Daily Star",)),
            member(STAR, TOLD, via=("Reuters",)),
            "outlets cite each other in a circle",
        ),
    ],
)
def test_each_is_found_where_the_articles_are_joined_by_what_they_say(
    one: Member, other: Member, kind: str
) -> None:
    (statement,) = trace_statements([one, other, *FILLER])
    assert [finding.kind for finding in statement.findings] == [kind]
