from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.publishers import Shown, find_publisher, read_shown

SHOWN = Shown("Hall shut | Varde Star", ("Hall shut",), frozenset())


def publisher(
    told: object = None, site: str | None = None, shown: Shown = SHOWN, url: str | None = None
) -> str | None:
    story = {"publisher": told} if told else {}
    return find_publisher(story, [], {"og:site_name": [site]} if site else {}, shown, url, lambda: None)


@pytest.mark.parametrize(
    ("told", "site", "name"),
    [
        ({"name": "Varde Post"}, "vardestar", "Varde Post"),
        ({"name": "vardestar.example"}, None, "Varde Star"),
        (None, "vardestar", "Varde Star"),
        (None, "Varde Post | News and sports", "Varde Post"),
        ({"name": "nationalpost.com"}, None, "National Post"),
        (None, None, "Varde Star"),
        (None, "vardenews.example", "vardenews.example"),
    ],
)
def test_a_name_wins_over_addresses_and_slugs(told: object, site: str | None, name: str) -> None:
    shown = SHOWN if name != "vardenews.example" else Shown("Hall shut", ("Hall shut",), frozenset())
    assert publisher(told, site, shown) == name


def test_the_pages_own_address_is_no_name_but_tells_a_known_outlet() -> None:
    shown = Shown("Hall shut", ("Hall shut",), frozenset())
    assert publisher(shown=shown, url="https://www.unheardof.example/1") is None
    assert publisher(shown=shown, url="https://www.nationalpost.com/1") == "National Post"


def test_what_stands_before_the_headline_is_the_outlet_where_the_page_shows_it() -> None:
    tree = lxml.html.document_fromstring("<img alt='Varde Star'><a href='/'>Home</a>")
    shown = read_shown(tree, "Varde Star: Hall shut", [])
    assert publisher(shown=shown) == "Varde Star"
    assert publisher(shown=Shown("Varde: Hall shut", (), frozenset())) is None


@pytest.mark.parametrize(
    ("title", "guess", "name"),
    [("Hall shut", "Vardestarcom", None), ("Hall shut, Wexby", "Wexby", "Wexby")],
)
def test_what_is_only_guessed_counts_where_the_title_has_it(title: str, guess: str, name: str | None) -> None:
    assert find_publisher({}, [], {}, Shown(title, (), frozenset()), None, lambda: guess) == name


def test_nothing_is_guessed_where_the_page_tells() -> None:
    told = {"og:site_name": ["Varde Post"]}
    assert find_publisher({}, [], told, SHOWN, None, pytest.fail) == "Varde Post"


@pytest.mark.parametrize(
    ("site", "name"),
    [("VardePost.com", "VardePost.com"), ("vardepost.com", "Varde Star"), ("Www.V.com", "Varde Star")],
)
def test_an_address_with_the_capitals_of_its_words_is_a_name(site: str, name: str) -> None:
    assert publisher(None, site) == name


def test_a_slogan_after_the_name_in_the_title_is_none_of_it() -> None:
    title = "Varde - Vardepedia, the free encyclopedia of Varde"
    assert publisher(shown=Shown(title, ("Varde",), frozenset())) == "Vardepedia"


def test_an_address_in_the_title_is_the_last_that_tells() -> None:
    assert (
        publisher(shown=Shown("Hall shut | Varde | post.example", ("Hall shut",), frozenset()))
        == "post.example"
    )
    assert publisher("The Post", None, Shown("Hall shut | post.example", (), frozenset())) == "The Post"


def test_what_a_page_is_made_with_is_no_outlet() -> None:
    assert publisher({"name": "Blogger"}, None) == "Varde Star"
