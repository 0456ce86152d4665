"""Who is heard: the words of the article by where they come from, the ways its claims took, its speakers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import DataTable, OptionList, Static, Tree
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.claim import UNKNOWN
from secondhand.filters import Filter, drop_unsure, is_unsure
from secondhand.session import Session
from secondhand.sources import Sources, count_sources, phrases
from secondhand.sources.voices import filter_by_speaker, filter_by_voice, filter_by_way
from secondhand.ui.keys.source_keys import SOURCES
from secondhand.ui.screens.notebook_screen import NotebookScreen
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.source_lists import Bar, Speakers, Voices, Ways
from secondhand.wording.labels import SO_FAR, count_unsure

AGAIN = 1.0
"""seconds between two counts while the analysis goes on"""


@dataclass
class Counted(Message):
    """It was counted who is heard."""

    sources: Sources
    here: Session
    """by what was known then"""


class SourcesScreen(Screen[Filter]):
    """The map of one article. Its result leaves the claims of what was chosen, or is None to go back."""

    CSS_PATH = "source_map.tcss"
    BINDINGS = SOURCES
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-low"), (18, "-middle"), (32, "-high")]  # noqa: RUF012 - as Textual has them
    AUTO_FOCUS = "Ways"

    def __init__(self, reader: NotebookScreen) -> None:
        """Show who is heard in the article of ``reader``, by what is known of it by and by."""
        super().__init__()
        self._reader = reader
        self._counted: Session | None = None
        self._begun = False

    def compose(self) -> ComposeResult:
        """Make the head, the bar and what it means, the tree and the table."""
        yield Static(id="head", markup=False)
        yield Bar()
        yield Voices()
        yield Ways("")
        yield Speakers()
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Count now, and again whenever more is known."""
        self.query_one("#head", Static).update(Content.styled("Who is heard", "bold"))
        self._count()
        self.watch(self._reader, "session", self._learn, init=False)

    def _learn(self, session: Session) -> None:
        """Count anew in a moment, where that would tell more."""
        old = self._counted
        if old and (session.index is not old.index or session.state != old.state):
            self._counted = None
            self.set_timer(AGAIN, self._count)

    @work(thread=True, group="counting")
    def _count(self) -> None:
        """Count in a thread: on a long article the keys would have to wait for it."""
        here = self._reader.session
        claims = here.index.claims if here.unfolded else drop_unsure(here.index.claims)
        sources = count_sources(_cut_unread(here), claims, here.index.speakers.values())
        if not get_current_worker().is_cancelled:
            self.post_message(Counted(sources, here))

    @on(Counted)
    def _learn_count(self, message: Counted) -> None:
        """Show what was counted; the cursors stay where they are, and are at the current claim at first."""
        here, self._counted = message.here, message.here
        self._show(message.sources, here)
        if not self._begun and here.current is not None:
            self.query_one(Ways).go_to(tuple(link.name for link in here.current.chain))
            speaker = here.index.speaker(here.current)
            self.query_one(Speakers).go_to(speaker.name if speaker else UNKNOWN)
        self._begun = True
        self._learn(self._reader.session)

    def _show(self, sources: Sources, here: Session) -> None:
        told = (phrases.format_count(sources.words, "word"), phrases.format_count(sources.claims, "claim"))
        heard = phrases.format_count(len(sources.speakers), "speaker")
        more = f" · {SO_FAR}" if here.state == "reading" else ""
        left_out = 0 if here.unfolded else sum(map(is_unsure, here.index.claims))
        more += f" · {count_unsure(left_out)} left out" if left_out else ""
        head = Content.assemble(
            ("Who is heard", "bold"), (f" · {', '.join(told)} by {heard}{more}", "$quiet")
        )
        self.query_one("#head", Static).update(head)
        self.query_one(Bar).voices = sources.voices
        self.query_one(Voices).show(sources.voices)
        self.query_one(Ways).show(sources.trees, here.article.publisher)
        self.query_one(Speakers).show(sources.speakers)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from secondhand.ui.screens.dialogs.help import explain_keys

        self.app.push_screen(explain_keys(self, "Sources"))

    # --- what is chosen

    @on(OptionList.OptionSelected)
    def _voice_chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(filter_by_voice(Voices.ORDER[event.option_index]))

    @on(Tree.NodeSelected)
    def _way_chosen(self, event: Tree.NodeSelected[tuple[str, ...]]) -> None:
        if event.node.data:
            self.dismiss(filter_by_way(event.node.data))

    @on(DataTable.RowSelected)
    def _speaker_chosen(self, event: DataTable.RowSelected) -> None:
        self.dismiss(filter_by_speaker(event.row_key.value or ""))


def _cut_unread(here: Session) -> Article:
    """Return the article as far as it is read: whose the other words are nobody knows yet."""
    if here.state == "done":
        return here.article
    every = enumerate(here.article.paragraphs)
    return replace(here.article, paragraphs=tuple(p for index, p in every if index in here.read))
