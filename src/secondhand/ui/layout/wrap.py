"""Lines of a given width that know which characters of the article they show."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from rich.cells import cell_len

from secondhand.safe_text import show_characters

Range = tuple[int, int]

# Characters one cell wide that need no replacement: most news needs no measuring of each character.
_NARROW = re.compile(r"[\n -~\xa1-\xac\xae-\u02ff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*").fullmatch


def wrap(paragraph: str, width: int) -> list[Range]:
    """Break ``paragraph`` into lines at most ``width`` cells wide, as (start, end) offsets into it.

    Lines break at spaces and after long dashes; the spaces at a break belong to no line. A word wider than a
    line is cut. There is always one line at least.
    """
    flat = re.sub(r"[\n\t\r\v\f\x85\u2028\u2029\u3000]", " ", paragraph)
    reach = _reach(paragraph, max(1, width))
    lines: list[Range] = []
    at = 0
    while at < len(flat):
        stop = reach(at)
        cut = stop if stop >= len(flat) else _break(flat, at, stop)
        lines.append((at, at + len(flat[at:cut].rstrip(" "))))
        at = cut
        while at < len(flat) and flat[at] == " ":
            at += 1
    return lines or [(0, 0)]


def _reach(paragraph: str, width: int) -> Callable[[int], int]:
    """Return a function from the start of a line to the end of what still fits in ``width`` cells."""
    if _NARROW(paragraph):
        return lambda at: at + width
    ends = [0, *accumulate(map(cell_len, show_characters(paragraph)))]
    return lambda at: max(at + 1, bisect_right(ends, ends[at] + width) - 1)


def _break(flat: str, at: int, stop: int) -> int:
    """Return where to end the line that begins at ``at`` and has room until ``stop``."""
    space = flat.rfind(" ", at + 1, stop + 1)
    dash = flat.rfind("\N{EM DASH}", at + 1, stop) + 1
    best = max(space, dash)
    return best if best > at else stop
