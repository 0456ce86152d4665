"""Two versions of one mark, here and in a file → what becomes of them, so that nothing written is lost.

Each version knows those it came from, so that it is plain which of two is the newer one, whatever the clocks
said. Only where neither came from the other do dates decide which goes first, and then both stay.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from secondhand.notes.correction import Correction
from secondhand.notes.edit import Mark
from secondhand.notes.highlight import Anchor, Highlight

MOST = 100
"""earlier versions that a mark knows of"""
_DIGITS = 12
_TICK = timedelta(seconds=1)

M = TypeVar("M", Highlight, Correction)


def current_time() -> datetime:
    """Return the time, UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def follow(new: M, old: M) -> M:
    """Return ``new`` as the version that came of ``old``: changed later, even if a clock went back."""
    changed = max(current_time(), _shift(changed_at(old), _TICK))
    return replace(new, changed=changed, earlier=_add_versions(old.earlier, version_of(old)))


def _shift(time: datetime, by: timedelta) -> datetime:
    """Return ``time`` later or earlier, itself where no calendar goes on: a file can tell any."""
    try:
        return time + by
    except OverflowError:
        return time


def changed_at(mark: Mark) -> datetime:
    """Return when ``mark`` was changed last, or made."""
    return mark.changed or mark.created


def places_of(mark: Mark) -> tuple[Anchor, ...]:
    """Return where the words stand that ``mark`` is about."""
    return mark.anchors if isinstance(mark, Highlight) else mark.content


def version_of(mark: Mark) -> str:
    """Return a short name for what the reader says in ``mark``, whatever its id, words and dates."""
    if isinstance(mark, Highlight):
        said: object = (mark.note.rstrip(), mark.tags, mark.colour)
    else:
        chain = mark.chain and [(link.name, link.type, link.relation, link.when) for link in mark.chain]
        speaker = mark.speaker and (mark.speaker.name, mark.speaker.type, mark.speaker.role)
        said = (mark.verdict, speaker, mark.commitment, mark.framing, chain)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:_DIGITS]


def reconcile(ours: Mark, theirs: Mark, time: datetime) -> tuple[Mark, Mark | None]:
    """Return what becomes of ``ours`` where ``theirs`` is another version of it, and what stays beside that.

    ``time`` is now: a date ahead of it makes nothing newer. Where one version came of the other, that one
    stays alone. Else the one changed later goes first, the other stays under an id that is always the same,
    or is part of the first where that holds all its words.
    """
    mine, yours = version_of(ours), version_of(theirs)
    if mine == yours or _came_of(ours, yours, theirs, mine):
        return ours, None
    if _came_of(theirs, mine, ours, yours):
        return _take_over(ours, theirs, _add_versions((*ours.earlier, *theirs.earlier), mine)), None
    first, second = (theirs, ours) if _is_later(theirs, ours, time) else (ours, theirs)
    both = _join(first, second)
    earlier = _add_versions((*ours.earlier, *theirs.earlier), mine, yours)
    merged = _take_over(
        ours, both or first, tuple(name for name in earlier if name != version_of(both or first))
    )
    return merged, None if both else _keep_beside(ours, second, merged)


def give_other_id(mark: Mark) -> Mark:
    """Return ``mark`` under an id of its own that is always the same for what it says."""
    words = " … ".join(anchor.exact for anchor in places_of(mark))
    return replace(mark, id=str(uuid5(NAMESPACE_URL, f"{mark.id} {version_of(mark)} {words}")))


def _came_of(new: Mark, old_version: str, old: Mark, new_version: str) -> bool:
    """Say whether ``new`` was made from ``old``; one that went back and forth has the longer history."""
    forth, back = old_version in new.earlier, new_version in old.earlier
    return forth and (not back or len(new.earlier) >= len(old.earlier))


def _is_later(theirs: Mark, ours: Mark, time: datetime) -> bool:
    there, here = changed_at(theirs), changed_at(ours)
    return there > here and (there <= time or here > time)


def _join(first: Mark, second: Mark) -> Mark | None:
    """Return one mark that says what both say, or None where that is not possible."""
    if isinstance(first, Correction) or isinstance(second, Correction):
        return None
    if second.note.strip() and second.note.rstrip() not in first.note:
        return None
    return replace(first, tags=tuple(dict.fromkeys((*first.tags, *second.tags))))


def _take_over(ours: Mark, other: Mark, earlier: tuple[str, ...]) -> Mark:
    """Return ``ours``, its words and its first date, with what ``other`` says of it."""
    if isinstance(ours, Highlight) and isinstance(other, Highlight):
        return replace(
            ours,
            note=other.note,
            tags=other.tags,
            colour=other.colour,
            changed=other.changed,
            earlier=earlier,
        )
    if isinstance(ours, Correction) and isinstance(other, Correction):
        return replace(
            other,
            id=ours.id,
            content=ours.content,
            created=ours.created,
            before=ours.before or other.before,
            changed=changed_at(other),
            earlier=earlier,
        )
    raise TypeError("marks of two kinds are no versions of one")


def _keep_beside(ours: Mark, second: Mark, merged: Mark) -> Mark:
    """Return ``second`` as a mark of its own; a correction before ``merged``, which wins over it."""
    beside = give_other_id(_take_over(ours, second, ()))
    if isinstance(beside, Correction):
        return replace(beside, created=_shift(merged.created, -_TICK), changed=None)
    return beside


def _add_versions(earlier: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*earlier, *more)))[-MOST:]
