from __future__ import annotations

import json
from dataclasses import replace
from math import log
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from secondhand.claim import Claim, SpeakerFound, Trace
from secondhand.export.json import make_record
from secondhand.pipeline.rules.order import NAMES
from secondhand.wording.explaining import RULES, UNTOLD, explain_claim
from tests.claims import seed_analysis, seed_article

ROOT = Path(__file__).parents[1]


@pytest.fixture
def claim() -> Claim:
    return replace(seed_analysis().claims[0], speaker_confidence=0.88)


def lines(claim: Claim, trace: Trace | None) -> list[str]:
    return [reason.line for reason in explain_claim(replace(claim, trace=trace))]


def test_scores_rules_speaker_and_who_came_next(claim: Claim) -> None:
    scores = (log(0.99), log(0.845), log(0.5))
    trace = Trace(scores, ("add_uncued_quotations",), "shorter name in the source", "Steven Witkoff")
    assert lines(claim, trace) == [
        "Found: words of saying 99 %, who says it 84 %, words claimed 50 %",
        "Rule: a quotation without any cue is a claim of its own (add_uncued_quotations)",
        "Speaker: found by a shorter form of the name, 88 % sure (shorter name in the source)",
        "Next likely: Steven Witkoff (12 % at most)",
    ]


def test_where_no_one_else_was_thought_of_nobody_is_named(claim: Claim) -> None:
    assert lines(claim, Trace((), (), "named later"))[-1].startswith("Speaker: ")


def test_without_a_figure_none_is_told(claim: Claim) -> None:
    unsure = replace(claim, speaker_confidence=None)
    told = lines(unsure, Trace((), (), "nearest fit before", "Bo Ek"))
    assert told[1:] == [
        "Speaker: found as the nearest before that fits (nearest fit before)",
        "Next likely: Bo Ek",
    ]


def test_what_a_rule_alone_found_has_no_scores(claim: Claim) -> None:
    assert lines(claim, Trace((), ("add_laid_out",)))[0] == (
        "Found: by a rule alone: the model gave it no score"
    )


def test_a_rule_of_somebody_elses_is_told_by_its_name(claim: Claim) -> None:
    assert lines(claim, Trace((), ("join_tweets\x1b",)))[1] == "Rule: join_tweets␛"


def test_what_the_reader_set_right_is_theirs(claim: Claim) -> None:
    assert lines(replace(claim, corrected=True), Trace()) == ["✎ set right by you"]


def test_what_was_not_written_down_is_said_to_be_so(claim: Claim) -> None:
    assert lines(claim, None) == [UNTOLD]


def test_every_rule_that_leaves_a_claim_and_every_way_to_a_speaker_has_words(claim: Claim) -> None:
    assert set(NAMES) == set(RULES)
    told = [lines(claim, Trace(speaker=found))[1] for found in get_args(SpeakerFound)]
    assert len(set(told)) == len(told)


def test_json_says_it_in_words_too(claim: Claim) -> None:
    analysis = seed_analysis()
    explained = replace(analysis, claims=(replace(claim, trace=Trace()), *analysis.claims[1:]))
    record = json.loads(json.dumps(make_record(seed_article(), explained, explain=True)))
    jsonschema.validate(record, json.loads((ROOT / "analysis.schema.json").read_text("utf-8")))
    assert record["claims"][0]["explain"] == lines(claim, Trace())
    assert record["claims"][1]["explain"] == [UNTOLD]
    plain = make_record(seed_article(), explained)
    assert all("explain" not in one and "trace" not in one for one in plain["claims"])
