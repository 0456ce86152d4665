"""Dates in words → ISO 8601 days and intervals, relative ones seen from the article's own date."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
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
    plain = re.sub(r"^(?:earlier|late|early|since|in|a)\s+", "", expression.casefold())
    if published is None and not re.search(r"\d{4}", plain):
        return None
    today = published or date(int(plain[-4:]), 12, 31)
    if span := re.fullmatch(r"(last|this)\s+(week|month|year)", plain):
        return _find_named_interval(today, span[1] == "last", span[2])
    if re.fullmatch(r"(?:19|20)\d\d", plain):
        return f"{plain}-01-01/{plain}-12-31"
    plain = re.sub(rf"^(?:last|this)\s+(?={_DAY})", "", plain, flags=re.IGNORECASE)
    counted = plain in ("yesterday", "today") or plain.endswith(("ago", "earlier"))
    base = today if counted else today + timedelta(days=1)
    data = _make_parser(base).get_date_data(re.sub(r"earlier$", "ago", plain))
    if data.date_obj is None:
        return None
    return _to_interval(data.date_obj.date(), data.period, plain, weeks=counted)


def _to_interval(day: date, period: str, expression: str, *, weeks: bool) -> str:
    """Return the day, or the week, month or year around it where the expression is no closer."""
    if weeks and period == "week":
        return _find_week(day)
    if period == "month" and not re.search(r"\d{1,2}(?!\d)", expression.replace(str(day.year), "")):
        return _find_month(day)
    return _find_year(day) if period == "year" else day.isoformat()


@cache
def _make_parser(base: date) -> Any:
    """Return a parser that looks back from ``base``; making one costs tens of milliseconds."""
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.combine(base, datetime.min.time()),
        "PREFER_DATES_FROM": "past",
    }
    return DateDataParser(languages=["en"], settings=settings)


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
