from __future__ import annotations

from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.context import Context

TEXT = "The senator Ann Lee spoke. Critics wept. She left, and the woman wept."
ANN = Entity("Ann Lee", "person", [(12, 19)])


def context(antecedents: dict[int, tuple[tuple[int, float], ...]], **known: object) -> Context:
    return Context(TEXT, Origin(), [0, 27, 41], [ANN], {}, hints=Hints(antecedents), **known)  # type: ignore[arg-type]


def at(word: str) -> int:
    return TEXT.index(word)


def test_mentions_are_followed_back_to_a_name() -> None:
    found = context({at("woman"): ((at("She"), 0.9),), at("She"): ((at("Lee"), 0.8),)})
    assert found.follow_coreference(at("woman")) is ANN
    assert found.follow_coreference(at("Critics")) is None


def test_an_unsure_link_leads_nowhere() -> None:
    assert context({at("She"): ((at("Ann"), 0.4),)}).follow_coreference(at("She")) is None


def test_a_noun_means_whom_the_name_beside_it_names() -> None:
    made = context(
        {at("She"): ((at("senator"), 0.9),)}, heads={at("Ann"): at("senator"), at("Lee"): at("Ann")}
    )
    assert made.follow_coreference(at("She")) is ANN


def test_a_source_means_who_spoke_by_it() -> None:
    critics = Entity("critics", "group")
    made = context(
        {at("She"): ((at("Critics"), 0.9),)}, sources=[(at("Critics"), at("Critics") + 7, critics)]
    )
    assert made.follow_coreference(at("She")) is critics


def test_links_in_a_ring_end() -> None:
    assert (
        context({at("She"): ((at("Critics"), 0.9),), at("Critics"): ((at("She"), 0.9),)}).follow_coreference(
            at("She")
        )
        is None
    )


def test_antecedents_that_mean_the_same_one_count_together() -> None:
    split = ((at("Ann"), 0.4), (at("senator"), 0.4), (at("Critics"), 0.1))
    assert context({at("She"): split}, heads={at("Ann"): at("senator")}).follow_coreference(at("She")) is ANN
