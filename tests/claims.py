"""Literal claims: what an analysis of ``seeds/macron-trump.txt`` looks like, without a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from secondhand.analysis import Progress
from secondhand.article import Article, Paragraph
from secondhand.claim import (
    Analysis,
    Attitude,
    Claim,
    Commitment,
    Framing,
    Kind,
    Link,
    ModelInfo,
    Resolution,
    Span,
    Speaker,
    SpeakerType,
    Stance,
)

SEED = Path(__file__).parent.parent / "seeds" / "macron-trump.txt"
MODEL = ModelInfo("literal", "0")
UNKNOWN = Link("unknown", "unknown", "said")


def article_of(text: str, **known: object) -> Article:
    """Return ``text`` as an article whose paragraphs are its lines."""
    paragraphs = tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?<!\s)", text))
    return Article(text, paragraphs, **known)  # type: ignore[arg-type]


def seed_article() -> Article:
    """Return the seed, its leading date taken off the first paragraph."""
    text = SEED.read_text(encoding="utf-8")
    article = article_of(text)
    first = Paragraph(text.index("French President"), article.paragraphs[0].end)
    return Article(text, (first, *article.paragraphs[1:]), publisher="Sputnik", date=date(2025, 2, 27))


class Teller:
    """Writes claims down for one article; words are found, never counted."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.speakers: dict[str, Speaker] = {}
        self.claims: list[Claim] = []

    def span(self, words: str, paragraph: int = 0) -> Span:
        """Find ``words`` from ``paragraph`` on; of "whom |he| believes" only what stands between the bars."""
        before, _, rest = words.partition("|") if "|" in words else ("", "", words)
        at = self.article.text.index(words.replace("|", ""), self.article.paragraphs[paragraph].start)
        inner = rest.partition("|")[0]
        return Span(at + len(before), at + len(before) + len(inner), inner)

    def between(self, first: str, after: str) -> str:
        """Return the text from the words ``first`` to before the words ``after``."""
        start = self.article.text.index(first)
        return self.article.text[start : self.article.text.index(after, start)]

    def speaker(self, name: str, type: SpeakerType = "person", role: str | None = None) -> str:
        self.speakers.setdefault(name, Speaker(name, name, type, role, ()))
        return name

    def link(self, name: str, relation: str, *evidence: Span, **known: object) -> Link:
        kind = self.speakers[name].type if name in self.speakers else "organization"
        return Link(name, kind, relation, evidence, **known)  # type: ignore[arg-type]

    def publisher(self) -> Link:
        day = self.article.date.isoformat() if self.article.date else None
        return Link(self.article.publisher or "unknown", "organization", "published", when=day)

    def claim(
        self,
        paragraph: int,
        content: list[str],
        cue: str | None,
        source: str | None,
        speaker: str | None,
        *,
        via: tuple[Link, ...] = (),
        relation: str = "said",
        evidence: str | None = None,
        when: str | None = None,
        kind: Kind = "indirect",
        resolution: Resolution = "name",
        parent: str | None = None,
        commitment: Commitment = "certain",
        commitment_evidence: list[str] | None = None,
        framing: Framing = "neutral",
        attitudes: tuple[Attitude, ...] = (),
        channel: str | None = None,
        confidence: float = 0.9,
    ) -> str:
        found = self.span(cue, paragraph) if cue else None
        shown = (self.span(evidence, paragraph),) if evidence else ((found,) if found else ())
        origin = self.link(speaker, relation, *shown, when=when) if speaker else UNKNOWN
        stance = Stance(
            commitment,
            framing,
            attitudes,
            tuple(self.span(words, paragraph) for words in commitment_evidence or ()),
            (found,) if found else (),
        )
        claim = Claim(
            f"c{len(self.claims)}",
            parent,
            paragraph,
            kind,
            tuple(self.span(words, paragraph) for words in content),
            found,
            (self.span(source, paragraph),) if source else (),
            speaker,
            resolution,
            channel,
            (self.publisher(), *via, origin),
            stance,
            confidence,
        )
        self.claims.append(claim)
        return claim.id

    def analysis(self) -> Analysis:
        return Analysis(tuple(self.speakers.values()), tuple(self.claims), MODEL)


def seed_analysis() -> Analysis:
    """Return the claims of the seed, as one would wish them."""
    t = Teller(seed_article())
    for tell in (_benoist, _macron, _benoist_quoted, _benoist_after_that, _newspapers, _moscow):
        tell(t)
    return t.analysis()


