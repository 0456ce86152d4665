"""Every export of four times as much takes about four times as many steps, not sixteen times."""

from __future__ import annotations

import sys

import pytest

from secondhand.export.notebooks import list_formats, render
from secondhand.export.what import What
from secondhand.notes.notebook import Notebook
from tests.export.many import many

FEW, MORE = many(48), many(192)


def count_steps(form: str, notebook: Notebook, what: What) -> int:
    """Return how many calls, of Python's own functions too, it takes to render ``notebook``."""
    count = 0

    def step(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        render(form, [notebook], what)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("what", ["highlights", "claims"])
@pytest.mark.parametrize("form", list_formats())
def test_no_export_goes_through_everything_for_each_mark(form: str, what: What) -> None:
    render(form, [FEW], what)  # what is loaded once is not counted
    assert count_steps(form, MORE, what) < 5 * count_steps(form, FEW, what)
