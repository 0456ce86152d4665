"""What the keys for following do: the article behind a claim is opened, and one comes back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual import on, work
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.errors import LibraryError, SecondhandError
from secondhand.safe_text import make_safe
from secondhand.ui.keys.hints import hint
from secondhand.ui.messages import Arrived, Followed
from secondhand.ui.screens.features.copying import CitingScreen
from secondhand.wording.labels import UNREAD
from secondhand.wording.titles import title_of

if TYPE_CHECKING:
    from secondhand.ingest.fetch import Call
    from secondhand.library.leads import Lead

NO_CLAIM = "There is no claim here to follow."
STOPS = "{pane.article} stops."
NOWHERE = "No page is linked here, and the library has no article this comes from."
RELATIVE = "The link here is relative: open the file with --url and the address it was saved from."

# What fetches is imported only when it is asked for: the first paint need not wait for it.


class FollowingScreen(CitingScreen):
    """Lets the reader go from a claim to where it comes from, hop by hop."""

    trail: tuple[str, ...] = ()
    """who published the articles that led here"""
    _call: Call | None = None
    _fetching: Worker[None] | None = None
    _waiting: Followed | None = None

    @property
    def outlet(self) -> str:
        """What the article is called in a trail: its publisher, or its title where none is known."""
        return self._article.publisher or title_of(self._article)

    def same(self, other: FollowingScreen) -> bool:
        """Return whether ``other`` shows the same article."""
        mine, theirs = self._article, other.book.article
        kept = self.keeper.library is not None and self.keeper.entry == other.keeper.entry
        return kept or mine.text == theirs.text or (mine.url is not None and mine.url == theirs.url)

    def find(self, claim: Claim) -> None:
        """Begin at the paragraph that says what ``claim`` does, where there is one."""
        from secondhand.library.tracing import carried

        if place := carried(self._article, claim):
            self.set_reactive(FollowingScreen.session, self.here.move_to(place[0]))

    # --- where to go

    def action_follow(self) -> None:
        """Go where the current claim comes from; ask where there are several ways."""
        found = self._ways()
        if len(found) == 1:
            self._go((found[0], False))
        elif found:
            self._ask_way(found)

    def action_chain(self) -> None:
        """Show the chain of the current claim, to choose where to go."""
        if found := self._ways():
            self._ask_way(found)

    def action_browse(self) -> None:
        """Open the page the current claim leads to in the browser, else the article's own."""
        pages = [way for way in self._ways(quiet=True) if way.url]
        if len(pages) > 1:
            self._ask_way(pages)
        elif url := pages[0].url if pages else self._article.url:
            self._browse(url)
        else:
            self.say("Neither the claim nor the article tells an address.")

    def _ways(self, *, quiet: bool = False) -> tuple[Lead, ...]:
        """Return where one can go from the current claim; unless ``quiet``, say so where that is nowhere."""
        from secondhand.library.leads import find_leads, has_relative_link

        claim, problem = self.here.current, UNREAD if self.here.unread else NO_CLAIM
        if claim is not None:
            problem = RELATIVE if has_relative_link(self._article, claim) else NOWHERE
            try:
                found = find_leads(self._article, claim, self.keeper.library, self.keeper.entry)
            except LibraryError as error:
                found, problem = (), make_safe(str(error))
            if found:
                return found
        if not quiet:
            self.say(problem)
        return ()

    def _ask_way(self, found: tuple[Lead, ...] | list[Lead]) -> None:
        from secondhand.ui.screens.dialogs.chain import ChainScreen

        chain = self.here.current.chain if self.here.current else ()
        self.app.push_screen(ChainScreen(chain, found), self._go)

    def _go(self, chosen: tuple[Lead, bool] | None) -> None:
        """Go the way that was chosen: in the browser, by the library, or by fetching the page."""
        claim = self.here.current
        if chosen is None or claim is None:
            return
        way, outside = chosen
        if way.url and outside:
            self._browse(way.url)
        elif way.entry is not None and self.keeper.library is not None:
            try:
                article = self.keeper.library.notebook(way.entry).article
            except LibraryError as error:
                self.complain(error, "Library")
                return
            self.post_message(Followed(article, claim))
        elif way.url:
            self._tell(f"Fetching {make_safe(urlsplit(way.url).netloc)}… {hint(self, STOPS)}")
            self._fetching = self._fetch(way.url, claim)

    def _browse(self, url: str) -> None:
        from secondhand.ui.system.browser import browse

        try:
            self.say(browse(self.app, url))
        except SecondhandError as error:
            self._refuse(error)

    # --- fetching, in a thread of its own

    @work(thread=True, exclusive=True, group="fetching", exit_on_error=False)
    def _fetch(self, url: str, claim: Claim) -> None:
        """Fetch the article at ``url`` and report it."""
        from secondhand.ingest import read_linked
        from secondhand.ingest.fetch import Call

        worker = get_current_worker()
        self._call = call = Call()
        got: Article | SecondhandError
        try:
            if worker.is_cancelled:
                return
            got = read_linked(url, call)
        except SecondhandError as error:
            got = error
        if not worker.is_cancelled:
            self.post_message(Arrived(got, claim))

    def stop_fetching(self) -> bool:
        """Fetch no longer what is being fetched; return whether there was anything."""
        fetching, self._fetching = self._fetching, None
        if fetching is not None:
            fetching.cancel()
            if self._call is not None:
                self._call.end()
            self._tell("")
        return fetching is not None

    def on_unmount(self) -> None:
        """Keep nobody waiting for a page at the end."""
        self.stop_fetching()

    @on(Arrived)
    def _arrive(self, message: Arrived) -> None:
        """Go to the article that was fetched, once the reader has no dialog open."""
        if self._fetching is None:
            return
        self._fetching = None
        self._tell("")
        if isinstance(message.got, SecondhandError):
            self._refuse(message.got)
            return
        self._waiting = Followed(message.got, message.claim)
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Go to an article that arrived meanwhile."""
        if self._waiting is not None and self.app.screen is self:
            self.post_message(self._waiting)
            self._waiting = None

    def _tell(self, words: str) -> None:
        """Show ``words`` on a line of their own until there are others; none takes it away."""
        self.query("#fetching").remove()
        if words:
            self.mount(Static(words, id="fetching", markup=False), before="Footer")

    def _refuse(self, error: SecondhandError) -> None:
        self.notify(make_safe(str(error)), title="Not followed", severity="error", timeout=8, markup=False)

    # --- and back

    def action_back(self) -> None:
        """Go back to the article that led here."""
        if self.trail:
            self.app.pop_screen()
        else:
            self.say("This is where you began.")
