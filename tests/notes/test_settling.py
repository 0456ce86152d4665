from dataclasses import replace

from secondhand.claim import Attitude, Link, Span, Stance
from secondhand.notes.settling import find_words, settle_chain, settle_spans, settle_stance
from tests.notes.literals import mark, span

OLD = "The mayor said that the bridge may be safe."
NEW = "On Friday the mayor said that the bridge may be safe."


def test_all_words_are_found_or_none() -> None:
    wanted = [mark(OLD, "bridge may"), mark(OLD, "mayor said")]
    assert find_words(NEW, wanted) == (span(NEW, "bridge may"), span(NEW, "mayor said"))
    assert find_words("Nothing of it.", wanted) is None
    assert find_words(NEW, []) == ()


def test_spans_that_are_gone_are_left_out() -> None:
    assert settle_spans(NEW, [span(OLD, "bridge may"), Span(0, 12, "thirty ducks")]) == (
        span(NEW, "bridge may"),
    )


def test_a_chain_keeps_its_evidence_or_gets_some() -> None:
    chain = (
        Link("Gazette", "organization", "published"),
        Link("Herald", "organization", "reported", (Span(0, 12, "thirty ducks"),)),
        Link("the mayor", "person", "said", (span(OLD, "mayor said"),)),
    )
    shown = (span(NEW, "Friday"),)
    assert settle_chain(NEW, chain, shown) == (
        chain[0],
        replace(chain[1], evidence=shown),
        replace(chain[2], evidence=(span(NEW, "mayor said"),)),
    )


def test_a_stance_keeps_its_evidence_where_it_stands_now() -> None:
    likes = Attitude("the bridge", "positive", 0.5, (span(OLD, "bridge may"),))
    stance = Stance(
        "possible", "neutral", (likes,), (span(OLD, "may be safe"),), (Span(0, 12, "thirty ducks"),)
    )
    assert settle_stance(NEW, stance) == Stance(
        "possible",
        "neutral",
        (replace(likes, evidence=(span(NEW, "bridge may"),)),),
        (span(NEW, "may be safe"),),
        (),
    )
