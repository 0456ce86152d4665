"""What a reader did to their marks: each step can be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass

from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Highlight

Mark = Highlight | Correction


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to one mark."""

    before: Mark | None
    """the mark as it was; None where it is new"""
    after: Mark | None
    """the mark as it is now, with the same id; None where it was taken away"""

    @property
    def id(self) -> str:
        """The id of the mark it is about."""
        mark = self.after or self.before
        return mark.id if mark else ""

    def undone(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class History:
    """The edits of one reading, so that they can be undone and redone."""

    done: tuple[Edit, ...] = ()
    """the latest last"""
    undone: tuple[Edit, ...] = ()
    """those taken back, the one to redo next last"""

    def add(self, edit: Edit) -> History:
        """Note ``edit``; what was undone before it cannot be redone any more."""
        return History((*self.done, edit))

    def undo(self) -> tuple[History, Edit] | None:
        """Return the history without the latest edit, and the edit that takes it back; None without one."""
        if not self.done:
            return None
        *rest, last = self.done
        return History(tuple(rest), (*self.undone, last)), last.undone()

    def redo(self) -> tuple[History, Edit] | None:
        """Return the history after doing again what was undone last, and that edit; None without one."""
        if not self.undone:
            return None
        *rest, last = self.undone
        return History((*self.done, last), tuple(rest)), last
