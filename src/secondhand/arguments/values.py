"""What is typed on the command line → the values it means."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path


def read_day(text: str) -> datetime.date:
    """Return the day that ``text`` names; argparse tells the user where it names none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day, write it like 2025-02-27") from None


def read_output(text: str) -> Path | None:
    """Return the file to write to; None for standard output."""
    return None if text == "-" else Path(text)


def number_reader(kind: str, example: int, below: int = 10**9) -> Callable[[str], int]:
    """Return what reads a whole number from 1 to before ``below``, and says what else is no ``kind``."""

    def read(text: str) -> int:
        number = int(text[:9]) if text.isascii() and text.isdigit() else 0
        if not 0 < number < below:
            raise argparse.ArgumentTypeError(f"{text!r} is no {kind}, write it like {example}")
        return number

    return read
