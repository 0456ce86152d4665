"""Words a reader calls a claim → that claim, in its place among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Kind, Link, Span, Stance
from secondhand.notes.correction import Correction
from secondhand.notes.family import adopt, find_holder
from secondhand.notes.naming import add_speaker, choose_free_id, rename_link, speaker_of_link
from secondhand.notes.settling import find_words, settle_chain, settle_stance
from secondhand.publication import publication
from secondhand.quotations import find_outermost, kind_of
from secondhand.spans import overlaps, range_of


def add_claim(
    article: Article, found: Analysis, correction: Correction, content: tuple[Span, ...], cue: Span | None
) -> Analysis:
    """Return ``found`` with the claim ``correction`` tells of; what that leaves open is as it was before."""
    before = correction.before
    source = find_words(article.text, correction.source) or ()
    parts = tuple(sorted((*source, *([cue] if cue else [])), key=lambda span: span.start))
    parent = find_holder(found.claims, (*content, *parts))
    chain = settle_chain(article.text, correction.chain or (before.chain if before else ()), parts or content)
    wanted = correction.speaker or (speaker_of_link(chain[-1]) if len(chain) > 1 else None)
    who = None
    if wanted:
        found, who = add_speaker(found, article.text, wanted, source)
    if not chain:
        head = publication(article.text, article.publisher, article.date, article.credit)
        own = Link("", "unknown", "said", parts or content)
        chain = (*(parent.chain if parent else head), rename_link(own, who))
    elif correction.speaker and not correction.chain:
        chain = (*chain[:-1], rename_link(chain[-1], who))
    stance = settle_stance(article.text, before.stance) if before else Stance("certain", "neutral")
    claim = Claim(
        choose_free_id("r", (claim.id for claim in found.claims)),
        parent.id if parent else None,
        article.paragraph_at(min(span.start for span in (*content, *parts))),
        _find_kind(article, content),
        content,
        cue,
        source,
        who.id if who else None,
        "name" if who else "none",
        before.channel if before else None,
        chain,
        replace(
            stance,
            commitment=correction.commitment or stance.commitment,
            framing=correction.framing or stance.framing,
        ),
        1.0,
        corrected=True,
    )
    return replace(found, claims=adopt(found.claims, claim))


def _find_kind(article: Article, content: Sequence[Span]) -> Kind:
    first, last = content[0].start, content[-1].end
    touched = [p for p in map(range_of, article.paragraphs) if overlaps(p, (first, last))]
    quoted = [*map(range_of, find_outermost(article.text, touched))]
    return kind_of(article.text, [*map(range_of, content)], quoted)
