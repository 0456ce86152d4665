from __future__ import annotations

import io
import json
from unicodedata import category

import pytest
from hypothesis import given, settings

from secondhand.export import Format, write
from secondhand.export.notebooks import render
from secondhand.ingest.input_names import escape_name
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import UNSAFE, make_safe, show_characters
from tests.export.formats.test_golden import OURS
from tests.properties.notebooks import notebooks
from tests.properties.strategies import QUICK, texts

FEW = settings(QUICK, max_examples=10)


@QUICK
@given(texts)
def test_what_is_shown_has_nothing_hidden_in_it(text: str) -> None:
    assert len(show_characters(text)) == len(text)
    assert not any(category(char) in {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"} for char in make_safe(text))
    assert escape_name(text).isprintable()


@pytest.mark.parametrize("form", OURS)
@FEW
@given(made=notebooks())
def test_no_export_can_steer_a_terminal(form: str, made: Notebook) -> None:
    for what in ("highlights", "claims", "notes"):
        text = render(form, [made], what)
        text.encode()
        assert not UNSAFE.search(text.replace("\n", ""))
    if form in {"json", "annotation", "hypothesis", "schema-org", "csl-json"}:
        json.loads(text)


@pytest.mark.parametrize("form", Format)
@FEW
@given(made=notebooks())
def test_no_analysis_can_steer_a_terminal(form: Format, made: Notebook) -> None:
    assert made.found
    write(form, made.article, made.found, out := io.StringIO())
    assert not UNSAFE.search(out.getvalue().replace("\n", "").replace("\t", ""))
