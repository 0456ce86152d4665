import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link, Speaker
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correcting import apply_corrections
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor
from secondhand.record import analysis_record
from tests.claims import article_of, seed_analysis, seed_article
from tests.notes.literals import MADE, correction, mark, person

SCHEMA = json.loads((Path(__file__).parents[1] / "analysis.schema.json").read_text("utf-8"))
SEED, FOUND = seed_article(), seed_analysis()
QUOTE = FOUND.claims[5]
"""said by de Benoist, and holds two claims about what Trump believes"""


def about(claim: Claim, **more: Any) -> Correction:
    """Return a correction of ``claim`` of the seed."""
    content = tuple(make_anchor(SEED.text, s.start, s.end) for s in claim.content)
    cue = make_anchor(SEED.text, claim.cue.start, claim.cue.end) if claim.cue else None
    return Correction("k", content, MADE, cue=cue, before=claim, **more)


def spans(value: Any) -> list[dict[str, Any]]:
    """Return every span anywhere inside ``value``."""
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [s for inner in value.values() for s in spans(inner)]
    return [s for inner in value for s in spans(inner)] if isinstance(value, list) else []


def check(article: Article, analysis: Analysis) -> Analysis:
    """Check that ``analysis`` holds what every analysis promises."""
    written = json.loads(json.dumps(analysis_record(article, analysis)))
    jsonschema.validate(written, SCHEMA)
    for span in spans([written["claims"], written["speakers"]]):
        assert article.text[span["start"] : span["end"]] == span["text"] != ""
    seen: set[str | None] = {None}
    for claim in analysis.claims:
        assert claim.parent in seen
        assert claim.id not in seen
        seen.add(claim.id)
        assert claim.speaker is None or analysis.speaker(claim)
        assert all(link.evidence for link in claim.chain[1:])
    assert len({s.id for s in analysis.speakers}) == len(analysis.speakers)
    return analysis


def names(claim: Claim) -> list[str]:
    return [link.name for link in claim.chain]


def test_nothing_is_changed_without_corrections() -> None:
    assert apply_corrections(SEED, FOUND, ()) is FOUND


def test_another_speaker_is_named_in_the_chain_too() -> None:
    new = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, speaker=person("Jane Roe", "expert"))]))
    claim = new.claims[5]
    assert (claim.id, claim.corrected, claim.confidence) == ("c5", True, 1.0)
    assert new.speaker(claim) == Speaker("s1", "Jane Roe", "person", "expert", QUOTE.source)
    assert names(claim) == ["Sputnik", "Jane Roe"]
    assert claim.chain[1].relation == QUOTE.chain[1].relation
    assert claim.stance == QUOTE.stance


def test_chains_that_go_on_from_a_corrected_one_follow() -> None:
    new = apply_corrections(SEED, FOUND, [about(QUOTE, speaker=person("Jane Roe"))])
    assert [names(c) for c in new.claims[6:8]] == [["Sputnik", "Jane Roe", "Donald Trump"]] * 2
    assert not any(c.corrected for c in new.claims if c.id != "c5")
    assert [c for c in new.claims if c.id not in ("c5", "c6", "c7")] == [
        c for c in FOUND.claims if c.id not in ("c5", "c6", "c7")
    ]


def test_a_speaker_of_the_article_is_known_again() -> None:
    new = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, speaker=person("dmitry peskov"))]))
    assert new.claims[5].speaker == "Dmitry Peskov"
    assert names(new.claims[5])[-1] == "Dmitry Peskov"
    assert len(new.speakers) == len(FOUND.speakers)
    assert new.speaker(new.claims[5]) == FOUND.speaker(FOUND.claims[13])


def test_a_new_speaker_is_mentioned_wherever_the_text_names_them() -> None:
    new = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, speaker=person("Starmer"))]))
    speaker = new.speaker(new.claims[5])
    assert speaker and speaker.mentions and {m.text for m in speaker.mentions} == {"Starmer"}


def test_nobody_says_it() -> None:
    unknown = Speaker("", "unknown", "unknown", None, ())
    claim = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, speaker=unknown)])).claims[5]
    assert (claim.speaker, claim.resolution, names(claim)) == (None, "none", ["Sputnik", "unknown"])


def test_a_stance_set_right_rests_on_no_words() -> None:
    wrong = next(c for c in FOUND.claims if c.stance.commitment_evidence)
    right = about(wrong, commitment="denied", framing="distancing")
    claim = next(c for c in check(SEED, apply_corrections(SEED, FOUND, [right])).claims if c.id == wrong.id)
    assert (claim.stance.commitment, claim.stance.framing) == ("denied", "distancing")
    assert claim.stance.commitment_evidence == claim.stance.framing_evidence == ()
    assert (claim.chain, claim.speaker) == (wrong.chain, wrong.speaker)


