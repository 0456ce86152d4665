"""An article in sentences: who says what, to whom, through whom, and where that is unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.article import Place
from secondhand.claim import Analysis
from secondhand.export.plain import NOTICE, attribute_claims, write_plain
from tests.claims import Teller, article_of, seed_analysis, seed_article
from tests.export.literals import ANALYSIS, ARTICLE, BARE, NOTHING, SAID

EXPECTED = """\
Rates ␛]0;pwned␇and [link=x]banks
Published by Daily News, 27 February 2025, by Bo Ek, from the agency Reuters.
{notice}

“Rates may rise,” Ann Lee told Radio One on Monday. “But not [bold]soon[/bold].”
Who says so: Ann Lee, chief economist, told Radio One, in these words: Rates may rise, … But not \
[bold]soon[/bold]. Thinks it possible.

The Post reported, citing officials, that Lee believes the “␛[31mred�” bank 🏦 failed.
Who says so: Officials, an unnamed source, said, as told by The Post (17–23 February 2025): Lee believes the \
“␛[31mred�” bank 🏦 failed. Probably right: 50 percent sure.
Within that, Ann Lee, chief economist, believed, so it is said, as told by The Post (17–23 February 2025), \
who had it from officials: the “␛[31mred�” bank 🏦 failed. Thinks it likely; the article keeps its distance; \
speaks against the bank. This is unsure: 25 percent sure.
Somebody the article does not name said: failed. This is unsure: 10 percent sure."""


def test_all_of_an_article() -> None:
    assert "\n".join(write_plain(ARTICLE, ANALYSIS, unsure=True)) == EXPECTED.format(notice=NOTICE)


def test_claims_likelier_wrong_than_right_are_only_counted_unless_they_are_asked_for() -> None:
    lines = list(write_plain(ARTICLE, ANALYSIS))
    assert lines[-1] == "2 unsure claims: --unsure tells them."
    assert lines[-2].endswith("Probably right: 50 percent sure.")
    assert not any("25 percent" in line or "10 percent" in line for line in lines)


def test_where_nothing_is_sure_it_is_not_said_that_nobody_speaks() -> None:
    unsure = replace(ANALYSIS, claims=(replace(SAID, confidence=0.49),))
    assert list(write_plain(ARTICLE, unsure))[5] == "Who says so: 1 unsure claim: --unsure tells it."


def test_what_is_not_known_is_called_unknown() -> None:
    assert list(write_plain(BARE, NOTHING)) == [
        "Publisher unknown, date unknown.",
        NOTICE,
        "",
        "Nobody says a thing.",
        "Who says so: the article itself, as far as the program can tell; no other source was found here.",
    ]


def test_where_nothing_was_looked_for_nothing_is_said_of_it() -> None:
    assert list(write_plain(BARE, None, "It is in French.\x1b")) == [
        "Publisher unknown, date unknown.",
        "It is in French.␛",
        "",
        "Nobody says a thing.",
    ]


def test_what_the_reader_set_right_is_not_called_unsure() -> None:
    claim = replace(SAID, confidence=0.1, corrected=True)
    told = next(attribute_claims(ARTICLE, Analysis(ANALYSIS.speakers, (claim,), ANALYSIS.model), [claim]))
    assert told.endswith("Thinks it possible. You set this right.")


def test_the_seed_has_a_line_for_every_claim() -> None:
    lines = list(write_plain(seed_article(), seed_analysis()))
    assert any(
        line.startswith("Who says so: Alain de Benoist, French political philosopher, told Sputnik: ")
        for line in lines
    )
    assert len(lines) == 2 + 2 * len(seed_article().paragraphs) + len(seed_analysis().claims)
    assert not set("".join(lines)) & set("│┃▸║▌●")


def test_pages_are_told_where_they_begin_and_no_heading_twice() -> None:
    first, second = (p.start for p in ARTICLE.paragraphs[:2])
    paged = list(
        write_plain(replace(ARTICLE, places=(Place(first, "page 2"), Place(second, "page 3"))), NOTHING)
    )
    assert paged[3:6] == ["", "Page 2.", ""]
    assert paged[paged.index("Page 3.") + 2].startswith("The Post reported")
    told = list(write_plain(replace(BARE, places=(Place(0, BARE.text.strip()),)), NOTHING))
    assert told == list(write_plain(BARE, NOTHING))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (['"Why did nobody act?"'], "Why did nobody act?"),
        (['"She\'s tired,"', '"So am I."'], "She's tired, … So am I."),
        (["“We are aware,” and", "“ready”"], "“We are aware,” and … “ready”."),
        (['that she "regrets any misunderstanding"'], 'that she "regrets any misunderstanding".'),
        (['"We are aware." Whether they were'], '"We are aware." Whether they were.'),
        (
            [f'"It goes {"on and " * 20}on,"', '"I hope."'],
            f"It goes {'on and ' * 9}on … and on and on, … I hope.",
        ),
        (['"the gentlemen of the press.'], "the gentlemen of the press."),
    ],
)
def test_quotation_marks_are_told_in_pairs_and_a_sentence_ends_once(content: list[str], told: str) -> None:
    t = Teller(article_of(f"{' '.join(content)} Lee said."))
    t.claim(0, content, "said", "Lee", t.speaker("Lee"))
    assert list(attribute_claims(t.article, t.analysis(), t.claims)) == [f"Lee said: {told}"]


@pytest.mark.parametrize(("confidence", "doubt"), [(0.797, ""), (0.794, " Probably right: 79 percent sure.")])
def test_no_doubt_is_told_in_the_number_that_means_none(confidence: float, doubt: str) -> None:
    t = Teller(article_of("It rains, Lee said."))
    t.claim(0, ["It rains"], "said", "Lee", t.speaker("Lee"), confidence=confidence)
    assert list(attribute_claims(t.article, t.analysis(), t.claims)) == [f"Lee said: It rains.{doubt}"]


def test_a_quotation_that_goes_on_is_not_the_articles_own() -> None:
    t = Teller(article_of("“It rains,\n“it pours,\n“it snows,” Lee said. Day said it hails.\nIt stopped."))
    words = t.article.text.partition(" Lee said")[0].split("\n")
    t.claim(0, words, "said", "Lee", t.speaker("Lee"))
    t.claim(2, ["it hails"], "Day |said|", "Day", t.speaker("Day"))
    told = [
        line
        for line in write_plain(t.article, t.analysis())
        if line not in ("", *t.article.text.splitlines())
    ]
    assert [line.removeprefix("Who says so: ") for line in told[2:]] == [
        "Lee said: “It rains, … “it pours, … “it snows,”.",
        "Lee goes on, from above.",
        "Lee goes on, from above.",
        "Day said: it hails.",
        "the article itself, as far as the program can tell; no other source was found here.",
    ]


def test_a_doubtful_speaker_of_a_sure_claim_is_told() -> None:
    doubtful = replace(SAID, confidence=0.97, speaker_confidence=0.43, chain_confidence=0.9)
    told = " ".join(attribute_claims(ARTICLE, ANALYSIS, [doubtful]))
    assert told.endswith("This is unsure: 43 percent sure of the speaker.")
