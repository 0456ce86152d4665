from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from spacy.tokens import Doc

from secondhand.claim import Claim, Speaker
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.speakers.component import SpeakerResolver, give_told_roles, read_scene
from tests.pipeline.making import NLP, claim, doc_of, span


def heard(doc: Doc, *claims: Claim) -> list[tuple[str | None, str]]:
    """Name of the speaker and how it was resolved, of each claim."""
    state.store_claims(doc, claims, ())
    SpeakerResolver("speakers")(doc)
    names = {s.id: s.name for s in state.load_speakers(doc)}
    return [(names[c.speaker] if c.speaker else None, c.resolution) for c in state.load_claims(doc)]


def speakers(doc: Doc, *claims: Claim) -> tuple[Speaker, ...]:
    heard(doc, *claims)
    return state.load_speakers(doc)


BENOIST = "The French political philosopher Alain de Benoist said it rains. It pours, De Benoist added."
BENOIST_ENTS = {"Alain de Benoist": "PERSON", "De Benoist": "PERSON"}


def benoist() -> tuple[Claim, Claim]:
    return (
        claim(BENOIST, "it rains", "said", "The French political philosopher Alain de Benoist"),
        claim(BENOIST, "It pours", "added", "De Benoist", id="c2"),
    )


def test_full_name_and_surname_are_one_speaker() -> None:
    found = heard(doc_of(BENOIST, BENOIST_ENTS), *benoist())
    assert found == [("Alain de Benoist", "name"), ("Alain de Benoist", "alias")]


def test_a_speaker_has_type_role_and_mentions() -> None:
    (one,) = speakers(doc_of(BENOIST, BENOIST_ENTS), *benoist())
    assert (one.name, one.type, one.role) == ("Alain de Benoist", "person", "French political philosopher")
    assert one.mentions == (span(BENOIST, "Alain de Benoist"), span(BENOIST, "De Benoist"))


def test_only_those_who_speak_are_speakers() -> None:
    text = "Ann Lee said Bob Ray left."
    doc = doc_of(text, {"Ann Lee": "PERSON", "Bob Ray": "PERSON"})
    assert [s.name for s in speakers(doc, claim(text, "Bob Ray left", "said", "Ann Lee"))] == ["Ann Lee"]


def test_pronouns_that_speak_are_mentions() -> None:
    text = "Ann Lee said it rains. It pours, she added."
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    (one,) = speakers(
        doc, claim(text, "it rains", "said", "Ann Lee"), claim(text, "It pours", "added", "she", id="c2")
    )
    assert [m.text for m in one.mentions] == ["Ann Lee", "she"]


def test_a_name_the_tagger_missed_is_found_by_its_spelling() -> None:
    text = "Alain de Benoist said it rains. It pours, Benoist added."
    doc = doc_of(text, {"Alain de Benoist": "PERSON"})
    found = heard(
        doc,
        claim(text, "it rains", "said", "Alain de Benoist"),
        claim(text, "It pours", "added", "|Benoist| added", id="c2"),
    )
    assert found[1] == ("Alain de Benoist", "alias")


def test_unnamed_officials_are_a_speaker_of_their_own() -> None:
    text = "Senior administration officials said it rains."
    (one,) = speakers(doc_of(text), claim(text, "it rains", "said", "Senior administration officials"))
    assert (one.name, one.type) == ("senior administration officials", "anonymous")
    assert [m.text for m in one.mentions] == ["Senior administration officials"]


def test_officials_heard_again_are_the_same() -> None:
    text = "Two officials said it rains. It pours, two officials added."
    doc = doc_of(text)
    found = speakers(
        doc,
        claim(text, "it rains", "said", "Two officials"),
        claim(text, "It pours", "added", "two officials", id="c2"),
    )
    assert [s.name for s in found] == ["two officials"]


def test_without_a_source_nobody_speaks() -> None:
    text = "It was said it rains."
    assert heard(doc_of(text), claim(text, "it rains", "was said")) == [(None, "none")]


def test_a_quotation_that_follows_another_goes_on() -> None:
    text = 'Ann Lee said: "It rains."\n"It pours too."'
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    found = heard(
        doc,
        claim(text, '"It rains."', "said", "Ann Lee", kind="direct"),
        claim(text, '"It pours too."', id="c2", kind="direct", paragraph=1),
    )
    assert found == [("Ann Lee", "name"), ("Ann Lee", "continuation")]


def test_a_quotation_after_reported_words_goes_on_too() -> None:
    text = 'Ann Lee said it rains.\n"It pours too."'
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    found = heard(
        doc,
        claim(text, "it rains", "said", "Ann Lee"),
        claim(text, '"It pours too."', id="c2", kind="direct", paragraph=1),
    )
    assert found[1] == ("Ann Lee", "continuation")


def test_every_speaker_has_an_id_of_its_own() -> None:
    text = "Ann Lee said it rains. Bob Ray said it pours."
    doc = doc_of(text, {"Ann Lee": "PERSON", "Bob Ray": "PERSON"})
    found = speakers(
        doc,
        claim(text, "it rains", "said", "Ann Lee"),
        claim(text, "it pours", "Bob Ray |said|", "Bob Ray", id="c2"),
    )
    assert len({s.id for s in found}) == 2


def test_nothing_else_of_a_claim_changes() -> None:
    doc = doc_of(BENOIST, BENOIST_ENTS)
    before = benoist()
    heard(doc, *before)
    for old, new in zip(before, state.load_claims(doc), strict=True):
        assert (new.content, new.cue, new.source, new.chain, new.id) == (
            old.content, old.cue, old.source, old.chain, old.id,
        )  # fmt: skip


