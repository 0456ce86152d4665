"""Markup around words changes none of them: links, emphasis, classes, ``<div>``s."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from secondhand.ingest.formats.html import from_html
from tests.properties.strategies import QUICK

PARAGRAPHS = (
    "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.",
    "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring.",
    "“We saw it coming for years,” she said. “Nobody wanted to pay for new beams before the vote.”",
    "The builder, who has since left the town, denied that the beams were too thin for the roof.",
    "Pupils of the two schools will be driven to Holm, where the hall is open until nine at night.",
)
INLINE = (
    "<a href='https://a.example/1'>{}</a>",
    "<a class='link' href='/2' target=_blank><span>{}</span></a>",
    "<b>{}</b>",
    "<em>{}</em>",
    "<i><strong>{}</strong></i>",
    "<span class='x1'>{}</span>",
    "<font color=red>{}</font>",
    "<mark data-x='1'>{}</mark>",
)
AROUND = (
    "<p>{}</p>",
    "<p class='k7 wide'>{}</p>",
    "<p id='p' dir='auto'>{}</p>",
    "<div class='w2'><p>{}</p></div>",
    "<div><div class='inner'><p>{}</p></div></div>",
    "<section class='block' data-type='text'><div><p>{}</p></div></section>",
    "<p>\n  {}\n</p>\n",
)
FOLDER = Path(__file__).parents[1] / "ingest" / "pages" / "tuned"
MAKES = [FOLDER / f"{name}.html" for name in ("arc", "ghost", "hugo", "bbc-like", "div-testid", "drupal")]
_RUN = re.compile(r"<p[^<>]*>([^<>]+)</p>")


@st.composite
def marked_pages(draw: st.DrawFn) -> str:
    """A page of the paragraphs, one word run of each in some markup, each in some paragraph."""
    made = []
    for paragraph in PARAGRAPHS:
        words = paragraph.split(" ")
        first = draw(st.integers(0, len(words) - 2))
        last = draw(st.integers(first + 1, len(words) - 1))
        for mark in draw(st.lists(st.sampled_from(INLINE), max_size=3, unique_by=lambda mark: mark[:2])):
            words[first:last] = [mark.format(" ".join(words[first:last]))]
            last = first + 1
        made.append(draw(st.sampled_from(AROUND)).format(" ".join(words)))
    return wrap("".join(made))


def wrap(body: str) -> str:
    head = "<title>Hall shut</title>"
    return f"<html><head>{head}</head><body><main><h1>Hall shut</h1><div>{body}</div></main></body></html>"


@given(marked_pages())
@QUICK
def test_markup_changes_no_word_and_no_paragraph(page: str) -> None:
    article = from_html(page, "x")
    assert tuple(article.text[p.start : p.end] for p in article.paragraphs) == PARAGRAPHS
    assert all(article.text[link.start : link.end].strip() for link in article.hyperlinks)


@given(st.lists(st.integers(0, len(PARAGRAPHS) - 1), unique=True), st.data())
@QUICK
def test_links_lie_on_their_words(linked: list[int], data: st.DataObject) -> None:
    made, wanted = list(PARAGRAPHS), []
    for number in linked:
        words = PARAGRAPHS[number].split(" ")
        first = data.draw(st.integers(0, len(words) - 2))
        last = data.draw(st.integers(first + 1, len(words) - 1))
        url, anchor = f"https://a.example/{number}", " ".join(words[first:last])
        marked = [*words[:first], f"<a href='{url}'>{anchor}</a>", *words[last:]]
        made[number] = " ".join(marked)
        wanted.append((number, anchor, url))
    article = from_html(wrap("".join(f"<p>{words}</p>" for words in made)), "x")
    found = [(article.text[link.start : link.end], link.url) for link in article.hyperlinks]
    assert found == [(anchor, url) for _, anchor, url in sorted(wanted)]


@given(st.sampled_from(MAKES), st.sampled_from(INLINE[2:]), st.integers(0, 10**6))
@QUICK
def test_emphasis_changes_no_word_of_a_whole_page(page: Path, mark: str, seed: int) -> None:
    told = page.read_text(encoding="utf-8")
    runs = [found for found in _RUN.finditer(told) if found[1].strip().count(" ") > 4]
    run = runs[seed % len(runs)]
    at = run.start(1) + run[1].rindex(" ", 0, len(run[1]) - 1) + 1
    end = run.end(1)
    marked = told[:at] + mark.format(told[at:end]) + told[end:]
    assert read_words(marked) == read_words(told)


def read_words(page: str) -> list[str]:
    article = from_html(page, "x")
    return [article.text[p.start : p.end] for p in article.paragraphs]


@given(st.sampled_from(["<p>{}</p>", "<p class='c'>{}</p>", "{}<br><br>", "<div>{}</div>", "<p>{}<br>"]))
@QUICK
def test_all_ways_to_make_a_paragraph_make_the_same(make: str) -> None:
    article = from_html(wrap("".join(map(make.format, PARAGRAPHS))), "x")
    assert tuple(article.text[p.start : p.end] for p in article.paragraphs) == PARAGRAPHS
