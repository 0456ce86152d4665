from dataclasses import replace
from datetime import date

import pytest

from secondhand.export.narrowing import keep_first, narrow
from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE
from tests.export.many import many
from tests.export.notebooks import INNER, LOST, NOTEBOOK, WHOLE


@pytest.mark.parametrize(
    ("since", "tag", "ids"),
    [
        (None, None, [WHOLE.id, INNER.id, LOST.id]),
        (date(2026, 11, 24), None, [WHOLE.id, INNER.id, LOST.id]),
        (date(2026, 11, 25), None, [WHOLE.id, LOST.id]),
        (None, "money", [WHOLE.id, LOST.id]),
        (None, "to check", [WHOLE.id]),
    ],
)
def test_what_is_left(since: date | None, tag: str | None, ids: list[str]) -> None:
    left = narrow(NOTEBOOK, since, tag)
    assert left
    assert [mark.id for mark in (*left.highlights, *left.orphans)] == ids
    assert left.corrections == NOTEBOOK.corrections


@pytest.mark.parametrize(("since", "tag"), [(date(2026, 11, 26), None), (None, "no such tag")])
def test_an_article_with_nothing_left_is_left_out(since: date | None, tag: str | None) -> None:
    assert narrow(NOTEBOOK, since, tag) is None


def test_corrections_alone_are_enough() -> None:
    corrected = Notebook(ARTICLE, corrections=NOTEBOOK.corrections)
    assert narrow(corrected, date(2026, 11, 25)) == corrected
    assert narrow(corrected, tag="money") is None


def test_the_first_lines_follow_from_the_first_marks() -> None:
    whole = many(40)
    short = keep_first(whole, "highlights", 4)
    assert (len(short.article.paragraphs), len(short.highlights)) == (4, 4)
    assert short.found and len(short.found.claims) == 4
    for form in ("csv", "org", "html", "markdown"):
        few, all_there_is = (render(form, [made]).split("\n") for made in (short, whole))
        assert few[:5] == all_there_is[:5]
    assert keep_first(NOTEBOOK, "highlights", 9) == NOTEBOOK
    assert keep_first(replace(NOTEBOOK, found=None), "claims", 9).found is None


def test_of_notes_the_first_that_there_are() -> None:
    noted = keep_first(NOTEBOOK, "notes", 1)
    assert (noted.highlights, noted.orphans) == ((WHOLE,), (LOST,))
    late = replace(NOTEBOOK, highlights=(INNER, WHOLE))
    assert keep_first(late, "notes", 1).highlights == (WHOLE,)
    assert keep_first(late, "highlights", 1).highlights == (INNER,)