def test_a_chain_set_right_names_the_speaker() -> None:
    chain = (*QUOTE.chain[:1], Link("The Telegraph", "organization", "told"), Link("Kaja", "person", "said"))
    new = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, chain=chain)]))
    claim = new.claims[5]
    speaker = new.speaker(claim)
    assert speaker and speaker.name == "Kaja"
    assert names(claim) == ["Sputnik", "The Telegraph", "Kaja"]
    assert names(new.claims[6]) == ["Sputnik", "The Telegraph", "Kaja", "Donald Trump"]


def test_a_link_taken_out_leaves_the_speaker() -> None:
    cited = FOUND.claims[11]
    new = check(SEED, apply_corrections(SEED, FOUND, [about(cited, chain=(cited.chain[0], cited.chain[-1]))]))
    assert names(new.claims[11]) == ["Sputnik", "officials"]
    assert new.claims[11].speaker == cited.speaker


def test_what_is_no_claim_goes_and_what_it_held_stays() -> None:
    new = check(SEED, apply_corrections(SEED, FOUND, [about(QUOTE, verdict="no claim")]))
    assert [c.id for c in new.claims] == [c.id for c in FOUND.claims if c.id != "c5"]
    assert [c.parent for c in new.claims[5:7]] == [None, None]
    assert [c.chain for c in new.claims[5:7]] == [c.chain for c in FOUND.claims[6:8]]


def test_the_cue_tells_claims_with_like_contents_apart() -> None:
    text = "Ann said that Ben said that it rains."
    outer, inner = mark(text, "that Ben said that it rains"), mark(text, "Ben said that it rains")
    made = [
        correction(text, outer.exact, verdict="new", cue=mark(text, "said"), speaker=person("Ann")),
        Correction("k2", (inner,), MADE, "new", make_anchor(text, 18, 22), speaker=person("Ben")),
    ]
    empty = Analysis((), (), FOUND.model)
    wrong = replace(made[1], verdict="no claim", content=(outer,))
    claims = check(article_of(text), apply_corrections(article_of(text), empty, [*made, wrong])).claims
    assert [c.content[0].text for c in claims] == ["that Ben said that it rains"]


TOWN = article_of(
    "The bridge is shut.\n\n“It is unsafe,” the mayor told us. “We close it,” she added, and cars wait.",
    publisher="Gazette",
    date=date(2025, 2, 27),
)
EMPTY = Analysis((), (), FOUND.model)


def test_a_new_claim_has_its_place_kind_and_chain() -> None:
    text = TOWN.text
    made = correction(
        text,
        "“It is unsafe,”",
        verdict="new",
        cue=mark(text, "told"),
        source=(mark(text, "the mayor"),),
        speaker=person("the mayor"),
        commitment="probable",
    )
    new = check(TOWN, apply_corrections(TOWN, EMPTY, [made]))
    claim = new.claims[0]
    assert (claim.paragraph, claim.kind, claim.parent, claim.id) == (1, "direct", None, "r1")
    assert (claim.cue and claim.cue.text, claim.source[0].text) == ("told", "the mayor")
    assert [(link.name, link.relation, link.when) for link in claim.chain] == [
        ("Gazette", "published", "2025-02-27"),
        ("the mayor", "said", None),
    ]
    assert claim.stance.commitment == "probable"
    assert (claim.corrected, claim.confidence) == (True, 1.0)


def test_a_new_claim_by_nobody_with_nothing_else_told() -> None:
    claim = check(
        TOWN, apply_corrections(TOWN, EMPTY, [correction(TOWN.text, "bridge is shut", verdict="new")])
    ).claims[0]
    assert (claim.speaker, claim.cue, claim.kind, names(claim)) == (
        None,
        None,
        "indirect",
        ["Gazette", "unknown"],
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [("It is unsafe", "direct"), ("“We close it,” she added", "mixed"), ("cars wait", "indirect")],
)
def test_quotation_marks_tell_the_kind(content: str, kind: str) -> None:
    assert (
        apply_corrections(TOWN, EMPTY, [correction(TOWN.text, content, verdict="new")]).claims[0].kind == kind
    )


def test_a_new_claim_inside_another_goes_on_from_its_chain() -> None:
    inner = correction(SEED.text, "has no sympathy", verdict="new", speaker=person("Ghost"))
    held = next((c for c in FOUND.claims if "has no sympathy" in c.content[0].text), None)
    assert held
    new = check(SEED, apply_corrections(SEED, FOUND, [inner]))
    claim = next(c for c in new.claims if c.id == "r1")
    parent = next(c for c in FOUND.claims if c.id == claim.parent)
    assert claim.chain[: len(parent.chain)] == parent.chain
    assert names(claim)[-1] == "Ghost"


