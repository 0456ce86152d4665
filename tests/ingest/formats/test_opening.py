from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.ingest.formats.opening import cut_opening
from secondhand.ingest.formats.page.bylines import read_written_day

TEXT = "Hall shut\n\nBy Ann Lee\n\n9 March 2021\n\nIt rained."


def article(text: str = TEXT, **told: object) -> Article:
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    return Article(text, tuple(paragraphs), title="Hall shut", authors=("Ann Lee",), **told)  # type: ignore[arg-type]


def test_what_is_shown_above_the_text_is_cut_and_all_offsets_with_it() -> None:
    at = TEXT.index("It")
    links = (Hyperlink(0, 4, "https://a.example/"), Hyperlink(at, at + 2, "https://b.example/"))
    cut = cut_opening(article(hyperlinks=links, places=(Place(0, "page 1"), Place(at, "page 2"))))
    assert (cut.text, cut.paragraphs, cut.date) == ("It rained.", (Paragraph(0, 10),), date(2021, 3, 9))
    assert cut.hyperlinks == (Hyperlink(0, 2, "https://b.example/"),)
    assert cut.places == (Place(0, "page 2"),)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("Ann Lee\n\nBo Dahl\n\n9 March 2021\n\n", ("Ann Lee", "Bo Dahl")),
        ("By Ann Lee and Bo Dahl\n\n", ("Ann Lee", "Bo Dahl")),
        ("Ann Lee\n\n", ()),
        ("", ()),
    ],
)
def test_names_over_the_day_are_those_of_the_authors(head: str, authors: tuple[str, ...]) -> None:
    cut = cut_opening(replace(article(f"{head}It rained."), authors=()))
    assert (cut.authors, cut.text) == (authors, "It rained." if authors else f"{head}It rained.")


@pytest.mark.parametrize(
    "text", ["It rained.\n\nHall shut\n\nIt poured.", "Hall shut", "Hall shut again\n\nNo."]
)
def test_what_stands_elsewhere_or_alone_is_kept(text: str) -> None:
    assert cut_opening(article(text)).text == text


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-03-09", date(2021, 3, 9)),
        ("Tuesday, March 9, 2021", date(2021, 3, 9)),
        ("9 Mar 2021", date(2021, 3, 9)),
        ("9.3.2021", date(2021, 3, 9)),
        ("On March 9, 2021", None),
        ("31 February 2021", None),
        ("", None),
    ],
)
def test_days_that_stand_alone(words: str, day: date | None) -> None:
    assert read_written_day(words) == day
