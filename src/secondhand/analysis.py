"""Article → claims: the one seam between the reader's world and spaCy's.

Terminal, export and batch all come through here, so they cannot disagree. spaCy and the model are loaded
at the first analysis, not on import.
"""

from __future__ import annotations

import gc
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from secondhand import model_path
from secondhand.article import Article
from secondhand.claim import Analysis, Claim, ModelInfo
from secondhand.errors import LanguageError
from secondhand.resuming import KeptStretch, keep_stretch, resume
from secondhand.stretches import Stretch, cut_stretch, find_stretches, join_analyses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from secondhand.pipeline.doc.state import EarlierEntity
    from secondhand.pipeline.mentions.carried_over import EarlierEntities
    from secondhand.pipeline.network.read_window import Reading
    from secondhand.pipeline.tagger import AttributionReader

BATCH = 4
"""windows read between two looks at where the reader is"""
_LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an analysis has come, and what is known so far."""

    done: int
    """windows read; of a long article, paragraphs"""
    total: int
    """those in the whole article"""
    analysis: Analysis
    """claims of what has been read"""
    paragraphs: frozenset[int]
    """indices of the paragraphs that have been read"""


def analyze(article: Article) -> Analysis:
    """Return every claim of ``article``."""
    return next(analyze_many([article]))


def analyze_many(articles: Iterable[Article], rules: tuple[str, ...] | None = None) -> Iterator[Analysis]:
    """Yield the analysis of each article in turn; the model is loaded once.

    ``rules`` names the rules that run, in order; all where it is None. Raises LanguageError at the first
    article that is not in English.
    """
    nlp = _nlp() if rules is None else _load_pipeline(rules)
    for article in articles:
        check_language(article)
        yield join_analyses(article, _parts(nlp, article), model())


def _parts(nlp: Language, article: Article) -> Iterator[tuple[Stretch, Analysis]]:
    """Yield each stretch of ``article`` with its analysis; memory is bounded by the stretch."""
    from secondhand.pipeline.mentions.carried_over import EarlierEntities

    known = EarlierEntities()
    every = find_stretches(article)
    for stretch in every:
        # What the vocabulary learns from a stretch goes with it.
        with nlp.memory_zone(), _unswept():
            own = cut_stretch(article, stretch)
            doc = nlp(make_doc(nlp, own, known.find_in(own.text)))
            if len(every) > 1:
                known.learn(doc)
            found = _analysis(doc)
        yield stretch, found


@contextmanager
def _unswept() -> Iterator[None]:
    """Look for no garbage meanwhile: to go through all claims again and again slows a book down."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def analyze_near(
    article: Article,
    nearest: Callable[[], int],
    before: Iterable[str] = (),
    keep: Callable[[KeptStretch], object] = lambda _: None,
) -> Iterator[Progress]:
    """Yield what is known as it becomes known, paragraphs near ``nearest()`` first; the last is whole.

    ``nearest`` returns the paragraph the reader is at and is asked again as reading goes on. The claims
    known are put together anew each time as much has been read again, so that all in all it costs no
    more than twice, and when the reader waits for a paragraph. Raises LanguageError where the article is
    not in English.

    Of a long article the stretch the reader goes to is read at once, out of turn, and again in its turn, when
    all who are named before it are known: in the end it says what ``analyze`` says. Each stretch is given to
    ``keep``; the records kept of them, given as ``before``, let another analysis go on from there.
    """
    check_language(article)
    every = find_stretches(article)
    if len(every) == 1:
        nlp = _nlp()
        yield from filter(None, _near(nlp, make_doc(nlp, article), nearest))
    else:
        yield from _long(article, every, nearest, before, keep)


