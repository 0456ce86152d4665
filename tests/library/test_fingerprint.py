from dataclasses import replace
from datetime import date

import pytest

from secondhand.article import Hyperlink, Paragraph, Provenance
from secondhand.library.fingerprint import (
    SENTENCES,
    address,
    beginning,
    content_hash,
    hash_exactly,
    is_same_text,
    provenance_key,
    sentences,
    text_hash,
)
from tests.claims import article_of

TEXT = "The bridge is shut until the spring. The mayor said it is unsafe.\n\nBuses go round."


@pytest.mark.parametrize(
    "url",
    [
        "https://e.org/news/1?id=7",
        "http://e.org/news/1?id=7",
        "https://E.org/news/1/?id=7#comments",
        " https://e.org/news/1?utm_source=x&id=7&utm_campaign=y&fbclid=z",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert address(url) == "https://e.org/news/1?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://e.org/news/1?id=8",
        "https://e.org/News/1?id=7",
        "https://e.org/news/1",
        "https://f.org/news/1?id=7",
        "https://e.org/news/1?id=7&print",
    ],
)
def test_other_pages_have_other_addresses(url: str) -> None:
    assert address(url) != "https://e.org/news/1?id=7"


@pytest.mark.parametrize("url", ["http://[", "", "file:///a/b.txt", "12"])
def test_what_is_no_web_address_is_one_all_the_same(url: str) -> None:
    assert address(url) == url


def test_sentences_are_the_same_however_they_are_typed() -> None:
    typed = "THE BRIDGE is shut\nuntil the spring.  The mayor said “it is unsafe.”\n\nBuses go round."
    assert sentences(typed) == sentences(TEXT)
    assert len(sentences(TEXT)) == 2


def test_another_sentence_has_another_number() -> None:
    now = sentences(TEXT.replace("unsafe", "quite safe"))
    assert len(set(now) & set(sentences(TEXT))) == 1


def test_sentences_of_scripts_without_spaces() -> None:
    text = (
        "外交部发言人今天在北京表示中方对此表示严重关切和反对。记者追问时他没有回答任何一个关于此事的问题。"
    )
    assert len(sentences(text)) == 2


def test_a_long_text_is_known_by_some_of_its_sentences() -> None:
    text = " ".join(f"This is the sentence with the number {n}." for n in range(2000))
    assert len(sentences(text)) == SENTENCES
    assert (
        len(set(sentences(text)) & set(sentences("One more sentence at the beginning. " + text)))
        >= SENTENCES - 1
    )


def test_how_a_text_begins() -> None:
    assert (
        beginning("27 Feb.\n\nThe bridge is SHUT until the spring. More.") == "thebridgeisshutuntilthespring"
    )
    assert beginning("Short.") == "short"


def test_texts_are_told_apart() -> None:
    assert text_hash("a") != text_hash("a ")
    assert hash_exactly("\ud800") != hash_exactly("\ud801")


def test_a_text_is_the_same_in_whatever_form_its_letters_are_typed() -> None:
    assert text_hash("re\u0301forme") == text_hash("r\xe9forme") != text_hash("reforme")
    assert text_hash("half \ud800") == text_hash("half \ufffd")
    assert hash_exactly("re\u0301forme") != hash_exactly("r\xe9forme")
    assert is_same_text("re\u0301forme", "r\xe9forme")
    assert not is_same_text("re\u0301forme", "reforme")
    assert sentences("Le pre\u0301sident a de\u0301clare\u0301 cela.") == sentences(
        "Le pr\xe9sident a d\xe9clar\xe9 cela."
    )


def test_articles_of_one_address_are_known_by_id_or_place() -> None:
    here = "https://e.org/feed/"
    keys = [
        provenance_key(Provenance(here, guid, number))
        for guid, number in ((None, None), ("1", None), ("1", 2), (None, 1), (None, 2), ("", 1))
    ]
    assert keys[0] == "https://e.org/feed"
    assert keys[1] == keys[2]
    assert len(set(keys)) == 5


def test_an_analysis_holds_while_what_it_reads_is_the_same() -> None:
    article = article_of(TEXT, publisher="Gazette")
    same = replace(article, title="Bridge", url="https://e.org/", relative=((0, 3),))
    assert content_hash(same) == content_hash(article)
    for other in (
        replace(article, publisher=None),
        replace(article, date=date(2025, 2, 27)),
        replace(article, credit="AP"),
        replace(article, authors=("Ann",)),
        replace(article, paragraphs=(Paragraph(0, 10),)),
        replace(article, hyperlinks=(Hyperlink(0, 3, "https://e.org/"),)),
    ):
        assert content_hash(other) != content_hash(article)
