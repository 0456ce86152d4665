from __future__ import annotations

import pytest

from secondhand.claim import Claim, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.stance.component import StanceReader, read_stance
from secondhand.pipeline.stance.cue import parse_cue
from tests.pipeline.making import NLP, claim, doc_of, span


def of(cue: str, content: str = "it rains", *, kind: str = "indirect") -> tuple[Stance, Claim]:
    text = f"Ann {cue} {content} there."
    made = claim(text, content, f"Ann |{cue}|", "Ann", kind=kind)  # type: ignore[arg-type]
    return read_stance(made), made


def shown(found: tuple[object, ...]) -> list[str]:
    return [span.text for span in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("cue", "content", "commitment", "evidence"),
    [
        ("said", "it rains", "certain", []),
        ("knows", "it rains", "certain", []),
        ("expects", "it to rain", "probable", ["expects"]),
        ("estimated that", "it rains", "probable", ["estimated"]),
        ("said", "it will probably rain", "probable", ["probably"]),
        ("said", "I think it rains", "probable", ["I think"]),
        ("suspects", "it rains", "possible", ["suspects"]),
        ("said", "it might rain", "possible", ["might"]),
        ("said", "it could rain", "possible", ["could"]),
        ("denied", "it rains", "denied", ["denied"]),
        ("denies", "it rains", "denied", ["denies"]),
        ("retracted the claim that", "it rains", "denied", ["retracted"]),
        ("withdrew a statement that", "it rains", "denied", ["withdrew"]),
        ("asked", "it to rain", "uncommitted", ["asked"]),
        ("wants", "it to rain", "uncommitted", ["wants"]),
        ("demanded", "it rain", "uncommitted", ["demanded"]),
        ("promised", "it would rain", "uncommitted", ["promised"]),
        ("called for", "rain", "uncommitted", ["called for"]),
        ("declined", "to comment", "uncommitted", ["declined"]),
        ("said", "to leave it", "uncommitted", ["to"]),
        ("knows", "whether it rains", "uncommitted", ["whether"]),
        ("did not say", "it rains", "uncommitted", ["not"]),
    ],
)
def test_commitment_and_the_words_that_show_it(
    cue: str, content: str, commitment: str, evidence: list[str]
) -> None:
    found, _ = of(cue, content)
    assert (found.commitment, shown(found.commitment_evidence)) == (commitment, evidence)


def test_a_question_is_not_asserted() -> None:
    found, _ = of("said", '"Does it rain?"', kind="direct")
    assert (found.commitment, shown(found.commitment_evidence)) == ("uncommitted", ["?"])


def test_the_month_of_may_is_no_hedge() -> None:
    found, _ = of("said", "it rained in May")
    assert found.commitment == "certain"


def test_a_hedge_far_inside_the_content_is_not_one_of_the_whole() -> None:
    found, _ = of("said", f"it rains{', and rains on and on' * 10}, as it might")
    assert found.commitment == "certain"


@pytest.mark.parametrize(
    ("cue", "framing", "evidence"),
    [
        ("said", "neutral", []),
        ("told", "neutral", []),
        ("reported", "neutral", []),
        ("announced", "neutral", []),
        ("according to", "neutral", []),
        ("claimed", "distancing", ["claimed"]),
        ("alleged", "distancing", ["alleged"]),
        ("insists", "distancing", ["insists"]),
        ("falsely said", "distancing", ["falsely"]),
        ("pointed out", "endorsing", ["pointed out"]),
        ("revealed", "endorsing", ["revealed"]),
        ("confirmed", "endorsing", ["confirmed"]),
        ("admitted", "endorsing", ["admitted"]),
        ("knows", "endorsing", ["knows"]),
        ("has no sympathy for", "neutral", []),
        ("did not confirm", "neutral", []),
    ],
)
def test_framing_and_the_words_that_show_it(cue: str, framing: str, evidence: list[str]) -> None:
    found, _ = of(cue)
    assert (found.framing, shown(found.framing_evidence)) == (framing, evidence)


def test_evidence_stands_where_it_says() -> None:
    text = "He left. Ann pointed out that it might rain."
    found = read_stance(claim(text, "that |it might rain|", "pointed out", "Ann"))
    assert found.framing_evidence == (span(text, "pointed out"),)
    assert found.commitment_evidence == (span(text, "might"),)


def test_a_cue_that_is_an_attitude_tells_it() -> None:
    text = "Ann criticized Bob for the rain."
    doc = doc_of(text, {"Bob": "PERSON"})
    state.store_claims(doc, [claim(text, "Bob for the rain", "criticized", "Ann")], ())
    StanceReader("stance")(doc)
    (attitude,) = state.load_claims(doc)[0].stance.attitudes
    assert (attitude.target, attitude.polarity) == ("Bob", "negative")
    assert attitude.evidence == (span(text, "criticized"),)
    assert 0 < attitude.confidence < 1


def test_praise_is_positive() -> None:
    found, _ = of("praised", "the new law")
    assert [(a.target, a.polarity) for a in found.attitudes] == [("new law", "positive")]


@pytest.mark.parametrize("cue", ["said", "did not criticize", "believes"])
def test_no_attitude_where_nothing_is_clear(cue: str) -> None:
    found, _ = of(cue, "the new law")
    assert found.attitudes == ()


def test_a_claim_without_cue_is_plain() -> None:
    text = '"It rains."'
    assert read_stance(claim(text, text, kind="direct")) == Stance("certain", "neutral")


def test_a_cue_is_taken_apart_to_dictionary_forms() -> None:
    text = "Ann was denying it."
    forms = {lemma for lemma, _, _ in parse_cue(span(text, "was denying")).lemmas}
    assert {"was", "deny", "denying"} <= forms


def test_nothing_else_of_a_claim_changes() -> None:
    text = "Ann claimed it rains."
    doc = doc_of(text)
    before = claim(text, "it rains", "claimed", "Ann", speaker="s1")
    state.store_claims(doc, [before], ())
    StanceReader("stance")(doc)
    (after,) = state.load_claims(doc)
    assert after.stance.framing == "distancing"
    assert (after.content, after.cue, after.source, after.speaker, after.chain) == (
        before.content, before.cue, before.source, before.speaker, before.chain,
    )  # fmt: skip


def test_the_component_is_found_by_its_name() -> None:
    assert isinstance(type(NLP)().add_pipe("secondhand_stance"), StanceReader)


def test_a_cue_inside_a_quotation_is_not_the_articles() -> None:
    text = '"He knows it rains," Ann said.'
    doc = doc_of(text)
    outer = claim(text, '"He knows it rains,"', "said", "Ann", kind="direct")
    inner = claim(text, "it rains", "knows", "He", id="c2", parent="c1")
    state.store_claims(doc, [outer, inner], ())
    StanceReader("stance")(doc)
    assert [c.stance.framing for c in state.load_claims(doc)] == ["neutral", "neutral"]
