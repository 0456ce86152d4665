from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondhand.article import Place
from secondhand.claim import UNKNOWN, Claim
from secondhand.export.citation import cite
from tests.claims import article_of, seed_analysis, seed_article

SEED, SAID = seed_article(), seed_analysis()


def claim_of(words: str) -> Claim:
    return next(claim for claim in SAID.claims if claim.content[0].text.startswith(words))


def told(claim: Claim) -> str:
    words = " … ".join(span.text for span in claim.content)
    return cite(SEED, words, claim, SAID.speaker(claim)).rpartition(" — ")[2]


@pytest.mark.parametrize(
    ("words", "attribution"),
    [
        ("French President", "Alain de Benoist, to Sputnik, 27 February 2025"),
        ('"Macron has obtained', "Alain de Benoist, in Sputnik, 27 February 2025"),
        ("he had secured", "Emmanuel Macron, paraphrased in Sputnik, 27 February 2025"),
        (
            "European countries",
            "officials, via The Washington Post, paraphrased in Sputnik, 27 February 2025",
        ),
    ],
)
def test_who_says_it_to_whom_through_whom_where_and_when(words: str, attribution: str) -> None:
    assert told(claim_of(words)) == attribution


def test_quotation_marks_are_not_doubled() -> None:
    claim = claim_of('"The strategic autonomy')
    text = cite(SEED, claim.content[0].text, claim, SAID.speaker(claim))
    assert text.startswith("“The strategic autonomy of Europe is a nice prospect") and '"' not in text


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("he called it “a dream”, twice", "“he called it ‘a dream’, twice”"),
        ('"no" and "never"', "“‘no’ and ‘never’”"),
        ("one\nline\x1b[2J only", "“one line␛[2J only”"),
        ('an "open one', '“an "open one”'),
    ],
)
def test_marks_within_are_made_single(words: str, quoted: str) -> None:
    assert cite(article_of("x"), words) == quoted


def test_words_that_nobody_is_said_to_say_are_the_outlets() -> None:
    assert cite(SEED, "A plan") == "“A plan” — Sputnik, 27 February 2025"
    assert cite(article_of("x", date=date(2024, 1, 2)), "A plan") == "“A plan” — 2 January 2024"


def test_an_unknown_speaker_and_an_outlet_that_speaks_for_itself() -> None:
    claim = claim_of("this idea")
    assert cite(SEED, "A plan", claim, None).endswith(
        "— unknown speaker, paraphrased in Sputnik, 27 February 2025"
    )
    relayed = replace(claim, chain=(claim.chain[0], replace(claim.chain[0], name=UNKNOWN), claim.chain[-1]))
    assert "via" not in told(relayed)
    speaker = SAID.speaker(claim)
    assert speaker
    own = cite(SEED, "A plan", replace(claim, kind="direct"), replace(speaker, name="Sputnik"))
    assert own == "“A plan” — Sputnik, 27 February 2025"


def test_a_page_comes_last() -> None:
    paged = replace(SEED, places=(Place(0, "page 1"), Place(40, "page 2")))
    assert cite(paged, "A plan", at=50) == "“A plan” — Sputnik, 27 February 2025, p. 2"
    assert cite(replace(paged, places=(Place(0, "Part\x1b One"),)), "A").endswith(", Part␛ One")


def test_the_title_is_there_and_whole() -> None:
    long = "A long headline that goes on and on, " * 5
    article = article_of("x", title=f"{long}“as they say”", publisher="Daily", date=date(2025, 2, 27))
    assert cite(article, "words") == f"“words” — Daily, ‘{long}‘as they say’’, 27 February 2025"
