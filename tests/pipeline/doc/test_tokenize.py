from __future__ import annotations

import pytest

from secondhand.pipeline.doc.tokenize import tokenize_text
from tests.pipeline.making import NLP


@pytest.mark.parametrize(
    "text", ["", " ", "“It rains,” she said.", "a-b " * 100, "https://h.example/" + "x/" * 300]
)
def test_what_has_no_long_rows_of_marks_is_tokenized_as_ever(text: str) -> None:
    assert [t.text_with_ws for t in tokenize_text(NLP, text)] == [t.text_with_ws for t in NLP.make_doc(text)]


@pytest.mark.parametrize("mark", ['"', "“", "(", "-", "\"'", "👩\u200d🚒", "\u0301", "\u200b"])
def test_rows_of_marks_are_tokenized_in_parts(mark: str) -> None:
    text = f"He said {mark * 3_000} so. {mark * 19}"
    doc = tokenize_text(NLP, text)
    assert doc.text == text