def _long(
    article: Article,
    every: Sequence[Stretch],
    nearest: Callable[[], int],
    before: Iterable[str],
    keep: Callable[[KeptStretch], object],
) -> Iterator[Progress]:
    """Yield what is known of a long article, at once what was known ``before``."""
    earlier, met = resume(before, every, model())
    found, turn = dict(earlier), len(met)
    if found:
        yield _so_far(article, every, found)
    from secondhand.pipeline.mentions.carried_over import EarlierEntities

    nlp, known, due = _nlp(), EarlierEntities(), 2 * len(found) or 1
    for named in met:
        known.remember(named)
    begun: dict[tuple[int, bool], _Begun] = {}
    parts: dict[int, _Part] = {}
    while turn < len(every):
        here = _stretch_at(every, article.paragraphs[nearest()].start)
        at = turn if here in found else here
        one = begun.pop((at, at == turn), None) or _begin(nlp, article, every[at], nearest, known)
        whole = None
        for step in one.steps:
            if step and step.done == step.total:
                whole = step.analysis
            elif step and at == here and at not in found:
                parts[at] = _Part(step.analysis, {paragraph + one.first for paragraph in step.paragraphs})
                yield _so_far(article, every, found, parts)
            elsewhere = _stretch_at(every, article.paragraphs[nearest()].start)
            if whole is None and elsewhere != at and elsewhere not in found:
                break
        if whole is None:
            # It is taken up again where it is left: the reader waits elsewhere.
            begun[at, at == turn] = one
            continue
        found[at] = whole
        parts.pop(at, None)
        keep(keep_stretch(every[at], whole, known.learn(one.doc) if at == turn else None))
        turn += at == turn
        if at == here or len(found) >= due or turn == len(every):
            due = 2 * len(found)
            yield _so_far(article, every, found, parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a stretch that is not read to its end."""

    analysis: Analysis
    paragraphs: Set[int]
    """indices of the article's paragraphs that are read"""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A stretch that is being read."""

    doc: Doc
    first: int
    """the paragraph its own are counted from"""
    steps: Iterator[Progress | None]


def _begin(
    nlp: Language, article: Article, stretch: Stretch, nearest: Callable[[], int], known: EarlierEntities
) -> _Begun:
    """Return ``stretch``, of which nothing is read yet; ``known`` are those named before it."""
    own = cut_stretch(article, stretch)
    doc = make_doc(nlp, own, known.find_in(own.text))
    first = bisect_right(article.paragraphs, stretch.lead, key=lambda p: p.end)
    return _Begun(doc, first, _near(nlp, doc, partial(_within, nearest, first)))


def _within(nearest: Callable[[], int], first: int) -> int:
    """Return where the reader is, counted from paragraph ``first`` on."""
    return nearest() - first


def _stretch_at(every: Sequence[Stretch], offset: int) -> int:
    return bisect_right(every, offset, key=lambda stretch: stretch.start) - 1


def _so_far(
    article: Article,
    every: Sequence[Stretch],
    found: Mapping[int, Analysis],
    parts: Mapping[int, _Part] = MappingProxyType({}),
) -> Progress:
    """Return what the stretches that were ``found``, and the ``parts`` of others, come to.

    Progress is counted in paragraphs.
    """
    known = {at: part.analysis for at, part in parts.items()} | dict(found)
    analysis = join_analyses(article, ((every[at], known[at]) for at in sorted(known)), model())
    read = frozenset(
        i
        for i, p in enumerate(article.paragraphs)
        if (at := _stretch_at(every, p.start)) in found or (at in parts and i in parts[at].paragraphs)
    )
    return Progress(len(read), len(article.paragraphs), analysis, read)


def _near(nlp: Language, doc: Doc, nearest: Callable[[], int]) -> Iterator[Progress | None]:
    """Yield what is known of ``doc`` as its windows are read, or None where that is not put together yet."""
    from secondhand.pipeline.doc import state

    reader = cast("AttributionReader", nlp.pipeline[0][1])
    rest = [component for _, component in nlp.pipeline[1:]]
    windows = reader.cut_windows(doc)
    readings: dict[int, Reading] = {}
    waiting, read, told, due = list(windows), set[int](), frozenset[int](), 1
    while waiting:
        here = nearest()
        waiting.sort(key=lambda w: _distance(w.list_paragraphs(), here))
        # The first one by itself: the reader waits for it.
        size = BATCH if readings else 1
        batch, waiting = waiting[:size], waiting[size:]
        for window, reading in zip(batch, reader.read(doc, batch), strict=True):
            readings[int(window.offsets[0, 0])] = reading
            read.update(window.list_paragraphs())
        if waiting and len(readings) < due and not (here in read and here not in told):
            yield None
            continue
        due, told = 2 * len(readings), frozenset(read)
        reader.annotate(doc, [readings[at] for at in sorted(readings)])
        for component in rest:
            doc = component(doc)
            if waiting:
                _drop_unread(doc, read)
        yield Progress(len(readings), len(windows), _analysis(doc), told)
    if not windows:
        every = frozenset(range(len(state.load_origin(doc).paragraphs)))
        yield Progress(0, 0, Analysis((), (), model()), every)


def _drop_unread(doc: Doc, read: Set[int]) -> None:
    """Leave out the claims of ``doc`` in paragraphs not ``read``: what stands there is not known yet."""
    from secondhand.pipeline.doc.state import load_claims, load_speakers, store_claims

    claims, kept = load_claims(doc), dict[str, Claim]()
    for claim in claims:
        if claim.paragraph in read and (claim.parent is None or claim.parent in kept):
            kept[claim.id] = claim
    if len(kept) < len(claims):
        store_claims(doc, list(kept.values()), load_speakers(doc))


def check_language(article: Article, name: str = "This article") -> None:
    """Raise LanguageError, which calls it ``name``, where ``article`` is in another language than English."""
    from secondhand.ingest.language import is_english, name_of

    if article.language and not is_english(article.language):
        raise LanguageError(
            f"{name} is in {name_of(article.language)}, and only English is analysed: "
            "give --language en to analyse it all the same."
        )


def _distance(paragraphs: Iterable[int], here: int) -> int:
    return min((abs(p - here) for p in paragraphs), default=0)


def load_model() -> None:
    """Load spaCy and the model now, so that the next analysis need not wait for them, or for less."""
    _nlp()


def _nlp() -> Language:
    with _LOADING:
        return _load_pipeline(None)


@cache
def _load_pipeline(rules: tuple[str, ...] | None) -> Language:
    """Return the pipeline with those ``rules``, or with all."""
    from secondhand.pipeline.loading import load_pipeline

    nlp = load_pipeline(model_path(), rules)
    nlp("He said so.")  # what every article needs of the vocabulary stays there
    return nlp


def make_doc(nlp: Language, article: Article, before: tuple[EarlierEntity, ...] = ()) -> Doc:
    """Return the Doc of ``article``, not read yet; ``before`` are those named before it begins."""
    from secondhand.pipeline.doc.state import Origin, store_origin
    from secondhand.pipeline.doc.tokenize import tokenize_text

    doc = tokenize_text(nlp, article.text)
    origin = Origin(
        article.publisher,
        article.date,
        article.credit,
        article.authors,
        tuple((h.start, h.end, h.url) for h in article.hyperlinks),
        tuple((p.start, p.end) for p in article.paragraphs),
        before,
        article.title,
        tuple(p.kind for p in article.paragraphs) if any(p.kind for p in article.paragraphs) else (),
    )
    store_origin(doc, origin)
    return doc


def _analysis(doc: Doc) -> Analysis:
    from secondhand.pipeline.doc.state import load_claims, load_speakers

    return Analysis(load_speakers(doc), load_claims(doc), model())


@cache
def model() -> ModelInfo:
    """Return which model analyses; spaCy is not loaded for it."""
    meta = json.loads((model_path() / "meta.json").read_text(encoding="utf-8"))
    return ModelInfo(f"{meta['lang']}_{meta['name']}", str(meta["version"]))
