"""What an edit did, in plain English."""

from __future__ import annotations

from secondhand.notes.correction import Correction
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.wording.shortening import shorten


def describe_edit(edit: Edit) -> str:
    """Return what ``edit`` did: "the note on “wishful thinking”"."""
    mark = edit.after or edit.before
    if mark is None:
        return "nothing"
    if isinstance(mark, Correction):
        what = "your correction" if edit.before is None or edit.after else "taking back your correction"
        words = " … ".join(anchor.exact for anchor in mark.content)
    else:
        what, words = _describe_change(edit), mark.text
    return f"{what} “{shorten(words)}”" if words else what


def _describe_change(edit: Edit) -> str:
    """Return what was done to a highlight."""
    before, after = edit.before, edit.after
    if not isinstance(after, Highlight):
        return "taking off the highlight on"
    if not isinstance(before, Highlight):
        return "the highlight on"
    if before.note != after.note:
        return "the note on"
    return "the tags on" if before.tags != after.tags else "the colour of"
