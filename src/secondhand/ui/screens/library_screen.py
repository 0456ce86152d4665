"""The library: every article there is, to find again, open, and delete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.errors import LibraryError, SecondhandError
from secondhand.library.searching import read_wanted
from secondhand.safe_text import make_safe
from secondhand.ui.drawing import library_table
from secondhand.ui.drawing.table_columns import Order
from secondhand.ui.keys.bindings import LIBRARY, START
from secondhand.ui.keys.hints import hint
from secondhand.ui.keys.palette import LibraryCommands, StartCommands
from secondhand.ui.screens.article_table import Articles, ListingScreen
from secondhand.wording.shortening import shorten

if TYPE_CHECKING:
    from secondhand.library import Library, Row
    from secondhand.library.word_index import Hit
    from secondhand.statements.statement import Member

EMPTY = """\
Nothing here yet.

Every article you read is kept here, with its claims and all that you make of it:

  secondhand article.txt
  secondhand https://example.org/news.html
"""
_MOMENT = 0.03
"""seconds in which words are taken up: no key waits longer for it"""
_REST = 0.1
"""seconds after that"""
UNDO = "\n{library.undo} brings back what you deleted."
BACK = "{library.undo} brings it back."


NO_NAME = "Search for a name first ({library.filter}), to see all that they said."
NONE_NEW = """\
Nothing is put by for later: {library.inbox} shows all articles.

  secondhand add https://example.org/news.html
