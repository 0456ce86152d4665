"""What the components store on a Doc ⇄ ``secondhand.claim``.

``doc.spans["claims"]`` holds the cue, source and content spans of every claim, the claim's id as their
``id_``; its ``attrs`` hold the claims and speakers themselves with exact character offsets, because tokens
may be coarser. Both survive ``to_bytes``, ``DocBin``, pickling and ``nlp.pipe(n_process=…)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.tokens.span_group import SpanGroup

from secondhand.claim import Claim, Speaker
from secondhand.pipeline.doc.alignment import Aligner
from secondhand.pipeline.doc.encoding import keep_on_docs
from secondhand.pipeline.network.windows import find_paragraphs

KEY = "claims"


@dataclass(frozen=True, slots=True)
class EarlierEntity:
    """Somebody who was named before the text of a Doc begins."""

    name: str
    """the fullest form"""
    label: str
    """of a named entity: PERSON, ORG or NORP"""
    shorts: tuple[str, ...] = ()
    """initials that mean the same"""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of where a Doc's text came from; all of it may be unknown."""

    publisher: str | None = None
    date: date | None = None
    credit: str | None = None
    """the wire agency it is credited to"""
    authors: tuple[str, ...] = ()
    hyperlinks: tuple[tuple[int, int, str], ...] = ()
    """start, end and address of each"""
    paragraphs: tuple[tuple[int, int], ...] = ()
    """start and end of each"""
    before: tuple[EarlierEntity, ...] = ()
    """who was named before, where the text is part of a longer one"""
    title: str | None = None
    kinds: tuple[str | None, ...] = ()
    """what its page shows each paragraph as; () where nothing is known"""


def store_origin(doc: Doc, origin: Origin) -> None:
    """Tell the components where the text of ``doc`` came from."""
    doc._.article = origin


def load_origin(doc: Doc) -> Origin:
    """Return what ``store_origin`` told, with the paragraphs read off the text where nobody did."""
    known: Origin = doc._.article or Origin()
    return known if known.paragraphs else replace(known, paragraphs=tuple(find_paragraphs(doc.text)))


def store_claims(doc: Doc, claims: Sequence[Claim], speakers: Sequence[Speaker]) -> None:
    """Put claims and speakers on ``doc``, in the place of those there; what else is kept there stays."""
    group = SpanGroup(doc, name=KEY, spans=list(_make_spans(doc, claims)))
    group.attrs = {**_read_attrs(doc), "claims": tuple(claims), "speakers": tuple(speakers)}
    doc.spans[KEY] = group


def _make_spans(doc: Doc, claims: Sequence[Claim]) -> Iterator[Tokens]:
    aligner = Aligner(doc)
    for claim in claims:
        parts = [("content", s) for s in claim.content] + [("source", s) for s in claim.source]
        for label, span in [*parts, *([("cue", claim.cue)] if claim.cue else [])]:
            tokens = aligner.align(span.start, span.end, label, claim.id)
            if tokens is not None:
                yield tokens


def load_claims(doc: Doc) -> tuple[Claim, ...]:
    """Return the claims on ``doc``; none where there is no record of any."""
    return tuple(_read_attrs(doc).get("claims", ()))


def load_speakers(doc: Doc) -> tuple[Speaker, ...]:
    """Return the speakers on ``doc``; none where there is no record of any."""
    return tuple(_read_attrs(doc).get("speakers", ()))


def _read_attrs(doc: Doc) -> dict[str, Any]:
    attrs: dict[str, Any] = doc.spans[KEY].attrs if KEY in doc.spans else {}
    return attrs


keep_on_docs(Claim, Speaker, Origin)
if not Doc.has_extension("claims"):
    Doc.set_extension("article", default=None)
    Doc.set_extension("claims", getter=load_claims)
    Doc.set_extension("speakers", getter=load_speakers)
