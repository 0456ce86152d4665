"""One claim as the panel shows it: who, through whom, and how they stand to it; then all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from secondhand.claim import Claim, Speaker
from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.notes.highlighting import find_highlight_on
from secondhand.safe_text import make_safe
from secondhand.ui.drawing.one_line import DOT, fit_chain, fit_parts, fit_words
from secondhand.ui.drawing.styles import Ink
from secondhand.wording import labels
from secondhand.wording.shortening import shorten

if TYPE_CHECKING:
    from secondhand.wording.explaining import Reason

BOLD = Style(bold=True)
CURRENT = "▸ "
WORDS = 160
"""characters of a highlight's words that are shown"""
NOTE = 2
"""rows of a note that are shown"""
_LONGEST = 1_000
"""characters that may stand in those: the rest is not even looked at"""
_CONSOLE = Console(markup=False, emoji=False, highlight=False, legacy_windows=False)


@dataclass(frozen=True, slots=True)
class Room:
    """How the cards are drawn: in which styles, and how wide."""

    ink: Ink
    width: int
    """cells of a row"""
    letter: str = ""
    """what stands for the speaker where there is no colour"""


def draw_rows(renderable: RenderableType, width: int) -> tuple[tuple[Segment, ...], ...]:
    """Return ``renderable`` as rows of segments, at most ``width`` cells wide."""
    options = _CONSOLE.options.update(width=width, height=None)
    return tuple(map(tuple, _CONSOLE.render_lines(renderable, options, pad=False)))


def draw_current(
    claim: Claim,
    speaker: Speaker | None,
    colour: Style,
    room: Room,
    own: Sequence[Highlight] = (),
    why: Sequence[Reason] = (),
    elsewhere: str = "",
) -> RenderableType:
    """Return all there is to say about ``claim``, the current one; what matters most comes first.

    That is who speaks, in ``colour``, through whom it came, and how they stand to it. ``own`` are the
    reader's highlights in the claim, ``why`` is how it was found, ``elsewhere`` in what others it stands.
    """
    ink, whole = room.ink, find_highlight_on(own, claim)
    return Group(
        _name(speaker, colour, room),
        Text("\n".join(fit_chain([labels.link_name(link) for link in claim.chain], room.width)), ink.text),
        Text(labels.stance_line(claim), ink.text),
        *([Text(elsewhere, ink.quiet)] if elsewhere else ()),
        *_reasons(why, ink),
        Text(),
        Text(
            fit_words(labels.quoted_words(claim), room.width),
            ink.text + Style(italic=True),
        ),
        *(own_card(mark, room, named=mark is not whole) for mark in own),
        _table(((label, Text(value)) for label, value in _rows(claim, speaker, room, bool(why))), ink),
    )


def draw_other(
    claim: Claim, speaker: Speaker | None, colour: Style, room: Room, own: Sequence[Highlight] = ()
) -> RenderableType:
    """Return ``claim``, one that is not the current one, in two rows: who, how they stand to it, what."""
    ink = room.ink
    first = Text.assemble((_call(speaker, room), colour + BOLD), no_wrap=True, overflow="ellipsis")
    for mark in own:
        first.append(f" {SIGNS[mark.colour]}", ink.sign(mark.colour))
    stance, words = _order_stance(claim), labels.quoted_words(claim)
    least = stance.split(DOT)[0].partition(",")[0]
    left = room.width - first.cell_len - len(DOT)
    before = ""
    if beside := fit_parts(stance, left) or fit_parts(least, left):
        first.append(f"{DOT}{beside}", ink.quiet)
    else:
        # A name that leaves no room for it: how they stand to the words goes before these.
        before = f"{least}{DOT}"
    return Group(first, Text(before + fit_words(words, room.width - cell_len(before)), ink.quiet))


def _order_stance(claim: Claim) -> str:
    """Return the stance of ``claim`` with what is in doubt before whom it is for or against."""
    stance, *toward = labels.stance_short(claim).split(DOT)
    return DOT.join([stance, *labels.doubt_parts(claim), *toward])


