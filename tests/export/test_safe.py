import pytest

from secondhand.export.safe import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 delete\x7f", "bell␇ delete␡"),
        ("two\nlines\r\nand\ttabs  ", "two lines and tabs"),
        ("c1 \x9b31m", "c1 �31m"),
        ("\u202eright to left\u2069", "�right to left�"),
        ("line\u2028separator", "line separator"),
        ("half \ud83d", "half �"),
        (
            "a name no terminal minds: Zoë, 東京, 👩\u200d🚒",
            "a name no terminal minds: Zoë, 東京, 👩\u200d🚒",
        ),
    ],
)
def test_what_acts_on_a_terminal_is_only_shown(text: str, shown: str) -> None:
    assert clean(text) == shown
