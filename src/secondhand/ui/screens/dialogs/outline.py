"""The outline: what the article is about, heading by heading, and who speaks in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from secondhand.article import Article
from secondhand.claim import UNKNOWN
from secondhand.filters import Filter, by_speaker
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.keys.bindings import OUTLINE
from secondhand.ui.widgets.footer import Keys
from secondhand.wording.shortening import shorten

Place = int | Filter
"""a paragraph to go to, or the claims to step through"""


class OutlineScreen(ModalScreen[Place]):
    """Headings and speakers in two parts of one list. Its result is what was chosen."""

    CSS_PATH = "note.tcss"
    BINDINGS = OUTLINE

    def __init__(self, session: Session) -> None:
        """List what the article of ``session`` has, and who speaks in it so far."""
        super().__init__()
        self._places = [*list_headings(session.article), *list_speakers(session)]
        self._shown = self._places
        self._at = session.paragraph

    def compose(self) -> ComposeResult:
        """Make the line to narrow the list, and the list."""
        with Vertical(id="filters") as box:
            box.border_title = "Headings and speakers"
            yield Input(placeholder="write to narrow the list")
            yield OptionList()
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """List all, and begin at the heading one is under."""
        self._fill()
        above = [at for at, (_, place) in enumerate(self._shown) if _is_above(place, self._at)]
        self.list.highlighted = above[-1] if above else 0 if self._shown else None

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    @on(Input.Changed)
    def _fill(self) -> None:
        """List what has all words that are written."""
        words = self.query_one(Input).value.casefold().split()
        self._shown = [p for p in self._places if all(word in p[0].casefold() for word in words)]
        self.list.clear_options()
        self.list.add_options(Option(Text(words, no_wrap=True)) for words, _ in self._shown)
        if not self._shown:
            self.list.add_option(Option(Text("No headings or speakers like that."), disabled=True))
        self.list.highlighted = 0 if self._shown else None

    def action_down(self) -> None:
        """Go to the next one."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the one before."""
        self.list.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Go back with what is under the cursor."""
        if self._shown and self.list.highlighted is not None:
            self.dismiss(self._shown[self.list.highlighted][1])


def _is_above(place: Place, paragraph: int) -> bool:
    return isinstance(place, int) and place <= paragraph


def list_headings(article: Article) -> Iterator[tuple[str, Place]]:
    """Yield each heading of ``article`` with its paragraph, the beginning under the title first."""
    yield f"¶ {make_safe(shorten(article.title or 'Beginning', 200))}", 0
    for at, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "heading" and at:
            yield f"¶ {make_safe(shorten(article.text[paragraph.start : paragraph.end], 200))}", at


def list_speakers(session: Session) -> Iterator[tuple[str, Place]]:
    """Yield each speaker with a name and how many claims they make, who makes most first."""
    index = session.index
    counts = Counter(s.name for c in index.claims if (s := index.speaker(c)) and s.name != UNKNOWN)
    for name, count in counts.most_common():
        claims = "1 claim" if count == 1 else f"{count} claims"
        yield f"“ {make_safe(name)} · {claims}", by_speaker(name)
