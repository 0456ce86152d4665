from __future__ import annotations

import random

from secondhand.notes.by_paragraph import group_highlights, list_paragraphs
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.notes.highlighting import change_highlight, make_highlight
from secondhand.notes.notebook import Notebook
from tests.claims import article_of

ARTICLE = article_of("\n\n".join(f"One {n} two {n} three." for n in range(8)))


def on(start: int, end: int, *more: tuple[int, int]) -> Highlight:
    return make_highlight(ARTICLE.text, [(start, end), *more], "red", None, None)


def test_a_highlight_is_in_every_paragraph_it_has_words_in() -> None:
    starts = [paragraph.start for paragraph in ARTICLE.paragraphs]
    over, twice = on(starts[1] + 4, starts[3] + 3), on(starts[2], starts[2] + 3, (starts[5], starts[5] + 3))
    assert list_paragraphs(ARTICLE, over.anchors) == [1, 2, 3]
    groups = group_highlights(ARTICLE, (over, twice))
    assert groups == {1: (over,), 2: (over, twice), 3: (over,), 5: (twice,)}


def test_the_end_of_a_paragraph_is_not_the_beginning_of_the_next() -> None:
    second = ARTICLE.paragraphs[1].start
    assert list_paragraphs(ARTICLE, on(second - 2, second).anchors) == [0]
    assert list_paragraphs(ARTICLE, on(second - 2, second + 1).anchors) == [0, 1]


def test_after_any_edits_they_are_grouped_as_if_anew() -> None:
    dice = random.Random(7)
    book = Notebook(ARTICLE)
    assert book.by_paragraph == {}
    for _ in range(300):
        marks = (*book.highlights, *book.orphans)
        mark = dice.choice(marks) if marks and dice.random() < 0.5 else None
        if mark is None:
            start = dice.randrange(len(ARTICLE.text) - 40)
            made = on(start, start + dice.randrange(1, 40))
            gone = dice.random() < 0.1
            lost = Highlight("gone" + made.id, made.anchors, made.created, made.changed)
            book = book.apply(Edit(None, _without_words(lost) if gone else made))
        else:
            book = book.apply(Edit(mark, None) if dice.random() < 0.5 else change_highlight(mark, note="so"))
        assert list(book.highlights) == sorted(
            book.highlights, key=lambda h: (h.anchors[0].start, h.anchors[-1].end)
        )
        fresh = group_highlights(ARTICLE, book.highlights)
        kept = {paragraph: found for paragraph, found in book.by_paragraph.items() if found}
        assert {p: {h.id for h in found} for p, found in kept.items()} == {
            p: {h.id for h in found} for p, found in fresh.items()
        }
        assert {h for found in kept.values() for h in found} == set(book.highlights)
    assert book.orphans and book.highlights


def _without_words(mark: Highlight) -> Highlight:
    from dataclasses import replace

    return replace(mark, anchors=(replace(mark.anchors[0], exact="words that stand nowhere"),))
