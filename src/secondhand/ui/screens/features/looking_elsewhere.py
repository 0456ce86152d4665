"""Looking elsewhere: where else the current claim stands, in the articles of the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from secondhand.errors import LibraryError
from secondhand.ui.background.autosave import Place
from secondhand.ui.messages import ClaimSelected, Followed
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

if TYPE_CHECKING:
    from secondhand.library import Library
    from secondhand.statements.sayings import Saying
    from secondhand.statements.statement import Member
    from secondhand.ui.screens.dialogs.saying_list import SayingsScreen

NO_CLAIM = "There is no claim here to look for elsewhere."
NO_LIBRARY = "This article is in no library: there is nowhere else to look."
NOBODY = "The claim's speaker has no name to look for."
MISSING = "There may be more:"
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


def count_unread(library: Library) -> str:
    """Return how many articles of ``library`` are not read yet, what they claim unknown; "" where all are."""
    count = sum(1 for row in library.rows() if row.added)
    if not count:
        return ""
    many = "1 article is" if count == 1 else f"{count} articles are"
    return f"{many} not read yet: {{reader.library}} opens one."


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
                unread = count_unread(library)
            except LibraryError as error:
                host.complain(error, "Library")
                return
            if found:
                host.open_dialog(StatementsScreen(found, str(entry)), self._go)
            else:
                host.say(f"{NOWHERE} {host.name_keys(unread)}".rstrip(), 6 if unread else 3)

    def show_sayings(self) -> None:
        """Show all that whoever makes the current claim said, in every article of the library."""
        from secondhand.statements.members import make_utterer
        from secondhand.statements.people import is_named

        host, claim = self._host, self._host.session.current
        speaker = host.session.index.speaker(claim) if claim else None
        if claim is None:
            host.say(UNREAD if host.session.unread else NO_CLAIM)
        elif speaker is None or not is_named(make_utterer(speaker)):
            host.say(NOBODY)
        elif host.keeper.library is None:
            host.say(NO_LIBRARY)
        else:
            try:
                unread = count_unread(host.keeper.library)
            except LibraryError as error:
                host.complain(error, "Library")
                return
            host.open_dialog(make_sayings_screen(host.keeper.library, speaker.name), self._go)
            if unread:
                host.say(f"{MISSING} {host.name_keys(unread)}", 6)

    def _go(self, chosen: Member | None) -> None:
        """Go to ``chosen``: in the article one reads, or in the one that has it."""
        host, library = self._host, self._host.keeper.library
        if chosen is None or library is None:
            return
        if chosen.carrier.source == str(host.keeper.entry):
            claims = host.session.index.claims
            if claim := next((one for one in claims if one.id == chosen.claim), None):
                host.post_message(ClaimSelected(claim))
            return
        try:
            found = find_followed(library, chosen)
        except LibraryError as error:
            host.complain(error, "Library")
            return
        if found is not None:
            host.post_message(found)


def make_sayings_screen(library: Library, name: str) -> SayingsScreen:
    """Return the screen of all that somebody called ``name`` said in the articles of ``library``."""
    from secondhand.ui.screens.dialogs.saying_list import SayingsScreen

    return SayingsScreen(name, partial(_find_sayings, library.path, name))


def _find_sayings(path: Path, name: str) -> list[Saying]:
    """Return what ``name`` said; the library is opened anew, for another thread. Raises LibraryError."""
    from secondhand.library import Library
    from secondhand.library.elsewhere import find_sayings

    with Library.open(path, make=False) as library:
        return find_sayings(library, name)


def find_followed(library: Library, member: Member) -> Followed | None:
    """Return the way to the claim of ``member``, None where it is there no more. Raises LibraryError."""
    book = library.notebook(int(member.carrier.source))
    claims = book.analysis.claims if book.analysis else ()
    claim = next((one for one in claims if one.id == member.claim), None)
    return Followed(book.article, claim) if claim is not None else None
