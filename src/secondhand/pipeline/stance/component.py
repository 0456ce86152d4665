"""The component that tells how the speaker stands to the content, and the article to the claim.

Commitment from the cue, hedges, negation and questions; framing from the cue and scare quotes; attitudes
only where the cue itself is one. The words that decided are kept as evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Attitude, Claim, Commitment, Framing, Polarity, Span, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import load_hints
from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.mentions.entities import Entity, load_entities
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.rules.interview_turns import find_question_sign
from secondhand.pipeline.stance.attitudes import find_attitudes
from secondhand.pipeline.stance.hedges import read_hedges
from secondhand.pipeline.stance.targets import TargetNames, find_attitudes_felt

LEXICON = "stance.toml"

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class CueWords:
    """A cue's words and the dictionary forms of its verbs, each with where it stands."""

    text: str
    start: int
    lemmas: tuple[tuple[str, int, int], ...]
    """form, start and end in the article"""

    def first(self, known: Iterable[str]) -> Span | None:
        """Return the first of its words, or pairs of words, that is ``known``."""
        lookup = frozenset(known)
        for lemma, start, end in self.lemmas:
            if lemma in lookup:
                return Span(start, end, self.text[start - self.start : end - self.start])
        return None


def parse_cue(span: Span | None) -> CueWords:
    """Take a cue apart."""
    if span is None:
        return CueWords("", 0, ())
    forms = load_lexicon("veridicality.json")["forms"]
    found = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(span.text)]
    single = [(f, s, e) for w, s, e in found for f in _guess_lemmas(w, forms)]
    pairs = [
        (f"{f} {w}", s, e)
        for (first, s, _), (w, _, e) in pairwise(found)
        for f in _guess_lemmas(first, forms)
    ]
    lemmas = tuple((f, span.start + s, span.start + e) for f, s, e in [*pairs, *single])
    return CueWords(span.text, span.start, lemmas)


def _guess_lemmas(word: str, known: dict[str, str]) -> list[str]:
    """The word, its dictionary form where the lexicon has it, and what is left without an ending."""
    out = [word]
    if word in known:
        out.append(known[word])
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            out += [stem, stem + "e"] if ending == "ing" else [stem]
    if word.endswith(("ied", "ies")):
        out.append(word[:-3] + "y")
    return list(dict.fromkeys(out))


class StanceReader:
    """Reads the stance of every claim."""

    def __init__(self, name: str) -> None:
        """Take the component's name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the stances of the claims on ``doc``."""
        claims = state.load_claims(doc)
        if claims:
            state.store_claims(doc, list(_read_stances(doc, claims)), state.load_speakers(doc))
        return doc


