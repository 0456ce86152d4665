"""Texts and marks written down by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from secondhand.claim import Claim, Link, Span, Speaker, Stance
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction, Verdict
from secondhand.notes.highlight import Anchor, Highlight

MADE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 18, 0, 5, tzinfo=UTC)

SCRIPTS = {
    "plain": "The mayor said that the bridge is safe. Nobody believes her.",
    "cjk": "外交部发言人表示，中方对此表示严重关切。记者追问时，他没有回答。",
    "emoji": "She wrote “we did it 👩‍👩‍👧‍👦🎉” on Friday, 🇫🇷 officials said 👍🏽.",
    "combining": "Le pre\u0301sident a de\u0301clare\u0301 que la re\u0301forme e\u0301tait termine\u0301e.",
    "rtl": "قال الوزير \u202bإن المحادثات (جيدة)\u202c أمس. ואז אמר השר שלא.",
}


def mark(text: str, words: str) -> Anchor:
    """Return the anchor of the first ``words`` in ``text``."""
    start = text.index(words)
    return make_anchor(text, start, start + len(words))


def span(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def highlight(text: str, *pieces: str, id: str = "h1", **more: object) -> Highlight:
    """Return ``pieces`` of ``text`` highlighted."""
    known: dict[str, object] = {"created": MADE, "changed": MADE, **more}
    return Highlight(id, tuple(mark(text, piece) for piece in pieces), **known)  # type: ignore[arg-type]


def correction(
    text: str, *content: str, verdict: Verdict = "changed", id: str = "k1", **more: object
) -> Correction:
    """Return a correction of the claim with ``content``."""
    known: dict[str, object] = {"created": MADE, "verdict": verdict, **more}
    return Correction(id, tuple(mark(text, piece) for piece in content), **known)  # type: ignore[arg-type]


def person(name: str, role: str | None = None) -> Speaker:
    """Return a person as a reader names them."""
    return Speaker("", name, "person", role, ())


def claim(text: str, content: str, cue: str, speaker: str, *, id: str = "c1") -> Claim:
    """Return a claim of an article by Sputnik."""
    said = span(text, cue)
    chain = (Link("Sputnik", "organization", "published"), Link(speaker, "person", "said", (said,)))
    words = span(text, content)
    return Claim(
        id,
        None,
        0,
        "indirect",
        (words,),
        said,
        (),
        None,
        "none",
        None,
        chain,
        Stance("certain", "neutral"),
        0.5,
    )
