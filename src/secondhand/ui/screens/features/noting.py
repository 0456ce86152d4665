"""What the keys for writing do: notes, tags, and the list of all that was marked."""

from __future__ import annotations

from dataclasses import replace

from secondhand.errors import LibraryError, SecondhandError
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.notes.highlighting import change_highlight, parse_tags
from secondhand.safe_text import make_safe
from secondhand.ui.keys.hints import hint
from secondhand.ui.screens.features.marking import MarkingScreen

# The screens are imported only when they are asked for: the first paint need not wait for them.


class NotingScreen(MarkingScreen):
    """Lets the reader write beside a highlight, and see them all."""

    def action_note(self) -> None:
        """Write a note beside the highlight, which is made where there is none."""
        mark, new = self._wanted()
        if mark is not None:
            self.note_on(mark, new=new)

    def note_on(self, mark: Highlight, *, new: bool = False) -> None:
        """Let the reader write beside ``mark``; one that is ``new`` goes again where they write nothing."""
        from secondhand.ui.screens.dialogs.note import NoteScreen

        def done(_: None) -> None:
            after = self.book.mark(mark.id)
            if after is not None and isinstance(after, Highlight) and after.note != mark.note:
                self._take_down(mark, after, new)
            elif new:
                self._forget(mark)

        self.app.push_screen(NoteScreen(mark, lambda text: self._keep_note(mark.id, text)), done)

    def _take_down(self, mark: Highlight, after: Highlight, new: bool) -> None:
        """Make what was written one step of the history, with the highlight where that is ``new``."""
        if not new:
            self.history = self.history.add(Edit(mark, after))
            return
        self.history = replace(self.history, done=self.history.done[:-1]).add(Edit(None, after))
        self.say(hint(self, "Highlighted, with your note. {mark.undo} takes both back."))

    def _keep_note(self, mark_id: str, text: str) -> None:
        """Keep what has been written so far; all of it becomes one step of the history in the end."""
        mark = self.book.mark(mark_id)
        if isinstance(mark, Highlight) and mark.note != text:
            self.apply(change_highlight(mark, note=text))

    def action_edit_note(self) -> None:
        """Write the note in the reader's own editor."""
        from secondhand.ui.system.editor import written

        mark, new = self._wanted()
        if mark is None:
            return
        try:
            text = written(self.app, mark.note)
        except SecondhandError as error:
            self.notify(make_safe(str(error)), severity="error", markup=False)
            text = mark.note
        if text != mark.note:
            self.edit(change_highlight(mark, note=text))
        elif new:
            self._forget(mark)

    def action_tags(self) -> None:
        """Tag the highlight, which is made where there is none."""
        mark, new = self._wanted()
        if mark is not None:
            self.tags_on(mark, new=new)

    def tags_on(self, mark: Highlight, *, new: bool = False) -> None:
        """Ask for the tags of ``mark``; one that is ``new`` goes again where none are given."""
        from secondhand.ui.screens.dialogs.tag_line import TagScreen

        def done(written: str | None) -> None:
            tags = mark.tags if written is None else parse_tags(written)
            if tags != mark.tags:
                self.edit(change_highlight(mark, tags=tags))
            elif new:
                self._forget(mark)

        self.app.push_screen(TagScreen(mark, self._known_tags()), done)

    def action_marks(self) -> None:
        """List what was marked."""
        from secondhand.ui.screens.dialogs.highlight_list import MarksScreen

        self.app.push_screen(MarksScreen(self))

    def _wanted(self) -> tuple[Highlight | None, bool]:
        """Return the highlight to write beside, and whether it was made for that."""
        mark = None if self.article_view.selection else self.target
        if mark is None and (made := self.made()) is not None:
            self.add(made)
            return made, True
        return mark, False

    def _forget(self, mark: Highlight) -> None:
        """Take back a highlight that was made for what was never written."""
        if self.history.done and self.history.done[-1] == Edit(None, mark):
            self.history = replace(self.history, done=self.history.done[:-1])
            self.apply(Edit(mark, None))

    def _known_tags(self) -> tuple[str, ...]:
        """Return every tag there is, in this article and in the library."""
        tags = {tag for mark in (*self.book.highlights, *self.book.orphans) for tag in mark.tags}
        try:
            rows = self.keeper.library.rows() if self.keeper.library is not None else ()
        except LibraryError:
            rows = ()
        return tuple(sorted(tags.union(*(row.tags for row in rows))))
