from __future__ import annotations

import pytest

from secondhand.claim import Claim
from secondhand.pipeline.chains.relays import find_relays
from tests.pipeline.making import claim


def found(text: str, one: Claim) -> list[tuple[str, str, str, bool]]:
    """Mention, evidence, relation and whether it stands behind the source, of each relay."""
    return [
        (text[slice(*r.who)], text[r.start : r.end], r.relation, r.origin)
        for r in find_relays(text, one, (0, len(text)), 200)
    ]


def mentioned(frame: str) -> list[str]:
    """Whom a sentence of ``frame``, said by Ann about rain, names as relay or origin."""
    text = frame.replace("…", "it rains")
    return [
        who
        for who, _, _, _ in found(text, claim(text, "it rains", "said" if "said" in text else None, "Ann"))
    ]


@pytest.mark.parametrize(
    ("frame", "who"),
    [
        ("Ann told CNN …", "CNN"),
        ("Ann told CNN on Monday that …", "CNN"),
        ("… , Ann told The Washington Post.", "The Washington Post"),
        ("In an interview with Fox News, Ann said …", "Fox News"),
        ("Ann said … in remarks to Reuters.", "Reuters"),
        ("Ann, speaking to NBC News, said …", "NBC News"),
        ("Ann was quoted by Xinhua as saying …", "Xinhua"),
        ("Ann said … in a Bloomberg interview.", "Bloomberg"),
        ("Ann said …, citing officials.", "officials"),
        ("Ann said, citing U.S. officials, that …", "U.S. officials"),
        ("Ann, quoting KCNA, said …", "KCNA"),
        ("…, Ann said, via the Varn Echo.", "the Varn Echo"),
        ("Ann, citing the Echo, which in turn quoted a diver, said …", "a diver"),
        ("Papers obtained by Reuters and seen by Ann said …", "Reuters"),
    ],
)
def test_words_around_the_content_name_who_passed_it_on(frame: str, who: str) -> None:
    assert who in mentioned(frame)


def test_a_relay_stands_before_the_source_and_an_origin_behind() -> None:
    text = "Ann told CNN it rains, citing officials."
    assert found(text, claim(text, "it rains", "told", "Ann")) == [
        ("CNN", "told CNN", "reported", False),
        ("officials", "citing officials", "cited", True),
    ]


def test_words_inside_the_content_are_not_looked_at() -> None:
    text = "Ann said Bob told CNN it rains, citing officials."
    assert found(text, claim(text, "Bob told CNN it rains, citing officials", "said", "Ann")) == []


def test_only_the_sentence_is_looked_at() -> None:
    text = "Bob told CNN so. Ann said it rains."
    one = claim(text, "it rains", "said", "Ann")
    assert find_relays(text, one, (text.index("Ann"), len(text)), 200) == []


def test_an_origin_inside_the_cue_is_found() -> None:
    text = "Ann said, citing officials, it rains."
    one = claim(text, "it rains", "said, citing officials", "Ann")
    assert ("officials", "citing officials", "cited", True) in found(text, one)


def test_each_is_found_once() -> None:
    text = "Documents obtained by Reuters said it rains."
    one = claim(text, "it rains", "said", "Documents obtained by Reuters")
    assert [who for who, _, _, _ in found(text, one)] == ["Reuters"]


def test_what_stands_between_two_contents_names_relays_though_the_second_lies_in_the_next_sentence() -> None:
    text = "“It rains,” wrote Ann for Morning Consult. “It snows.”"
    one = claim(text, ["“It rains,”", "“It snows.”"], "wrote", "Ann")
    assert [text[slice(*r.who)] for r in find_relays(text, one, (0, text.index(" “It snows")), 200)] == [
        "Morning Consult"
    ]


def test_an_interview_that_somebody_else_gave_is_no_relay() -> None:
    text = "Ann said it rains, as mentioned by Bob Low in an interview with CNN."
    assert found(text, claim(text, "it rains", "said", "Ann")) == []


def test_who_quotes_stands_before_the_source() -> None:
    text = "The agency quoted Ann as saying it rains."
    assert found(text, claim(text, "it rains", "as saying", "Ann")) == [
        ("The agency", "The agency", "reported", False)
    ]


def test_leaked_papers_come_through_who_leaked_them() -> None:
    assert "WikiLeaks" in mentioned("Ann said … in one of the WikiLeaks emails.")
    assert "WikiLeaks" not in mentioned("Ann, a fan of WikiLeaks, said …")
