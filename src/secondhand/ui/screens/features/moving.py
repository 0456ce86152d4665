"""Moving: by paragraph, by page, and to any place of the article."""

from __future__ import annotations

from secondhand.session import Session
from secondhand.ui.screens.features.host import Host

MOVES_THE_CURSOR = {
    "next_paragraph",
    "previous_paragraph",
    "step",
    "next_claim",
    "previous_claim",
    "filter",
    "find",
    "next_mark",
    "other_pane",
    "article_pane",
    "select",
    "follow",
    "chain",
    "browse",
    "back",
    "jump_back",
    "jump_forward",
    "outline",
}
"""actions of the screen that do, and wait while words are selected"""


class Moving:
    """Moves the reader through the article, and scrolls along."""

    def __init__(self, host: Host) -> None:
        """Move in the article of ``host``."""
        self._host = host
        self.is_turning = False
        """whether the cursor only goes along with a page that is turned"""

    def go_to(self, paragraph: int) -> None:
        """Put the cursor on ``paragraph`` and scroll there."""
        self._host.session = self._host.session.move_to(paragraph)
        self._host.view.reveal(self._host.session.paragraph)

    def go_to_offset(self, offset: int) -> None:
        """Put the cursor on the paragraph with the character at ``offset``, and scroll to that."""
        self.go_to(self._host.article.paragraph_at(offset))
        self._host.view.reveal_words(offset, offset + 1)

    def go_to_next_paragraph(self) -> None:
        """Go on by a paragraph, or by a page where the current one goes on below the view."""
        window, paragraph = self._host.view.window, self._host.session.paragraph
        if window.hides_end(paragraph):
            self._host.view.scroll_relative(y=window.page, animate=False)
        else:
            self.go_to(paragraph + 1 if window.shows(paragraph) else window.first())

    def go_to_previous_paragraph(self) -> None:
        """Go back by a paragraph, or by a page where the current one begins above the view."""
        window, paragraph = self._host.view.window, self._host.session.paragraph
        if window.hides_start(paragraph):
            self._host.view.scroll_relative(y=-window.page, animate=False)
        else:
            self.go_to(paragraph - 1 if window.shows(paragraph) else window.first())

    def go_to_beginning(self) -> None:
        """Go to the beginning of the article."""
        self.go_to(0)
        self._host.view.scroll_home(animate=False)

    def go_to_end(self) -> None:
        """Go to the end of the article."""
        self.go_to(len(self._host.article.paragraphs) - 1)
        self._host.view.scroll_end(animate=False)

    def turn_page(self, direction: int) -> None:
        """Go a page on (1) or back (-1)."""
        self._turn(direction * self._host.view.window.page)

    def turn_half_page(self, direction: int) -> None:
        """Go half a page on (1) or back (-1)."""
        self._turn(direction * max(1, self._host.view.window.height // 2))

    def _turn(self, rows: int) -> None:
        """Scroll by ``rows`` with the cursor: in one go, so that both are painted at once."""
        self.is_turning = True
        self._host.session = self._host.session.move_to(self._host.view.turn(rows))
        self.is_turning = False


def spot_of(session: Session) -> tuple[int, ...]:
    """Return where the cursor is: paragraph, and content of the current claim."""
    content = session.current.content if session.current else ()
    return (session.paragraph, *(at for span in content for at in (span.start, span.end)))
