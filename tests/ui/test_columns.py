from __future__ import annotations

import pytest

from secondhand.ui.columns import fitted


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("The Daily", 9, "The Daily"),
        ("The Daily Example", 12, "The Daily…"),
        ("Rain, and more rain", 6, "Rain…"),
        ("Extraordinary", 6, "Extra…"),
        ("東京の新聞 say so", 12, "東京の新聞…"),
        ("東京の新聞", 6, "東京…"),
    ],
)
def test_whole_words_and_a_sign_that_more_follows(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown
