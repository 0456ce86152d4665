import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from secondhand.claim import Trace
from secondhand.library import Library, content_hash
from secondhand.library.stored_articles import measure_progress
from secondhand.resuming import KeptStretch
from tests.claims import article_of, seed_analysis, seed_article
from tests.library.articles import fetched

TEXT = "First paragraph here.\n\nSecond one, longer than the first.\n\nThird."
ARTICLE = article_of(TEXT)


@pytest.mark.parametrize(
    ("offset", "part"),
    [(0, 0), (5, 0), (23, 57 / 65), (56, 57 / 65), (TEXT.index("Third"), 1), (10**6, 1)],
)
def test_progress_is_what_lies_before_the_end_of_the_paragraph(offset: int, part: float) -> None:
    assert len(TEXT) == 65
    assert measure_progress(ARTICLE, offset) == part


def test_one_paragraph_is_read_when_it_is_reached() -> None:
    assert measure_progress(article_of("Only this."), 0) == 1
    assert measure_progress(replace(ARTICLE, paragraphs=()), 0) == 1


def test_where_the_words_are_gone_the_place_is_as_far_into_the_text(library: Library) -> None:
    entry = library.enter(fetched("https://e.org/", "x" * 50 + ". " + "y" * 48))
    library.reach(entry, 50)
    library.enter(fetched("https://e.org/", "z" * 1000))
    assert library.position(entry) == 500


def test_the_first_words_are_the_first_paragraphs_on_one_line(library: Library) -> None:
    text = "  \n date 2025-02-27\n\nThe\tbridge  is shut. " + "And so on. " * 30
    library.enter(replace(article_of(text), paragraphs=article_of(text).paragraphs[1:]))
    assert library.rows()[0].first_words.startswith("The bridge is shut. And so on. And")
    assert len(library.rows()[0].first_words) <= 120
    assert library.rows()[0].first_words.endswith((" on…", " And…", " so…")), "no word is cut"


def test_stretches_are_kept_until_all_of_the_article_is(library: Library) -> None:
    seed, other = seed_article(), library.enter(ARTICLE)
    entry, content = library.enter(seed), content_hash(seed)
    library.keep_stretch(other, content_hash(ARTICLE), KeptStretch(0, "another"))
    for kept in (KeptStretch(900, "late"), KeptStretch(0, "out of turn"), KeptStretch(0, "again")):
        library.keep_stretch(entry, content, kept)
    assert library.stretches(entry, content) == ("again", "late")
    assert library.rows()[0].claims is None
    assert library.notebook(entry).found is None
    library.keep(entry, seed_analysis())
    assert library.stretches(entry, content) == ()
    assert library.stretches(other, content_hash(ARTICLE)) == ("another",)


def test_stretches_of_another_text_are_not_there_and_go_with_it(library: Library) -> None:
    old = fetched("https://e.org/", TEXT)
    entry = library.enter(old)
    library.keep_stretch(entry, content_hash(old), KeptStretch(0, "old"))
    library.enter(replace(old, title="A title, told later"))
    assert library.stretches(entry, content_hash(old)) == ("old",)
    new = fetched("https://e.org/", f"{TEXT} More.")
    assert library.enter(new) == entry
    assert library.stretches(entry, content_hash(new)) == library.stretches(entry, content_hash(old)) == ()


def test_how_the_model_came_to_a_claim_is_kept(library: Library) -> None:
    trace = Trace((-0.1, -0.2, -0.3), ("add_headlines",), "named later", "Bo Ek")
    found = seed_analysis()
    found = replace(found, claims=(replace(found.claims[0], trace=trace), *found.claims[1:]))
    entry = library.enter(seed_article())
    library.keep(entry, found)
    kept = library.analysis(entry, content_hash(seed_article()))
    assert kept
    assert [claim.trace for claim in kept.claims[:2]] == [trace, None]


def test_an_analysis_kept_before_there_were_traces_opens(library: Library) -> None:
    entry = library.enter(seed_article())
    library.keep(entry, seed_analysis())
    content = content_hash(seed_article())
    with closing(sqlite3.connect(library.path)) as ask, ask:
        (record,) = ask.execute("SELECT record FROM analysis").fetchone()
        old = json.loads(record)
        for claim in old["claims"]:
            del claim["trace"]
        ask.execute("UPDATE analysis SET record = ?", (json.dumps(old),))
    assert library.analysis(entry, content) == seed_analysis()


def test_that_a_page_has_more_and_tells_only_when_it_was_changed_is_kept(library: Library) -> None:
    article = replace(ARTICLE, changed=date(2025, 3, 4), incomplete=True)
    assert library.notebook(library.enter(article)).article == article


def test_a_day_of_publication_takes_the_place_of_one_of_a_change(library: Library) -> None:
    changed = replace(ARTICLE, changed=date(2025, 3, 4))
    for article in (changed, replace(ARTICLE, date=date(2025, 3, 1)), changed):
        kept = library.notebook(library.enter(article)).article
    assert (kept.date, kept.changed) == (date(2025, 3, 1), None)
