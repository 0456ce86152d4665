from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from secondhand import analysis, stretches
from secondhand.analysis import analyze, analyze_many, analyze_near
from secondhand.article import Article, Hyperlink, Paragraph
from secondhand.claim import Claim, Link, Span, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.network.windows import Window
from secondhand.resuming import KeptStretch


@dataclass(frozen=True, slots=True)
class Heard:
    """What the stub reads off one window: its first offset."""

    at: int


class Stub:
    """Reads one window a paragraph; every paragraph is one claim."""

    def __init__(self) -> None:
        self.order: list[int] = []
        self.told: list[state.Origin] = []

    def __call__(self, doc: Doc) -> Doc:
        self.annotate(doc, self.read(doc, self.cut_windows(doc)))
        return doc

    def cut_windows(self, doc: Doc) -> list[Window]:
        none, origin = np.zeros(0, np.int64), state.load_origin(doc)
        self.told.append(origin)
        return [
            Window(none, none, np.zeros(1, np.int64), np.array([[s, e]]), np.array([i]), ())
            for i, (s, e) in enumerate(origin.paragraphs)
        ]

    def read(self, doc: Doc, windows: Sequence[Window]) -> list[Heard]:
        self.order += [p for w in windows for p in w.list_paragraphs()]
        return [Heard(int(w.offsets[0, 0])) for w in windows]

    def annotate(self, doc: Doc, readings: Sequence[Heard]) -> None:
        state.store_claims(doc, [_claim(doc.text, r.at) for r in readings], ())


def _claim(text: str, at: int) -> Claim:
    span = Span(at, at + 1, text[at])
    published = (Link("unknown", "unknown", "published"),)
    return Claim(
        f"c{at}", None, at // 2, "indirect", (span,), None, (), None, "none", None, published,
        Stance("certain", "neutral"), 0.5,
    )  # fmt: skip


