from dataclasses import replace

from secondhand.article import Paragraph
from secondhand.export.segments import Segment, segments
from tests.export.literals import BELIEVED, FIRST, REPORTED, SAID, SECOND, TEXT
from tests.export.notebooks import INNER, WHOLE, anchors


def test_a_paragraph_without_marks_is_one_piece() -> None:
    assert list(segments("Plain words.", Paragraph(0, 12), (), ())) == [Segment("Plain words.", 0, None, ())]


def test_all_of_the_words_are_there() -> None:
    for paragraph in (FIRST, SECOND):
        cut = segments(TEXT, paragraph, (SAID, REPORTED, BELIEVED), (WHOLE, INNER))
        assert "".join(s.text for s in cut) == TEXT[paragraph.start : paragraph.end]


def test_claims_in_claims_are_counted_and_ends_are_told() -> None:
    cut = list(segments(TEXT, SECOND, (REPORTED, BELIEVED), (INNER,)))
    assert [(s.claims, s.colour) for s in cut] == [
        (0, None),
        (1, None),
        (2, None),
        (2, "purple"),
        (2, None),
        (0, None),
    ]
    assert cut[3].ends == (INNER.id,)
    assert cut[4].ends == ("c2", "c3")


def test_a_claim_in_pieces_ends_at_the_last() -> None:
    assert [s.ends for s in segments(TEXT, FIRST, (SAID,), ())] == [(), (), ("c1",)]


def test_of_highlights_within_highlights_the_shortest_shows() -> None:
    wide = replace(INNER, id="wide", anchors=anchors(*REPORTED.content), colour="green")
    cut = segments(TEXT, SECOND, (), (wide, INNER))
    assert [s.colour for s in cut] == [None, "green", "purple", "green", None]
