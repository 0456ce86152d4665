from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from secondhand.notes import versions
from secondhand.notes.edit import Mark
from secondhand.notes.highlight import Highlight
from secondhand.notes.versions import MOST, changed_at, follow, give_other_id, reconcile, version_of
from tests.notes.literals import LATER, MADE, correction, highlight, person

TEXT = "The mayor said that the bridge is safe. Nobody believes her."
NOW = LATER + timedelta(days=10)
MARK = highlight(TEXT, "bridge is safe", note="mine", tags=("a",))
FIX = correction(TEXT, "bridge is safe", commitment="denied")


def at(mark: Highlight, days: float, **more: object) -> Highlight:
    """Return ``mark`` as somebody has it who knows nothing of its earlier versions."""
    return replace(mark, changed=LATER + timedelta(days=days), **more)  # type: ignore[arg-type]


def said(mark: Mark | None) -> tuple[str, tuple[str, ...], str] | None:
    assert mark is None or isinstance(mark, Highlight)
    return mark and (mark.note, mark.tags, mark.colour)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Return a list whose last item is what the clock shows."""
    shown = [NOW]
    monkeypatch.setattr(versions, "current_time", lambda: shown[-1])
    return shown


def test_the_same_said_at_another_time_changes_nothing() -> None:
    assert reconcile(MARK, at(MARK, 3), NOW) == (MARK, None)
    assert reconcile(FIX, replace(FIX, created=LATER), NOW) == (FIX, None)


def test_what_was_made_from_ours_takes_its_place_whatever_its_date(clock: list[datetime]) -> None:
    once = follow(replace(MARK, note="changed"), MARK)
    twice = follow(replace(once, note="changed twice", tags=(), colour="red"), once)
    for theirs in (twice, replace(twice, changed=MADE - timedelta(9)), at(twice, 99)):
        merged, beside = reconcile(MARK, theirs, NOW)
        assert said(merged) == ("changed twice", (), "red")
        assert beside is None
        assert reconcile(merged, theirs, NOW) == (merged, None)


def test_what_ours_was_made_from_changes_nothing(clock: list[datetime]) -> None:
    ours = follow(replace(MARK, note="changed"), MARK)
    assert reconcile(ours, at(MARK, 5), NOW) == (ours, None)


def test_a_note_that_went_back_and_forth_stays_as_its_longest_history_has_it(clock: list[datetime]) -> None:
    there = follow(replace(MARK, note="other"), MARK)
    back = follow(replace(there, note="mine"), there)
    assert reconcile(there, back, NOW)[0].changed == back.changed
    assert reconcile(back, there, NOW) == (back, None)


def test_after_a_clock_went_back_the_newer_note_is_still_the_newer(clock: list[datetime]) -> None:
    ahead = follow(replace(MARK, note="written while the clock was ahead"), MARK)
    clock.append(MADE)
    after = follow(replace(ahead, note="written later"), ahead)
    assert after.changed == ahead.changed + timedelta(seconds=1)
    assert said(reconcile(after, ahead, MADE)[0]) == said(reconcile(ahead, after, MADE)[0]) == said(after)
    strange = replace(after, earlier=())
    assert said(reconcile(ahead, strange, MADE)[0]) == said(after)


def test_of_two_notes_the_newer_goes_first_and_both_stay() -> None:
    theirs = at(MARK, 3, note="theirs", tags=("b",), colour="red")
    merged, beside = reconcile(MARK, theirs, NOW)
    assert said(merged) == ("theirs", ("b",), "red")
    assert said(beside) == ("mine", ("a",), "yellow")
    assert merged.id == MARK.id
    assert beside and beside.id != MARK.id
    assert isinstance(beside, Highlight) and beside.anchors == MARK.anchors
    assert reconcile(merged, theirs, NOW) == (merged, None)
    assert reconcile(merged, MARK, NOW) == (merged, None)


@pytest.mark.parametrize("days", [-1, 10.5, 365_000])
def test_an_older_note_or_one_from_a_time_to_come_never_goes_first(days: float) -> None:
    ours = at(MARK, 0)
    theirs = at(MARK, days, note="theirs")
    merged, beside = reconcile(ours, theirs, NOW)
    assert said(merged) == said(ours)
    assert merged.changed == ours.changed
    assert said(beside) == ("theirs", ("a",), "yellow")
    assert reconcile(merged, theirs, NOW) == (merged, None)


def test_this_very_second_is_no_time_to_come() -> None:
    assert said(reconcile(MARK, replace(MARK, note="theirs", changed=NOW), NOW)[0]) == (
        "theirs",
        ("a",),
        "yellow",
    )
    at_once = replace(MARK, note="theirs")
    assert said(reconcile(MARK, at_once, NOW)[0]) == said(MARK)


@pytest.mark.parametrize("note", ["", "  \n", "mine"])
def test_a_note_that_the_other_holds_needs_no_mark_beside(note: str) -> None:
    longer = at(MARK, 1, note="mine, and more", tags=("b",))
    shorter = at(MARK, 2, note=note, colour="red")
    merged, beside = reconcile(shorter, longer, NOW)
    assert beside == replace(give_other_id(longer), earlier=())
    assert said(merged) == (note, ("a",), "red")
    merged, beside = reconcile(longer, replace(shorter, changed=MADE), NOW)
    assert (said(merged), beside) == (("mine, and more", ("b", "a"), "yellow"), None)
    assert reconcile(merged, shorter, NOW) == (merged, None)


def test_what_stays_beside_has_always_the_same_id() -> None:
    assert give_other_id(MARK) == give_other_id(MARK)
    names = {
        m.id
        for m in (
            MARK,
            give_other_id(MARK),
            give_other_id(replace(MARK, note="x")),
            give_other_id(highlight(TEXT, "mayor")),
        )
    }
    assert len(names) == 4


def test_of_two_corrections_the_newer_holds_and_the_other_stays_before_it() -> None:
    theirs = replace(FIX, commitment=None, speaker=person("Ann"), changed=LATER, before=None)
    merged, beside = reconcile(FIX, theirs, NOW)
    assert (merged.id, merged.created, changed_at(merged)) == (FIX.id, FIX.created, LATER)
    assert beside and beside.created < merged.created
    assert version_of(merged) == version_of(theirs)
    assert version_of(beside) == version_of(FIX)


def test_a_version_is_all_a_reader_says_and_nothing_else() -> None:
    others = [
        replace(MARK, note="other"),
        replace(MARK, note="    mine"),
        replace(MARK, tags=("b",)),
        replace(MARK, colour="red"),
        FIX,
        replace(FIX, verdict="no claim"),
        replace(FIX, commitment="possible"),
        replace(FIX, framing="neutral"),
        replace(FIX, speaker=person("Ann")),
        replace(FIX, speaker=person("Ann", "painter")),
        replace(FIX, chain=()),
    ]
    assert len({version_of(mark) for mark in (MARK, *others)}) == 1 + len(others)
    assert version_of(replace(MARK, id="x", anchors=(), changed=LATER, note="mine \n")) == version_of(MARK)


def test_only_so_many_earlier_versions_are_known(clock: list[datetime]) -> None:
    mark = MARK
    for number in range(MOST + 5):
        mark = follow(replace(mark, note=str(number)), mark)
    assert len(mark.earlier) == MOST
    assert version_of(replace(mark, note=str(MOST + 3))) == mark.earlier[-1]
    assert version_of(MARK) not in mark.earlier


def test_marks_of_two_kinds_are_no_versions_of_one() -> None:
    with pytest.raises(TypeError):
        reconcile(MARK, FIX, NOW)


def test_a_mark_of_the_last_or_the_first_moment_there_is_can_be_changed_and_merged() -> None:
    last = replace(MARK, created=MADE, changed=datetime.max.replace(tzinfo=UTC))
    assert follow(replace(last, note="new"), last).changed == last.changed
    first = replace(FIX, created=datetime.min.replace(tzinfo=UTC), changed=None)
    _, beside = reconcile(first, replace(first, commitment="probable"), NOW)
    assert beside is None or beside.created == first.created