class Loud:
    """Stands for the components after the first."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, doc: Doc) -> Doc:
        self.runs += 1
        return doc


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    made, nlp = Stub(), spacy.blank("en")
    Language.component("stub_reader", func=made)
    Language.component("stub_rest", func=Loud())
    nlp.add_pipe("stub_reader")
    nlp.add_pipe("stub_rest")
    monkeypatch.setattr(analysis, "_nlp", lambda: nlp)
    return made


def article(paragraphs: int, **known: object) -> Article:
    text = "\n".join("x" * paragraphs)
    return Article(text, tuple(Paragraph(i * 2, i * 2 + 1) for i in range(paragraphs)), **known)  # type: ignore[arg-type]


def always(paragraph: int) -> Callable[[], int]:
    return lambda: paragraph


def test_an_article_is_read_whole(stub: Stub) -> None:
    found = analyze(article(3))
    assert [c.paragraph for c in found.claims] == [0, 1, 2]
    assert found.model == analysis.model()


def test_the_model_is_told_where_the_text_came_from(stub: Stub) -> None:
    known = {
        "publisher": "Sputnik", "date": date(2025, 2, 27), "credit": "AP", "authors": ("Jo Day",),
        "hyperlinks": (Hyperlink(0, 1, "https://a.example/"),),
    }  # fmt: skip
    analyze(article(1, **known))
    assert stub.told[0] == state.Origin(
        "Sputnik", date(2025, 2, 27), "AP", ("Jo Day",), ((0, 1, "https://a.example/"),), ((0, 1),)
    )


def test_many_articles_come_in_their_order(stub: Stub) -> None:
    assert [len(a.claims) for a in analyze_many([article(2), article(5), article(1)])] == [2, 5, 1]


def test_the_paragraph_the_reader_is_at_is_read_first(stub: Stub) -> None:
    list(analyze_near(article(30), always(20)))
    assert stub.order[0] == 20
    distances = [abs(p - 20) for p in stub.order]
    assert distances == sorted(distances)


def test_each_paragraph_is_read_once(stub: Stub) -> None:
    list(analyze_near(article(30), always(4)))
    assert sorted(stub.order) == list(range(30))


def test_the_reader_is_asked_again_as_reading_goes_on(stub: Stub) -> None:
    places = iter([0, 0, *[29] * 30])
    list(analyze_near(article(30), lambda: next(places)))
    read = 1 + analysis.BATCH
    assert stub.order[:read] == list(range(read))
    assert stub.order[read] == 29


def test_the_first_window_waits_for_no_other(stub: Stub) -> None:
    first, second, *_ = analyze_near(article(30), always(20))
    assert first.paragraphs == {20}
    assert second.done == 1 + analysis.BATCH


def test_a_reader_who_goes_elsewhere_is_answered_with_the_next_windows(stub: Stub) -> None:
    steps: list[analysis.Progress] = []
    for step in analyze_near(article(90), lambda: 80 if steps and steps[-1].done > 30 else 0):
        steps.append(step)
    before = next(at for at, step in enumerate(steps) if step.done > 30)
    assert 80 not in steps[before].paragraphs
    assert 80 in steps[before + 1].paragraphs
    assert steps[before + 1].done == steps[before].done + analysis.BATCH


def test_progress_only_grows_and_ends_whole(stub: Stub) -> None:
    steps = list(analyze_near(article(40), always(0)))
    assert len(steps) > 1
    assert [s.done for s in steps] == sorted({s.done for s in steps})
    assert all(a.paragraphs < b.paragraphs for a, b in pairwise(steps))
    assert all(s.total == 40 for s in steps)
    assert steps[-1].done == 40
    assert steps[-1].paragraphs == frozenset(range(40))


def test_what_is_known_in_between_is_what_was_read(stub: Stub) -> None:
    for step in analyze_near(article(40), always(30)):
        assert {c.paragraph for c in step.analysis.claims} == set(step.paragraphs)
        assert [c.paragraph for c in step.analysis.claims] == sorted(step.paragraphs)


def test_near_and_whole_say_the_same(stub: Stub) -> None:
    one = article(20)
    *_, last = analyze_near(one, always(11))
    assert last.analysis == analyze(one)


def test_an_article_without_words_is_done_at_once(stub: Stub) -> None:
    (only,) = analyze_near(Article("", ()), always(0))
    assert (only.done, only.total, only.analysis.claims) == (0, 0, ())


def test_importing_it_loads_no_spacy() -> None:
    code = "import sys, secondhand.analysis; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert found.returncode == 0


def test_a_long_article_is_read_in_stretches_and_told_whole(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = analyze(article(60))
    monkeypatch.setattr(stretches, "LENGTH", 20)
    monkeypatch.setattr(stretches, "BESIDE", 4)
    stub.told.clear()
    assert [c.paragraph for c in analyze(article(60)).claims] == [c.paragraph for c in whole.claims]
    assert len(stub.told) > 4
    assert max(len(origin.paragraphs) for origin in stub.told) < 20


def test_of_a_long_article_the_stretch_the_reader_is_at_comes_first(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "LENGTH", 20)
    monkeypatch.setattr(stretches, "BESIDE", 4)
    one = article(90)
    first, *between, last = analyze_near(one, always(70))
    assert 70 in first.paragraphs
    assert first.done <= analysis.BATCH
    dones = [step.done for step in (first, *between, last)]
    assert dones == sorted(dones)
    for step in (first, *between, last):
        assert {c.paragraph for c in step.analysis.claims} == set(step.paragraphs)
        assert step.done == len(step.paragraphs)
    assert last.analysis == analyze(one)
    assert (last.done, last.total, last.paragraphs) == (90, 90, frozenset(range(90)))


def test_of_a_long_article_the_stretch_the_reader_goes_to_is_read_before_the_one_they_left(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "LENGTH", 40)
    monkeypatch.setattr(stretches, "BESIDE", 4)
    one, asked = article(90), count()
    steps = list(analyze_near(one, lambda: 85 if next(asked) > 5 else 0))
    answered = next(step for step in steps if 85 in step.paragraphs)
    assert 0 in answered.paragraphs
    assert set(range(20)) - answered.paragraphs, "the first stretch is not read to its end"
    assert steps[-1].analysis == analyze(one)
    assert steps[-1].paragraphs == frozenset(range(90))


def test_a_long_article_that_was_left_is_gone_on_with(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LENGTH", 20)
    monkeypatch.setattr(stretches, "BESIDE", 4)
    one, kept = article(90), list[KeptStretch]()
    whole = analyze(one)
    for _ in analyze_near(one, always(70), keep=kept.append):
        if len(kept) == 4:
            break
    stub.told.clear()
    first, *_, last = analyze_near(one, always(70), [k.record for k in kept])
    assert 70 in first.paragraphs
    again = len(stretches.find_stretches(one)) - 3
    assert len(stub.told) == again, "only the one that was read out of turn is read again"
    assert {c.paragraph for c in first.analysis.claims} == set(first.paragraphs)
    assert last.analysis == whole
    assert last.paragraphs == frozenset(range(90))


def test_what_is_known_of_a_left_article_needs_no_model(monkeypatch: pytest.MonkeyPatch, stub: Stub) -> None:
    monkeypatch.setattr(stretches, "LENGTH", 20)
    kept: list[KeptStretch] = []
    list(analyze_near(article(90), always(0), keep=kept.append))

    def loaded() -> Language:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(analysis, "_nlp", loaded)
    assert next(analyze_near(article(90), always(0), [k.record for k in kept[:2]])).analysis.claims