def own_card(own: Highlight, room: Room, *, named: bool = True) -> Text:
    """Return the sign of a highlight, its words where it is ``named``, and what was written beside it."""
    ink, sign = room.ink, f"{SIGNS[own.colour]} "
    lines = [f"“{shorten(own.text, WORDS)}”"] if named else []
    lines += _note_rows(own.note, room.width - cell_len(sign))
    text = Text.assemble((sign, ink.sign(own.colour)))
    text.append("\n  ".join(lines or [labels.HIGHLIGHTED]), ink.text)
    if own.tags:
        text.append("\n  " + "  ".join(f"#{make_safe(tag)}" for tag in own.tags), ink.quiet)
    return text


def _note_rows(note: str, width: int) -> list[str]:
    """Return the first rows of ``note``, ``NOTE`` at most; the last one tells where there are more."""
    begun = "\n".join(make_safe(line) for line in note[:_LONGEST].splitlines() if line.strip())
    rows = [row.plain.rstrip() for row in Text(begun).wrap(_CONSOLE, max(1, width))] if begun else []
    if len(rows) > NOTE or len(note) > _LONGEST:
        rows = [*rows[: NOTE - 1], fit_words(rows[min(NOTE, len(rows)) - 1], width - 2) + " …"]
    return rows


def _call(speaker: Speaker | None, room: Room) -> str:
    """Return the name of ``speaker``, after the letter that stands for them in the text where one does."""
    name = labels.speaker_name(speaker)
    return f"{room.letter} {name}" if room.ink.letters else name


def _name(speaker: Speaker | None, colour: Style, room: Room) -> Text:
    """Return who speaks, and what is told of them where there is room for it."""
    name = _call(speaker, room)
    text = Text.assemble((CURRENT, room.ink.cursor + BOLD), (name, colour + BOLD))
    if (role := labels.speaker_role(speaker)) and _fits_beside(name, role, room.width):
        text.append(f" · {role}", room.ink.quiet)
    return text


def _fits_beside(name: str, role: str, width: int) -> bool:
    return cell_len(f"{CURRENT}{name} · {role}") <= width


def _reasons(why: Sequence[Reason], ink: Ink) -> Iterator[RenderableType]:
    """Yield how the claim was found, row by row, each with what the program calls it."""
    if why:
        yield Text()
        told = ((r.label, Text.assemble(r.words, (f"  {r.name}" if r.name else "", ink.quiet))) for r in why)
        yield _table(told, ink)


def _table(rows: Iterable[tuple[str, Text]], ink: Ink) -> Table:
    """Return ``rows``: a quiet label, and what it is of."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=ink.quiet, no_wrap=True)
    table.add_column(style=ink.text)
    for label, value in rows:
        table.add_row(Text(label), value)
    return table


def _rows(claim: Claim, speaker: Speaker | None, room: Room, explained: bool) -> Iterator[tuple[str, str]]:
    """Yield what the first rows leave out, and what is ``explained``: labels, each with plain words."""
    role = labels.speaker_role(speaker)
    if role and not _fits_beside(_call(speaker, room), role, room.width):
        yield "Who", role
    for number, link in enumerate(claim.chain):
        yield "" if number else "Through", labels.link_evidence(link)
        if link.url:
            yield "", make_safe(link.url)
    if shown := labels.evidence_words(claim):
        yield "Stance", shown
    if claim.stance.framing != "neutral":
        yield "Article", labels.framing_words(claim)
    for attitude in claim.stance.attitudes:
        yield "Feeling", labels.attitude_words(attitude)
    if claim.channel and claim.channel != role:
        yield "Where", make_safe(claim.channel)
    if how := labels.how_resolved(claim, speaker):
        yield "Means", how
    if not explained and claim.trace and claim.trace.runner_up and not claim.corrected:
        yield "Next likely", make_safe(claim.trace.runner_up)
