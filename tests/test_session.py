"""The reading session: pure state, literal claims."""

from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Analysis, Claim, Speaker
from secondhand.filters import Filter, direct, these
from secondhand.session import ClaimIndex, Session
from tests.claims import MODEL, Teller, article_of, seed_analysis, seed_article

ALL = frozenset(range(7))


def seed_session() -> Session:
    article = seed_article()
    return Session(article).learn(ClaimIndex.of(article, seed_analysis()), ALL, 1, 1)


def over_two_paragraphs() -> Session:
    t = Teller(article_of('Ann said: "One.\n\n"Two," she added. Bob said no.\n\nNothing.\n\nCy said so.'))
    ann, bob, cy = (t.speaker(name) for name in ("Ann", "Bob", "Cy"))
    t.claim(0, ['"One.', '"Two,"'], "said", "Ann", ann)
    t.claim(1, ["no"], "said", "Bob", bob)
    t.claim(3, ["so"], "said", "Cy", cy)
    return Session(t.article).learn(ClaimIndex.of(t.article, t.analysis()), frozenset({0, 1, 2, 3}), 1, 1)


def words(claim: Claim | None) -> str | None:
    return claim.content[0].text if claim else None


def test_a_session_begins_at_the_first_paragraph_with_nothing_known() -> None:
    session = Session(seed_article())
    assert (session.paragraph, session.current, session.claims, session.state) == (0, None, (), "reading")
    assert session.next_claim() is session
    assert session.previous_claim() is session


def test_the_first_claim_of_a_paragraph_is_current() -> None:
    session = seed_session()
    assert session.current is session.claims[0]
    there = session.move_to(5)
    assert there.current is there.claims[0]
    assert words(there.current) == there.claims[0].content[0].text


def test_moves_end_at_the_ends() -> None:
    session = seed_session()
    assert session.move_to(-3).paragraph == 0
    assert session.move_to(99).paragraph == 6
    assert Session(article_of("")).move_to(1).paragraph == 0


def test_a_claim_over_two_paragraphs_is_in_both() -> None:
    session = over_two_paragraphs()
    assert [len(session.claims_of(paragraph)) for paragraph in range(4)] == [1, 2, 0, 1]
    assert session.move_to(1).current is session.current


def test_next_and_previous_pass_over_paragraphs_without_claims() -> None:
    first = over_two_paragraphs()
    second = first.next_claim()
    third = second.next_claim()
    assert [(s.paragraph, words(s.current)) for s in (first, second, third)] == [
        (0, '"One.'), (1, "no"), (3, "so"),
    ]  # fmt: skip
    assert third.next_claim() is third
    assert third.previous_claim().current is second.current
    assert first.move_to(2).next_claim().paragraph == 3
    assert first.move_to(2).previous_claim().current is second.current


def test_choosing_a_claim_keeps_the_cursor_where_some_of_it_stands() -> None:
    session = over_two_paragraphs()
    two = session.claims[0]
    assert session.move_to(1).choose(two).paragraph == 1
    assert session.move_to(3).choose(two).paragraph == 0


def test_the_innermost_claim_is_at_an_offset() -> None:
    session = seed_session()
    text = session.article.text
    inner = session.claim_at(text.index("decadent"))
    assert inner is not None and inner.parent is not None
    outer = session.claim_at(text.index("talking past"))
    assert outer is not None and outer.id == inner.parent
    assert session.claim_at(text.index("Asked whether")) is None


def test_the_current_claim_is_found_again_by_its_words() -> None:
    session = seed_session().move_to(2).next_claim()
    analysis = seed_analysis()
    renamed = Analysis(
        analysis.speakers,
        tuple(
            replace(
                claim, id=f"new-{claim.id}", parent=claim.parent and f"new-{claim.parent}", confidence=0.5
            )
            for claim in analysis.claims
        ),
        MODEL,
    )
    later = session.learn(ClaimIndex.of(session.article, renamed), ALL, 2, 2)
    assert later.current is not None and later.current.id == "new-" + (
        session.current.id if session.current else ""
    )
    assert later.current in later.claims


def test_where_its_words_are_gone_the_first_claim_is_current() -> None:
    session = seed_session().move_to(2).next_claim()
    fewer = Analysis(seed_analysis().speakers, seed_analysis().claims[:6], MODEL)
    later = session.learn(ClaimIndex.of(session.article, fewer), ALL, 2, 2)
    assert later.current is later.claims[0]
    none = session.learn(ClaimIndex.of(session.article, Analysis((), (), MODEL)), ALL, 2, 2)
    assert none.current is None


def test_depths_and_speakers() -> None:
    session = seed_session().move_to(2)
    assert [session.index.depths[claim.id] for claim in session.claims] == [0, 1, 1]
    speaker = session.index.speaker(session.claims[1])
    assert speaker is not None and speaker.name == "Donald Trump"


def test_a_speaker_keeps_their_hue_as_others_are_found() -> None:
    article, analysis = seed_article(), seed_analysis()
    late = Analysis(analysis.speakers, analysis.claims[-2:], MODEL)
    before = ClaimIndex.of(article, late)
    after = ClaimIndex.of(article, analysis, before)
    assert {name: after.hues[name] for name in before.hues} == before.hues
    for claims in after.here.values():
        heard = {claim.speaker for claim in claims}
        assert len({after.hue(claim) for claim in claims}) == len(heard), "side by side they differ"


