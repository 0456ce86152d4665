"""The colours of the reader: two themes of its own, and variables that any theme gets.

``$speaker-0`` … ``$speaker-5`` tell speakers apart, ``$quiet`` is for what is said beside the text, ``$here``
lies behind the current claim, ``$mark-yellow`` and its like behind what the reader marked. A theme may set
them itself; else they are derived from its other colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="secondhand-dark",
    primary="#7aa2c9",
    secondary="#8d9bb0",
    accent="#d8a657",
    warning="#d8a657",
    error="#e0787a",
    success="#8fb573",
    foreground="#d6d3cc",
    background="#1a1b1e",
    surface="#202226",
    panel="#26282d",
    dark=True,
)
LIGHT = Theme(
    name="secondhand-light",
    primary="#2f5d8a",
    secondary="#5b6675",
    accent="#8f5c0e",
    warning="#8f5c0e",
    error="#a8323e",
    success="#41702a",
    foreground="#2b2a27",
    background="#faf7f0",
    surface="#f3efe5",
    panel="#ece7da",
    dark=False,
)
CONTRAST_DARK = Theme(
    name="secondhand-contrast-dark",
    primary="#66b3ff",
    secondary="#c0c8d4",
    accent="#ffd24d",
    warning="#ffd24d",
    error="#ff8080",
    success="#7fe08a",
    foreground="#ffffff",
    background="#000000",
    surface="#0d0d0d",
    panel="#1f1f1f",
    dark=True,
    variables={"least-contrast": "8"},
)
CONTRAST_LIGHT = Theme(
    name="secondhand-contrast-light",
    primary="#003d80",
    secondary="#333c47",
    accent="#6b3d00",
    warning="#6b3d00",
    error="#8f0011",
    success="#1f4d0a",
    foreground="#000000",
    background="#ffffff",
    surface="#f4f4f4",
    panel="#e2e2e2",
    dark=False,
    variables={"least-contrast": "8"},
)
OWN = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)
"""the themes that are ours"""
SHORT = {
    "dark": DARK.name,
    "light": LIGHT.name,
    "high-contrast": CONTRAST_DARK.name,
    "high-contrast-light": CONTRAST_LIGHT.name,
    "ansi": "ansi-dark",
}
"""what themes are called in settings and on the command line → their names; others have their own"""
WITHOUT_COLOURS = ("ansi-dark", "ansi-light")
"""the themes that mark the current claim by more than a colour behind it"""
COLOURLESS = "colourless"
"""the variable that is set where nothing may be drawn in colour"""
CONTRAST = 5.0
"""least contrast of a speaker's colour with the background; WCAG AA asks for 4.5"""
_MARKS = {"yellow": 48, "green": 130, "blue": 210, "red": 355, "purple": 285}
"""the reader's own colours, as degrees of hue"""
_ANSI = ("blue", "magenta", "green", "red", "cyan", "yellow")
# Degrees from the primary colour: neighbours in the list lie far apart, so the first speakers differ most.
_TURNS = (0, 180, 90, 275, 140, 320)


def counterpart(name: str, names: Iterable[str]) -> str:
    """Return the light theme of ``names`` that goes with the dark theme ``name``, or the other way round."""
    turned = name.replace("dark", "light") if "dark" in name else name.replace("light", "dark")
    if turned != name and turned in names:
        return turned
    return DARK.name if "light" in name else LIGHT.name


def derive(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the reader's own variables, derived from the colours in ``variables``."""
    background, text = Color.parse(variables["background"]), Color.parse(variables["foreground"])
    primary = Color.parse(variables["primary"])
    if background.ansi is not None or primary.ansi is not None:
        speakers = [f"ansi_{name}" for name in _ANSI]
        own = {
            "quiet": "ansi_default",
            "here": "ansi_default",
            "seen": "ansi_default",
            "hit": "ansi_bright_yellow",
        }
        return _name_speakers(speakers) | _ansi_marks() | own
    least = float(variables.get("least-contrast", CONTRAST))
    speakers = [legible(_turn(primary, turn), background, least).hex for turn in _TURNS]
    quiet = legible(text.blend(background, 0.42), background, least)
    accent = Color.parse(variables["accent"])
    own = {"quiet": quiet.hex, "here": background.blend(primary, 0.13).hex}
    own["seen"] = background.blend(quiet, 0.3).hex
    own["hit"] = background.blend(accent, 0.35).hex
    return _name_speakers(speakers) | _marks(background) | own


def _name_speakers(speakers: list[str]) -> dict[str, str]:
    return {f"speaker-{number}": colour for number, colour in enumerate(speakers)}


def _marks(background: Color) -> dict[str, str]:
    """Return what lies behind marked words, in the current claim and elsewhere, and their signs' colours."""
    found: dict[str, str] = {}
    for name, hue in _MARKS.items():
        ink = Color.from_hsl(hue / 360, 0.75, 0.5)
        found[f"mark-{name}"] = background.blend(ink, 0.24).hex
        found[f"mark-{name}-here"] = background.blend(ink, 0.42).hex
        found[f"sign-{name}"] = legible(ink, background).hex
    return found


def _ansi_marks() -> dict[str, str]:
    """Return the same in the terminal's own colours."""
    found: dict[str, str] = {}
    for name in _MARKS:
        bright = "ansi_bright_" + {"purple": "magenta"}.get(name, name)
        found |= {f"mark-{name}": bright, f"mark-{name}-here": bright, f"sign-{name}": "ansi_default"}
    return found


def _turn(colour: Color, degrees: int) -> Color:
    """Return a moderate colour whose hue lies ``degrees`` from that of ``colour``."""
    return Color.from_hsl((colour.hsl.h + degrees / 360) % 1, 0.5, 0.55)


def legible(colour: Color, background: Color, least: float = CONTRAST) -> Color:
    """Return ``colour``, moved away from ``background`` until the contrast between them is ``least``."""
    away = background.get_contrast_text(1.0)
    shades = (colour.blend(away, step / 20) for step in range(20))
    return next((shade for shade in shades if contrast(shade, background) >= least), away)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 … 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Return the relative luminance of ``colour`` as WCAG 2 defines it, 0 … 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
