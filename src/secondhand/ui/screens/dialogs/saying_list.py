"""All that somebody said in the articles of the library: by date, narrowed by the words one writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.markup import escape
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from secondhand.errors import LibraryError
from secondhand.export.statements.phrases import CHANGED, way_line
from secondhand.export.words import join_words
from secondhand.safe_text import make_safe
from secondhand.statements.sayings import Saying
from secondhand.statements.statement import Member
from secondhand.ui.drawing.differences import mark_differences
from secondhand.ui.keys.bindings import SAYINGS
from secondhand.ui.screens.dialogs.narrowed_list import ListRow, NarrowedList
from secondhand.wording.shortening import shorten

LOOKING = "Looking through the library…"


@dataclass
class FoundSayings(Message):
    """It is known what somebody said, or why not."""

    got: Sequence[Saying] | LibraryError


class SayingsScreen(NarrowedList[Member]):
    """What one speaker said, a row for each article that has it. Its result is the member to go to."""

    BINDINGS = SAYINGS
    TOLD = "All that was said"
    NOTHING = "Nothing like that is said in the articles that were analysed."

    def __init__(self, name: str, find: Callable[[], Sequence[Saying]]) -> None:
        """Show what ``name`` said as ``find`` tells, called in a thread; it may raise LibraryError."""
        super().__init__([])
        self._speaker = name
        self._find = find
        self._instead: str | None = LOOKING

    def on_mount(self) -> None:
        """Begin to look."""
        super().on_mount()
        self.query_one(
            "#filters"
        ).border_title = f"All that {escape(make_safe(shorten(self._speaker, 60)))} said"
        self._look()

    @work(thread=True, exclusive=True, group="sayings", exit_on_error=False)
    def _look(self) -> None:
        worker = get_current_worker()
        told: FoundSayings
        try:
            told = FoundSayings(self._find())
        except LibraryError as error:
            told = FoundSayings(error)
        if not worker.is_cancelled:
            self.post_message(told)

    @on(FoundSayings)
    def _show(self, message: FoundSayings) -> None:
        if isinstance(message.got, LibraryError):
            self._instead = make_safe(str(message.got))
            self.show_rows([])
        else:
            self._instead = None
            self.show_rows([row for saying in message.got for row in list_rows(saying)])

    def tell_nothing(self) -> str:
        """Return that it is still looked for, what went wrong, or that there is nothing."""
        return self._instead or super().tell_nothing()


def list_rows(saying: Saying) -> Iterator[ListRow[Member]]:
    """Yield a row for each article that has ``saying``; the words of any of them find all."""
    words = " ".join(f"{way_line(member)} {member.text}" for member in saying.members)
    first = join_words(saying.first.content)
    for member in saying.members:
        own = join_words(member.content)
        shown = Text.assemble((way_line(member), Style(bold=True)), "\n")
        shown.append_text(Text(own) if member is saying.first else mark_differences(own, first))
        if saying.changed and member is saying.members[-1]:
            shown.append(f"\n! {CHANGED}", Style(italic=True))
        yield ListRow(words, shown if member is saying.first else Padding(shown, (0, 0, 0, 2)), member)
