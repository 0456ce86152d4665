"""What a reader made of the hostile article, and of one in several scripts, as notebooks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from secondhand.article import Article, Paragraph
from secondhand.claim import Analysis, Claim, Link, ModelInfo, Span, Speaker, Stance
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.notes.notebook import Notebook
from tests.export.literals import ANALYSIS, ARTICLE, LEE, REPORTED, SAID, TEXT

MADE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 18, 5, 7, tzinfo=UTC)


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def anchors(*spans: Span) -> tuple[Anchor, ...]:
    return tuple(make_anchor(TEXT, span.start, span.end) for span in spans)


WHOLE = Highlight(
    uuid(1),
    anchors(*SAID.content),
    MADE,
    LATER,
    "green",
    "=1+1 is a *formula*;\n* no heading, </div> no \x1b[31mend\n#+end_src\n{{ 1 }} café 👩\u200d🚒",
    ("money", "to check", "a:b|#c"),
    SAID,
    LEE,
)
"""a whole claim, in two pieces"""

_BANK = TEXT.index("bank 🏦")
INNER = Highlight(uuid(2), (make_anchor(TEXT, _BANK, _BANK + 6),), MADE, MADE, "purple")
"""words within a claim within a claim"""

LOST = Highlight(
    uuid(3),
    (Anchor(5, 12, "@SUM(A1)", "before ", " after"),),
    LATER,
    LATER,
    "red",
    "It stood here.",
    ("money",),
    REPORTED,
    None,
)
"""words that the article does not hold any more"""

DENIED = Correction(
    uuid(9),
    anchors(*REPORTED.content),
    LATER,
    speaker=Speaker("", "Bo Ek", "person", None, ()),
    commitment="denied",
    before=REPORTED,
)

FOUND = replace(
    ANALYSIS, claims=tuple(replace(c, confidence=round(c.confidence, 4)) for c in ANALYSIS.claims)
)
"""as the library keeps it"""
NOTEBOOK = Notebook(ARTICLE, FOUND, (WHOLE, INNER), (LOST,), (DENIED,), LATER)

_WORDS = (
    "東京の専門家は「景気は回復する」と述べた。\n\n"
    "قال الخبير «لن ترتفع الأسعار» 👩🏽\u200d🚀 e\u0301te\u0301 \u05d0\u200f\u05d1.\n"
)


def _span(words: str) -> Span:
    start = _WORDS.index(words)
    return Span(start, start + len(words), words)


EXPERT = Speaker("s1", "東京の専門家", "person", None, (_span("東京の専門家"),))
_SAYS = Claim(
    "c1",
    None,
    0,
    "direct",
    (_span("「景気は回復する」"),),
    _span("と述べた"),
    (_span("東京の専門家"),),
    "s1",
    "name",
    None,
    (Link("新聞", "organization", "published"), Link("東京の専門家", "person", "said", (_span("と述べた"),))),
    Stance("certain", "neutral"),
    0.75,
)
_QUOTE = _span("«لن ترتفع الأسعار» 👩🏽\u200d🚀 e\u0301te\u0301 \u05d0\u200f\u05d1")
WORLD = Notebook(
    Article(
        _WORDS,
        (Paragraph(0, _WORDS.index("\n")), Paragraph(_WORDS.index("ق"), len(_WORDS) - 1)),
        "景気 والأسعار",
        "新聞",
    ),
    Analysis((EXPERT,), (_SAYS,), ModelInfo("en_secondhand", "0.1.0")),
    (
        Highlight(
            uuid(4),
            (make_anchor(_WORDS, _SAYS.content[0].start, _SAYS.content[0].end),),
            MADE,
            MADE,
            "yellow",
            "メモ \u200fعربي\u2069 👍🏽",
            ("景気", "e\u0301"),
            _SAYS,
            EXPERT,
        ),
        Highlight(uuid(5), (make_anchor(_WORDS, _QUOTE.start, _QUOTE.end),), MADE, MADE, "blue"),
    ),
)
"""CJK, emoji, combining marks and right-to-left text; no address"""
