"""The styles text is written in, made from the variables of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from secondhand.notes.highlight import COLOURS, Colour
from secondhand.speaker_signs import HUES
from secondhand.ui.drawing.runs import Mark, Run
from secondhand.ui.style.themes import COLOURLESS, legible


@dataclass(frozen=True, slots=True)
class Ink:
    """Every style of the article and the panel, for one theme."""

    text: Style
    """the article's own voice"""
    quiet: Style
    """what is said beside the text"""
    cursor: Style
    """the sign of the current paragraph"""
    here: Style
    """what is added to the words of the current claim"""
    pointed: Style
    """what is added to the source and the cue of the current claim besides"""
    speakers: tuple[Style, ...]
    """one colour each"""
    marks: tuple[Style, ...] = ()
    """what lies behind marked words, for each of ``COLOURS``"""
    marks_here: tuple[Style, ...] = ()
    """the same where they are the current claim's"""
    signs: tuple[Style, ...] = ()
    """the signs of the marks in the gutter and the panel"""
    hit: Style = field(default_factory=Style)
    """what lies behind words that are looked for"""
    seen: Style = field(default_factory=Style)
    """what lies behind the signs of what is in view"""
    letters: bool = False
    """whether speakers are told apart by letters, as there are no colours"""

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Ink:
        """Make the styles from the theme's ``variables`` (those of ``themes.derive`` among them)."""

        def colour(name: str) -> Style:
            return Style.from_color(Color.parse(variables[name]).rich_color)

        def behind(name: str) -> Style:
            if COLOURLESS in variables:
                return Style(reverse=True)
            tint = Color.parse(variables[name]).rich_color
            return Style.from_color(RichColor.parse("black") if ansi else None, tint)

        ansi = Color.parse(variables["quiet"]).ansi is not None
        underline = Style(underline=True)
        tint = Style.from_color(bgcolor=Color.parse(variables["here"]).rich_color)
        return cls(
            text=colour("foreground"),
            quiet=colour("quiet") + (Style(dim=True) if ansi else Style()),
            cursor=colour("primary"),
            here=underline if ansi else tint,
            pointed=underline,
            speakers=tuple(colour(f"speaker-{number}") for number in range(HUES)),
            marks=tuple(behind(f"mark-{name}") for name in COLOURS),
            marks_here=tuple(behind(f"mark-{name}-here") for name in COLOURS),
            signs=tuple(colour(f"sign-{name}") for name in COLOURS),
            hit=behind("hit") + Style(bold=True, underline=True),
            seen=Style(reverse=True)
            if ansi
            else Style.from_color(bgcolor=Color.parse(variables["seen"]).rich_color),
            letters=COLOURLESS in variables,
        )

    def speaker(self, hue: int | None) -> Style:
        """Return the colour of the speaker with number ``hue``, a quiet one for an unknown speaker."""
        return self.quiet if hue is None else self.speakers[hue % len(self.speakers)]

    def mark(self, mark: Mark) -> Style:
        """Return the style of a marked stretch of text: who says it and the words of saying stand out.

        What is claimed stays as it is in the article, which has its own marks for what it quotes.
        """
        if mark.role == "content":
            return Style()
        return self.speaker(mark.hue) + Style(bold=mark.role == "source", italic=mark.role == "cue")

    def sign(self, colour: Colour) -> Style:
        """Return the style of the sign of what is marked in ``colour``."""
        return self.signs[COLOURS.index(colour)] + Style(bold=True)

    def run(self, run: Run) -> Style:
        """Return the style of ``run``."""
        style = self.text + self.mark(run.mark) if run.mark else self.quiet if run.faded else self.text
        if run.current:
            named = run.mark is not None and run.mark.role != "content"
            style = style + self.here + (self.pointed if named else Style())
        if run.highlight is not None:
            tints = self.marks_here if run.current else self.marks
            style = _over(style, tints[COLOURS.index(run.highlight)])
        if run.hit is not None:
            style = (
                _over(style, self.hit) if run.hit == "other" else self.text + self.hit + Style(reverse=True)
            )
        # One colour throughout: what is selected looks like one piece.
        return style + self.text + Style(reverse=True) if run.selected else style


@lru_cache(maxsize=256)
def _over(style: Style, tint: Style) -> Style:
    """Return ``style`` with ``tint`` behind it, its own colour moved away from it until it can be read."""
    if tint.color is not None or style.color is None or tint.bgcolor is None:
        return style + tint
    behind = Color.from_rich_color(tint.bgcolor)
    return style + tint + Style.from_color(legible(Color.from_rich_color(style.color), behind).rich_color)
