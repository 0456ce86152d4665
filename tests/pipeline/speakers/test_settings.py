from __future__ import annotations

from typing import Any

import pytest

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.context import Context
from secondhand.pipeline.speakers.settings import SpeakerSettings
from tests.pipeline.making import NLP, claim, doc_of

FAR = "Ann Lee left. It rained on and on. It pours, {} said."


def speaker(again: str, **config: Any) -> str | None:
    """Who speaks in the last sentence, by a pipeline with ``config``."""
    text = FAR.format(again)
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    first = claim(text, "It rained", "left", "Ann Lee")
    state.store_claims(doc, (first, claim(text, "It pours", "said", f"|{again}| said", id="c2")), ())
    doc = type(NLP)().add_pipe("secondhand_speakers", config=config)(doc)
    names = {s.id: s.name for s in state.load_speakers(doc)}
    return names.get(state.load_claims(doc)[-1].speaker or "")


@pytest.mark.parametrize(
    ("again", "setting", "other"),
    [("she", "pronoun_reach", None), ("the 51-year-old", "description_reach", "51-year-old")],
)
def test_how_far_it_is_looked_back_is_set_in_the_config(again: str, setting: str, other: str | None) -> None:
    assert speaker(again) == "Ann Lee"
    assert speaker(again, **{setting: 10}) == other


def test_how_sure_and_how_long_coreference_is_followed_is_set() -> None:
    text = "Ann Lee left. She wept. She slept."
    lee = Entity("Ann Lee", "person", [(0, 7)])
    first, second = text.index("She"), text.rindex("She")
    links = Hints({second: ((first, 0.9),), first: ((0, 0.8),)})

    def follow(**settings: Any) -> Entity | None:
        made = Context(
            text, Origin(), [0, 14, 24], [lee], {}, settings=SpeakerSettings(**settings), hints=links
        )
        return made.follow_coreference(second)

    assert follow() is lee
    assert follow(coreference_least=0.95) is None
    assert follow(coreference_steps=1) is None
