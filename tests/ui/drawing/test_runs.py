from __future__ import annotations

from dataclasses import replace

from rich.style import Style

from secondhand.claim import Analysis, Claim, Span
from secondhand.session import ClaimIndex, Session
from secondhand.ui.drawing.runs import Mark, Run, runs
from secondhand.ui.drawing.styles import Ink
from tests.claims import MODEL, Teller, article_of
from tests.steps import count_steps
from tests.test_session import seed_session

INK = Ink(
    Style(), Style(dim=True), Style(), Style(bgcolor="blue"), Style(underline=True), (Style(color="red"),)
)


def of(session: Session, paragraph: int) -> list[tuple[str, str | None, int | None, bool]]:
    text = session.article.text
    return [
        (text[run.start : run.end], run.mark.role if run.mark else None, run.mark.depth if run.mark else None,
         run.current)
        for run in runs(session, paragraph)
    ]  # fmt: skip


def test_a_paragraph_is_cut_into_its_parts() -> None:
    assert of(seed_session().move_to(3), 3)[1:] == [
        ("the expert", "source", 0, True),
        (" ", None, None, False),
        ("said", "cue", 0, True),
        (" that ", None, None, False),
        ("this idea remains wishful thinking for now", "content", 0, True),
        (".", None, None, False),
    ]


def test_a_nested_claim_lies_on_top_of_its_parent() -> None:
    session = seed_session().move_to(2).next_claim().unfold(True)
    found = {text: (role, depth, current) for text, role, depth, current in of(session, 2)}
    assert found["he"] == ("source", 1, True)
    assert found["believes"] == ("cue", 1, True)
    assert found["decadent people, incapable of taking a decision"] == ("content", 1, True)
    assert found["He"] == ("source", 1, False)
    assert found["said"] == ("cue", 0, False)


def test_runs_have_no_gaps() -> None:
    session = seed_session()
    for number, paragraph in enumerate(session.article.paragraphs):
        pieces = runs(session, number)
        assert [piece.start for piece in pieces] == [paragraph.start, *(piece.end for piece in pieces[:-1])]
        assert pieces[-1].end == paragraph.end


def test_a_claim_over_two_paragraphs_is_marked_in_both() -> None:
    t = Teller(article_of('Ann said: "One.\n\n"Two."'))
    t.claim(0, ['"One.\n\n"Two."'], "said", "Ann", t.speaker("Ann"))
    session = Session(t.article).learn(ClaimIndex.of(t.article, t.analysis()), frozenset({0, 1}), 1, 1)
    assert of(session, 1) == [('"Two."', "content", 0, True)]


def test_every_role_survives_without_colour() -> None:
    def bare(mark: Mark) -> tuple[bool | None, bool | None]:
        style = INK.mark(mark)
        return style.bold, style.italic

    signs = [bare(Mark("source", 0, 0)), bare(Mark("cue", 0, 0)), (None, None)]
    assert len(set(signs)) == 3
    named = Mark("source", 0, 0)
    assert INK.run(Run(0, 1, named, True)).underline and not INK.run(Run(0, 1, named, False)).underline


def test_what_is_claimed_stays_as_it_is_in_the_article() -> None:
    for mark in (Mark("content", 0, 0), Mark("content", 0, 1)):
        assert INK.run(Run(0, 1, mark, False)) == INK.run(Run(0, 1, None, False))
        assert INK.run(Run(0, 1, mark, True)).bgcolor is not None, "the current one is tinted"
    assert INK.run(Run(0, 1, Mark("cue", 0, 0), False)).color is not None


def mark_claims(many: int) -> None:
    """Draw the runs of a paragraph of so many claims."""
    t = Teller(article_of("Ann said so. " * many))
    t.claim(0, ["so"], "said", "Ann", t.speaker("Ann"))
    claims = tuple(_moved(t.claims[0], 13 * n) for n in range(many))
    analysis = Analysis(tuple(t.speakers.values()), claims, MODEL)
    session = Session(t.article).learn(ClaimIndex.of(t.article, analysis), frozenset({0}), 1, 1)
    assert len(runs(session, 0)) > many
    assert session.next_claim().current is session.claims[1]


def test_four_times_as_many_claims_in_one_paragraph_are_four_times_as_much_work() -> None:
    few, more = (count_steps(lambda many=many: mark_claims(many)) for many in (250, 1000))  # type: ignore[misc]
    assert more < 6 * few


def _moved(claim: Claim, by: int) -> Claim:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by, span.text)

    assert claim.cue is not None
    content, source = tuple(map(moved, claim.content)), tuple(map(moved, claim.source))
    return replace(claim, id=str(by), content=content, cue=moved(claim.cue), source=source)
