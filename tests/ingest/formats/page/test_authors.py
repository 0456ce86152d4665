from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.authors import find_authors, find_bylines, is_person, split_names
from secondhand.ingest.formats.page.guesses import Guesses


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("By Ann Lee and Bo Dahl", ["Ann Lee", "Bo Dahl"]),
        ("Ann Lee, Bo Dahl, and Cy Ek", ["Ann Lee", "Bo Dahl", "Cy Ek"]),
        ("Ann Lee in London", ["Ann Lee"]),
        ("By Ann Lee Tuesday, Aug. 17", ["Ann Lee", "Aug. 17"]),
        ("Von Anna von der Heide", ["Anna von der Heide"]),
        ("Ann Lee (The Star)", ["Ann Lee"]),
        ("By Ann Lee Fri., Aug. 23", ["Ann Lee", "Aug. 23"]),
        ("By Lena Sun", ["Lena Sun"]),
        ("Andy Sand", ["Andy Sand"]),
        ("Submitted by Ann Lee", ["Ann Lee"]),
        ("이서연 기자 (sylee@dawn.example)", ["이서연"]),
        ("By Ann Lee alee@star.example", ["Ann Lee"]),
        ("", []),
    ],
)
def test_bylines_are_split(told: str, names: list[str]) -> None:
    assert list(split_names(told)) == names


@pytest.mark.parametrize("name", ["Ann Lee", "Ann-Marie Lee", "Plato", "李国平", "ليلى حداد", "N. O. Body"])
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "ann-lee",
        "Chuck-Ross",
        "Story By",
        "User Admin",
        "作者：未知",
        "admin",
        "You",
        "Staff",
        "Star staff",
        "a@b.example",
        "Health Reporter",
        "",
    ],
)
def test_no_people(name: str) -> None:
    assert not is_person(name)


def test_json_ld_wins_over_the_head_and_that_over_the_page() -> None:
    story = {"author": [{"@type": "Person", "name": "Ann Lee"}]}
    assert find_authors(story, [], {"author": ["Bo Dahl"]}, ["Cy Ek"], ())[0] == ("Ann Lee",)
    assert find_authors({}, [], {"author": ["Bo Dahl"]}, ["Cy Ek"], ())[0] == ("Bo Dahl",)
    assert find_authors({}, [], {}, ["By Cy Ek"], ())[0] == ("Cy Ek",)


def test_outlets_are_no_authors_and_an_agency_is_the_credit() -> None:
    told = {"author": {"@type": "Organization", "name": "The Star"}}
    assert find_authors(told, [], {"author": ["The Star"]}, [], ["The Star"]) == ((), None)
    assert find_authors({"author": {"name": "Reuters"}}, [], {}, ["Ann Lee"], []) == ((), "Reuters")


def test_a_department_is_no_author_by_its_first_word() -> None:
    told = {"author": {"@type": "Organization", "name": "Department for Inland Waters"}}
    assert find_authors(told, [], {}, [], []) == ((), None)


@pytest.mark.parametrize(("line", "names"), [("佐藤健一", ("佐藤健一",)), ("Plato", ())])
def test_a_byline_of_one_word_names_somebody_in_scripts_without_blanks(
    line: str, names: tuple[str, ...]
) -> None:
    assert find_authors({}, [], {}, [line], [])[0] == names


def test_who_is_only_named_by_number_is_looked_up() -> None:
    nodes = [{"@id": "#1", "@type": "Person", "name": "Ann Lee"}]
    assert find_authors({"author": {"@id": "#1"}}, nodes, {}, [], [])[0] == ("Ann Lee",)


def test_who_comments_has_no_byline() -> None:
    page = (
        "<div class='comments'><span class='author-name'>Bo</span></div><span class='author-name'>Ann</span>"
    )
    assert find_bylines(lxml.html.document_fromstring(page)) == ["Ann"]


BYLINE = "<p class='byline'>{}</p>"


@pytest.mark.parametrize("heading", ["<h1>Hall shut in Varde</h1>", "<h2>Hall shut in Varde</h2>"])
def test_the_byline_is_the_one_that_stands_with_the_headline(heading: str) -> None:
    body = f"<div>{BYLINE.format('Bo Dahl')}</div><div>{heading}{BYLINE.format('Ann Lee')}</div>"
    page = f"<html><head><title>Hall shut in Varde</title></head><body>{body}</body></html>"
    assert find_bylines(lxml.html.document_fromstring(page)) == ["Ann Lee"]
    without = lxml.html.document_fromstring(page.replace(heading, ""))
    assert find_bylines(without) == ["Bo Dahl; Ann Lee"]


def test_a_word_before_the_name_of_the_outlet_is_no_author() -> None:
    assert find_authors({}, [], {"author": ["Ediciones La Voz"]}, ["Marta Vidal"], ["La Voz"])[0] == (
        "Marta Vidal",
    )
    assert find_authors({}, [], {"author": ["Ann Lee Varde Post"]}, [], ["Varde Post"])[0] == ("Ann Lee",)


def test_the_agency_after_a_name_is_none_of_it() -> None:
    assert find_authors({}, [], {}, ["By Ann Lee Bloomberg"], [])[0] == ("Ann Lee",)


@pytest.mark.parametrize("told", ["www.varde-post.example", "https://www.varde-post.example/"])
def test_an_address_is_no_author_however_it_is_spelled(told: str) -> None:
    page = f"<html><head><title>Hall shut</title><meta name='author' content='{told}'></head></html>"
    assert list(Guesses(lxml.html.document_fromstring(page), None).list_bylines()) == [""]
