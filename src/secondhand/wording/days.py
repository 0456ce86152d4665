"""ISO 8601 dates and intervals as people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from secondhand.safe_text import make_safe

# Not calendar.month_name: that follows the locale, and the rest of the screen is in English.
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?").fullmatch


def format_day(when: date) -> str:
    """Return ``when`` as in "24 February 2025"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def format_when(iso: str) -> str:
    """Return an ISO date, month, year or interval in words; what is none of these comes back as it is.

    "2025-02-17/2025-02-23" → "17–23 February 2025"; "2025-01-01/2025-01-31" and "2025-01" → "January 2025".
    """
    first, slash, last = iso.partition("/")
    begin, end = _read_days(first), _read_days(last if slash else first)
    if begin is None or end is None:
        return make_safe(iso)
    return _format_interval(begin[0], end[1])


def _read_days(iso: str) -> tuple[date, date] | None:
    """Return the first and last day of an ISO date, month or year, or None."""
    try:
        if partial := _PARTIAL(iso):
            year = int(partial[1])
            first, last = (int(partial[2]),) * 2 if partial[2] else (1, 12)
            return date(year, first, 1), date(year, last, monthrange(year, last)[1])
        return date.fromisoformat(iso[:10]), date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _format_interval(begin: date, end: date) -> str:
    """Return the days from ``begin`` to ``end`` (inclusive) in words."""
    whole = begin.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if begin == end:
        return format_day(begin)
    if begin.year != end.year:
        return f"{format_day(begin)} – {format_day(end)}"
    if whole and (begin.month, end.month) == (1, 12):
        return str(begin.year)
    if begin.month != end.month:
        return f"{begin.day} {_MONTHS[begin.month - 1]} – {format_day(end)}"
    return f"{_MONTHS[begin.month - 1]} {begin.year}" if whole else f"{begin.day}–{format_day(end)}"
