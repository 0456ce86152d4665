"""Statements → those somebody asks for: by words, by who says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondhand.statements.people import compare_people, name_words
from secondhand.statements.statement import Member, Statement, Utterer
from secondhand.statements.stems import list_stems


def has_words(member: Member, words: str) -> bool:
    """Return whether all of ``words`` are in ``member``, in whatever form and order."""
    return set(list_stems(words)) <= set(list_stems(member.text))


def is_by(member: Member, name: str) -> bool:
    """Return whether ``member`` is given to somebody of that ``name``, or the end of it, however written."""
    speaker, asked = member.speaker, name_words(name)
    if speaker.type == "person" and compare_people(speaker, Utterer(name.title(), "person")) == "yes":
        return True
    # The White House is not the House, and who advises Obama is not Obama.
    known = (name_words(called) for called in (speaker.name, *speaker.names))
    return bool(asked) and any(words[-len(asked) :] == asked for words in known)


def narrow_statements(
    statements: Iterable[Statement], words: str | None, name: str | None
) -> Iterator[Statement]:
    """Yield those of ``statements`` of which a member has ``words`` and is by ``name``, where asked for."""
    for statement in statements:
        if any(
            (words is None or has_words(member, words)) and (name is None or is_by(member, name))
            for member in statement.members
        ):
            yield statement
