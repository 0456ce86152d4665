"""An article with as many claims, and highlights on them, as one likes."""

from __future__ import annotations

from secondhand.article import Article, Paragraph, Place
from secondhand.claim import Analysis, Claim, Link, ModelInfo, Span, Speaker, Stance
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from tests.export.notebooks import MADE, uuid

PER_PARAGRAPH = 4
_SAID = "“It may be so,” Ann Lee told the Post. "
_CONTENT = len("“It may be so,”")


def many(count: int) -> Notebook:
    """Return ``count`` claims of the same words, each by another speaker, half of them highlighted whole.

    A page has ten paragraphs; no address leads to the article, so that its text is its name.
    """
    starts, paragraphs, text = [], [], ""
    while len(starts) < count:
        starts += [len(text) + at * len(_SAID) for at in range(PER_PARAGRAPH)]
        paragraphs.append(Paragraph(len(text), len(text) + PER_PARAGRAPH * len(_SAID) - 1))
        text += _SAID * PER_PARAGRAPH + "\n\n"
    places = tuple(Place(one.start, f"page {at}") for at, one in enumerate(paragraphs[::10], 1))
    speakers = tuple(Speaker(f"s{at}", "Ann Lee", "person", None, ()) for at in range(count))
    claims = tuple(_claim(text, start, at) for at, start in enumerate(starts[:count]))
    return Notebook(
        Article(text, tuple(paragraphs), "Title", places=places),
        Analysis(speakers, claims, ModelInfo("en_secondhand", "0.1.0")),
        tuple(_highlight(text, claim, at) for at, claim in enumerate(claims)),
        corrections=(Correction(uuid(0), (make_anchor(text, 0, _CONTENT),), MADE, commitment="denied"),),
    )


def _claim(text: str, start: int, at: int) -> Claim:
    said = text.index("told", start)
    cue = Span(said, said + 4, "told")
    chain = (
        Link("Daily", "organization", "published"),
        Link("the Post", "organization", "reported", (cue,)),
        Link("Ann Lee", "person", "told", (cue,)),
    )
    content = Span(start, start + _CONTENT, text[start : start + _CONTENT])
    who = (f"s{at}", "name", None, chain, Stance("possible", "neutral"), 0.5)
    return Claim(f"c{at}", None, at // PER_PARAGRAPH, "direct", (content,), cue, (), *who)  # type: ignore[arg-type]


def _highlight(text: str, claim: Claim, at: int) -> Highlight:
    content = claim.content[0]
    marked = make_anchor(text, content.start, content.end - 5 * (at % 2))
    return Highlight(uuid(at + 1), (marked,), MADE, MADE, "green", "a *note*", ("tag",), claim)
