"""Every export of four times as much takes about four times as many steps, not sixteen times."""

from __future__ import annotations

import pytest

from secondhand.export.notebooks import list_formats, render
from secondhand.export.what import What
from tests.export.many import many
from tests.steps import count_steps

FEW, MORE = many(48), many(192)


@pytest.mark.parametrize("what", ["highlights", "claims"])
@pytest.mark.parametrize("form", list_formats())
def test_no_export_goes_through_everything_for_each_mark(form: str, what: What) -> None:
    render(form, [FEW], what)  # what is loaded once is not counted
    few, more = (count_steps(lambda given=given: render(form, [given], what)) for given in (FEW, MORE))  # type: ignore[misc]
    assert more < 5 * few