def _benoist(t: Teller) -> None:
    benoist = t.speaker("Alain de Benoist", "person", "French political philosopher")
    trump = t.speaker("Donald Trump", "person", "US President")
    told = "Alain de Benoist told Sputnik"
    first = t.claim(
        0,
        [t.between("French President", ", French political")],
        "told",
        "French political philosopher Alain de Benoist",
        benoist,
        kind="mixed",
        relation="told",
        evidence=told,
        channel="interview",
        confidence=0.94,
        attitudes=(Attitude("Emmanuel Macron", "negative", 0.8, (t.span("failed to achieve his goals"),)),),
    )
    t.claim(
        0,
        ["the European Union has not tried to achieve peace in Ukraine"],
        "believes",
        "US President Donald Trump",
        trump,
        parent=first,
        via=(t.link(benoist, "told", t.span(told)),),
        relation="believed",
        confidence=0.71,
    )


def _macron(t: Teller) -> None:
    macron = t.speaker("Emmanuel Macron", "person", "French President")
    times = t.speaker("Financial Times", "organization")
    t.claim(
        1,
        ["he wanted a quick agreement in Ukraine with security guarantees for Kiev"],
        "said",
        "|Macron| said",
        macron,
        resolution="alias",
        commitment="uncommitted",
        commitment_evidence=["wanted"],
        when="2025-02-24",
    )
    t.claim(
        1,
        [t.between("he had secured Trump", ". At the same time")],
        "claimed",
        "|Macron| said",
        macron,
        resolution="alias",
        framing="distancing",
        when="2025-02-24",
        confidence=0.87,
    )
    t.claim(
        1,
        [t.between("the French president had failed", '.\n\n"Macron')],
        "reported",
        "the Financial Times",
        times,
        relation="reported",
        when="2025-02-25",
    )


def _benoist_quoted(t: Teller) -> None:
    benoist, trump = "Alain de Benoist", "Donald Trump"
    said = (t.link(benoist, "said", t.span("De Benoist said", 2)),)
    first = t.claim(
        2,
        [t.between('"Macron has obtained', " De Benoist said.")],
        "said",
        "De Benoist",
        benoist,
        kind="direct",
        resolution="alias",
        confidence=0.97,
        evidence="De Benoist said",
        channel="interview",
        attitudes=(
            Attitude("European Union", "negative", 0.7, (t.span("warmongering raising of the stakes"),)),
        ),
    )
    t.claim(
        2,
        ["decadent people, incapable of taking a decision"],
        "believes",
        "whom |he| believes",
        trump,
        parent=first,
        resolution="pronoun",
        relation="believed",
        confidence=0.64,
        via=said,
    )
    t.claim(
        2,
        [t.between("the European Union has never", ", rather")],
        "knows",
        "|He| also knows",
        trump,
        parent=first,
        resolution="pronoun",
        framing="endorsing",
        relation="believed",
        confidence=0.43,
        via=said,
    )


def _benoist_after_that(t: Teller) -> None:
    benoist = "Alain de Benoist"
    t.claim(
        3,
        ["this idea remains wishful thinking for now"],
        "said",
        "the expert",
        benoist,
        resolution="nominal",
    )
    t.claim(
        4,
        [t.between('"The strategic autonomy', " De Benoist said.")],
        "said",
        "De Benoist",
        benoist,
        kind="direct",
        resolution="alias",
        evidence="De Benoist said",
        confidence=0.97,
    )


def _newspapers(t: Teller) -> None:
    telegraph = t.speaker("The Telegraph", "organization")
    t.speaker("The Washington Post", "organization")
    officials = t.speaker("officials", "anonymous")
    t.claim(
        5,
        [t.between("UK Prime Minister", ". Last week")],
        "reported",
        "The Telegraph newspaper",
        telegraph,
        relation="reported",
        when="2025-01-01/2025-01-31",
    )
    post = t.link(
        "The Washington Post",
        "reported",
        t.span("The Washington Post reported"),
        when="2025-02-17/2025-02-23",
        url="https://www.washingtonpost.com/world/2025/02/20/troops",
    )
    t.claim(
        5,
        [t.between("European countries were", ".\n\nThe Russian")],
        "citing",
        "officials",
        officials,
        via=(post,),
        relation="cited",
        evidence="citing officials",
        commitment="possible",
        commitment_evidence=["considering"],
        confidence=0.82,
    )


def _moscow(t: Teller) -> None:
    svr = t.speaker("Russian Foreign Intelligence Service", "organization")
    peskov = t.speaker("Dmitry Peskov", "person", "Kremlin spokesman")
    t.claim(
        6,
        [t.between("the West could", ". Kremlin")],
        "estimated",
        "The Russian Foreign Intelligence Service (SVR)",
        svr,
        commitment="probable",
        commitment_evidence=["could"],
        confidence=0.88,
    )
    t.claim(
        6,
        [t.between("the deployment of peacekeepers", ".\n")],
        "said",
        "Kremlin spokesman Dmitry Peskov",
        peskov,
    )


def whole(analysis: Analysis) -> Callable[[Article, Callable[[], int]], Iterator[Progress]]:
    """Return an ``analyse`` that knows all of ``analysis`` at once."""

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 1, analysis, frozenset(range(len(article.paragraphs))))

    return analyse
