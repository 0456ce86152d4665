"""Notebooks in which every word somebody else wrote asks for trouble."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.claim import Analysis, Attitude, Claim, Link, ModelInfo, Span, Speaker, Stance
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.notes.notebook import Notebook
from tests.export.notebooks import LATER, MADE, uuid
from tests.properties.strategies import words


@st.composite
def notebooks(draw: st.DrawFn) -> Notebook:
    """An article, a claim in it, a highlight of that, one that was lost, and a correction."""
    said, evil = draw(words), draw(words)
    text = f"{said}\n\n{evil}"
    span, other = Span(0, len(said), said), Span(len(said) + 2, len(text), evil)
    article = Article(
        text,
        (Paragraph(0, len(said)), Paragraph(len(said) + 2, len(text))),
        draw(words), draw(words), (draw(words), draw(words)), LATER.date(), f"https://h.example/{evil}",
        (Hyperlink(0, len(said), f"https://h.example/{evil}"),),
        draw(words), draw(words), (Place(0, draw(words)),),
    )  # fmt: skip
    speaker = Speaker("s1", draw(words), "person", draw(words), (other,))
    told = Link(draw(words), "organization", "reported", (span,), draw(words), f"javascript:{evil}")
    stance = Stance(
        "certain", "distancing", (Attitude(draw(words), "negative", 0.5, (span,)),), (span,), (other,)
    )
    claim = Claim(
        "c1", None, 0, "mixed", (span,), other, (other,), "s1", "name", draw(words),
        (Link(draw(words), "organization", "published"), told), stance, 0.5, 0.5, 0.5,
    )  # fmt: skip
    mark = Highlight(
        uuid(1),
        (make_anchor(text, 0, len(said)),),
        MADE,
        LATER,
        "red",
        draw(words),
        (draw(words),),
        claim,
        speaker,
    )
    lost = replace(mark, id=uuid(2), anchors=(Anchor(0, 5, draw(words), draw(words), draw(words)),))
    wrong = Correction(uuid(3), mark.anchors, LATER, speaker=replace(speaker, name=draw(words)), before=claim)
    found = Analysis((speaker,), (claim,), ModelInfo("literal", "0"))
    return Notebook(article, found, (mark,), (lost,), (wrong,), LATER)