def test_a_doc_without_claims_is_left_alone() -> None:
    doc = doc_of("It rains.")
    assert SpeakerResolver("speakers")(doc) is doc
    assert state.load_speakers(doc) == ()


def test_the_component_is_found_by_its_name() -> None:
    nlp = type(NLP)()
    assert isinstance(nlp.add_pipe("secondhand_speakers"), SpeakerResolver)


def test_a_text_without_sentences_is_one() -> None:
    text = "Ann Lee said it rains. It pours, she added."
    doc = doc_of(text, {"Ann Lee": "PERSON"}, Origin("Politico"))
    for token in doc:
        token.is_sent_start = token.i == 0
    found = heard(
        doc,
        claim(text, "it rains", "said", "Ann Lee"),
        claim(text, "It pours", "added", "she", id="c2"),
    )
    assert found[1] == ("Ann Lee", "pronoun")


def test_a_description_gives_its_bearer_a_role() -> None:
    text = "It rains, Ann Lee said. It pours, the Varn senator added."
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    pours = claim(text, "It pours", "added", "the Varn senator", id="c2")
    state.store_claims(doc, (claim(text, "It rains", "said", "Ann Lee"), pours), ())
    linked = [(doc[at].idx, ((text.index("Ann"), 0.9),)) for at in (8, 9, 10)]
    doc.spans[state.KEY].attrs["hints"] = Hints(dict(linked))
    SpeakerResolver("speakers")(doc)
    assert [(s.name, s.role) for s in state.load_speakers(doc)] == [("Ann Lee", "Varn senator")]


def test_a_common_given_name_that_no_tagger_saw_belongs_to_the_surname() -> None:
    text = "Donald Fry left. It rains, Fry said."
    fry = doc_of(text)
    at = text.rindex("Fry")
    fry.ents = [fry.char_span(at, at + 3, label="PERSON")]
    assert heard(fry, claim(text, "It rains", "said", "|Fry| said"))[0][0] == "Donald Fry"


def test_a_body_whose_name_begins_like_an_outlet_is_none() -> None:
    text = "The National Weather Service said it rains."
    one = claim(text, "it rains", "said", "The National Weather Service")
    assert heard(doc_of(text), one) == [("National Weather Service", "nominal")]


def test_the_expert_is_the_last_one_heard_who_knows() -> None:
    text = "The scholar Ann Lee said it rains. The farmer Bob Ray wept. It pours, the expert said."
    doc = doc_of(text, {"Ann Lee": "PERSON", "Bob Ray": "PERSON"})
    first = claim(text, "it rains", "said", "Ann Lee")
    second = claim(text, "It pours", "the expert |said|", "the expert", id="c2")
    assert heard(doc, first, second)[1] == ("Ann Lee", "nominal")


def test_whoever_a_relative_pronoun_follows_is_meant() -> None:
    text = "Ann Lee met Bob Ray, who believes it rains."
    doc = doc_of(text, {"Ann Lee": "PERSON", "Bob Ray": "PERSON"})
    assert heard(doc, claim(text, "it rains", "believes", "who")) == [("Bob Ray", "pronoun")]


def test_the_words_somebody_named_spoke_by_are_a_role_where_they_fit() -> None:
    text = "Acme grew. It rains, the {} said."
    told = {}
    for noun in ("maker of toys", "old company", "companies", "report"):
        words = text.format(noun)
        doc = doc_of(words, {"Acme": "ORG"})
        state.store_claims(doc, (claim(words, "It rains", "said", f"the {noun}"),), ())
        scene = read_scene(doc)
        scene.add_turn(state.load_claims(doc)[0], scene.entities[0])
        give_told_roles(scene)
        told[noun] = scene.entities[0].role
    assert told == {"maker of toys": None, "old company": "old company", "companies": None, "report": None}


def test_what_was_learned_is_written_and_read_again(tmp_path: Path) -> None:
    made = SpeakerResolver("speakers")
    made.to_disk(tmp_path / "new" / "learned")
    again = SpeakerResolver("speakers", Path("nowhere")).from_disk(tmp_path / "new" / "learned")
    assert again.ranking.to_bytes() == made.to_bytes()
    assert SpeakerResolver("speakers", Path("nowhere")).from_bytes(made.to_bytes()).ranking.words
    with pytest.raises(OSError, match="ranker"):
        _ = SpeakerResolver("speakers", tmp_path).ranking


class Known:
    """A ranking that likes whoever is named in the article."""

    def rank(self, *given: Any) -> npt.NDArray[np.float64]:
        rows: Sequence[Mapping[str, float]] = given[-1]
        return np.array([row["is known"] for row in rows])


@pytest.mark.parametrize(
    ("role", "source", "expected"),
    [
        (None, "The Varn senator", "Varn senator"),
        ("senator", "The Varn senator", "Varn senator"),
        # Another role is no news of the same one, and a noun alone tells nothing more.
        ("mayor", "The Varn senator", "mayor"),
        (None, "The senator", "senator"),
    ],
)
def test_what_a_source_calls_somebody_named_is_their_role(
    role: str | None, source: str, expected: str
) -> None:
    before = f"{role} " if role else ""
    text = f"It pours, {before}Ann Lee said. {source} said it rains."
    doc = doc_of(text, {"Ann Lee": "PERSON"})
    one = claim(text, "it rains", f"{source} |said|", source, id="c2")
    state.store_claims(doc, (claim(text, "It pours", "said", "Ann Lee"), one), ())
    resolver = SpeakerResolver("speakers")
    resolver.ranking = Known()  # type: ignore[assignment]
    resolver(doc)
    assert [(s.name, s.role) for s in state.load_speakers(doc)] == [("Ann Lee", expected)]
