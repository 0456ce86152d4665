"""The list of filters: which claims to leave."""

from __future__ import annotations

from rich.text import Text

from secondhand.filters import Filter, filters
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.keys.bindings import FILTERS
from secondhand.ui.screens.dialogs.narrowed_list import ListRow, NarrowedList


class FilterScreen(NarrowedList[Filter]):
    """A list of filters with how many claims each leaves, over the reader. Its result is the one chosen.

    Unsure claims are left by those alone that are about them, unless they are shown like all others.
    """

    BINDINGS = FILTERS
    TOLD = "Only claims that are …"
    NOTHING = "No claims like that."

    def __init__(self, session: Session, highlighted: Filter) -> None:
        """Offer what leaves some of the claims of ``session``, ``highlighted`` among it."""
        index = session.index
        every = (*filters(index.claims, index.speakers.values()), highlighted)
        claims = [(claim, index.speaker(claim)) for claim in index.claims]
        unfolded = session.unfolded
        counted = ((by, sum(by.leaves(*claim, unfolded=unfolded) for claim in claims)) for by in every)
        super().__init__(
            [
                ListRow(by.label, Text(f"{count:>4}  {make_safe(by.label)}"), by)
                for by, count in counted
                if count
            ]
        )
