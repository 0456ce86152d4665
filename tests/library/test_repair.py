"""Rows that make no sense: what is told of them, and what is left."""

from __future__ import annotations

import sqlite3
import stat

import pytest

from secondhand.library import Library
from secondhand.library.remains import TITLE, gather_words
from secondhand.notes.edit import Edit
from tests.claims import seed_analysis, seed_article
from tests.library.articles import fetched
from tests.notes.literals import correction, highlight

TOWN = fetched(
    "https://e.org/town",
    "The bridge is shut until spring.\n\nThe mayor said that it is unsafe for cars.\n\nBuses go round.",
    title="Bridge",
)
NEXT = fetched("https://e.org/town", TOWN.text.replace("spring", "summer"), title="Bridge")


@pytest.fixture
def town(library: Library) -> int:
    """Return the entry of an article with three marks, beside one that was analysed."""
    entry = library.enter(TOWN)
    library.write(entry, Edit(None, highlight(TOWN.text, "unsafe", id="h1", note="mine")))
    library.write(entry, Edit(None, highlight(TOWN.text, "Buses", id="h2")))
    library.write(entry, Edit(None, correction(TOWN.text, "it is unsafe", id="k1")))
    library.keep(library.enter(seed_article()), seed_analysis())
    return entry


def ruin(library: Library, statement: str) -> None:
    library._connection.execute("PRAGMA foreign_keys = OFF")
    library._connection.execute(statement)
    library._connection.execute("PRAGMA foreign_keys = ON")


def marks(library: Library, entry: int) -> set[str]:
    book = library.notebook(entry)
    return {mark.id for mark in (*book.highlights, *book.orphans, *book.corrections)}


def test_where_all_is_well_nothing_is_told_or_written(library: Library, town: int) -> None:
    before = list(library._connection.iterdump())
    assert library.check() == ((), None)
    assert list(library._connection.iterdump()) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE mark SET record = '{' WHERE id = 'h1'", "a highlight of article 1 makes no sense"),
        ("UPDATE mark SET record = x'00ff' WHERE id = 'h1'", "a highlight of article 1 makes no sense"),
        (
            "UPDATE mark SET record = '{\"id\": \"h1\"}' WHERE id = 'h1'",
            "a highlight of article 1 makes no sense",
        ),
        ("UPDATE article SET opened = 'never' WHERE entry = 1", "what article 1 is listed by does not fit"),
        ("UPDATE article SET content = 'x' WHERE entry = 1", "what article 1 is listed by does not fit"),
        ("DELETE FROM version", "what article 1 is listed by does not fit"),
        ("DELETE FROM sentence", "what article 1 is listed by does not fit"),
        ("UPDATE article SET title = x'ff' WHERE entry = 1", "what article 1 is listed by does not fit"),
        ("INSERT INTO sentence VALUES (1, 9)", "1 row of the table sentence belong"),
        ("UPDATE analysis SET record = '[]'", "the claims found in article 2 make no sense"),
        (
            "UPDATE article SET record = '' WHERE entry = 1",
            "the text of article 1 (“Bridge”) is lost: what is left",
        ),
        ("DELETE FROM article WHERE entry = 1", "the text of article 1 is lost: what is left"),
        ("UPDATE article SET record = '7' WHERE entry = 2", "article 2 makes no sense and is taken out"),
    ],
)
def test_each_row_is_told_and_mended_once(library: Library, town: int, statement: str, told: str) -> None:
    ruin(library, statement)
    problems, aside = library.check()
    assert problems[0].startswith(told)
    assert aside and aside.exists()
    assert library.check() == ((), None)
    assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
    lost = {"h1"} if "mark SET" in statement else set()
    assert marks(library, town) == {"h1", "h2", "k1"} - lost


def test_the_file_as_it_was_stays_beside_it_for_its_reader_alone(library: Library, town: int) -> None:
    ruin(library, "UPDATE mark SET record = 'all that was in it' WHERE id = 'h1'")
    _, aside = library.check()
    assert aside and aside.parent == library.path.parent
    assert aside.name.startswith("library.damaged-")
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    connection = sqlite3.connect(aside)
    assert connection.execute("SELECT record FROM mark WHERE id = 'h1'").fetchone() == ("all that was in it",)
    connection.close()


def test_what_is_left_of_a_lost_article_are_the_words_that_were_marked(library: Library, town: int) -> None:
    ruin(library, "UPDATE article SET record = '' WHERE entry = 1")
    library.check()
    book = library.notebook(town)
    assert (book.article.title, [h.text for h in book.highlights]) == ("Bridge", ["unsafe", "Buses"])
    assert book.highlights[0].note == "mine"
    assert "The mayor said that it is unsafe for cars" in book.article.text
    ruin(library, "DELETE FROM article WHERE entry = 1")
    library.check()
    assert library.notebook(town).article.title == TITLE


def test_a_version_takes_the_place_of_a_text_that_is_lost(library: Library, town: int) -> None:
    assert library.enter(NEXT) == town
    for statement in (
        "UPDATE article SET record = '' WHERE entry = 1",
        "DELETE FROM article WHERE entry = 1",
    ):
        ruin(library, statement)
        (problem,), _ = library.check()
        assert problem.endswith("a version kept of it takes its place")
        assert library.notebook(town).article.text == TOWN.text
        assert marks(library, town) == {"h1", "h2", "k1"}
        library.enter(NEXT)


def test_a_version_that_makes_no_sense_is_taken_out(library: Library, town: int) -> None:
    library.enter(NEXT)
    ruin(library, "UPDATE edition SET record = '{}'")
    (problem,), _ = library.check()
    assert problem == "version 1.1 makes no sense and is taken out"
    assert library.editions(town) == ()


def test_a_bad_time_and_a_bad_day_are_written_anew(library: Library, town: int) -> None:
    ruin(library, "UPDATE article SET opened = 'never', date = 'someday', content = 'x' WHERE entry = 1")
    assert len(library.rows()) == 2
    library.check()
    assert library._connection.execute("SELECT opened > '2020', date FROM article").fetchone() == (1, None)


def test_what_points_at_an_article_that_is_gone_does_not_keep_it_from_being_read_again(
    library: Library, town: int
) -> None:
    ruin(library, "DELETE FROM article WHERE entry = 1")
    assert library.notebook(library.enter(TOWN)).article.text == TOWN.text
    assert library.notebook(library.enter(NEXT)).article.text == NEXT.text


def test_two_articles_of_one_text_are_nothing_to_mend(library: Library, town: int) -> None:
    library.write(town, Edit(None, highlight(TOWN.text, TOWN.text, id="all")))
    ruin(library, "UPDATE mark SET entry = 99 WHERE id = 'all'")
    library.check()
    (left,) = (row.entry for row in library.rows() if row.title == TITLE)
    assert library.notebook(left).article.text == TOWN.text
    assert library.check() == ((), None)


def test_words_are_gathered_in_their_order_and_once() -> None:
    made = [
        highlight(TOWN.text, "Buses", id="a"),
        highlight(TOWN.text, "bridge", "mayor", id="b"),
        correction(TOWN.text, "bridge", id="c"),
    ]
    article = gather_words(made, "Left")
    said = [article.text[p.start : p.end] for p in article.paragraphs]
    assert len(said) == 3
    assert said[0].startswith("The bridge is shut")
    assert "mayor said" in said[1] and "Buses go round" in said[2]
    assert gather_words([], "Left").text == ""
