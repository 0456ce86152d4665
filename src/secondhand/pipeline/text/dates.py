"""Dates in words → ISO 8601 days and intervals, relative ones seen from the article's own date."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_FIRST_YEAR = 100
"""the least number that is a year and no day of a month"""
DATE = re.compile(
    rf"\b(?:(?:[Ll]ast|[Tt]his|[Ee]arlier this|[Ll]ate last|[Ee]arly this)\s+(?:week|month|year|{_DAY})"
    rf"|[Yy]esterday|[Tt]oday|(?:\w+\s+)?(?:days?|weeks?|months?|years?)\s+(?:ago|earlier)"
    rf"|(?:{_DAY},?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|{_DAY}|(?:[Ii]n|[Ll]ast|[Ss]ince|a)\s+{_MONTH}(?:\s+\d{{4}})?|[Ii]n\s+(?:19|20)\d\d)\b"
)


def find_date(words: str, published: date | None) -> str | None:
    """Return the first date that ``words`` give, as an ISO day or interval, or None.

    Without the article's date only dates that need none are told.
    """
    match = DATE.search(words)
    return resolve_date(match.group(), published) if match else None


def resolve_date(expression: str, published: date | None) -> str | None:
    """Return the ISO day or interval that one expression of ``DATE`` means, None for one no calendar has."""
    try:
        return _resolve(expression, published)
    except (OverflowError, ValueError):
        # An article can say that it is of the first or the last day there is.
        return None


def _resolve(expression: str, published: date | None) -> str | None:
    plain = re.sub(r"^(?:(?:earlier|late|early|since|in|a)\s+)+", "", expression.casefold())
    if published is None and not re.search(r"\d{4}", plain):
        return None
    today = published or date(int(plain[-4:]), 12, 31)
    if span := re.fullmatch(r"(last|this)\s+(week|month|year)", plain):
        return _find_named_interval(today, span[1] == "last", span[2])
    if counted := re.fullmatch(r"(?:(\w+)\s+)?(day|week|month|year)s?\s+(?:ago|earlier)", plain):
        return _count_back(today, counted[1] or "", counted[2])
    return _find_named_day(plain, today) or _find_calendar_date(plain, today)


def _find_named_day(plain: str, today: date) -> str | None:
    """Return the last day up to ``today`` that is called ``plain``, None where that is no name of one."""
    if plain in ("yesterday", "today"):
        return (today - timedelta(days=plain == "yesterday")).isoformat()
    named = re.fullmatch(rf"(?:(?:last|this)\s+)?({_DAY})", plain, re.IGNORECASE)
    if named is None:
        return None
    return (today - timedelta(days=(today.weekday() - _WEEKDAYS.index(named[1])) % 7)).isoformat()


def _count_back(today: date, count: str, unit: str) -> str | None:
    """Return the day, week, month or year that is ``count`` of them before ``today``; None for "several"."""
    if not count.isdecimal() and count not in _NUMBERS:
        return None
    number = int(count) if count.isdecimal() else _NUMBERS.index(count)
    if unit == "day":
        return (today - timedelta(days=number)).isoformat()
    if unit == "week":
        return _find_week(today - timedelta(weeks=number))
    if unit == "year":
        return _find_year(today.replace(year=today.year - number, day=1))
    years, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    return _find_month(date(years, month + 1, 1))


def _find_calendar_date(plain: str, today: date) -> str | None:
    """Return the day, month or year that ``plain`` names; without a year the last one up to tomorrow.

    Until tomorrow, because a paper's day may begin later than that of the place it tells of.
    """
    told = [int(number) for number in re.findall(r"\d+", plain)]
    day = next((number for number in told if number < _FIRST_YEAR), None)
    year = next((number for number in told if number >= _FIRST_YEAR), None)
    named = re.search(_MONTH, plain, re.IGNORECASE)
    if named is None:
        return f"{year}-01-01/{year}-12-31" if year else None
    month = _MONTHS.index(named[0][:3]) + 1
    until = (
        today.replace(day=1) - timedelta(days=1) if plain.startswith("last") else today + timedelta(days=1)
    )
    if year is None:
        year = until.year - ((month, day or 1) > (until.month, until.day))
    return date(year, month, day).isoformat() if day is not None else _find_month(date(year, month, 1))


def _find_named_interval(today: date, last: bool, unit: str) -> str:
    if unit == "week":
        return _find_week(today - timedelta(days=7 * last))
    if unit == "month":
        return _find_month((today.replace(day=1) - timedelta(days=1)) if last else today)
    return _find_year(today.replace(year=today.year - last, day=1))


def _find_week(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _find_month(day: date) -> str:
    final = calendar.monthrange(day.year, day.month)[1]
    return f"{day.replace(day=1).isoformat()}/{day.replace(day=final).isoformat()}"


def _find_year(day: date) -> str:
    return f"{day.year}-01-01/{day.year}-12-31"
