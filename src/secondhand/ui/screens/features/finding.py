"""What the keys for finding do: look for words, step through the hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.css.query import DOMQuery
from textual.reactive import var
from textual.worker import get_current_worker

from secondhand.search import Search, search
from secondhand.ui.keys.hints import hint
from secondhand.ui.messages import FindEnded, Found, Sought
from secondhand.ui.screens.features.filtering import FilteringScreen

if TYPE_CHECKING:
    from secondhand.ui.widgets.find_bar import FindBar

NOTHING = "Nothing is found: {reader.find} looks for something else, {pane.article} ends the search."

# The line itself is imported only when it is asked for: the first paint need not wait for it.


class FindingScreen(FilteringScreen):
    """Lets the reader find words, in a thread of its own: no pattern can stop the keys."""

    search: var[Search | None] = var(None)
    """what is looked for"""
    _pattern = ""
    """what was looked for last"""
    _origin = (0, 0)
    """paragraph and row the reader was at before"""

    def action_find(self) -> None:
        """Write what to look for."""
        from secondhand.ui.widgets.find_bar import FindBar

        self._origin = (self.here.paragraph, self.article_view.scroll_offset.y)
        bars = self.query(FindBar)
        if bars:
            bars.first().write()
        else:
            self.mount(FindBar(self._pattern), before="Footer")

    @on(Sought)
    def _look(self, message: Sought) -> None:
        self._pattern = message.pattern
        if message.pattern:
            self._search(message.pattern)
        else:
            self._show(None)

    @work(thread=True, exclusive=True, group="find")
    def _search(self, pattern: str) -> None:
        """Look for ``pattern``, and report what comes of it unless another one is looked for by then."""
        found = search(self._article, pattern)
        if not get_current_worker().is_cancelled:
            self.post_message(Found(found))

    @on(Found)
    def _show_found(self, message: Found) -> None:
        """Show the first hit from where the reader was."""
        if message.search.pattern == self._pattern and self._bars():
            self._show(message.search.from_(self._paragraph(self._origin[0])[0]))

    def _show(self, search: Search | None) -> None:
        """Show ``search`` and go to its hit, or back where it has none."""
        self.search = search
        for bar in self._bars():
            bar.tell(search)
        if search is None or search.hit is None:
            self._back()
            return
        start, end = search.hit
        here = self.here.move_to(self._article.paragraph_at(start))
        claim = here.claim_at(start)
        self.session = here.choose(claim) if claim else here
        self.article_view.reveal_words(start, end)

    @on(FindEnded)
    def _end_writing(self, message: FindEnded) -> None:
        """Go on in the text: at the hit, or where the reader was."""
        self.article_view.focus()
        if not message.kept:
            self._back()
            self.end_search()

    def end_search(self) -> None:
        """Look for nothing any more."""
        self.search = None
        self._bars().remove()

    def _back(self) -> None:
        """Go back to where the reader was before they looked for anything."""
        paragraph, top = self._origin
        self.session = self.here.move_to(paragraph)
        self.article_view.scroll_to(y=top, animate=False)

    def action_step(self, step: int) -> None:
        """Go to the next (1) or the preceding (-1) hit, or claim where nothing is looked for."""
        if self.search is None:
            self.to_claim(step)
        elif not self.search.hits:
            self.say(hint(self, NOTHING))
        else:
            self._show(self.search.step(step, *self._paragraph(self.here.paragraph)))

    def action_article_pane(self) -> None:
        """Stop what is being fetched, or let the keys go to the article, or end the search, or the filter."""
        if self.stop_fetching():
            return
        if not self.article_view.has_focus:
            self.article_view.focus()
        elif self.search is not None or self._bars():
            self.end_search()
        else:
            self.session = self.here.narrow(None)

    def _bars(self) -> DOMQuery[FindBar]:
        """Return the line, where there is one."""
        from secondhand.ui.widgets.find_bar import FindBar

        return self.query(FindBar)

    def _paragraph(self, paragraph: int) -> tuple[int, int]:
        """Return where ``paragraph`` begins and ends."""
        here = self._article.paragraphs[paragraph : paragraph + 1]
        return (here[0].start, here[0].end) if here else (0, 0)
