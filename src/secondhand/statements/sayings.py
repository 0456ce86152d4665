"""Everything one speaker said in several articles, by date, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from secondhand.statements.assembly import trace_statements
from secondhand.statements.narrowing import has_words, is_by
from secondhand.statements.statement import Member, Statement


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing somebody said, in as many articles as have it."""

    members: tuple[Member, ...]
    """by date; one where only one article has it"""
    statement: Statement | None = None
    """what joins them, where there are several articles"""

    @property
    def first(self) -> Member:
        """The member that appeared first, as far as dates tell."""
        return self.members[0]

    @property
    def changed(self) -> bool:
        """Whether the articles differ in how sure the speaker is."""
        return len({member.commitment for member in self.members}) > 1


def list_sayings(members: Sequence[Member], name: str, words: str | None = None) -> list[Saying]:
    """Return what somebody called ``name`` said, by date, those of unknown date last.

    With ``words`` only what has all of them. What stands in several articles is one saying.
    """
    own = [member for member in members if is_by(member, name)]
    statements = trace_statements(own)
    joined = {member.key for statement in statements for member in statement.members}
    sayings = [Saying(statement.members, statement) for statement in statements]
    sayings.extend(Saying((member,)) for member in own if member.key not in joined)
    wanted = (s for s in sayings if words is None or _have_words(s.members, words))
    return sorted(wanted, key=lambda saying: _sort_key(saying.first))


def _have_words(members: Iterable[Member], words: str) -> bool:
    return any(has_words(member, words) for member in members)


def _sort_key(member: Member) -> tuple[date, str, int]:
    return member.carrier.date or date.max, member.carrier.source, member.content[0].start
