"""Noting: notes and tags beside a highlight, and the list of all that was marked."""

from __future__ import annotations

from dataclasses import replace

from secondhand.errors import LibraryError, SecondhandError
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.notes.highlighting import change_highlight, parse_tags
from secondhand.ui.screens.features.host import Host
from secondhand.ui.screens.features.marking import Marking

LONGEST = 100_000
"""characters of a note that can be written on the screen without keeping a key waiting"""
TOO_LONG = "This note is too long to write on here: {mark.editor} opens it in your editor."

# The dialogs are imported only when they are asked for: the first paint need not wait for them.


class Noting:
    """Lets the reader write beside a highlight, and see them all."""

    def __init__(self, host: Host, marking: Marking) -> None:
        """Write beside the highlights of ``host``, those that ``marking`` says the keys are for."""
        self._host = host
        self._marking = marking

    def list_marks(self) -> None:
        """List what was marked."""
        from secondhand.ui.screens.dialogs.highlight_list import MarksScreen

        go_to = self._marking.go_to
        self._host.open_dialog(MarksScreen(self._host, go_to, self.write_note_on, self.write_tags_on))

    # --- notes

    def write_note(self) -> None:
        """Write a note beside the highlight, which is made where there is none."""
        mark, new = self._find_or_add()
        if mark is not None:
            self.write_note_on(mark, new=new)

    def write_note_on(self, mark: Highlight, *, new: bool = False) -> None:
        """Let the reader write beside ``mark``; one that is ``new`` goes again where they write nothing."""
        from secondhand.ui.screens.dialogs.note import NoteScreen

        if len(mark.note) > LONGEST:
            self._host.say(self._host.name_keys(TOO_LONG))
            return

        def finish(_: None) -> None:
            after = self._host.notebook.mark(mark.id)
            if isinstance(after, Highlight) and after.note != mark.note:
                self._make_one_step(mark, after, new)
            elif new:
                self._forget(mark)

        self._host.open_dialog(NoteScreen(mark, lambda text: self._keep_note(mark.id, text)), finish)

    def _make_one_step(self, mark: Highlight, after: Highlight, new: bool) -> None:
        """Make what was written one step of the history, with the highlight where that is ``new``."""
        host = self._host
        if not new:
            host.history = host.history.add(Edit(mark, after))
            return
        host.history = replace(host.history, done=host.history.done[:-1]).add(Edit(None, after))
        host.say(host.name_keys("Highlighted, with your note. {mark.undo} takes both back."))

    def _keep_note(self, mark_id: str, text: str) -> None:
        """Keep what has been written so far; all of it becomes one step of the history in the end."""
        mark = self._host.notebook.mark(mark_id)
        if isinstance(mark, Highlight) and mark.note != text:
            self._host.apply(change_highlight(mark, note=text))

    def write_note_in_editor(self) -> None:
        """Write the note in the reader's own editor."""
        from secondhand.ui.system.editor import edit_text

        mark, new = self._find_or_add()
        if mark is None:
            return
        try:
            text = edit_text(self._host.app, mark.note)
        except SecondhandError as error:
            self._host.complain(error, severity="error")
            text = mark.note
        if text != mark.note:
            self._host.edit(change_highlight(mark, note=text))
        elif new:
            self._forget(mark)

    # --- tags

    def write_tags(self) -> None:
        """Tag the highlight, which is made where there is none."""
        mark, new = self._find_or_add()
        if mark is not None:
            self.write_tags_on(mark, new=new)

    def write_tags_on(self, mark: Highlight, *, new: bool = False) -> None:
        """Ask for the tags of ``mark``; one that is ``new`` goes again where none are given."""
        from secondhand.ui.screens.dialogs.tag_line import TagScreen

        def finish(written: str | None) -> None:
            tags = mark.tags if written is None else parse_tags(written)
            if tags != mark.tags:
                self._host.edit(change_highlight(mark, tags=tags))
            elif new:
                self._forget(mark)

        self._host.open_dialog(TagScreen(mark, self._list_tags()), finish)

    def _list_tags(self) -> tuple[str, ...]:
        """Return every tag there is, in this article and in the library."""
        notebook, library = self._host.notebook, self._host.keeper.library
        tags = {tag for mark in (*notebook.highlights, *notebook.orphans) for tag in mark.tags}
        try:
            rows = library.rows() if library is not None else ()
        except LibraryError:
            rows = ()
        return tuple(sorted(tags.union(*(row.tags for row in rows))))

    # --- all of them

    def _find_or_add(self) -> tuple[Highlight | None, bool]:
        """Return the highlight to write beside, and whether it was made for that."""
        mark = self._marking.target
        return (mark, False) if mark is not None else (self._marking.add_highlight(), True)

    def _forget(self, mark: Highlight) -> None:
        """Take back a highlight that was made for what was never written."""
        host = self._host
        if host.history.done and host.history.done[-1] == Edit(None, mark):
            host.history = replace(host.history, done=host.history.done[:-1])
            host.apply(Edit(mark, None))
