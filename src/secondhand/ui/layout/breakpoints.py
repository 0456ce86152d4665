"""Classes by the size of the terminal, there from the first layout on."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

BESIDE = [(0, "-stacked"), (100, "-wide")]
"""columns from which on the panel is under the article, or beside it → the class for that"""


def begin_in_size(screen: Screen[Any]) -> None:
    """Give ``screen`` the classes of its breakpoints for the size it opens in.

    Textual does so once it is laid out, and what is laid out without them is painted, cut, and laid out anew.
    """
    width, height = screen.app.size
    for length, points in ((width, screen.HORIZONTAL_BREAKPOINTS), (height, screen.VERTICAL_BREAKPOINTS)):
        reached = [name for least, name in points or () if length >= least]
        screen.add_class(*reached[-1:])