def test_a_new_claim_takes_in_those_it_holds() -> None:
    gone = about(QUOTE, verdict="no claim")
    again = about(QUOTE, verdict="new", speaker=person("Alain de Benoist"), chain=QUOTE.chain)
    new = check(SEED, apply_corrections(SEED, FOUND, [gone, replace(again, before=None)]))
    assert [(c.id, c.parent) for c in new.claims[5:8]] == [("r1", None), ("c6", "r1"), ("c7", "r1")]


def test_a_new_claim_the_model_finds_too_is_not_doubled() -> None:
    new = check(SEED, apply_corrections(SEED, FOUND, [replace(about(QUOTE, verdict="new"), before=None)]))
    assert len(new.claims) == len(FOUND.claims)
    assert new.claims[5].corrected


def test_a_corrected_claim_the_model_finds_no_more_stays() -> None:
    gone = replace(FOUND, claims=FOUND.claims[:5] + FOUND.claims[8:])
    new = check(SEED, apply_corrections(SEED, gone, [about(QUOTE, speaker=person("Jane Roe"))]))
    claim = new.claims[5]
    assert (claim.content, claim.cue, claim.stance) == (QUOTE.content, QUOTE.cue, QUOTE.stance)
    assert (names(claim), claim.channel, claim.corrected) == (["Sputnik", "Jane Roe"], "interview", True)


def test_corrections_are_found_again_in_a_changed_article() -> None:
    text = "Updated.\n\n" + SEED.text
    article = article_of(text)
    shifted = replace(FOUND, claims=(), speakers=())
    new = check(
        article, apply_corrections(article, shifted, [about(c, speaker=person("X")) for c in FOUND.claims])
    )
    assert [c.content[0].text for c in new.claims] == [c.content[0].text for c in FOUND.claims]
    assert [c.content[0].start - 10 for c in new.claims] == [c.content[0].start for c in FOUND.claims]


def test_corrections_whose_words_are_gone_are_left_out() -> None:
    article = article_of("Something else altogether.")
    assert apply_corrections(article, EMPTY, [about(c) for c in FOUND.claims]) == EMPTY


def test_the_later_correction_wins() -> None:
    two = [about(QUOTE, speaker=person("Jane Roe")), about(QUOTE, speaker=person("John Doe"))]
    new = check(SEED, apply_corrections(SEED, FOUND, two))
    assert names(new.claims[5]) == ["Sputnik", "John Doe"]


@pytest.mark.parametrize("at", range(len(FOUND.claims)))
def test_whatever_is_corrected_the_analysis_holds(at: int) -> None:
    wrong = FOUND.claims[at]
    for made in (
        about(wrong, speaker=person("Jane Roe"), commitment="possible"),
        about(wrong, chain=(Link("Gazette", "organization", "published"),)),
        about(wrong, verdict="no claim"),
        about(wrong, verdict="new"),
    ):
        check(SEED, apply_corrections(SEED, FOUND, [made]))
        check(SEED, apply_corrections(SEED, EMPTY, [made]))


def anywhere(draw: st.DrawFn) -> Anchor:
    """Return some words of the seed."""
    start = draw(st.integers(0, len(SEED.text) - 2))
    return make_anchor(SEED.text, start, min(len(SEED.text), start + draw(st.integers(1, 400))))


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    """Make a correction of a claim of the seed, or of any words."""
    known = draw(st.sampled_from(FOUND.claims))
    speakers = [person("Jane Roe"), person("unknown"), person("Dmitry Peskov"), person("the expert")]
    more = {
        "verdict": draw(st.sampled_from(["changed", "no claim", "new"])),
        "speaker": draw(st.none() | st.sampled_from(speakers)),
        "commitment": draw(st.sampled_from([None, "denied"])),
        "chain": draw(st.none() | st.sampled_from([c.chain for c in FOUND.claims])),
    }
    if draw(st.booleans()):
        return about(known, **more)
    content = anywhere(draw)
    cue = anywhere(draw) if draw(st.booleans()) else None
    return replace(
        about(known, **more), content=(content,), cue=cue, before=draw(st.sampled_from([None, known]))
    )


@given(st.lists(corrections(), max_size=6))
@settings(derandomize=True, database=None, max_examples=60, deadline=None)
def test_whatever_the_reader_says_in_whatever_order_the_analysis_holds(made: list[Correction]) -> None:
    check(SEED, apply_corrections(SEED, FOUND, made))
    article = article_of("New.\n\n" + SEED.text[400:])
    check(article, apply_corrections(article, EMPTY, made))
