"""Whether what was read from a file makes sense, beyond its types: files can hold anything."""

from __future__ import annotations

from secondhand.article import Article
from secondhand.claim import Analysis, Span
from secondhand.notes.notebook import Notebook


def check_notebook(notebook: Notebook) -> Notebook:
    """Return ``notebook`` where its places are in its text and its claims whole, else raise ValueError."""
    _check_places(notebook.article)
    if notebook.found:
        _check_claims(notebook.article, notebook.found)
    return notebook


def _check_places(article: Article) -> None:
    after = 0
    for paragraph in article.paragraphs:
        if not after <= paragraph.start <= paragraph.end <= len(article.text):
            raise ValueError("its paragraphs are not in its text")
        after = paragraph.end


def _check_claims(article: Article, found: Analysis) -> None:
    if not all(0 <= claim.paragraph < len(article.paragraphs) for claim in found.claims):
        raise ValueError("a claim is in a paragraph that is not there")
    if not all(claim.content and claim.chain for claim in found.claims):
        raise ValueError("a claim has no content or no chain")
    if not all(0 <= confidence <= 1 for confidence in _confidences(found)):
        raise ValueError("a confidence is not between 0 and 1")
    for span in _spans(found):
        if article.text[span.start : span.end] != span.text:
            raise ValueError(f"{span.text[:40]!r} is not where it is said to be")


def _spans(analysis: Analysis) -> list[Span]:
    mentions = [span for speaker in analysis.speakers for span in speaker.mentions]
    shown = [span for claim in analysis.claims for link in claim.chain for span in link.evidence]
    return [*mentions, *shown, *(span for claim in analysis.claims for span in claim.parts)]


def _confidences(analysis: Analysis) -> list[float]:
    sure = [c for claim in analysis.claims for c in (claim.speaker_confidence, claim.chain_confidence)]
    felt = [attitude.confidence for claim in analysis.claims for attitude in claim.stance.attitudes]
    return [*(claim.confidence for claim in analysis.claims), *felt, *(c for c in sure if c is not None)]
