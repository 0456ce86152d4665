"""The hostile lines of ``payloads.txt``, and an article that says one wherever an article or a reader can."""

from __future__ import annotations

import json
from pathlib import Path

from secondhand.article import Article, Hyperlink, Paragraph
from secondhand.claim import Analysis, Attitude, Claim, Link, ModelInfo, Span, Speaker, Stance
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.notes.notebook import Notebook
from tests.export.notebooks import MADE, uuid

_FILE = Path(__file__).with_name("payloads.txt")


def read_payloads() -> tuple[str, ...]:
    """Return the payloads, those in quotation marks as JSON has them."""
    lines = _FILE.read_text("utf-8").split("\n")
    found = [line for line in lines if line and not line.startswith("¶")]
    return tuple(json.loads(line) if line.startswith('"') else line for line in found)


def attacked_by(payload: str, number: int = 0) -> Notebook:
    """Return an article whose every part is ``payload``, and a reader's marks on it that say it too."""
    text = f"{payload}\n\nShe said so.\n"
    start, end = len(payload) - len(payload.lstrip()), len(payload.rstrip())
    said, cue = Span(start, end, text[start:end]), Span(len(payload) + 6, len(payload) + 10, "said")
    claim = Claim(
        "c1",
        None,
        0,
        "direct",
        (said,),
        cue,
        (),
        "s1",
        "name",
        None,
        (
            Link(payload, "organization", "published"),
            Link(payload, "person", "said", (cue,), payload, payload),
        ),
        Stance("certain", "neutral", (Attitude(payload, "negative", 0.5),)),
        0.5,
    )
    speaker = Speaker("s1", payload, "person", payload, ())
    marked = (make_anchor(text, start, end),)
    told = (payload, (payload,), claim, speaker)
    return Notebook(
        Article(
            text,
            (Paragraph(start, end), Paragraph(len(payload) + 2, len(text) - 1)),
            payload,
            payload,
            (payload,),
            url=payload,
            hyperlinks=(Hyperlink(start, end, payload),),
            credit=payload,
            language=payload,
        ),
        Analysis((speaker,), (claim,), ModelInfo("en_secondhand", "0.1.0")),
        (Highlight(uuid(3 * number), marked, MADE, MADE, "green", *told),),
        (Highlight(uuid(3 * number + 1), (Anchor(5, 9, payload),), MADE, MADE, "red", "Gone."),),
        (Correction(uuid(3 * number + 2), marked, MADE, speaker=speaker),),
        MADE,
    )
