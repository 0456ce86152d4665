from dataclasses import replace

import pytest

from secondhand.article import Article, Paragraph
from secondhand.claim import Claim
from secondhand.export.segments import Segment, cut_paragraphs
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Highlight
from tests.export.literals import ARTICLE, BELIEVED, FIRST, REPORTED, SAID, SECOND, TEXT
from tests.export.notebooks import INNER, MADE, WHOLE, anchors


def cut(paragraph: int, claims: tuple[Claim, ...], marks: tuple[Highlight, ...]) -> tuple[Segment, ...]:
    return list(cut_paragraphs(ARTICLE, claims, marks))[paragraph]


def lit(name: str, start: int, end: int, colour: str) -> Highlight:
    return Highlight(name, (make_anchor(TEXT, start, end),), MADE, MADE, colour)  # type: ignore[arg-type]


def test_a_paragraph_without_marks_is_one_piece() -> None:
    article = Article("Plain words.", (Paragraph(0, 12),))
    assert list(cut_paragraphs(article, (), ())) == [(Segment("Plain words.", 0, None, ()),)]


def test_all_of_the_words_are_there() -> None:
    found = cut_paragraphs(ARTICLE, (SAID, REPORTED, BELIEVED), (WHOLE, INNER))
    for paragraph, pieces in zip((FIRST, SECOND), found, strict=True):
        assert "".join(s.text for s in pieces) == TEXT[paragraph.start : paragraph.end]


def test_claims_in_claims_are_counted_and_ends_are_told() -> None:
    found = cut(1, (REPORTED, BELIEVED), (INNER,))
    assert [(s.claims, s.colour) for s in found] == [
        (0, None),
        (1, None),
        (2, None),
        (2, "purple"),
        (2, None),
        (0, None),
    ]
    assert found[3].ends == (INNER.id,)
    assert found[4].ends == ("c2", "c3")


def test_a_claim_in_pieces_ends_at_the_last() -> None:
    assert [s.ends for s in cut(0, (SAID,), ())] == [(), (), ("c1",)]
    assert [s.claims for s in cut(0, (SAID,), ())] == [1, 0, 1]


def test_of_highlights_within_highlights_the_shortest_shows() -> None:
    wide = replace(INNER, id="wide", anchors=anchors(*REPORTED.content), colour="green")
    assert [s.colour for s in cut(1, (), (wide, INNER))] == [None, "green", "purple", "green", None]


def test_of_highlights_as_long_the_first_shows() -> None:
    same = (lit("a", 2, 6, "red"), lit("b", 2, 6, "blue"))
    assert [(s.colour, s.ends) for s in cut(0, (), same)] == [(None, ()), ("red", ("a", "b")), (None, ())]


def test_one_that_ends_where_another_begins_is_not_open_any_more() -> None:
    found = cut(0, (), (lit("a", 0, 4, "red"), lit("b", 4, 9, "blue")))
    assert [(s.colour, len(s.text)) for s in found[:2]] == [("red", 4), ("blue", 5)]


def test_a_highlight_over_two_paragraphs_shows_in_both() -> None:
    wide = lit("wide", FIRST.end - 3, SECOND.start + 5, "red")
    first, second = cut_paragraphs(ARTICLE, (), (wide,))
    assert [(len(s.text), s.colour, s.ends) for s in first][1:] == [(3, "red", ())]
    assert [(len(s.text), s.colour, s.ends) for s in second][:1] == [(5, "red", ("wide",))]


@pytest.mark.parametrize(("start", "end"), [(FIRST.end, SECOND.start), (4, 4)])
def test_one_of_no_words_colours_nothing(start: int, end: int) -> None:
    found = list(cut_paragraphs(ARTICLE, (), (lit("none", start, end, "red"),)))
    assert {s.colour for pieces in found for s in pieces} == {None}
    assert ["".join(s.text for s in pieces) for pieces in found] == [
        TEXT[p.start : p.end] for p in (FIRST, SECOND)
    ]
