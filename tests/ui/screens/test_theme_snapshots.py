"""What the reader looks like in the themes of high contrast and in the terminal's own colours."""

from __future__ import annotations

import pytest

from tests.ui.screens.test_reader_snapshots import Compare, snap


@pytest.mark.parametrize("theme", ["high-contrast", "high-contrast-light", "ansi"])
def test_a_nested_claim(snap_compare: Compare, theme: str) -> None:
    assert snap(snap_compare, theme, (80, 24), "j", "j", "n")
