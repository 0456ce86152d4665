from __future__ import annotations

import pytest
from spacy.tokens import Doc

from secondhand.pipeline.stance.hedges import read_hedges
from tests.pipeline.making import NLP, claim

# He said the dam that may fall is old . (heads and relations by hand)
WORDS = ["He", "said", "the", "dam", "that", "may", "fall", "is", "old", "."]
HEADS = [1, 1, 3, 8, 6, 6, 3, 8, 1, 1]
DEPS = ["nsubj", "ROOT", "det", "nsubj", "nsubj", "aux", "acl", "cop", "ccomp", "punct"]


def parsed(words: list[str], heads: list[int], deps: list[str]) -> Doc:
    return Doc(NLP.vocab, words, heads=heads, deps=deps)


def test_a_hedge_in_a_relative_clause_is_none() -> None:
    doc = parsed(WORDS, HEADS, DEPS)
    found = read_hedges(claim(doc.text, "the dam that may fall is old", "said", "He"), doc, 160)
    assert found == ("certain", ())


def test_a_hedge_of_the_main_clause_counts() -> None:
    words = ["He", "said", "the", "dam", "may", "fall", "."]
    doc = parsed(words, [1, 1, 3, 5, 5, 1, 1], ["nsubj", "ROOT", "det", "nsubj", "aux", "ccomp", "punct"])
    commitment, (evidence,) = read_hedges(claim(doc.text, "the dam may fall", "said", "He"), doc, 160)
    assert (commitment, evidence.text) == ("possible", "may")
    assert doc.text[evidence.start : evidence.end] == "may"


@pytest.mark.parametrize("content", ["I think the dam is old", "“We believe the dam is old”"])
def test_who_begins_with_i_think_hedges_all(content: str) -> None:
    text = f"{content}, he said."
    commitment, evidence = read_hedges(claim(text, content, "said", "he"), None, 160)
    assert commitment == "probable"
    assert evidence[0].text in {"I think", "We believe"}


def test_without_a_parse_any_early_hedge_counts() -> None:
    text = "The dam could leak, he said."
    assert read_hedges(claim(text, "The dam could leak", "said", "he"), None, 160)[0] == "possible"
