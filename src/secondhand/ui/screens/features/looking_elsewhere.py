"""Looking elsewhere: where else the current claim stands, in the articles of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondhand.errors import LibraryError
from secondhand.ui.background.autosave import Place
from secondhand.ui.messages import Followed
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

if TYPE_CHECKING:
    from secondhand.statements.statement import Member

NO_CLAIM = "There is no claim here to look for elsewhere."
NO_LIBRARY = "This article is in no library: there is nowhere else to look."
NOWHERE = "The library has it in no other article, as far as their words tell."

# What joins claims of several articles is imported only when it is asked for: the first paint need not wait.


def tell_elsewhere(place: Place) -> dict[str, str]:
    """Return a line for each claim of the article at ``place`` that stands in others, by its id.

    The library is opened anew, so that any thread may ask. Raises LibraryError.
    """
    from secondhand.export.statements.phrases import elsewhere_line
    from secondhand.library import Library
    from secondhand.library.elsewhere import find_elsewhere

    source = str(place.entry)
    with Library.open(place.library, make=False) as library:
        found = find_elsewhere(library, place.entry)
    # What stands in most articles is told of a claim that has several statements: it comes first.
    return {
        member.claim: elsewhere_line(statement, source)
        for statement in reversed(found)
        for member in statement.members
        if member.carrier.source == source
    }


class LookingElsewhere:
    """Lets the reader go from a claim to the other articles that have it."""

    def __init__(self, host: Host) -> None:
        """Look for the claims of ``host``."""
        self._host = host

    def show(self) -> None:
        """Show in which other articles the current claim stands; say so where it stands in none."""
        host, claim = self._host, self._host.session.current
        library, entry = host.keeper.library, host.keeper.entry
        if claim is None:
            host.say(UNREAD if host.session.unread else NO_CLAIM)
        elif library is None or entry is None:
            host.say(NO_LIBRARY)
        else:
            from secondhand.library.elsewhere import find_elsewhere
            from secondhand.ui.screens.dialogs.statement_list import StatementsScreen

            try:
                found = find_elsewhere(library, entry, claim.id)
            except LibraryError as error:
                host.complain(error, "Library")
                return
            if found:
                host.open_dialog(StatementsScreen(found, str(entry)), self._go)
            else:
                host.say(NOWHERE)

    def _go(self, chosen: Member | None) -> None:
        """Open the article that has ``chosen``, at it."""
        host = self._host
        if chosen is None or host.keeper.library is None:
            return
        try:
            book = host.keeper.library.notebook(int(chosen.carrier.source))
        except LibraryError as error:
            host.complain(error, "Library")
            return
        claims = book.analysis.claims if book.analysis else ()
        claim = next((one for one in claims if one.id == chosen.claim), None)
        if claim is not None:
            host.post_message(Followed(book.article, claim))
