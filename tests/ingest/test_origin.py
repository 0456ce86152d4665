from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.origin import add_origin

AT_THE_END = "It rained.\n\n" * 9
REST = "\n\nNothing else was known on Monday.\n\nIt rained."


def publisher(text: str) -> str | None:
    return add_origin(from_plain(text)).publisher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WASHINGTON (Reuters) - The president said so.", "Reuters"),
        ("PARIS (AP) — The president said so.", "AP"),
        ("Paris (AFP) – The president said so.", "AFP"),
        ("(Reuters) - The president said so.", "Reuters"),
        ("NEW YORK, Oct. 3 (Xinhua) -- The president said so.", "Xinhua"),
        ("MOSCOW, October 3. /TASS/. The president said so.", "TASS"),
        ("(CNN)The president said so.", "CNN"),
        ("Headline here\n\nBy Ann Lee\n\nROME (Reuters) - The pope said so.", "Reuters"),
        ("NATO (North Atlantic Treaty Organization) - They met.", None),
        ("The agency (AP) said that they met.", None),
        ("They met in Rome (Italy) - nobody knew.", None),
    ],
)
def test_datelines(text: str, expected: str | None) -> None:
    assert publisher(text + REST) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has no hope, the expert told Sputnik.", "Sputnik"),
        ("He has no hope, the expert told the Financial Times.", "Financial Times"),
        ("He has no hope, the expert told The Guardian.", "The Guardian"),
        ("He has no hope, the expert told the Guardian.", "The Guardian"),
        ("He has no hope, he said in an interview with Fox News Sunday.", "Fox News Sunday"),
        ("He told CNN's Ann Lee that he has hope.", "CNN"),
        ("The minister told Trump that he has hope.", None),
        ("The minister told Parliament that he has hope.", None),
        ("The minister told the nation, the sun and the times so.", None),
        ("The minister told Sputniks so.", None),
        ("He told CNN so, and she told the BBC otherwise.", None),
        ("Sputnik reported that he has hope.", None),
    ],
)
def test_told_an_outlet(text: str, expected: str | None) -> None:
    assert publisher(text + REST) == expected


def test_telling_late_in_the_article_proves_nothing() -> None:
    assert publisher("It rained.\n\n" * 5 + "He told CNN so.") is None


def test_a_dateline_says_more_than_telling() -> None:
    assert publisher("PARIS (AFP) - He told CNN so." + REST) == "AFP"


@pytest.mark.parametrize(
    ("known", "dateline", "published", "credit"),
    [
        ("The Daily Bugle", "AP", "The Daily Bugle", "AP"),
        ("www.bugle.example", "AP", "www.bugle.example", "AP"),
        ("Associated Press", "AP", "Associated Press", None),
        ("reuters.com", "Reuters", "Reuters", None),
        ("apnews.com", "AP", "AP", None),
        ("REUTERS", "Reuters", "REUTERS", None),
    ],
)
def test_a_wire_that_is_not_the_publisher_is_credited(
    known: str, dateline: str, published: str, credit: str | None
) -> None:
    article = replace(from_plain(f"ROME ({dateline}) - They met.{REST}"), publisher=known)
    found = add_origin(article)
    assert (found.publisher, found.credit) == (published, credit)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("— Associated Press", "Associated Press"),
        ("By The Associated Press", "Associated Press"),
        ("By Ann Lee, Reuters", "Reuters"),
        ("The Associated Press contributed to this report.", None),
    ],
)
def test_credit_lines(line: str, credit: str | None) -> None:
    for text in (f"{line}{REST}", f"They met.{REST}\n\n{line}"):
        assert add_origin(replace(from_plain(text), publisher="The Bugle")).credit == credit


def test_a_sign_off_of_reporters_and_editors_is_that_of_reuters() -> None:
    text = f"They met.{REST}\n\n(Reporting by Ann Lee in Rome; Editing by Bo Ek)"
    assert add_origin(replace(from_plain(text), publisher="The Bugle")).credit == "Reuters"


def test_an_agency_among_the_authors_is_credited() -> None:
    article = replace(
        from_plain("They met." + REST), publisher="The Bugle", authors=("Ann Lee", "Associated Press")
    )
    assert add_origin(article).credit == "Associated Press"


def test_a_known_publisher_stays() -> None:
    article = replace(from_plain("He told CNN so." + REST), publisher="The Bugle")
    assert add_origin(article) == article


def test_a_credit_stands_near_the_beginning_or_the_end() -> None:
    line = "WASHINGTON (Reuters) - The president said so."
    assert publisher("One.\n\nTwo.\n\nThree.\n\n" + line + REST) == "Reuters"
    assert publisher("One.\n\nTwo.\n\nThree.\n\nFour.\n\n" + line + REST) is None
    assert publisher("One.\n\nTwo.\n\nBy Reuters\n\n" + AT_THE_END) == "Reuters"
    assert publisher("One.\n\nTwo.\n\nThree.\n\nBy Reuters\n\n" + AT_THE_END) is None
    assert publisher(AT_THE_END + "Source: Reuters\n\nIt poured.") == "Reuters"
    assert publisher(AT_THE_END + "Source: Reuters\n\nIt poured.\n\nIt hailed.") is None


def test_who_signs_off_at_the_end() -> None:
    line = "(Reporting by Ann Lee; Editing by Bob Roe)"
    assert publisher(AT_THE_END + line) == "Reuters"
    assert publisher(AT_THE_END + line + "\n\nIt poured.") == "Reuters"
    assert publisher(AT_THE_END + line + "\n\nIt poured.\n\nIt hailed.") is None
    assert publisher("One.\n\nTwo.\n\n" + line + "\n\n" + AT_THE_END) is None


def test_an_outlet_is_told_things_first_in_the_first_paragraphs() -> None:
    told = "He has no hope, the expert told Sputnik."
    assert publisher("It rained.\n\n" * 4 + told + REST) == "Sputnik"
    assert publisher("It rained.\n\n" * 5 + told + REST) is None


@pytest.mark.parametrize("known", ["The New York Times", "new york times", "nytimes.com"])
def test_who_publishes_an_article_is_no_credit(known: str) -> None:
    from secondhand.outlets import is_same_outlet

    assert is_same_outlet(known, "The New York Times") == (known != "nytimes.com")
    assert not is_same_outlet(known, "Sputnik")
