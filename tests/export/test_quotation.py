from dataclasses import replace

import pytest

from secondhand.claim import Attitude, Claim, Link, Stance
from secondhand.export.item import Item
from secondhand.export.quotation import describe_article, describe_item, stance_words, write_out
from tests.export.literals import ARTICLE, BARE, LEE, OFFICIALS, REPORTED, SAID, span
from tests.export.notebooks import anchors

PUBLISHED = Link("Radio One", "organization", "published")
TOLD = Link("Ann Lee", "person", "told", (span("Ann Lee"), span("told")))


def item(claim: Claim | None, **known: object) -> Item:
    return Item("1", anchors(*SAID.content), claim, **known)  # type: ignore[arg-type]


def test_who_says_it_in_what_role_to_whom() -> None:
    said = describe_item(ARTICLE, item(SAID, speaker=LEE))
    assert said.attribution == "Ann Lee, chief economist (to Radio One)"
    assert said.chain == "Daily News → Radio One → Ann Lee"


def test_whom_it_was_told_to_may_be_the_publisher_whose_name_follows() -> None:
    claim = replace(SAID, chain=(PUBLISHED, TOLD))
    assert describe_item(ARTICLE, item(claim, speaker=LEE)).attribution.endswith("(to Radio One)")


@pytest.mark.parametrize(
    "claim",
    [
        replace(SAID, chain=(replace(PUBLISHED, name="Daily News"), TOLD)),
        replace(SAID, chain=(PUBLISHED, replace(TOLD, relation="said"))),
        replace(SAID, cue=None),
        replace(SAID, chain=(PUBLISHED,)),
    ],
)
def test_where_the_text_does_not_say_whom_it_was_told_to_nor_do_we(claim: Claim) -> None:
    assert describe_item(ARTICLE, item(claim, speaker=LEE)).attribution == "Ann Lee, chief economist"


def test_somebody_unnamed_and_somebody_unknown() -> None:
    assert describe_item(ARTICLE, item(REPORTED, speaker=OFFICIALS)).attribution == "officials"
    unknown = replace(REPORTED, chain=(PUBLISHED, Link("unknown", "unknown", "said", ())))
    assert describe_item(ARTICLE, item(unknown)).attribution == "unknown speaker"


def test_the_articles_own_words_are_attributed_to_nobody() -> None:
    said = describe_item(ARTICLE, item(None, paragraph=0))
    assert (said.attribution, said.chain, said.stance, said.place) == ("", "", "", "paragraph 1")


def test_a_stance_in_words() -> None:
    bank, sun = Attitude("the bank", "negative", 1.0), Attitude("sun", "positive", 1.0)
    stance = Stance("uncommitted", "endorsing", (bank, sun))
    words = "asks or wants it, doesn’t assert it; the article vouches for it; against the bank; for sun"
    assert stance_words(stance) == words


def test_an_article_without_a_title_goes_by_its_first_words() -> None:
    assert describe_article(BARE).title == "Nobody says a thing."
    assert describe_article(ARTICLE).title == "Rates ␛]0;pwned␇and [link=x]banks"


def test_all_of_it_in_one_field() -> None:
    said = describe_item(ARTICLE, item(SAID, speaker=LEE, note="Mine.", tags=("a",), paragraph=0))
    assert write_out(said).splitlines() == [
        "“Rates may rise,” … “But not [bold]soon[/bold].”",
        "— Ann Lee, chief economist (to Radio One)",
        "Daily News → Radio One → Ann Lee",
        "thinks it possible; the article takes no side",
        "paragraph 1, #a",
        "Mine.",
    ]


def test_what_the_reader_set_right_is_said_to_be_theirs() -> None:
    said = describe_item(ARTICLE, item(replace(SAID, corrected=True, confidence=1.0), speaker=LEE))
    assert (said.corrected, said.sure) == (True, "set right by the reader")
    assert "thinks it possible; the article takes no side; set right by the reader" in write_out(said)
    assert describe_item(ARTICLE, item(SAID)).sure == "99 % sure"


@pytest.mark.parametrize(
    ("confidence", "corrected", "ends"),
    [
        (0.49, False, "; unsure, 49 % sure"),
        (0.51, False, "; the article takes no side"),
        (0.49, True, "; set right by the reader"),
    ],
)
def test_what_is_unsure_or_set_right_is_told_with_the_stance(
    confidence: float, corrected: bool, ends: str
) -> None:
    claim = replace(
        SAID, confidence=confidence, corrected=corrected, stance=Stance("certain", "neutral"), trace=None
    )
    said = describe_item(ARTICLE, item(claim, speaker=LEE))
    assert said.stance_told.endswith(ends)
    assert said.stance_told in write_out(said) and said.lines[-1] == said.stance_told
    assert said.stance == "says it as fact; the article takes no side", (
        "for formats that have a column for it"
    )
