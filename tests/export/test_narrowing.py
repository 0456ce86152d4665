from datetime import date

import pytest

from secondhand.export.narrowing import narrow
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE
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
