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


def hedge(content: str, reach: int = 160) -> tuple[str, list[tuple[int, str]]]:
    """The commitment without a parse, and the words that tell it by where they stand in the content."""
    text = f"He said {content}, then."
    commitment, shown = read_hedges(claim(text, content, "said", "He"), None, reach)
    return commitment, [(word.start - 8, word.text) for word in shown]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that I think it rains", ("probable", [(5, "I think")])),
        ("she suspects so", ("certain", [])),
        ("they suspect it rains", ("probable", [(0, "they suspect")])),
        ("it rains, I suppose", ("probable", [(10, "I suppose")])),
        ("it rains, they suspect", ("certain", [])),
        ("PROBABLY so", ("probable", [(0, "PROBABLY")])),
        ("it may or probably will", ("probable", [(10, "probably")])),
        ("maybe so", ("possible", [(0, "maybe")])),
        ("in May so", ("certain", [])),
        ("mayors rain", ("certain", [])),
        ("it dismay us", ("certain", [])),
    ],
)
def test_hedges_by_their_words(content: str, expected: tuple[str, list[tuple[int, str]]]) -> None:
    assert hedge(content) == expected


def test_a_hedge_counts_as_far_as_it_ends_within_reach() -> None:
    assert hedge("it well might rain", 13) == ("possible", [(8, "might")])
    assert hedge("it well might rain", 12) == ("certain", [])
    # One that opens the content counts anyway.
    assert hedge("I think so", 3) == ("probable", [(0, "I think")])


@pytest.mark.parametrize(
    ("word", "relation", "expected"),
    [
        ("might", "aux", "possible"),
        ("perhaps", "advmod", "possible"),
        ("likely", "xcomp", "probable"),
        ("Probably", "advmod", "probable"),
        ("might", "nsubj", "certain"),
        ("maybe", "obl", "certain"),
        ("can", "aux", "certain"),
    ],
)
def test_what_hangs_on_the_main_predicate_hedges_it(word: str, relation: str, expected: str) -> None:
    words = ["He", "said", "it", word, "rain", "."]
    doc = parsed(words, [1, 1, 4, 4, 1, 1], ["nsubj", "ROOT", "nsubj", relation, "ccomp", "punct"])
    content = f"it {word} rain"
    commitment, shown = read_hedges(claim(doc.text, content, "said", "He"), doc, 160)
    assert (commitment, [s.text for s in shown]) == (expected, [word] if expected != "certain" else [])


def test_the_predicate_itself_may_be_the_hedge() -> None:
    doc = parsed(
        ["He", "said", "it", "seems", "so", "."],
        [1, 1, 3, 1, 3, 1],
        ["nsubj", "ROOT", "nsubj", "ccomp", "xcomp", "punct"],
    )
    assert read_hedges(claim(doc.text, "it seems so", "said", "He"), doc, 160)[0] == "probable"


def test_a_hedge_outside_of_the_content_is_none_of_its_own() -> None:
    words = ["perhaps", "it", "rains", "he", "said", "."]
    doc = parsed(words, [2, 2, 4, 4, 4, 4], ["advmod", "nsubj", "ccomp", "nsubj", "ROOT", "punct"])
    assert read_hedges(claim(doc.text, "it rains", "said", "he"), doc, 160) == ("certain", ())
    assert read_hedges(claim(doc.text, "perhaps it rains", "said", "he"), doc, 160)[0] == "possible"


def test_of_a_content_of_several_sentences_the_first_is_told() -> None:
    words = ["It", "rains", ".", "It", "may", "snow", ".", "He", "nods", "."]
    heads = [1, 1, 1, 5, 5, 5, 5, 8, 8, 8]
    deps = ["nsubj", "ROOT", "punct", "nsubj", "aux", "ROOT", "punct", "nsubj", "ROOT", "punct"]
    doc = parsed(words, heads, deps)
    assert read_hedges(claim(doc.text, "It rains . It may snow .", "nods", "He"), doc, 160) == ("certain", ())
    assert read_hedges(claim(doc.text, "It may snow . He nods .", "nods", "He"), doc, 160)[0] == "possible"


def test_a_content_of_less_than_a_word_has_no_predicate() -> None:
    doc = parsed(WORDS, HEADS, DEPS)
    assert read_hedges(claim(doc.text, "ma", "said", "He"), doc, 160) == ("certain", ())
