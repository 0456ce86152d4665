from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from secondhand.claim import Span
from secondhand.notes.highlight import Highlight
from secondhand.notes.highlighting import (
    change_highlight,
    find_highlight_of,
    find_highlight_on,
    highlight_at,
    highlights_in,
    make_highlight,
    parse_tags,
)
from secondhand.notes.notebook import Notebook
from tests.claims import seed_analysis, seed_article

ARTICLE = seed_article()
ANALYSIS = seed_analysis()


def on(words: str) -> Highlight:
    start = ARTICLE.text.index(words)
    return make_highlight(ARTICLE.text, [(start, start + len(words))], "green", None, None)


def test_a_new_highlight_keeps_the_words_the_claim_and_who_says_it() -> None:
    claim = ANALYSIS.claims[3]
    spans = [(span.start, span.end) for span in claim.content]
    mark = make_highlight(ARTICLE.text, spans, "blue", claim, ANALYSIS.speaker(claim))
    assert mark.text == claim.content[0].text
    assert mark.anchors[0].prefix.endswith("claimed that ")
    assert (mark.colour, mark.claim, mark.speaker) == ("blue", claim, ANALYSIS.speaker(claim))
    assert mark.created == mark.changed and mark.created.tzinfo is UTC and not mark.created.microsecond


def test_every_highlight_has_an_id_of_its_own() -> None:
    assert on("Macron").id != on("Macron").id


def test_a_claims_highlight_is_the_one_likest_to_it() -> None:
    claim = ANALYSIS.claims[8]
    exact, part, elsewhere = on("this idea remains wishful thinking for now"), on("wishful"), on("Sputnik")
    assert find_highlight_on([part, exact, elsewhere], claim) is exact
    assert find_highlight_on([part, elsewhere], claim) is None
    assert find_highlight_of(Notebook(ARTICLE, highlights=(part, exact, elsewhere)), claim) is exact
    assert find_highlight_of(Notebook(ARTICLE, highlights=(part, elsewhere)), claim) is None


def test_the_highlight_of_a_claim_within_another_is_not_the_others() -> None:
    within = ANALYSIS.claims[8]
    start = ARTICLE.text.index("the expert said that this idea")
    end = within.content[0].end
    outer = replace(within, content=(Span(start, end, ARTICLE.text[start:end]),))
    mark = on("this idea remains wishful thinking for now")
    book = Notebook(ARTICLE, highlights=(mark,))
    assert find_highlight_of(book, outer) is mark, "the text may have changed a little"
    assert find_highlight_of(book, outer, [outer, within]) is None
    assert find_highlight_of(book, within, [outer, within]) is mark


def test_a_highlight_that_begins_in_the_paragraph_before_its_claim_is_found() -> None:
    claim = ANALYSIS.claims[8]
    end = claim.content[0].end
    before = make_highlight(ARTICLE.text, [(claim.content[0].start - 5, end)], "green", None, None)
    assert find_highlight_of(Notebook(ARTICLE, highlights=(before,)), claim) is before


def test_highlights_are_found_by_paragraph_and_by_place() -> None:
    first, second = on("Macron met with Trump"), on("met")
    book = Notebook(ARTICLE, highlights=(first, second))
    assert highlights_in(book, 1) == (first, second)
    assert highlights_in(book, 0) == highlights_in(book, 99) == ()
    assert highlight_at(book, ARTICLE.text.index("Macron met")) is first
    assert highlight_at(book, ARTICLE.text.index("met with")) is second
    assert highlight_at(book, 0) is None


def test_a_change_is_dated_and_keeps_the_rest() -> None:
    mark = on("Macron")
    old = Highlight(mark.id, mark.anchors, datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC))
    edit = change_highlight(old, note="so")
    assert isinstance(edit.after, Highlight) and edit.before is old
    assert (edit.after.note, edit.after.created) == ("so", old.created)
    assert edit.after.changed > old.changed


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("eu, nato", ("eu", "nato")),
        ("  #eu nato;nato ", ("eu", "nato")),
        ("EU eu", ("eu",)),
        ("", ()),
        ("##, ,", ()),
        ("日本 عربي", ("日本", "عربي")),
    ],
)
def test_tags_are_parted_by_commas_or_spaces(written: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(written) == tags


def test_no_half_of_a_character_is_taken_into_a_note_or_a_tag() -> None:
    old = on(ARTICLE.text[:5])
    after = change_highlight(old, note="a\ud800b", tags=("t\udfff", "ok")).after
    assert isinstance(after, Highlight)
    assert (after.note, after.tags) == ("a\ufffdb", ("t\ufffd", "ok"))
