"""A small article and what is said about it, hostile where an article can be."""

from __future__ import annotations

import datetime

from secondhand.article import Article, Hyperlink, Paragraph
from secondhand.claim import (
    Analysis,
    Attitude,
    Claim,
    Link,
    ModelInfo,
    Span,
    Speaker,
    Stance,
)

TEXT = (
    "“Rates may rise,” Ann Lee told Radio One on Monday. “But not [bold]soon[/bold].”\n"
    "\n"
    "The Post reported, citing officials, that Lee believes the “\x1b[31mred\u202e” bank 🏦 failed.\n"
)
FIRST, SECOND = (
    Paragraph(0, TEXT.index("\n")),
    Paragraph(TEXT.index("The Post"), len(TEXT) - 1),
)
URL = "https://post.example/bank?a=1&b=2"


def span(words: str, after: int = 0) -> Span:
    """Return the span of the first ``words`` at or after offset ``after``."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


ARTICLE = Article(
    text=TEXT,
    paragraphs=(FIRST, SECOND),
    title="Rates \x1b]0;pwned\x07and [link=x]banks",
    publisher="Daily News",
    authors=("Bo Ek",),
    date=datetime.date(2025, 2, 27),
    url="https://daily.example/1",
    hyperlinks=(Hyperlink(SECOND.start + 4, SECOND.start + 8, URL),),
    credit="Reuters",
)

LEE = Speaker("s1", "Ann Lee", "person", "chief\teconomist", (span("Ann Lee"), span("Lee", SECOND.start)))
OFFICIALS = Speaker("s2", "officials", "anonymous", None, (span("officials"),))

_PUBLISHED = Link("Daily News", "organization", "published")
_POST = Link(
    "The Post", "organization", "reported", (span("The Post reported"),), "2025-02-17/2025-02-23", URL
)
_CITED = Link("officials", "anonymous", "cited", (span("citing officials"),))
_TOLD = Link("Ann Lee", "person", "told", (span("told Radio One"),), "2025-02-24")

SAID = Claim(
    id="c1",
    parent=None,
    paragraph=0,
    kind="direct",
    content=(span("“Rates may rise,”"), span("“But not [bold]soon[/bold].”")),
    cue=span("told"),
    source=(span("Ann Lee"),),
    speaker="s1",
    resolution="name",
    channel="interview",
    chain=(_PUBLISHED, Link("Radio One", "organization", "reported", (span("told Radio One"),)), _TOLD),
    stance=Stance("possible", "neutral", (), (span("may"),), (span("told"),)),
    confidence=0.98765432,
)

REPORTED = Claim(
    id="c2",
    parent=None,
    paragraph=1,
    kind="indirect",
    content=(span("Lee believes the “\x1b[31mred\u202e” bank 🏦 failed"),),
    cue=span("citing"),
    source=(span("officials"),),
    speaker="s2",
    resolution="nominal",
    channel=None,
    chain=(_PUBLISHED, _POST, _CITED),
    stance=Stance("certain", "neutral"),
    confidence=0.5,
)

BELIEVED = Claim(
    id="c3",
    parent="c2",
    paragraph=1,
    kind="mixed",
    content=(span("the “\x1b[31mred\u202e” bank 🏦 failed"),),
    cue=span("believes"),
    source=(span("Lee", SECOND.start),),
    speaker="s1",
    resolution="alias",
    channel=None,
    chain=(*REPORTED.chain, Link("Ann Lee", "person", "believed", (span("Lee believes"),))),
    stance=Stance(
        "probable",
        "distancing",
        (Attitude("the bank", "negative", 0.75, (span("failed"),)),),
        (span("believes"),),
        (span("“\x1b[31mred\u202e”"),),
    ),
    confidence=0.25,
)

UNSAID = Claim(
    id="c4",
    parent=None,
    paragraph=1,
    kind="indirect",
    content=(span("failed"),),
    cue=None,
    source=(),
    speaker=None,
    resolution="none",
    channel=None,
    chain=(_PUBLISHED, Link("unknown", "unknown", "said", (span("failed"),))),
    stance=Stance("certain", "neutral"),
    confidence=0.1,
)

ANALYSIS = Analysis((LEE, OFFICIALS), (SAID, REPORTED, BELIEVED, UNSAID), ModelInfo("en_secondhand", "0.1.0"))

BARE = Article("Nobody says a thing.", (Paragraph(0, 20),))
NOTHING = Analysis((), (), ModelInfo("en_secondhand", "0.1.0"))
