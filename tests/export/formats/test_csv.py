import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondhand.export.formats.csv import COLUMNS, make_harmless, write_rows
from secondhand.export.notebooks import render
from tests.export.notebooks import NOTEBOOK, WORLD
from tests.properties.strategies import QUICK

SEPARATORS = [",", ";", "\t", "|"]
FORMULA = set("=+-@＝＋－＠")
GUARDED = re.compile(r"""(\A|[,;|\t\r\n])([\s"]*)'('*[=+\-@＝＋－＠])""")


def read_back(cell: str) -> str:
    """Return the very words of a cell: with one apostrophe less wherever a formula would begin."""
    return GUARDED.sub(r"\1\2\3", cell)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "\t'=1"),
        ("\r=1", "\r'=1"),
        (" =1", " '=1"),
        ("\n \n=1", "\n \n'=1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("a;=1", "a;'=1"),
        ("a, =1", "a, '=1"),
        ("a|=1", "a|'=1"),
        ("a\t=1", "a\t'=1"),
        ("a\n=1\r\n-b", "a\n'=1\r\n'-b"),
        ('a;"=1', "a;\"'=1"),
        ('a;" "\t"@x"', 'a;" "\t"\'@x"'),
        ("a;'=1", "a;''=1"),
        ("''=1", "''" + "'=1"),
        (";=1;=2", ";'=1;'=2"),
    ],
)
def test_no_cell_is_run(cell: str, written: str) -> None:
    assert make_harmless(cell) == written
    assert read_back(written) == cell


@pytest.mark.parametrize(
    "cell", ["1-1", "a=b", "“-”", "", "it's", "a - b", "a; b", "5 = 5", "a\n\nb -c", ";'", "a \n"]
)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert make_harmless(cell) == cell


@pytest.mark.parametrize("run", [" ", "\n", '"', "\n ", ";\n", "'", ";'", ';"', "\n'"])
def test_what_is_blank_without_end_is_looked_through_once(run: str) -> None:
    assert make_harmless(run * 100_000) == run * 100_000


@given(st.text(st.sampled_from("=+-@＝,;|\t\n\r \"'a1"), max_size=30))
@settings(QUICK, max_examples=400)
def test_whichever_separator_is_read_no_cell_begins_a_formula(cell: str) -> None:
    text = write_rows(["text", "note"], [[cell, "b"], ["c", cell]])
    for separator in SEPARATORS:
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting):
                assert not any(found.lstrip('" \t\r\n')[:1] in FORMULA for found in row), row
    own = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [[read_back(found) for found in row] for row in own[1:]] == [[cell, "b"], ["c", cell]]


def test_a_row_each_and_every_one_whole() -> None:
    found = list(csv.DictReader(io.StringIO(render("csv", [NOTEBOOK, WORLD])), strict=True))
    assert [tuple(row) for row in found] == [COLUMNS] * 5
    assert [row["paragraph"] for row in found] == ["1", "2", "", "1", "2"]
    assert read_back(found[0]["note"]).startswith("=1+1 is a *formula*;\n* no heading")
    assert found[0]["tags"] == "money, to check, a:b|#c"
    assert found[3]["text"] == "「景気は回復する」"
    assert found[2]["text"] == "'@SUM(A1)"


def test_readwise_takes_it() -> None:
    text = render("readwise", [NOTEBOOK])
    assert text.startswith('"Highlight","Title","Author","URL","Note","Location","Date"\n')
    whole, inner, lost = csv.DictReader(io.StringIO(text), strict=True)
    assert whole["Date"] == "2026-11-24 09:30:00"
    assert read_back(whole["Note"]).startswith(".money .to-check .a-b-c\n\n=1+1")
    assert whole["Note"].endswith(
        "— Ann Lee, chief economist (to Radio One)\nDaily News → Radio One → Ann Lee\n"
        "thinks it possible; the article takes no side"
    )
    assert (whole["Author"], whole["Location"], inner["Location"]) == ("Bo Ek", "1", "2")
    assert (lost["Highlight"], lost["Location"]) == ("'@SUM(A1)", "")
    assert lost["Note"].endswith("no longer in the article")
