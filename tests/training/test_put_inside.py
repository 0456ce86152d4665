"""Attributions of a corpus that marks outermost ones become nested ones, and all spans go with the words."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.training import put_inside as station
from secondhand.training.labelled import IGNORE, Labelled, Spans
from secondhand.training.layers import own_cues
from secondhand.training.put_inside import Frame, Frames, list_frames, put_inside

TEXT = "The mayor said the “old” bridge is safe. It rained.\n\nFew crossed it. Smith fears that it will fall."
FRAMES = Frames((Frame("A senator", "noted"),), (Frame("Jones", "said", turned=True),))


def find(text: str, **parts: str) -> dict[str, Spans]:
    """Return the spans of ``parts``."""
    return {name: [(text.index(words), text.index(words) + len(words))] for name, words in parts.items()}


def make_article(text: str, *attributions: dict[str, str]) -> Labelled:
    return Labelled("a", text, find_paragraphs(text), [find(text, **parts) for parts in attributions])


def read(article: Labelled) -> list[dict[str, str]]:
    """Return the words of the parts of each attribution."""
    return [
        {name: " … ".join(article.text[start:end] for start, end in spans) for name, spans in parts.items()}
        for parts in article.attributions or ()
    ]


ARTICLE = make_article(
    TEXT,
    {"source": "The mayor", "cue": "said", "content": "the “old” bridge is safe"},
    {"source": "Smith", "cue": "fears", "content": "that it will fall"},
)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all be put inside that can be."""
    monkeypatch.setattr(station, "REPORTED", 1.0)
    monkeypatch.setattr(station, "QUOTED", 0.0)


def test_a_sentence_is_given_to_another_source() -> None:
    made = put_inside(ARTICLE, FRAMES, random.Random(1))
    assert made.text == (
        "A senator noted that the mayor said the “old” bridge is safe. It rained.\n\n"
        "Few crossed it. A senator noted that Smith fears that it will fall."
    )
    assert read(made)[:2] == [{**read(ARTICLE)[0], "source": "the mayor"}, read(ARTICLE)[1]]
    assert read(made)[2] == {
        "content": "that the mayor said the “old” bridge is safe", "source": "A senator", "cue": "noted",
    }  # fmt: skip
    assert made.annotated == {2, 3}


def test_a_word_that_is_no_name_is_written_small() -> None:
    known = replace(
        ARTICLE, text=TEXT.replace("Few crossed it", "Few met the old").replace("It rained", "All wept")
    )
    assert put_inside(known, FRAMES, random.Random(1)).text.startswith("A senator noted that the mayor said")


def test_a_paragraph_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(station, "QUOTED", 1.0)
    made = put_inside(ARTICLE, FRAMES, random.Random(1))
    assert made.text.startswith("“The mayor said the ‘old’ bridge is safe. It rained,” said Jones.\n\n“Few")
    assert read(made)[2]["content"] == "“The mayor said the ‘old’ bridge is safe. It rained,”"
    assert read(made)[0]["content"] == "the ‘old’ bridge is safe"
    assert (read(made)[2]["cue"], read(made)[2]["source"]) == ("said", "Jones")


def test_an_attribution_that_goes_on_in_the_next_paragraph_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(station, "QUOTED", 1.0)
    text = "The mayor said it is safe.\n\nIt will stand."
    attribution = find(text, source="The mayor", cue="said")
    attribution["content"] = [(15, 25), (28, 42)]
    article = Labelled("a", text, find_paragraphs(text), [attribution])
    assert put_inside(article, FRAMES, random.Random(1)).text == text


def test_cues_inside_are_known_but_not_those_inside_of_them() -> None:
    made = put_inside(ARTICLE, FRAMES, random.Random(1))
    owner = own_cues(made)
    assert owner[made.text.index("said")] == 0
    assert owner[made.text.index("that the")] == -1
    assert owner[made.text.index("bridge")] == IGNORE


def test_frames_are_whole_sentences_of_the_corpus() -> None:
    text = "Jo Ray noted that it is late. “It is,” said Ann Lee. Then Bo thinks that all is well."
    article = make_article(
        text,
        {"source": "Jo Ray", "cue": "noted", "content": "that it is late"},
        {"source": "Ann Lee", "cue": "said", "content": "“It is,”"},
        {"source": "Bo", "cue": "thinks", "content": "that all is well"},
    )
    assert list_frames([article]) == Frames(
        (Frame("Jo Ray", "noted"),), (Frame("Ann Lee", "said", turned=True),)
    )


def test_without_frames_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(station, "QUOTED", 1.0)
    assert put_inside(ARTICLE, Frames((), ()), random.Random(1)).text == TEXT
