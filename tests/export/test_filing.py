from __future__ import annotations

import pytest

from secondhand.export.filing import file_name
from tests.claims import article_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Macron “obtained nothing” from Trump", "macron-obtained-nothing-from-trump.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("C:\\con\x00\x1b[31m", "c-con-31m.md"),
        ("東京の新聞 / E\u0301lan", "東京の新聞-élan.md"),
        ("💥 \u202e", "article.md"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word.md"),
        ("w" * 200, "w" * 60 + ".md"),
        (f"{'v' * 30} {'w' * 29}", f"{'v' * 30}-{'w' * 29}.md"),
        (f"{'v' * 30} {'w' * 30}", f"{'v' * 30}.md"),
        (None, "the-first-words-of-the-text.md"),
    ],
)
def test_a_name_is_letters_digits_and_hyphens(title: str | None, name: str) -> None:
    assert file_name(article_of("The first words of the text.", title=title), ".md") == name
