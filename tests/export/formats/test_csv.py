import csv
import io

import pytest

from secondhand.export.formats.csv import COLUMNS, harmless
from secondhand.export.notebooks import render
from tests.export.notebooks import NOTEBOOK, WORLD


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1+1", "=cmd|' /C calc'!A0"]
)
def test_no_cell_is_run(cell: str) -> None:
    assert harmless([cell]) == ["'" + cell]


@pytest.mark.parametrize("cell", ["1-1", "a=b", "“-”", "", "it's"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless([cell]) == [cell]


def test_a_row_each_and_every_one_whole() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", [NOTEBOOK, WORLD])), strict=True))
    assert [tuple(row) for row in rows] == [COLUMNS] * 5
    assert [row["paragraph"] for row in rows] == ["1", "2", "", "1", "2"]
    assert rows[0]["note"].startswith("'=1+1 is a *formula*;\n* no heading")
    assert rows[0]["tags"] == "money, to check, a:b|#c"
    assert rows[3]["text"] == "「景気は回復する」"
    assert rows[2]["text"] == "'@SUM(A1)"


def test_readwise_takes_it() -> None:
    text = render("readwise", [NOTEBOOK])
    assert text.startswith("Highlight,Title,Author,URL,Note,Location,Date\n")
    whole, inner, lost = csv.DictReader(io.StringIO(text), strict=True)
    assert whole["Date"] == "2026-11-24 09:30:00"
    assert whole["Note"].startswith(".money .to-check .a-b-c\n\n=1+1")
    assert whole["Note"].endswith(
        "— Ann Lee, chief economist (to Radio One)\nDaily News → Radio One → Ann Lee\n"
        "thinks it possible; the article takes no side"
    )
    assert (whole["Author"], whole["Location"], inner["Location"]) == ("Bo Ek", "1", "2")
    assert (lost["Highlight"], lost["Location"]) == ("'@SUM(A1)", "")
    assert lost["Note"].endswith("no longer in the article")
