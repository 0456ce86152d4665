from __future__ import annotations

import pytest

from secondhand.wording.days import format_when


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2025-02-24", "24 February 2025"),
        ("2025-02-24T10:00:00", "24 February 2025"),
        ("2025-02-17/2025-02-23", "17–23 February 2025"),
        ("2025-01-28/2025-02-03", "28 January – 3 February 2025"),
        ("2024-12-28/2025-01-03", "28 December 2024 – 3 January 2025"),
        ("2025-01-01/2025-01-31", "January 2025"),
        ("2025-01", "January 2025"),
        ("2025", "2025"),
        ("2025-01-01/2025-12-31", "2025"),
        ("2025-01/2025-03", "1 January – 31 March 2025"),
        ("2025-02-24/2025-02-24", "24 February 2025"),
        ("2025-13-40", "2025-13-40"),
        ("last \x1b week", "last ␛ week"),
    ],
)
def test_dates(iso: str, shown: str) -> None:
    assert format_when(iso) == shown
