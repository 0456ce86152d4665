"""The article as one selects words in it: by keyboard in steps, by mouse in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from secondhand.ui.keys.bindings import SELECT
from secondhand.ui.messages import Selecting
from secondhand.ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from secondhand.article import Article
    from secondhand.ui.layout.selection import Selection


class SelectingView(ArticleView, inherit_bindings=False):
    """The text, with a selection that keys and mouse change. Its keys work while something is selected."""

    BINDINGS: ClassVar[list[BindingType]] = SELECT
    _pressed: int | None = None
    """the offset at which a mouse button was pressed"""
    _dragged = False
    _column: tuple[Selection | None, int] = (None, 0)
    """what was selected by the last move to another line, and the cell these moves keep to"""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let other keys than those of a selection pass while there is none."""
        return self.selection is not None if action.startswith("select_") else True

    def watch_selection(self, old: Selection | None, new: Selection | None) -> None:
        """Draw the selection, keep its end in view, and tell when one begins or ends."""
        self.refresh()
        if new is not None and not self._dragged:
            self.reveal_words(*new.head)
        if (old is None) != (new is None) or (old and new and (old.begun is None) != (new.begun is None)):
            self.post_message(Selecting(new))

    # --- the keys

    def begin(self, offset: int) -> None:
        """Look for the beginning of a selection from the word at ``offset`` on."""
        if self.session is not None:
            self.selection = _select(self.session.article, offset)

    def action_select_word(self, step: int) -> None:
        """Move to the next word (1) or the one before (-1)."""
        if self.selection is not None:
            self.selection = self.selection.by_word(step)

    def action_select_line(self, step: int) -> None:
        """Move a line down (1) or up (-1)."""
        if self.selection is None:
            return
        start, end = self.selection.head
        at = end - 1 if self.selection.begun else start
        # As in editors, one comes back to the column one set out from.
        if self.selection is not self._column[0]:
            self._column = (None, self.cell_of(at))
        self.selection = self.selection.to(self.offset_beside(at, step, self._column[1]))
        self._column = (self.selection, self._column[1])

    def action_select_sentence(self, step: int) -> None:
        """Move to the end of the sentence (1) or to its beginning (-1)."""
        if self.selection is not None:
            self.selection = self.selection.by_sentence(step)

    def action_select_whole(self) -> None:
        """Take the whole sentence, and then the next one besides."""
        if self.selection is not None:
            self.selection = self.selection.sentence()

    def action_select_begin(self) -> None:
        """Begin at the word one is at."""
        if self.selection is not None:
            self.selection = self.selection.begin()

    def action_select_turn(self) -> None:
        """Move the other end from now on."""
        if self.selection is not None:
            self.selection = self.selection.turn()

    async def action_select_highlight(self) -> None:
        """Highlight what is selected."""
        await self.screen.run_action("highlight")

    def action_select_leave(self) -> None:
        """Select nothing."""
        self.selection = None

    # --- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a selection may begin."""
        self._pressed = self.offset_at(event.x, event.y) if event.button == 1 else None
        self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button was pressed to where the mouse is."""
        if self._pressed is None or self.session is None:
            return
        if not event.button:
            self._pressed = None
            return
        if not self._dragged:
            self.capture_mouse()
        if not 0 <= event.y < self.size.height:
            self.scroll_relative(y=1 if event.y > 0 else -1, animate=False)
        offset = self.offset_at(event.x, min(max(event.y, 0), self.size.height - 1))
        if offset is None or (offset == self._pressed and not self._dragged):
            return
        first = _select(self.session.article, self._pressed)
        self._dragged = True
        self.selection = first.begin().to(offset) if first else None

    def on_mouse_up(self) -> None:
        """End the drag; what was selected stays."""
        self.release_mouse()
        self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """Report what was clicked, unless the click ends a drag; a click takes a selection back."""
        if self._dragged:
            self._dragged = False
            event.prevent_default()
        else:
            self.selection = None


def _select(article: Article, offset: int) -> Selection | None:
    """Return a selection that may begin at the word at ``offset``; None where the article has no words."""
    # Only now: the first paint need not wait for what knows words and sentences.
    from secondhand.ui.layout.selection import select

    return select(article, offset)
