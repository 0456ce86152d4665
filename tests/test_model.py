"""The shipped model on real articles: what the seed article has to show."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import secondhand
from secondhand.analysis import analyze, analyze_many, analyze_near
from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Span
from secondhand.export import Format, write
from secondhand.ingest import read_article
from secondhand.pipeline.mentions.entities import fold_name

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not secondhand.model_path().exists(), reason="the weights are not in this checkout"),
]

SEEDS = Path(__file__).parents[1] / "seeds"
SCHEMA = json.loads((Path(__file__).parent / "analysis.schema.json").read_text("utf-8"))
FACTORIES = (
    "secondhand_attribution", "lemmatizer", "secondhand_claims", "secondhand_speakers",
    "secondhand_chains", "secondhand_stance", "secondhand_certainty",
)  # fmt: skip
SHORT = 'Ann Lee told CNN: "It rains." The minister claimed, citing officials, that it may pour, she added.'


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(str(SEEDS / "macron-trump.txt"))


@pytest.fixture(scope="module")
def found(article: Article) -> Analysis:
    return analyze(article)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(secondhand.model_path())


def every_span(analysis: Analysis) -> Iterator[Span]:
    """Every span an analysis holds."""
    for claim in analysis.claims:
        yield from claim.parts
        yield from (s for link in claim.chain for s in link.evidence)
        yield from (*claim.stance.commitment_evidence, *claim.stance.framing_evidence)
        yield from (s for attitude in claim.stance.attitudes for s in attitude.evidence)
    yield from (s for speaker in analysis.speakers for s in speaker.mentions)


def covers(spans: list[Span], start: int, end: int) -> bool:
    return any(s.start <= start and end <= s.end for s in spans)


def chains(analysis: Analysis) -> list[tuple[tuple[str, ...], ...]]:
    """The names of every chain, without case, titles and articles."""
    return [tuple(fold_name(link.name) for link in claim.chain) for claim in analysis.claims]


def passes(chain: tuple[tuple[str, ...], ...], *names: str) -> bool:
    """Whether ``chain`` goes through ``names`` in this order, with nobody between them."""
    wanted = tuple(fold_name(name) for name in names)
    return any(chain[i : i + len(wanted)] == wanted for i in range(len(chain)))


def test_the_seed_is_sputniks_of_its_day(article: Article) -> None:
    assert article.publisher == "Sputnik"
    assert article.date is not None
    assert article.date.isoformat() == "2025-02-27"


QUOTATIONS = re.findall(r'"[^"]+"', (SEEDS / "macron-trump.txt").read_text("utf-8"))


@pytest.mark.parametrize("quotation", QUOTATIONS, ids=lambda q: q[:30])
def test_every_quotation_is_claimed(article: Article, found: Analysis, quotation: str) -> None:
    start = article.text.index(quotation)
    contents = [s for claim in found.claims for s in claim.content]
    assert covers(contents, start, start + len(quotation))


CUES = [
    (m.start(), m.group())
    for m in re.finditer(
        r"\b(?:said|claimed|reported|citing|estimated)\b", (SEEDS / "macron-trump.txt").read_text("utf-8")
    )
]


@pytest.mark.parametrize(("at", "word"), CUES, ids=str)
def test_every_cue_is_found(found: Analysis, at: int, word: str) -> None:
    shown = [claim.cue for claim in found.claims if claim.cue]
    shown += [s for claim in found.claims for link in claim.chain for s in link.evidence]
    assert covers(shown, at, at + len(word))


@pytest.mark.parametrize(
    "name",
    [
        "Alain de Benoist",
        "Emmanuel Macron",
        "Donald Trump",
        "Dmitry Peskov",
        "Russian Foreign Intelligence Service",
        "Financial Times",
        "The Telegraph",
        "The Washington Post",
    ],
)
def test_who_speaks_in_the_seed_is_a_speaker_or_a_relay(found: Analysis, name: str) -> None:
    known = {fold_name(s.name) for s in found.speakers} | {k for chain in chains(found) for k in chain}
    assert fold_name(name) in known or (name.startswith("Russian") and fold_name("SVR") in known)


def test_nobody_is_two_speakers(found: Analysis) -> None:
    names = [fold_name(s.name) for s in found.speakers]
    assert len(names) == len(set(names))


def test_de_benoist_has_his_role(found: Analysis) -> None:
    (one,) = [s for s in found.speakers if s.name == "Alain de Benoist"]
    assert (one.type, one.role) == ("person", "French political philosopher")


def test_the_expert_is_de_benoist(found: Analysis) -> None:
    (one,) = [c for c in found.claims if c.source and c.source[0].text == "the expert"]
    speaker = found.speaker(one)
    assert speaker is not None
    assert (speaker.name, one.resolution) == ("Alain de Benoist", "nominal")


def through(analysis: Analysis, *names: str) -> list[Claim]:
    """The claims whose chain goes through ``names``, nobody between them."""
    return [c for c in analysis.claims if passes(tuple(fold_name(link.name) for link in c.chain), *names)]


def test_the_post_stands_between_sputnik_and_officials(found: Analysis) -> None:
    one, *_ = [c for c in through(found, "Sputnik", "The Washington Post", "officials") if not c.parent]
    assert len(one.chain) == 3
    assert one.chain[1].when == "2025-02-17/2025-02-23"
    assert "citing" in one.chain[2].evidence[0].text


def test_what_trump_believes_comes_through_de_benoist(found: Analysis) -> None:
    told = through(found, "Sputnik", "Alain de Benoist", "Donald Trump")
    assert told
    assert all(c.parent is not None for c in told)


def test_claimed_is_distancing_and_could_is_possible(found: Analysis) -> None:
    claimed = [c for c in found.claims if c.cue and "claimed" in c.cue.text]
    assert claimed
    assert all(c.stance.framing == "distancing" for c in claimed)
    estimated = [c for c in found.claims if c.cue and "estimated" in c.cue.text]
    assert estimated
    assert all(c.stance.commitment in ("probable", "possible") for c in estimated)


SHARED = (
    "what a window is read with changes its scores: the int8 scale is taken over the whole batch, and nested "
    "contents are grouped by the identity of the text object"
)


def test_near_and_whole_say_the_same(article: Article, found: Analysis) -> None:
    *_, last = analyze_near(article, lambda: 4)
    assert last.analysis == found


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda p: p.name)
def test_every_seed_is_analysed_as_the_schema_says(seed: Path) -> None:
    one = read_article(str(seed))
    analysis = analyze(one)
    assert analysis.claims
    for span in every_span(analysis):
        assert one.text[span.start : span.end] == span.text
        assert span.start < span.end
    out = io.StringIO()
    write(Format.JSON, one, analysis, out)
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(
        json.loads(out.getvalue())
    )
    _sound(analysis)


def _sound(analysis: Analysis) -> None:
    """Ids are unique, parents come first, speakers and chains fit."""
    seen: set[str] = set()
    for claim in analysis.claims:
        assert claim.id not in seen
        assert claim.parent is None or claim.parent in seen
        seen.add(claim.id)
        assert claim.speaker is None or analysis.speaker(claim) is not None
        assert claim.chain[0].relation == "published"
        assert len(claim.chain) > 1
        assert all(link.evidence for link in claim.chain[1:])
        assert 0 <= claim.confidence <= 1


def test_an_article_reads_the_same_alone_and_among_others(article: Article, found: Analysis) -> None:
    _, among, _ = analyze_many(
        [read_article(str(SEEDS / "long-quote.txt")), article, read_article(str(SEEDS / "nicknames.txt"))]
    )
    assert among == found


def test_the_pipeline_is_loaded_by_its_path(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == FACTORIES
    doc = nlp(SHORT)
    assert doc._.claims
    assert doc.has_annotation("SENT_START")
    assert all(SHORT[s.start : s.end] == s.text for c in doc._.claims for s in c.parts)


def test_its_configuration_names_no_place_of_this_machine(nlp: Language) -> None:
    assert nlp.config["components"]["secondhand_attribution"]["weights"] is None


def test_the_components_can_be_added_to_a_pipeline_of_ones_own(nlp: Language) -> None:
    own = spacy.blank("en")
    for name in FACTORIES:
        if name != "lemmatizer":
            own.add_pipe(name)
    assert own(SHORT)._.claims == nlp(SHORT)._.claims


def test_it_is_what_a_spacy_user_expects_of_an_english_pipeline(nlp: Language) -> None:
    doc = nlp("The German chancellor met Emmanuel Macron in Paris. He hadn't expected the questions.")
    assert [(t.pos_, t.lemma_, t.dep_) for t in doc[:4]] == [
        ("DET", "the", "det"), ("ADJ", "german", "amod"), ("NOUN", "chancellor", "nsubj"),
        ("VERB", "meet", "ROOT"),
    ]  # fmt: skip
    assert doc[3].morph.get("Tense") == ["Past"]
    assert [chunk.text for chunk in doc.noun_chunks] == [
        "The German chancellor", "Emmanuel Macron", "Paris", "He", "the questions",
    ]  # fmt: skip
    assert ("Emmanuel Macron", "PERSON") in [(e.text, e.label_) for e in doc.ents]
    assert [s.text.split(maxsplit=1)[0] for s in doc.sents] == ["The", "He"]


def test_attribution_alone_leaves_speakers_open() -> None:
    own = spacy.blank("en")
    own.add_pipe("secondhand_attribution", config={"entities": False, "sentences": False})
    own.add_pipe("secondhand_claims")
    doc = own(SHORT)
    assert doc._.claims
    assert doc._.speakers == ()
    assert doc.ents == ()
    assert all(c.speaker is None for c in doc._.claims)


def test_several_processes_say_the_same(nlp: Language) -> None:
    texts = [SHORT, "Bob said it snows.", "It rains."]
    alone = [nlp(text)._.claims for text in texts]
    assert [d._.claims for d in nlp.pipe(texts, n_process=2, batch_size=1)] == alone


def test_it_can_be_written_and_read_again(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(SHORT)._.claims == nlp(SHORT)._.claims


def test_it_survives_bytes(nlp: Language) -> None:
    again = spacy.blank("en")
    for name in FACTORIES:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    assert again(SHORT)._.claims == nlp(SHORT)._.claims


def test_a_doc_read_survives_bytes(nlp: Language) -> None:
    doc = nlp(SHORT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.claims == doc._.claims


@pytest.mark.parametrize(
    "text", ["", " \n\t\n ", "...", "\U0001f600", "x" * 3000, '"', "a\u0301 \u200b\ufeff\x07[/b]"]
)
def test_odd_texts_do_no_harm(nlp: Language, text: str) -> None:
    for claim in nlp(text)._.claims:
        assert all(text[s.start : s.end] == s.text for s in claim.parts)


OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import spacy, secondhand
assert spacy.load(secondhand.model_path())(sys.argv[1])._.claims
assert not {"torch", "transformers", "textual", "secondhand.training"} & set(sys.modules)
"""


def test_no_network_and_no_torch_are_needed() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OFFLINE, SHORT], env=os.environ, check=False, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
