from __future__ import annotations

import pytest

from secondhand.ingest.formats.page.words import count_words, fold, holds_sentence, squash

THAI = "เจ้าหน้าที่กล่าวว่าสะพานถูกปิดเนื่องจากพบรอยร้าวขนาดใหญ่หลังฝนตกหนัก"


@pytest.mark.parametrize(
    "text",
    ["It rained.", "“It rained.”", "它下雨了。", "बारिश हुई।", "It rained …", THAI, "မိုးရွာသည်။", "Անձրև եկավ։"],
)
def test_sentences(text: str) -> None:
    assert holds_sentence(text)


@pytest.mark.parametrize("text", ["Rain", "It rained, he said:", "天气", "ฝนตก", ""])
def test_no_sentences(text: str) -> None:
    assert not holds_sentence(text)


def test_two_letters_are_a_word_in_scripts_without_blanks() -> None:
    assert count_words("It rained here.") == 3
    assert count_words("江口大桥") == 3


def test_what_is_the_same_but_for_its_dress() -> None:
    assert fold("“Hall shut” – again!") == fold("hall shut: again")
    assert squash("The Varde-Post") == squash("www.vardepost.com") == "vardepost"
