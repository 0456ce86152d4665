"""Following: the article behind a claim is opened, and one comes back from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.worker import Worker, get_current_worker

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.errors import LibraryError, SecondhandError
from secondhand.safe_text import make_safe
from secondhand.ui.messages import Arrived, Followed
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

if TYPE_CHECKING:
    from secondhand.ingest.fetch import Call
    from secondhand.library.leads import Lead

NO_CLAIM = "There is no claim here to follow."
STOPS = "{pane.article} stops."
NOWHERE = "No page is linked here, and the library has no article this comes from."
RELATIVE = "The link here is relative: open the file with --url and the address it was saved from."

# What fetches is imported only when it is asked for: the first paint need not wait for it.


class Following:
    """Lets the reader go from a claim to where it comes from, hop by hop."""

    def __init__(self, host: Host) -> None:
        """Follow the claims of ``host``."""
        self._host = host
        self._call: Call | None = None
        self._fetching: Worker[None] | None = None
        self.arrived: Followed | None = None
        """where to go once no dialog is open"""

    # --- where to go

    def follow(self) -> None:
        """Go where the current claim comes from; ask where there are several ways."""
        leads = self._find_leads()
        if len(leads) == 1:
            self._go((leads[0], False))
        elif leads:
            self._choose(leads)

    def show_chain(self) -> None:
        """Show the chain of the current claim, to choose where to go."""
        if leads := self._find_leads():
            self._choose(leads)

    def open_in_browser(self) -> None:
        """Open the page the current claim leads to in the browser, else the article's own."""
        pages = [lead for lead in self._find_leads(quiet=True) if lead.url]
        if len(pages) > 1:
            self._choose(pages)
        elif url := pages[0].url if pages else self._host.article.url:
            self._browse(url)
        else:
            self._host.say("Neither the claim nor the article tells an address.")

    def _find_leads(self, *, quiet: bool = False) -> tuple[Lead, ...]:
        """Return where one can go from the current claim; unless ``quiet``, say so where that is nowhere."""
        from secondhand.library.leads import find_leads, has_relative_link

        host = self._host
        claim, problem = host.session.current, UNREAD if host.session.unread else NO_CLAIM
        if claim is not None:
            problem = RELATIVE if has_relative_link(host.article, claim) else NOWHERE
            try:
                found = find_leads(host.article, claim, host.keeper.library, host.keeper.entry)
            except LibraryError as error:
                found, problem = (), make_safe(str(error))
            if found:
                return found
        if not quiet:
            host.say(problem)
        return ()

    def _choose(self, leads: Sequence[Lead]) -> None:
        """Ask which of ``leads`` to go."""
        from secondhand.ui.screens.dialogs.chain import ChainScreen

        claim = self._host.session.current
        self._host.open_dialog(ChainScreen(claim.chain if claim else (), leads), self._go)

    def _go(self, chosen: tuple[Lead, bool] | None) -> None:
        """Go the way that was chosen: in the browser, by the library, or by fetching the page."""
        host, claim = self._host, self._host.session.current
        if chosen is None or claim is None:
            return
        lead, outside = chosen
        if lead.url and outside:
            self._browse(lead.url)
        elif lead.entry is not None and host.keeper.library is not None:
            try:
                article = host.keeper.library.notebook(lead.entry).article
            except LibraryError as error:
                host.complain(error, "Library")
                return
            host.post_message(Followed(article, claim))
        elif lead.url:
            outlet = make_safe(urlsplit(lead.url).netloc)
            host.show_line("fetching", f"Fetching {outlet}… {host.name_keys(STOPS)}")
            self._fetching = host.run_in_thread(partial(self._fetch, lead.url, claim), "fetching")

    def _browse(self, url: str) -> None:
        """Open ``url`` in the browser, and say what came of it."""
        from secondhand.ui.system.browser import browse

        try:
            self._host.say(browse(self._host.app, url))
        except SecondhandError as error:
            self._refuse(error)

    # --- fetching, in a thread of its own

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
        except Exception as error:
            got = SecondhandError(f"{type(error).__name__}: {error}")
        if not worker.is_cancelled:
            self._host.post_message(Arrived(got, claim))

    def stop_fetching(self) -> bool:
        """Fetch no longer what is being fetched; return whether there was anything."""
        fetching, self._fetching = self._fetching, None
        if fetching is not None:
            fetching.cancel()
            if self._call is not None:
                self._call.end()
            self._host.show_line("fetching", "")
        return fetching is not None

    def arrive(self, got: Article | SecondhandError, claim: Claim) -> None:
        """Go to the article that was fetched, once the reader has no dialog open."""
        if self._fetching is None:
            return
        self._fetching = None
        self._host.show_line("fetching", "")
        if isinstance(got, SecondhandError):
            self._refuse(got)
            return
        self.arrived = Followed(got, claim)
        self.go_on()

    def go_on(self) -> None:
        """Go to an article that arrived meanwhile, unless a dialog is open."""
        if self.arrived is not None and self._host.is_active:
            self._host.post_message(self.arrived)
            self.arrived = None

    def _refuse(self, error: SecondhandError) -> None:
        self._host.complain(error, "Not followed", "error")