def _read_stances(doc: Doc, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield ``claims`` with their stances."""
    # What a Doc tells of itself costs as much as it is long: it is asked once.
    text, parsed = doc.text, doc if doc.has_annotation("DEP") else None
    entities, speakers = load_entities(doc), state.load_speakers(doc)
    quoted = {c.id for c in claims if c.kind == "direct"}
    felt: dict[tuple[int, int], list[Feeling]] = {}
    for feeling in load_hints(doc).feelings:
        felt.setdefault(feeling.cue, []).append(feeling)
    for claim in claims:
        found = _neutralize_quoted(read_stance(claim, entities, parsed), claim.parent in quoted)
        stated = {a.target for a in found.attitudes}
        names = TargetNames(text, entities, speakers, claim.speaker)
        here = felt.get((claim.cue.start, claim.cue.end), []) if claim.cue else []
        more = [a for a in find_attitudes_felt(claim, here, names) if a.target not in stated]
        yield replace(claim, stance=replace(found, attitudes=(*found.attitudes, *more)))


def _neutralize_quoted(found: Stance, quoted: bool) -> Stance:
    """The cue of a claim inside a quotation is the speaker's word, and tells nothing of the article."""
    return replace(found, framing="neutral", framing_evidence=()) if quoted else found


def read_stance(claim: Claim, entities: Sequence[Entity] = (), doc: Doc | None = None) -> Stance:
    """Return the stance of ``claim`` in ``doc``; ``entities`` are the names attitudes can be towards."""
    told = parse_cue(claim.cue)
    committed, why = read_commitment(claim, told, doc)
    framed, wherefore = read_framing(claim, told)
    return Stance(committed, framed, read_attitudes(claim, told, entities), why, wherefore)


def read_commitment(
    claim: Claim, told: CueWords, doc: Doc | None = None
) -> tuple[Commitment, tuple[Span, ...]]:
    """Return the speaker's commitment and the words that show it; none show plain assertion."""
    negated = _find_negation(told)
    for name in ("uncommitted", "denied", "possible", "probable"):
        found = told.first(load_words(LEXICON, name))
        if found:
            return name, (negated, found) if negated and negated != found else (found,)
    if negated:
        return "uncommitted", (negated,)
    about = _find_topic_marker(claim, told)
    if about:
        return "uncommitted", (about,)
    return read_hedges(claim, doc)


def _find_negation(told: CueWords) -> Span | None:
    match = re.search(rf"\b(?:{load_lexicon(LEXICON)['negation']})\b|n['’]t\b", told.text, re.IGNORECASE)
    return Span(told.start + match.start(), told.start + match.end(), match.group()) if match else None


def _find_topic_marker(claim: Claim, told: CueWords) -> Span | None:
    """A cue that only names a topic ("criticism of"), a content that is an aim ("to …") or a question."""
    if asked := find_question_sign(claim):
        return asked
    first = claim.content[0]
    if first.text.startswith("to "):
        return Span(first.start, first.start + 2, "to")
    if match := re.match(r"(?:whether|if)\b", first.text):
        return Span(first.start, first.start + match.end(), match.group())
    parts = told.text.rsplit(None, 1)
    plain = told.text.casefold()
    topical = len(parts) == 2 and parts[1].casefold() in load_words(LEXICON, "about")
    if topical and not plain.endswith(tuple(load_words(LEXICON, "asserting"))):
        return Span(told.start + len(told.text) - len(parts[1]), told.start + len(told.text), parts[1])
    last = claim.content[-1].text.rstrip("\"”’'")
    if last.endswith("?") and len(claim.content) == 1 and claim.kind == "direct":
        at = claim.content[-1].start + len(last) - 1
        return Span(at, at + 1, "?")
    return None


def read_framing(claim: Claim, told: CueWords) -> tuple[Framing, tuple[Span, ...]]:
    """Return how the article frames the claim and the words that show it."""
    found = told.first(load_words(LEXICON, "distancing"))
    if found:
        return "distancing", (found,)
    if _find_negation(told):
        return "neutral", ()
    verbs, least = load_lexicon("veridicality.json")["verbs"], load_lexicon(LEXICON)["vouching"]
    vouching = {v for v in load_words(LEXICON, "knowing") if v in verbs and verbs[v][0] >= least}
    found = told.first(vouching | load_words(LEXICON, "endorsing"))
    return ("endorsing", (found,)) if found else ("neutral", ())


def read_attitudes(claim: Claim, told: CueWords, entities: Sequence[Entity]) -> tuple[Attitude, ...]:
    """Return the attitudes that a cue states ("criticized", "praise for"), and those the content tells."""
    polarity: Polarity
    for polarity in ("positive", "negative"):
        found = told.first(load_words("attitudes.toml", f"{polarity}_attitude"))
        if found:
            # Who does not praise is against; who does not criticize need not be for it.
            turned: Polarity | None = "negative" if polarity == "positive" else None
            return find_attitudes(claim, entities, turned if _find_negation(told) else polarity, found)
    return find_attitudes(claim, entities, None, None)


@Language.factory("secondhand_stance", requires=["doc.spans"], assigns=["doc.spans"])
def make_stance(nlp: Language, name: str) -> StanceReader:
    """Make the component."""
    return StanceReader(name)
