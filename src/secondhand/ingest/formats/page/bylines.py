"""A line that says who wrote an article, or when."""

from __future__ import annotations

import datetime
import re
from itertools import takewhile
from typing import Final

from secondhand.ingest.formats.page.authors import is_full_name, is_person, split_names

_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_BYLINE: Final = re.compile(
    r"\W*(?:(?i:written|words|story|text|report)\s+)?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)[\s:]+(?=[^\W\d_a-z])(.+)"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN: Final = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d\d?\.\d\d?\.\d{{4}}",
    re.IGNORECASE,
)
"""what may be a day within a line"""
_LONGEST_DAY: Final = 60
"""characters of a day, blanks around and within it among them"""
_DAYS: Final = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%d.%m.%Y")
"""how a day may stand alone in a line"""


def read_written_day(words: str) -> datetime.date | None:
    """Return the day that ``words`` are, or None where they are more or something else."""
    if len(words) > _LONGEST_DAY or not any(map(str.isdigit, words)):
        return None
    bare = _WEEKDAY.sub("", " ".join(words.split()), count=1)
    for form in _DAYS:
        try:
            return datetime.datetime.strptime(bare, form).replace(tzinfo=datetime.UTC).date()
        except ValueError:
            continue
    return None


def find_written_day(line: str) -> datetime.date | None:
    """Return the first day that is written out in ``line``, or None."""
    return next(filter(None, (read_written_day(found[0]) for found in _WRITTEN.finditer(line))), None)


def read_byline(line: str) -> tuple[str, ...]:
    """Return the people that ``line`` says an article is by, with a day or an outlet after them or not."""
    if not (found := _BYLINE.match(line)):
        return ()
    told = _WRITTEN.split(found[1])[0]
    return tuple(takewhile(lambda name: is_full_name(name) and is_person(name), split_names(told)))
