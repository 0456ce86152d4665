"""Finding: words or a regular expression are looked for, and the reader steps through the hits."""

from __future__ import annotations

from functools import partial

from textual.worker import get_current_worker

from secondhand.search import Search, search
from secondhand.ui.messages import Found
from secondhand.ui.screens.features.host import Host

NOTHING = "Nothing is found: {reader.find} looks for something else, {pane.article} ends the search."


class Finding:
    """Lets the reader find words, in a thread of its own: no pattern can stop the keys."""

    def __init__(self, host: Host) -> None:
        """Look for words in the article of ``host``."""
        self._host = host
        self.pattern = ""
        """what was looked for last"""
        self.is_on = False
        """whether there is a line to write into what to look for"""
        self._origin = (0, 0)
        """paragraph and row the reader was at before"""

    def begin(self) -> None:
        """Remember where the reader is: they come back there where nothing is found."""
        self.is_on = True
        self._origin = (self._host.session.paragraph, self._host.view.scroll_offset.y)

    def look_for(self, pattern: str) -> None:
        """Look for ``pattern``, and report what comes of it as Found; where it is empty, show all again."""
        self.pattern = pattern
        if pattern:
            self._host.run_in_thread(partial(self._search, pattern), "find")
        else:
            self.show(None)

    def _search(self, pattern: str) -> None:
        """Look for ``pattern``, and report what comes of it unless another one is looked for by then."""
        found = search(self._host.article, pattern)
        if not get_current_worker().is_cancelled:
            self._host.post_message(Found(found))

    def show_found(self, found: Search) -> None:
        """Show the first hit from where the reader was, unless something else is looked for by now."""
        if self.is_on and found.pattern == self.pattern:
            self.show(found.from_(self._extent_of(self._origin[0])[0]))

    def show(self, found: Search | None) -> None:
        """Show ``found`` and go to its hit, or back where it has none."""
        host = self._host
        host.search = found
        if found is None or found.hit is None:
            self.go_back()
            return
        start, end = found.hit
        moved = host.session.move_to(host.article.paragraph_at(start))
        claim = moved.claim_at(start)
        host.session = moved.choose(claim) if claim else moved
        host.view.reveal_words(start, end)

    def end(self) -> None:
        """Look for nothing any more."""
        self.is_on = False
        self._host.search = None

    def step(self, step: int) -> None:
        """Go to the next (1) or the preceding (-1) hit of what is looked for."""
        found = self._host.search
        if found is None or not found.hits:
            self._host.say(self._host.name_keys(NOTHING))
        else:
            self.show(found.step(step, *self._extent_of(self._host.session.paragraph)))

    def go_back(self) -> None:
        """Go back to where the reader was before they looked for anything."""
        paragraph, top = self._origin
        self._host.session = self._host.session.move_to(paragraph)
        self._host.view.scroll_to(y=top, animate=False)

    def _extent_of(self, paragraph: int) -> tuple[int, int]:
        """Return where ``paragraph`` begins and ends."""
        here = self._host.article.paragraphs[paragraph : paragraph + 1]
        return (here[0].start, here[0].end) if here else (0, 0)
