"""Words and chains made to fit on one line, by the cells they take on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

ARROW = " → "
DOT = " · "
"""what stands between the parts of a line"""
CUT = "…"
LEGIBLE = 12
"""cells of a name that still tells whose it is"""


def fit_words(words: str, width: int) -> str:
    """Return ``words`` in at most ``width`` cells, the middle left out where they take more."""
    if cell_len(words) <= width:
        return words
    room = max(0, width - cell_len(CUT))
    head = _take(words, (room + 1) // 2)
    tail = _take(words[::-1], room // 2)[::-1]
    # Whole words, where none is half of what is shown.
    head = head.rsplit(" ", 1)[0] if " " in head[len(head) // 2 :] else head
    tail = tail.split(" ", 1)[-1] if " " in tail[: len(tail) // 2] else tail
    return f"{head.rstrip()}{CUT}{tail.lstrip()}" if width > 0 else ""


def fit_parts(words: str, width: int) -> str:
    """Return as many of the parts of ``words`` as ``width`` cells hold, from the first one on, each whole.

    The parts stand between dots: "Says it as fact · against deployment". Where not even the first one fits
    there is nothing.
    """
    parts = words.split(DOT)
    fitting = (DOT.join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((taken for taken in fitting if cell_len(taken) <= width), "")


def fit_chain(names: Sequence[str], width: int) -> list[str]:
    """Return ``names`` with arrows between them on one row of ``width`` cells, all of them there.

    The longest lose their middles where they must. Where that would leave too little of them to be read,
    there are two rows.
    """
    if len(names) < 2 or _limit(names, width) >= LEGIBLE:
        return [_fit_row(names, width)]
    halves = ((names[:at], names[at:]) for at in range(1, len(names)))
    first, last = min(halves, key=lambda two: max(cell_len(ARROW.join(half)) for half in two))
    tail = ARROW.rstrip()
    return [fit_words(_fit_row(first, width - cell_len(tail)) + tail, width), _fit_row(last, width)]


def _fit_row(names: Sequence[str], width: int) -> str:
    limit = max(1, _limit(names, width))
    return fit_words(ARROW.join(fit_words(name, limit) for name in names), width)


def _limit(names: Sequence[str], width: int) -> int:
    """Return how many cells each of ``names`` may take on a row; ``LEGIBLE`` at least where all are whole."""
    limit = _find_limit(names, width - cell_len(ARROW) * (len(names) - 1))
    return max(limit, LEGIBLE) if limit >= max(map(cell_len, names), default=0) else limit


def _find_limit(names: Sequence[str], room: int) -> int:
    """Return how many cells each of ``names`` may take so that all together take no more than ``room``."""
    lengths = sorted(map(cell_len, names))
    for at, length in enumerate(lengths):
        share = room // (len(lengths) - at)
        if length > share:
            return share
        room -= length
    return lengths[-1] if lengths else 0


def _take(words: str, width: int) -> str:
    """Return as much of the beginning of ``words`` as ``width`` cells hold."""
    end = 0
    for character in words:
        width -= cell_len(character)
        if width < 0:
            break
        end += 1
    return words[:end]
