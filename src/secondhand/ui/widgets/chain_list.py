"""The chain of a claim as a list: links are changed, added and taken out."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from secondhand.claim import Link
from secondhand.ui.keys.bindings import CHAIN
from secondhand.wording import labels


class ChainList(OptionList, inherit_bindings=False):
    """The links, from the publisher down to whom the claim originates from."""

    BINDINGS = CHAIN

    @dataclass
    class Changed(Message):
        """The reader took a link out."""

        chain: tuple[Link, ...]

    @dataclass
    class Adding(Message):
        """The reader wants a link after this one."""

        at: int
        """index of the new link"""

    @dataclass
    class Refused(Message):
        """What the reader wants cannot be."""

        why: str

    def __init__(self, *, id: str) -> None:
        """Show no links yet."""
        super().__init__(compact=True, id=id)
        self.chain: tuple[Link, ...] = ()

    def show(self, chain: tuple[Link, ...]) -> None:
        """Show the links of ``chain``, and stay at the same place."""
        if chain == self.chain:
            return
        at = self.highlighted or 0
        self.chain = chain
        self.clear_options()
        self.add_options(Option(line(number, link)) for number, link in enumerate(chain))
        self.highlighted = min(at, len(chain) - 1) if chain else None

    def action_add(self) -> None:
        """Ask for a link after this one."""
        self.post_message(self.Adding((self.highlighted or 0) + 1 if self.chain else 0))

    def action_remove(self) -> None:
        """Take the link out; the last one stays."""
        if self.highlighted is None or len(self.chain) < 2:
            self.post_message(self.Refused("A chain has one link at least."))
            return
        at = self.highlighted
        self.post_message(self.Changed((*self.chain[:at], *self.chain[at + 1 :])))


def line(depth: int, link: Link) -> Text:
    """Return a link as the panel's tree shows it."""
    branch = "    " * (depth - 1) + "└── " if depth else ""
    told = f"{branch}{labels.link_name(link)}  {labels.link_words(link)}"
    return Text(told, no_wrap=True, overflow="ellipsis")
