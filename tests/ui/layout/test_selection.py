from __future__ import annotations

import pytest

from secondhand.ui.layout.selection import Selection, select, sentences_of
from tests.claims import article_of

TEXT = 'Dr. Smith said: "We can\'t wait." The U.S. agreed, reluctantly.\n\nAnn left.'
ARTICLE = article_of(TEXT)


def at(words: str) -> Selection:
    selection = select(ARTICLE, TEXT.index(words))
    assert selection is not None
    return selection


def chosen(selection: Selection) -> str:
    return TEXT[selection.start : selection.end]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('"Go," he said. "Now." They went.', ['"Go," he said.', '"Now."', "They went."]),
        ("Mr. Li of the U.S. Army met Gen. Ray on Nov. 3. It rained.",
         ["Mr. Li of the U.S. Army met Gen. Ray on Nov. 3.", "It rained."]),
        ("It cost 3.5 million. 40 people came.", ["It cost 3.5 million.", "40 people came."]),
        ("He waited… and left. (Nobody saw.) Done", ["He waited… and left.", "(Nobody saw.)", "Done"]),
        ("今日は晴れ。明日は雨。", ["今日は晴れ。", "明日は雨。"]),
        ("no end", ["no end"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text)] == sentences


def test_a_selection_starts_as_one_word_and_goes_word_by_word() -> None:
    selection = at("We")
    assert chosen(selection) == "We"
    assert chosen(selection.by_word(1)) == "can't"
    assert chosen(selection.by_word(-1)) == "said"
    assert chosen(selection.by_word(1).by_word(-1)) == "We"


def test_once_begun_it_grows_and_shrinks_to_either_side() -> None:
    begun = at("can't").begin()
    assert chosen(begun.by_word(1)) == "can't wait"
    assert chosen(begun.by_word(-1)) == "We can't"
    assert chosen(begun.by_word(1).by_word(-1)) == "can't"


def test_the_ends_can_be_turned() -> None:
    turned = at("We").begin().by_word(1).turn()
    assert chosen(turned) == "We can't"
    assert chosen(turned.by_word(-1)) == "said: \"We can't"
    assert at("We").turn() == at("We")


def test_sentences_end_with_their_marks() -> None:
    begun = at("We").begin()
    assert chosen(begun.by_sentence(1)) == "We can't wait.\""
    assert chosen(begun.by_sentence(1).by_sentence(1)) == "We can't wait.\" The U.S. agreed, reluctantly."
    assert chosen(begun.by_sentence(-1)) == 'Dr. Smith said: "We'
    assert chosen(begun.by_sentence(1).by_word(-1)) == "We can't"


def test_while_one_looks_for_the_first_word_sentences_are_gone_to_at_their_beginning() -> None:
    assert chosen(at("said").by_sentence(1)) == "The"
    assert chosen(at("said").by_sentence(-1)) == "Dr"
    text = 'He left. "So what?"'
    quoted = select(article_of(text), 0)
    assert quoted is not None and text[slice(*quoted.by_sentence(1).head)] == '"So'


def test_the_whole_sentence_and_the_next_besides() -> None:
    whole = at("agreed").sentence()
    assert chosen(whole) == "The U.S. agreed, reluctantly."
    assert chosen(whole.sentence()) == "The U.S. agreed, reluctantly.\n\nAnn left."
    assert chosen(whole.sentence().sentence()) == "The U.S. agreed, reluctantly.\n\nAnn left."


def test_it_stops_at_either_end_of_the_article() -> None:
    first, last = at("Dr"), at("left")
    assert first.by_word(-1) == first and first.by_sentence(-1) == first
    assert last.by_word(1) == last
    assert last.by_sentence(1) == last
    assert chosen(last.begin().by_sentence(1)) == "left."


def test_an_offset_between_words_is_that_of_the_word_before() -> None:
    assert chosen(at("We").to(TEXT.index(" The U.S."))) == "wait"
    assert chosen(at("We").to(0)) == "Dr"


def test_characters_of_scripts_without_spaces_are_words() -> None:
    text = "東京で café\u0301 début"
    selection = select(article_of(text), 0)
    assert selection is not None
    found = [text[start:end] for start, end in selection.words]
    assert found == ["東", "京", "で", "café\u0301", "début"]


def test_nothing_to_select_where_there_are_no_words() -> None:
    assert select(article_of("…"), 0) is None
    assert select(article_of(""), 0) is None
