from __future__ import annotations

import numpy as np
import pytest

from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.linker import LAST, MOST, Linker, find_asked_word, find_words_for
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of

TEXT = "Ann Lee sat. It rains, the old mayor said."


def linker() -> Linker:
    """Likes what is meant like what is asked for, and the feature "near"."""
    layers = {
        "nobody": np.array([0.0, 0.0]),
        "mean": np.array([1.0]),
        "deviation": np.array([2.0]),
        "words": np.array([[0, 0, 0, 0, 1, 1, 0], [0, 0, 0, 0, -1, -1, 0]]),
        "told": np.array([[1.0], [-1.0]]),
        "scale": np.array([1.0, 1.0]),
        "shift": np.array([1.0, 1.0]),
        "inner": np.array([[1.0, 0, 0]]),
        "outer": np.array([[3.0, 0]]),
    }
    return Linker(("near",), {name: layer.astype(np.float32) for name, layer in layers.items()})


VIEWS = np.array([[1, 0, 9, 9], [9, 9, 1, 0], [9, 9, -1, 0], [9, 9, 0, 0]], np.float16)
"""what the first token asks for is what the second one means, and not what the third does"""


def test_who_is_meant_like_what_is_asked_for_is_likelier() -> None:
    found = linker().score(VIEWS, 0, [(1,), (2,)], [{"near": 1.0}, {"near": 1.0}])
    assert found[0] > found[1]
    assert np.exp(found).sum() == pytest.approx(1)


def test_of_several_words_the_one_that_fits_counts_most() -> None:
    rows = [{"near": 1.0}] * 3
    both, one, other = linker().score(VIEWS * 3, 0, [(1, 2), (1,), (2,)], rows)
    assert both == pytest.approx(one, abs=0.01)
    assert both - other > 1


def test_what_is_told_counts_beside_the_words_and_only_so_far() -> None:
    near, far, absent = linker().score(VIEWS, 0, [(3,)] * 3, [{"near": 2.0}, {"near": 0.0}, {}])
    assert near > far == pytest.approx(absent, abs=0.01)
    beyond = linker().score(VIEWS, 0, [(1,), (1,)], [{"near": 11.0}, {"near": 999.0}])
    assert beyond[0] == beyond[1]


def test_without_a_word_a_candidate_is_nobody() -> None:
    found = linker().score(VIEWS, 0, [(), (3,)], [{"near": 1.0}, {"near": 1.0}])
    assert found[0] == found[1]


def test_it_is_written_and_read_again_in_half_precision() -> None:
    again = Linker.from_bytes(linker().to_bytes())
    given = VIEWS, 0, [(1,), (2,)], [{"near": 1.5}, {"near": 0.0}]
    assert again.features == ("near",)
    assert again.score(*given).tolist() == pytest.approx(linker().score(*given).tolist(), abs=1e-3)
    with pytest.raises(KeyError):
        _ = Linker.from_bytes(Linker((), {"nobody": np.zeros(1, np.float32)}).to_bytes()).layers["words"]


def scene(text: str = TEXT, *entities: Entity) -> Scene:
    return Scene(doc_of(text), Origin(), list(entities), {}, Hints())


def test_the_head_of_a_source_is_asked_for_and_without_one_the_cue() -> None:
    setting = scene()
    of_source = read_asked(setting, claim(TEXT, "It rains", "said", "the old mayor"))
    assert setting.tokens[find_asked_word(setting, of_source)].text in ("the", "old", "mayor")
    assert find_asked_word(setting, of_source) == of_source.head.i
    assert (
        setting.tokens[find_asked_word(setting, read_asked(setting, claim(TEXT, "It rains", "said")))].text
        == "said"
    )


def test_the_last_word_of_each_name_stands_for_it_the_last_ones_before_the_source_first() -> None:
    text = "Ann Lee. " * 8 + "It rains, Lee said. " + "Ann Lee."
    ends = [n + 7 for n in range(len(text)) if text.startswith("Ann Lee", n)]
    lee = Entity("Ann Lee", "person", [(end - 7, end) for end in ends])
    setting = scene(text, lee)
    asked = read_asked(setting, claim(text, "It rains", "said", "|Lee| said"))
    found = find_words_for(setting, asked, Candidate("known", lee))
    assert len(found) == MOST
    before = [setting.token_at(end - 1).i for end in ends[:8]]
    assert list(found) == [*before[-LAST:], *before[: MOST - LAST]]


def test_who_has_no_name_is_the_noun_they_are_told_by_or_where_they_spoke() -> None:
    setting = scene()
    asked = read_asked(setting, claim(TEXT, "It rains", "said", "the old mayor"))
    mayor = next(t for t in setting.tokens if t.text == "mayor")
    told = Candidate("own words", Entity("old mayor", "person"), mayor)
    assert find_words_for(setting, asked, told) == (mayor.i,)
    heard = Entity("mayor", "person")
    setting.add_turn(asked.claim, heard)
    assert find_words_for(setting, asked, Candidate("known", heard)) == (setting.token_at(asked.start).i,)
    assert find_words_for(setting, asked, Candidate("nobody", None)) == ()
