from __future__ import annotations

from secondhand.pipeline.doc.hints import Signals
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Member
from secondhand.pipeline.speakers.context import Scene

TEXT = "The senator Ann Lee spoke. Critics wept. She left, and the woman wept."
ANN = Member("Ann Lee", "person", [(12, 19)])


def scene(antecedents: dict[int, tuple[tuple[int, float], ...]], **known: object) -> Scene:
    return Scene(TEXT, Origin(), [0, 27, 41], [ANN], {}, signals=Signals(antecedents), **known)  # type: ignore[arg-type]


def at(word: str) -> int:
    return TEXT.index(word)


def test_mentions_are_followed_back_to_a_name() -> None:
    found = scene({at("woman"): ((at("She"), 0.9),), at("She"): ((at("Lee"), 0.8),)})
    assert found.linked(at("woman")) is ANN
    assert found.linked(at("Critics")) is None


def test_an_unsure_link_leads_nowhere() -> None:
    assert scene({at("She"): ((at("Ann"), 0.4),)}).linked(at("She")) is None


def test_a_noun_means_whom_the_name_beside_it_names() -> None:
    made = scene({at("She"): ((at("senator"), 0.9),)}, heads={at("Ann"): at("senator"), at("Lee"): at("Ann")})
    assert made.linked(at("She")) is ANN


def test_a_source_means_who_spoke_by_it() -> None:
    critics = Member("critics", "group")
    made = scene({at("She"): ((at("Critics"), 0.9),)}, sources=[(at("Critics"), at("Critics") + 7, critics)])
    assert made.linked(at("She")) is critics


def test_links_in_a_ring_end() -> None:
    assert (
        scene({at("She"): ((at("Critics"), 0.9),), at("Critics"): ((at("She"), 0.9),)}).linked(at("She"))
        is None
    )


def test_antecedents_that_mean_the_same_one_count_together() -> None:
    split = ((at("Ann"), 0.4), (at("senator"), 0.4), (at("Critics"), 0.1))
    assert scene({at("She"): split}, heads={at("Ann"): at("senator")}).linked(at("She")) is ANN
