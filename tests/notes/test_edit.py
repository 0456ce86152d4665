from dataclasses import replace

from secondhand.notes.edit import Edit, History
from tests.notes.literals import SCRIPTS, highlight

FIRST = highlight(SCRIPTS["plain"], "bridge")
SECOND = replace(FIRST, note="new")


def test_an_edit_is_about_the_mark_before_or_after() -> None:
    assert [Edit(None, FIRST).id, Edit(FIRST, None).id, Edit(None, None).id] == ["h1", "h1", ""]


def test_what_is_undone_can_be_redone() -> None:
    history = History().add(Edit(None, FIRST)).add(Edit(FIRST, SECOND))
    undone = history.undo()
    assert undone and undone[1] == Edit(SECOND, FIRST)
    twice = undone[0].undo()
    assert twice and twice[1] == Edit(FIRST, None)
    assert twice[0].undo() is None
    again = twice[0].redo()
    assert again and again[1] == Edit(None, FIRST)
    last = again[0].redo()
    assert last == (history, Edit(FIRST, SECOND))
    assert last[0].redo() is None


def test_a_new_edit_ends_what_can_be_redone() -> None:
    undone = History().add(Edit(None, FIRST)).undo()
    assert undone
    assert undone[0].add(Edit(None, SECOND)).redo() is None
