from __future__ import annotations

from secondhand.pipeline.network.quotation_edges import snap_to_quotations
from tests.pipeline.making import attribution, find

TEXT = 'He said "we will leave now" to them, and "we mean it" too.'
MARKS = [find(TEXT, '"we will leave now"'), find(TEXT, '"we mean it"')]


def contents(content: str | list[str], cue: str = "said") -> list[str]:
    made = snap_to_quotations(attribution(TEXT, content, cue, "He"), MARKS)
    return [TEXT[s:e] for s, e in made.content]


def test_a_content_is_drawn_to_the_marks_it_all_but_covers() -> None:
    assert contents("we will leave") == ['"we will leave now"']


def test_a_content_that_covers_less_than_half_of_a_quotation_stays() -> None:
    assert contents("we will") == ["we will"]


def test_one_that_covers_just_half_of_it_is_drawn() -> None:
    text, quoted = "He said abcdefgh", (8, 16)
    half = attribution(text, "abcd", "said", "He")
    assert snap_to_quotations(half, [quoted]).content == (quoted,)
    less = attribution(text, "abc", "said", "He")
    assert snap_to_quotations(less, [quoted]).content == ((8, 11),)


def test_pieces_that_touch_become_one_and_those_that_do_not_stay() -> None:
    text = "He said abcdefgh"
    assert snap_to_quotations(attribution(text, ["abc", "def"], "said"), []).content == ((8, 14),)
    assert snap_to_quotations(attribution(text, ["abc", "efg"], "said"), []).content == ((8, 11), (12, 15))
    assert snap_to_quotations(attribution(text, ["efg", "abc"], "said"), []).content == ((8, 11), (12, 15))
    assert snap_to_quotations(attribution(text, ["abcdef", "bcd"], "said"), []).content == ((8, 14),)


def test_words_around_a_quotation_are_kept() -> None:
    assert contents('we will leave now" to them') == ['"we will leave now" to them']


def test_pieces_drawn_together_become_one() -> None:
    assert contents(["we will leave", "now"]) == ['"we will leave now"']


def test_quotations_apart_stay_pieces() -> None:
    assert contents(["we will leave now", "we mean it"]) == ['"we will leave now"', '"we mean it"']


def test_a_quotation_that_holds_the_cue_draws_nothing() -> None:
    assert contents("leave now", cue="will") == ["leave now"]


def test_snapping_keeps_cue_and_source() -> None:
    before = attribution(TEXT, "we will leave", "said", "He")
    after = snap_to_quotations(before, MARKS)
    assert (after.cue, after.source, after.evidence) == (before.cue, before.source, before.evidence)


def test_without_marks_nothing_is_drawn() -> None:
    before = attribution(TEXT, "we will leave", "said", "He")
    assert snap_to_quotations(before, []) == before
