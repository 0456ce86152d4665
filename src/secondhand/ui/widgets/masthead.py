"""The lines above the article: what it is, who published it and when, and how far its analysis has come."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from secondhand.article import Article
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.wording.days import format_day
from secondhand.wording.shortening import shorten
from secondhand.wording.titles import title_of

LAST = 3
"""outlets of a trail that are shown"""

LONGEST_PLACE = 24
"""characters of a page or chapter"""


class Masthead(Horizontal):
    """Title, publisher and date, with a progress bar that goes away when the analysis is done."""

    session: var[Session | None] = var(None)
    """what to show the progress of"""

    def __init__(self, article: Article, trail: tuple[str, ...] = ()) -> None:
        """Show what is known of ``article``, and the ``trail`` of outlets by which one came to it."""
        super().__init__()
        self._article = article
        self._trail = trail
        self._place = ""

    def compose(self) -> ComposeResult:
        """Make the two lines."""
        title, imprint = title_of(self._article), trail_of(self._trail) + imprint_of(self._article)
        yield Static(Content.assemble((title, "bold"), "\n", (imprint, "$quiet")), id="title")
        if self._article.places:
            yield Static(id="place", markup=False)

    def watch_session(self, session: Session | None) -> None:
        """Tell the page or chapter, and move the bar, or take it away."""
        if session is not None and (place := place_of(session)) != self._place:
            self._place = place
            self.query_one("#place", Static).update(f"\n{place}")
        bars = self.query("ProgressBar")
        if session is None or session.state != "reading":
            bars.remove()
        elif session.total:
            # Only now: the first paint need not wait for it.
            from textual.widgets import ProgressBar

            bar = bars.first(ProgressBar) if bars else ProgressBar(show_eta=False, show_percentage=False)
            bar.update(total=session.total, progress=session.done)
            if not bars:
                self.mount(bar)


def place_of(session: Session) -> str:
    """Return the page or chapter that the cursor is in: "p. 3"; "" where the article has none."""
    article, claim = session.article, session.current
    if not article.places or not article.paragraphs:
        return ""
    begins = article.paragraphs[session.paragraph].start
    place = article.place_at(max(begins, claim.content[0].start if claim else 0))
    return shorten(place.short, LONGEST_PLACE) if place else ""


def trail_of(trail: tuple[str, ...]) -> str:
    """Return the last outlets of ``trail`` as a path that something stands at the end of: "Sputnik › "."""
    shown = ("…", *trail[-LAST:]) if len(trail) > LAST else trail
    return "".join(f"{make_safe(outlet)} › " for outlet in shown)


def imprint_of(article: Article) -> str:
    """Return publisher, date and authors of ``article`` on one line."""
    parts = [make_safe(article.publisher) if article.publisher else "unknown publisher"]
    if article.credit:
        parts.append(f"from {make_safe(article.credit)}")
    if article.date:
        parts.append(format_day(article.date))
    elif article.changed:
        parts.append(f"changed on {format_day(article.changed)}")
    if article.authors:
        parts.append("by " + make_safe(", ".join(article.authors)))
    if article.incomplete:
        parts.append("its page has more than this")
    return " · ".join(parts)