"""


@dataclass
class Brought(Message):
    """An article that was put by as an address is there."""

    article: Article
    number: int


@dataclass
class Lacking(Message):
    """An article that was put by cannot be had."""

    problem: SecondhandError


@dataclass(frozen=True, slots=True)
class Pick:
    """The article to open."""

    entry: int
    hit: Hit | None = None
    """where in it, None where reading stopped"""


class LibraryScreen(ListingScreen["Row"]):
    """A table of articles. Its result is what was chosen, or None to go back."""

    BINDINGS = LIBRARY
    COMMANDS: ClassVar = {LibraryCommands}
    HEADING = "Library"
    LOOKS_AT = "to search titles, texts, claims, speakers, notes, #tags"

    def __init__(self, library: Library, wanted: str = "") -> None:
        """Show what is in ``library``, at first only what has the words ``wanted``."""
        super().__init__(Order(library_table.COLUMNS, library_table.OPENED))
        self._library = library
        self._first = wanted
        self._since: datetime | None = None
        self._only_new = False
        self._deleted: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        """Read the library, and take up words to search while nobody waits for it."""
        self._load()
        if self._first:
            self.filter.value = self._first
        self.set_timer(_REST, self._gather)

    def _gather(self) -> None:
        """Take up words for a moment, then compare what articles say, and again after another one."""
        from secondhand.library.elsewhere import compare_waiting

        try:
            done = self._library.gather_words(_MOMENT) and compare_waiting(self._library, _MOMENT)
        except LibraryError:
            return
        if not done:
            self.set_timer(_REST, self._gather)

    def _load(self) -> None:
        """Read the library anew; where that fails, say why."""
        try:
            self._since = self._library.inbox.visit()
            every = (*self._library.inbox.list_waiting(), *self._library.rows())
            self.show({row.entry: row for row in every if row.added or not self._only_new})
        except LibraryError as error:
            self._complain(error)
            self.show(self._known)

    def haystack(self, row: Row) -> str:
        """Return title, publisher, date and tags, in lower case."""
        return row.listed_by

    def passing(self, wanted: str) -> Callable[[int], bool]:
        """Return whether an article has all words of ``wanted``, in its text or any mark of it too."""
        if not wanted:
            return lambda _: True
        try:
            found = self._library.search(read_wanted(wanted), self._known.values())
        except LibraryError as error:
            self._complain(error)
            return super().passing(wanted)
        return found.__contains__

    @on(Articles.RowHighlighted)
    @on(Input.Changed, "#filter")
    def _show_hit(self) -> None:
        """Show where in the article under the cursor the words stand."""
        hit = self._find_hit()
        self.set_class(hit is not None, "-found")
        if hit is not None:
            self.query_one("#found", Static).update(library_table.draw_hit(hit))

    def _find_hit(self) -> Hit | None:
        """Return where what is looked for stands in the article under the cursor, or None."""
        wanted = read_wanted(self.filter.value)
        try:
            return self._library.hit(self.entry, wanted) if self.entry and wanted.words else None
        except LibraryError:
            return None

    def heading(self) -> str:
        """Return what stands above the table: what is new, since one last looked."""
        new = [row.added for row in self._known.values() if row.added]
        told = f" · {len(new)} new" if new else ""
        if late := sum(1 for added in new if self._since and added > self._since):
            told += f", {late} since your last visit"
        return ("Put by for later" if self._only_new else self.HEADING) + told

    def action_inbox(self) -> None:
        """Show only what was put by and not read yet, or all again."""
        self._only_new = not self._only_new
        self._load()

    def action_sayings(self) -> None:
        """Show all that whoever is searched for said."""
        from secondhand.ui.screens.features.looking_elsewhere import make_sayings_screen

        if name := self.filter.value.strip():
            self.app.push_screen(make_sayings_screen(self._library, name), self._go)
        else:
            self._say(hint(self, NO_NAME))

    def _go(self, chosen: Member | None) -> None:
        """Read the article that has ``chosen``, at the claim."""
        from secondhand.ui.screens.features.looking_elsewhere import find_followed

        if chosen is None:
            return
        try:
            found = find_followed(self._library, chosen)
        except LibraryError as error:
            self._complain(error)
            return
        if found is not None:
            self.post_message(found)

    def nothing(self) -> str:
        """Return what to do where there are no articles."""
        if self._only_new:
            return hint(self, NONE_NEW)
        return EMPTY + (hint(self, UNDO) if self._deleted else "")

    def open_chosen(self, number: int) -> None:
        """Go back with the article that was chosen, and where in it the words stand that were looked for."""
        row = self._known.get(number)
        if number < 0 and row is not None:
            self.notify("Fetching the article…", timeout=2, markup=False)
            self._fetch(row.url or "", number)
        else:
            self.dismiss(Pick(number, self._find_hit()))

    @work(thread=True, exclusive=True, group="fetching", exit_on_error=False)
    def _fetch(self, address: str, number: int) -> None:
        """Fetch the article that was put by as an ``address``, and report what comes of it."""
        from secondhand.ingest import open_bundle

        worker = get_current_worker()
        told: Message
        try:
            told = Brought(open_bundle(address).article(follow=True), number)
        except SecondhandError as error:
            told = Lacking(error)
        if not worker.is_cancelled:
            self.post_message(told)

    @on(Brought)
    def _open_brought(self, message: Brought) -> None:
        """Keep the article that was fetched, and go back with it."""
        try:
            entry = self._library.enter(message.article)
            self._library.inbox.delete(message.number)
            self.dismiss(Pick(entry))
        except LibraryError as error:
            self._complain(error)

    @on(Lacking)
    def _tell_lacking(self, message: Lacking) -> None:
        self._complain(message.problem)

    def action_delete(self) -> None:
        """Delete the article under the cursor."""
        row = self._known.get(self.entry or 0)
        if row is None:
            return
        title = shorten(library_table.title_of(row))
        try:
            (self._library if row.entry > 0 else self._library.inbox).delete(row.entry)
        except LibraryError as error:
            self._complain(error)
            return
        self._deleted.append((row.entry, title))
        at = self.table.cursor_row
        self._load()
        self.table.move_cursor(row=at)
        self._say(f"Deleted “{title}”. {hint(self, BACK)}")

    def action_undo(self) -> None:
        """Bring back the article deleted last."""
        if not self._deleted:
            self._say("Nothing was deleted here.")
            return
        entry, title = self._deleted[-1]
        try:
            (self._library if entry > 0 else self._library.inbox).restore(entry)
        except LibraryError as error:
            self._complain(error)
            return
        self._deleted.pop()
        self._load()
        self._say(f"“{title}” is back.")

    def _say(self, words: str) -> None:
        """Tell the user something for a moment, in the place of what was told before."""
        self.app.clear_notifications()
        self.notify(words, timeout=4, markup=False)

    def _complain(self, error: SecondhandError) -> None:
        self.notify(make_safe(str(error)), title="Library", severity="error", markup=False)


class StartScreen(LibraryScreen):
    """The library where the program began with it: who leaves it quits."""

    BINDINGS: ClassVar = list(START)
    IS_FIRST = True
    COMMANDS: ClassVar = {StartCommands}
