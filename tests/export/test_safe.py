import pytest

from secondhand.export.safe import clean, kept, line, lines, visible


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


def test_in_a_file_nobody_misses_what_is_harmlessly_invisible() -> None:
    assert line("sof\u00adt \u05d0\u200f\u05d1 \u2066x\u2069 \ufeffy") == "soft אב x y"
    assert line("\x1b[31m \u202eturned") == "␛[31m �turned"


def test_lines_stay_lines() -> None:
    assert lines("a \r\nb\x1b\n\n\n\nc\n") == "a\nb␛\n\nc"
    assert visible("a\n\tb\x1b\rc\n") == "a\n        b␛␍c\n"


def test_a_part_of_a_line_keeps_its_outer_white_space() -> None:
    assert kept(" a\n\x1b ") == " a ␛ "
