from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html, read_page
from secondhand.ingest.formats.markup import html_tree
from secondhand.ingest.formats.page.captions import CAPTION
from secondhand.ingest.formats.page.report import report_blocks

FIRST = "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams."
LAST = "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring."
SHOWN = "The hall on Tuesday, with its doors shut."


def page(between: str) -> str:
    body = f"<article><h1>Hall shut</h1><div><p>{FIRST}</p>{between}<p>{LAST}</p></div></article>"
    return f"<html><head><title>Hall shut</title></head><body>{body}</body></html>"


def paragraphs(text: str) -> list[str]:
    article = from_html(text, "x")
    return [article.text[p.start : p.end] for p in article.paragraphs]


@pytest.mark.parametrize(
    "made",
    [
        f"<figure><img src='a'><figcaption>{SHOWN}</figcaption></figure>",
        f"<figure><img src='a'><p>{SHOWN}</p></figure>",
        f"<div class='wp-caption'><img src='a'><p class='wp-caption-text'>{SHOWN}</p></div>",
        f"<div class='image__metadata'><span>{SHOWN}</span></div>",
        f"<dl><dt><img src='a'></dt><dd>{SHOWN}</dd></dl>",
    ],
)
def test_a_caption_is_left_out_and_the_report_says_why(made: str) -> None:
    assert paragraphs(page(made)) == [FIRST, LAST]
    read = read_page(html_tree(page(made)), None)
    assert read is not None
    (line,) = [one for one in report_blocks(read.blocks, read.chosen) if one.words == SHOWN]
    assert (line.read, line.why) == (False, CAPTION)


@pytest.mark.parametrize(
    "made",
    [
        f"<p class='captioned'>{SHOWN}</p>",
        f"<dl><dt>When?</dt><dd>{SHOWN}</dd></dl>",
    ],
)
def test_what_only_looks_like_one_is_none(made: str) -> None:
    assert SHOWN in paragraphs(page(made))


def test_the_captions_of_a_photo_essay_are_its_text_and_are_called_so() -> None:
    shown = [
        f"Swimmer number {n} on the stairs of the hall, where she has come since {n + 1950}."
        for n in range(9)
    ]
    figures = "".join(
        f"<figure><img src='{n}'><figcaption>{one}</figcaption></figure>" for n, one in enumerate(shown)
    )
    body = f"<article><h1>Hall shut</h1><p>Nine swimmers say good-bye to it.</p>{figures}</article>"
    article = from_html(f"<html><head><title>Hall shut</title></head><body>{body}</body></html>", "x")
    kinds = {article.text[p.start : p.end]: p.kind for p in article.paragraphs}
    assert [kinds.get(one) for one in shown] == ["caption"] * 9


def test_a_box_of_many_pictures_is_read_in_time_that_grows_with_it() -> None:
    looked = "<dt><img src='a'></dt><dd>One more.</dd>" * 3_000
    assert paragraphs(page(f"<dl>{looked}</dl>"))[0] == FIRST


LABELS = "<p>91 mm</p><p>8 p.m.</p><p>What drains take</p>"
LAID = f"<div class='g'><h4>Rain in a day</h4><div><img src='a'></div>{LABELS}</div>"


def test_words_laid_over_a_picture_are_its_own() -> None:
    assert paragraphs(page(LAID)) == [FIRST, LAST]


def test_a_picture_within_a_paragraphs_box_takes_no_sentence_with_it() -> None:
    told = "<div class='g'><img src='a'><h4>Rain</h4><p>It rained for nine hours in Varde.</p></div>"
    assert "It rained for nine hours in Varde." in paragraphs(page(told))
