"""How the model came to a claim, in plain English, each with the name that those who mend it know it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from secondhand.claim import Claim, SpeakerFound, Trace
from secondhand.safe_text import make_safe
from secondhand.wording.labels import SET_RIGHT

UNTOLD = "Nothing was written down of how this claim was found."
SCORED = ("words of saying", "who says it", "words claimed")
"""what each score of ``Trace.evidence`` is about"""

RULES: Mapping[str, str] = {
    "trim_cues": "the words of saying were cut where what is said begins",
    "repair_sources": "who says it was found by the grammar of the sentence",
    "join_citing": "who reports it and who is cited were joined in one claim",
    "drop_duplicates": "two words of saying for the same thing were joined",
    "continue_lists": "a list was led on to its end",
    "keep_quotations_whole": "a quotation was left to the one whose words of saying are nearest",
    "split_at_headline": "it was cut where the headline ends",
    "add_laid_out": "the layout tells it: a label, a line under a quotation, a headline",
    "add_uncued_quotations": "a quotation without any cue is a claim of its own",
    "apply_kinds": "the page shows its words as somebody’s post, or a heading parts them from it",
    "nest_claims": "it was put inside the claim that holds its words",
    "join_paragraphs": "a quotation over several paragraphs was joined",
    "add_embedded_claims": "it was found by its words inside another claim",
    "drop_self_attributions": "an “I think” around it was left out",
}
"""what each rule did to a claim it touched; a rule of somebody else's is told by its name alone"""

_FOUND: Mapping[SpeakerFound, str] = {
    "full name in the source": "found by the full name",
    "shorter name in the source": "found by a shorter form of the name",
    "label of a turn": "found by the label of a turn, or of a headline",
    "other side of an interview": "found as the other side of the interview",
    "maker of a poll": "found as the maker of the poll",
    "coreference": "found by what the words refer back to",
    "named right before": "found by the words right before",
    "called by name": "found by being called by name",
    "nearest fit before": "found as the nearest before that fits",
    "role or description": "found by role or description",
    "named later": "found by a name that comes later",
    "speaker around it": "found as the speaker of the claim around",
    "author or publisher": "found as the author or the publisher",
    "noun phrase of the source": "nobody known fits: called by the words themselves",
    "quotation goes on": "found as the speaker of the quotation before",
    "nothing tells": "nothing tells who it is",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that led to a claim."""

    label: str
    """what it is about: "Rule" """
    words: str
    """what happened, in plain English"""
    name: str = ""
    """what the program calls it, where that is another name"""

    @property
    def line(self) -> str:
        """All of it on one line."""
        told = f"{self.label}: {self.words}" if self.label else self.words
        return f"{told} ({self.name})" if self.name else told


def explain_claim(claim: Claim) -> tuple[Reason, ...]:
    """Return how the model came to ``claim``: scores, rules, how its speaker was found, who came next.

    One line says so where the reader set it right, or nothing was written down.
    """
    if claim.corrected:
        return (Reason("", SET_RIGHT),)
    if claim.trace is None:
        return (Reason("", UNTOLD),)
    return (_explain_scores(claim.trace), *_explain_rules(claim.trace), *_explain_speaker(claim, claim.trace))


def _explain_scores(trace: Trace) -> Reason:
    if not trace.evidence:
        return Reason("Found", "by a rule alone: the model gave it no score")
    scores = zip(SCORED, trace.evidence, strict=True)
    return Reason("Found", ", ".join(f"{words} {_percent(exp(score))}" for words, score in scores))


def _explain_rules(trace: Trace) -> Iterator[Reason]:
    for name in trace.rules:
        safe = make_safe(name)
        yield Reason("Rule", RULES[name], safe) if name in RULES else Reason("Rule", safe)


def _explain_speaker(claim: Claim, trace: Trace) -> Iterator[Reason]:
    sure = claim.speaker_confidence
    if trace.speaker:
        told = "" if sure is None else f", {_percent(sure)} sure"
        yield Reason("Speaker", _FOUND[trace.speaker] + told, trace.speaker)
    if trace.runner_up:
        # Nothing scores the others: together they have what the first one leaves.
        most = "" if sure is None else f" ({_percent(1 - sure)} at most)"
        yield Reason("Next likely", f"{make_safe(trace.runner_up)}{most}")


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"
