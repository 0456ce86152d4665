from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest

from secondhand.arguments.values import number_reader, read_day, read_output

read_port = number_reader("port", 8000, below=65536)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("65535", 65535), ("080", 80)])
def test_a_number_within_bounds(text: str, number: int) -> None:
    assert read_port(text) == number


@pytest.mark.parametrize("text", ["0", "65536", "-1", "+1", "1.0", "²", "٣", "", " 1", "9" * 5000])
def test_other_numbers_are_none(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is no port, write it like 8000"):
        read_port(text)


def test_days_and_files() -> None:
    assert read_day("2025-02-27") == date(2025, 2, 27)
    with pytest.raises(argparse.ArgumentTypeError, match="'2025-02-30' is not a day"):
        read_day("2025-02-30")
    assert (read_output("-"), read_output("./-")) == (None, Path("-"))