def test_an_unknown_speaker_has_no_hue() -> None:
    t = Teller(article_of("It was said that so."))
    t.speakers["x"] = Speaker("x", "unknown", "unknown", None, ())
    t.claim(0, ["so"], "said", None, "x")
    t.claim(0, ["so"], "said", None, None)
    index = ClaimIndex.of(t.article, t.analysis())
    assert [index.hue(claim) for claim in t.claims] == [None, None]


def test_finishing_and_failing() -> None:
    session = seed_session()
    assert session.finish().state == "done"
    failed = session.fail("No model.")
    assert (failed.state, failed.problem, failed.claims) == ("failed", "No model.", session.claims)


# --- filters


def test_under_a_filter_the_steps_pass_over_what_it_leaves_out() -> None:
    session = seed_session().narrow(Filter("direct", direct))
    seen = [session := session.next_claim(), session.next_claim()]
    assert [(s.paragraph, s.current and s.current.kind) for s in seen] == [(2, "direct"), (4, "direct")]
    assert seen[1].next_claim() is seen[1]
    assert seen[1].previous_claim().current is seen[0].current
    assert seen[0].narrow(None).next_claim().paragraph == 2, "all are stepped through again"


def test_a_filter_steps_within_a_paragraph() -> None:
    session = (
        seed_session().move_to(1).narrow(Filter("distancing", lambda c, _: c.stance.framing == "distancing"))
    )
    assert session.claims[0] is session.current and not session.keeps(session.claims[0])
    assert session.next_claim().current is session.claims[1]
    assert session.move_to(2).move_to(1).current is session.claims[1], "what it leaves comes first"


def test_the_nearest_claim_left_is_here_or_after_or_before() -> None:
    session = seed_session()
    quoted = Filter("direct", direct)
    assert session.narrow(quoted).nearest().paragraph == 2
    assert session.move_to(6).narrow(quoted).nearest().paragraph == 4
    there = session.move_to(4).narrow(quoted)
    assert there.nearest() is there


def test_places_are_counted_in_the_order_of_the_steps() -> None:
    kept = seed_session().narrow(Filter("direct", direct)).kept
    assert kept is not None
    assert (list(kept.places.values()), kept.homes) == ([1, 2], (2, 4))


def test_given_claims_are_stepped_through_as_more_is_found() -> None:
    session = seed_session()
    ids = [session.index.claims[0].id, session.index.claims[-1].id]
    among = session.narrow(these("two of them", (c for c in session.index.claims if c.id in ids)))
    assert among.next_claim().current is session.index.claims[-1]
    renamed = tuple(
        replace(c, id=f"new-{c.id}", parent=c.parent and f"new-{c.parent}") for c in session.index.claims
    )
    later = among.learn(
        ClaimIndex.of(session.article, Analysis(seed_analysis().speakers, renamed, MODEL)), ALL, 2, 2
    )
    assert later.kept is not None and later.kept.by.label == "two of them"
    assert list(later.kept.places) == [f"new-{claim_id}" for claim_id in ids]


def test_words_belong_to_the_innermost_claim_that_holds_them_all() -> None:
    session, claims = seed_session(), seed_analysis().claims
    decadent = session.article.text.index("decadent")
    assert session.claim_over(decadent, decadent + 8) == claims[6]
    assert session.claim_over(decadent - 10, decadent + 8) == claims[5]
    assert session.claim_over(0, 5) is None


def unsure_session() -> Session:
    """Return a session whose second paragraph has an unsure claim alone, and whose third has one between."""
    t = Teller(article_of("Ann said a1a.\nBo said b1b.\nCy said c1c, c2c, c3c.\nDi said d1d."))
    for at, (who, what, sure) in enumerate(
        [("Ann", "a1a", 0.9), ("Bo", "b1b", 0.4), ("Cy", "c1c", 0.9), ("Cy", "c2c", 0.49), ("Cy", "c3c", 0.5),
         ("Di", "d1d", 0.9)]
    ):  # fmt: skip
        paragraph = (0, 1, 2, 2, 2, 3)[at]
        t.claim(paragraph, [what], None, who, t.speaker(who), confidence=sure)
    return Session(t.article).learn(ClaimIndex.of(t.article, t.analysis()), frozenset(range(4)), 1, 1)


def test_steps_leave_out_what_is_likelier_wrong_than_right() -> None:
    session, seen = unsure_session(), ["a1a"]
    while (moved := session.next_claim()) is not session:
        session = moved
        seen.append(str(words(session.current)))
    assert seen == ["a1a", "c1c", "c3c", "d1d"]
    assert words(session.previous_claim().current) == "c3c"


def test_a_paragraph_of_unsure_claims_alone_has_no_current_one() -> None:
    session = unsure_session().move_to(1)
    assert session.current is None and session.shown == () and len(session.claims) == 1
    opened = session.unfold(True)
    assert words(opened.current) == "b1b" and opened.shown == opened.claims
    assert opened.unfold(False).current is None
    assert words(opened.next_claim().previous_claim().current) == "b1b"


def test_an_unsure_claim_that_is_chosen_is_shown_until_one_goes_on() -> None:
    session = unsure_session().move_to(2)
    assert [session.folds(claim) for claim in session.claims] == [False, True, False]
    chosen = session.choose(session.claims[1])
    assert not chosen.folds(chosen.claims[1])
    assert words(chosen.learn(chosen.index, chosen.read, 1, 1).current) == "c2c"
    assert words(chosen.unfold(False).current) == "c1c"


def test_a_filter_decides_alone_what_is_stepped_through() -> None:
    session = unsure_session().narrow(Filter("unsure", lambda claim, _: claim.confidence < 0.5, True))
    assert words(session.nearest().current) == "b1b"
    assert session.move_to(2).shown == session.move_to(2).claims
