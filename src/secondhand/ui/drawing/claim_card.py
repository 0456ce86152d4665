"""One claim as the panel shows it: who, what, how they stand to it, and through whom it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from secondhand.claim import Claim, Link, Speaker
from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.notes.highlighting import find_highlight_on
from secondhand.safe_text import make_safe
from secondhand.ui.drawing.styles import Ink
from secondhand.wording import labels
from secondhand.wording.shortening import shorten

if TYPE_CHECKING:
    from secondhand.wording.explaining import Reason

BOLD = Style(bold=True)
CURRENT = "▸ "
WORDS = 160
"""characters of a highlight's words that are shown"""
NOTE = 5_000
"""characters of a note that are shown: each move draws them anew"""
_CONSOLE = Console(markup=False, emoji=False, highlight=False, legacy_windows=False)


def drawn(renderable: RenderableType, width: int) -> tuple[tuple[Segment, ...], ...]:
    """Return ``renderable`` as rows of segments, at most ``width`` cells wide."""
    options = _CONSOLE.options.update(width=width, height=None)
    return tuple(map(tuple, _CONSOLE.render_lines(renderable, options, pad=False)))


def card(
    claim: Claim,
    speaker: Speaker | None,
    colour: Style,
    ink: Ink,
    *,
    current: bool,
    own: Sequence[Highlight] = (),
    why: Sequence[Reason] = (),
    short: bool = False,
) -> RenderableType:
    """Return all there is to say about ``claim``; the current one bears a sign before its speaker.

    ``colour`` is that of the speaker, ``own`` the reader's highlights in the claim, ``why`` how it was found.
    Where only a few rows are seen at a time, ``short``, what matters most is told in the first ones.
    """
    content = Text(labels.claimed_words(claim), colour + Style(italic=True))
    head = _head(claim, speaker, colour, ink, current, short)
    whole = find_highlight_on(own, claim)
    written = [part for mark in own for part in (own_card(mark, ink, named=mark is not whole), Text())]
    return Group(
        head,
        *_reasons(why, ink),
        Text(),
        content,
        Text(),
        *written,
        _facts(claim, ink),
        Text(),
        _chain(claim, ink, colour),
    )


def own_card(own: Highlight, ink: Ink, *, named: bool = True) -> Text:
    """Return the sign of a highlight, its words where it is ``named``, and what was written beside it."""
    lines = [f"“{shorten(own.text, WORDS)}”"] if named else []
    lines += [make_safe(line) for line in own.note[:NOTE].splitlines()]
    if len(own.note) > NOTE:
        lines.append(f"… and {len(own.note) - NOTE:,} characters more")
    text = Text.assemble((f"{SIGNS[own.colour]} ", ink.sign(own.colour)))
    text.append("\n  ".join(lines or [labels.HIGHLIGHTED]), ink.text)
    if own.tags:
        text.append("\n  " + "  ".join(f"#{make_safe(tag)}" for tag in own.tags), ink.quiet)
    return text


def _head(
    claim: Claim, speaker: Speaker | None, colour: Style, ink: Ink, current: bool, short: bool
) -> RenderableType:
    """Return the speaker: name, role and type, how they were found, and how sure that is.

    In ``short`` chain and stance come before what is known of the speaker.
    """
    head = Table.grid(expand=True, padding=(0, 0, 0, 2))
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    name = Text.assemble(
        (CURRENT if current else "", ink.cursor + BOLD), (labels.speaker_name(speaker), colour + BOLD)
    )
    sure = labels.SET_RIGHT if claim.corrected else labels.confidence_words(claim.confidence)
    head.add_row(name, Text(labels.confidence_short(claim) if short else sure, ink.quiet))
    lines: list[RenderableType] = [head]
    if short:
        lines += [
            Text(labels.chain_short(claim.chain), ink.text),
            Text(labels.stance_short(claim), ink.text),
            Text(),
        ]
    lines.append(Text(labels.speaker_kind(speaker), ink.quiet))
    told = (labels.how_resolved(claim, speaker), labels.speaker_sure(claim))
    lines += [Text(line, ink.quiet) for line in told if line]
    return Group(*lines)


def _reasons(why: Sequence[Reason], ink: Ink) -> Iterator[RenderableType]:
    """Yield how the claim was found, row by row, each with what the program calls it."""
    if why:
        yield Text()
        told = ((r.label, Text.assemble(r.words, (f"  {r.name}" if r.name else "", ink.quiet))) for r in why)
        yield _table(told, ink)


def _facts(claim: Claim, ink: Ink) -> Table:
    """Return the stance, row by row, with the words that show it."""
    return _table(((label, Text(value)) for label, value in _rows(claim)), ink)


def _table(rows: Iterable[tuple[str, Text]], ink: Ink) -> Table:
    """Return ``rows``: a quiet label, and what it is of."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=ink.quiet, no_wrap=True)
    table.add_column(style=ink.text)
    for label, value in rows:
        table.add_row(Text(label), value)
    return table


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what is known of the stance: a label and plain words."""
    yield "Speaker", labels.commitment_words(claim)
    yield "Article", labels.framing_words(claim)
    for attitude in claim.stance.attitudes:
        yield "Feeling", labels.attitude_words(attitude)
    if claim.channel:
        yield "Where", make_safe(claim.channel)


def _chain(claim: Claim, ink: Ink, colour: Style) -> RenderableType:
    """Return the chain as a tree, from the publisher down to whom the claim originates from."""
    root: Tree | None = None
    branch: Tree | None = None
    for link in claim.chain:
        label = _link(link, ink, ink.text if link is not claim.chain[-1] else colour)
        if branch is None:
            root = branch = Tree(label, guide_style=ink.quiet)
        else:
            branch = branch.add(label)
    sure = labels.chain_sure(claim)
    return Group(root or Text(), *([Text(sure, ink.quiet)] if sure else []))


def _link(link: Link, ink: Ink, style: Style) -> Text:
    """Return one link: its name, what it did and when, and the words that prove it."""
    text = Text.assemble((labels.link_name(link), style + BOLD), ("  " + labels.link_words(link), ink.quiet))
    if evidence := labels.quote_spans(link.evidence):
        text.append(f"\n{evidence}", ink.text)
    if link.url:
        text.append(f"\n{make_safe(link.url)}", ink.quiet)
    return text
