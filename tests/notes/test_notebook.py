from dataclasses import replace

from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook
from tests.claims import article_of, seed_analysis, seed_article
from tests.notes.literals import LATER, SCRIPTS, correction, highlight, person

ARTICLE = article_of(SCRIPTS["plain"])
TEXT = ARTICLE.text


def test_highlights_stay_in_reading_order() -> None:
    late, early = highlight(TEXT, "Nobody", id="late"), highlight(TEXT, "mayor", id="early")
    book = Notebook(ARTICLE).apply(Edit(None, late)).apply(Edit(None, early))
    assert [h.id for h in book.highlights] == ["early", "late"]
    assert book.apply(Edit(early, None)).highlights == (late,)


def test_an_edit_puts_the_mark_in_the_place_of_the_old_one() -> None:
    old = highlight(TEXT, "mayor")
    new = replace(old, note="who?")
    assert Notebook(ARTICLE, highlights=(old,)).apply(Edit(old, new)).highlights == (new,)
    orphan = Notebook(ARTICLE, orphans=(old,))
    assert orphan.apply(Edit(old, None)).orphans == ()


def test_an_orphan_stays_one_when_it_is_changed_or_brought_back() -> None:
    old = highlight("words of long ago, gone now", "words of long ago")
    new = replace(old, note="where are they?")
    book = Notebook(ARTICLE, orphans=(old,)).apply(Edit(old, new))
    assert (book.highlights, book.orphans) == ((), (new,))
    again = book.apply(Edit(new, None)).apply(Edit(None, new))
    assert (again.highlights, again.orphans) == ((), (new,))


def test_corrections_stay_in_the_order_they_were_made() -> None:
    first, second = correction(TEXT, "mayor"), correction(TEXT, "mayor", id="k2", created=LATER)
    book = Notebook(ARTICLE).apply(Edit(None, second)).apply(Edit(None, first))
    assert book.corrections == (first, second)
    assert book.apply(Edit(first, None)).corrections == (second,)


def test_marks_are_found_by_their_id() -> None:
    mark, wrong = highlight(TEXT, "mayor"), correction(TEXT, "mayor")
    book = Notebook(ARTICLE, orphans=(mark,), corrections=(wrong,))
    assert [book.mark("h1"), book.mark("k1"), book.mark("x")] == [mark, wrong, None]


def test_its_analysis_has_the_corrections_applied() -> None:
    article, found = seed_article(), seed_analysis()
    content = found.claims[5].content[0].text
    book = Notebook(article, found, corrections=(correction(article.text, content, speaker=person("Ann")),))
    assert book.analysis
    assert [c.id for c in book.analysis.claims if c.corrected] == ["c5"]
    assert Notebook(article).analysis is None
