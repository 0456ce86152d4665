from __future__ import annotations

import pytest
from spacy.tokens import Doc

from secondhand.claim import Claim
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity, gather_entities
from secondhand.pipeline.speakers.agreement import match_pronoun, tell_sex
from secondhand.pipeline.speakers.asked import describe_source, read_asked
from secondhand.pipeline.speakers.candidates import Candidate, list_candidates
from secondhand.pipeline.speakers.evidence import describe_candidate
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed

TEXT = "Ann Lee met Bob Ray. It rains, he said. The lock leaks, the engineer added."
NAMES = {"Ann Lee": "PERSON", "Bob Ray": "PERSON"}
FIRST = claim(TEXT, "It rains", "said", "|he| said")
SECOND = claim(TEXT, "The lock leaks", "added", "the engineer", id="c2")


def scene(doc: Doc, *claims: Claim, hints: Hints | None = None) -> Scene:
    return Scene(doc, Origin("Varn Echo"), gather_entities(doc), {c.id: c for c in claims}, hints or Hints())


def told(setting: Scene, one: Claim, name: str | None) -> dict[str, float]:
    """What tells of the candidate called ``name`` for the source of ``one``."""
    asked = read_asked(setting, one)
    candidates = list_candidates(setting, asked)
    (wanted,) = [c for c in candidates if (c.entity.name if c.entity else None) == name]
    return describe_candidate(setting, asked, wanted)


def test_who_was_named_heard_or_is_nobody_may_be_meant() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST)
    names = [
        c.entity.name if c.entity else None for c in list_candidates(setting, read_asked(setting, FIRST))
    ]
    assert names[:2] == ["Bob Ray", "Ann Lee"]
    assert names[-2:] == ["Varn Echo", None]


def test_a_noun_phrase_may_mean_somebody_new() -> None:
    setting = scene(doc_of(TEXT, NAMES), SECOND)
    kinds = {c.entity.name: c.kind for c in list_candidates(setting, read_asked(setting, SECOND)) if c.entity}
    assert kinds["engineer"] == "own words"


def test_two_that_a_source_names_may_speak_together() -> None:
    words = (
        "It/PRON/nsubj/1 rains/VERB/ccomp/6/_ ,/PUNCT/punct/6 Ann/PROPN/nsubj/6 and/CCONJ/cc/5 "
        "Bob/PROPN/conj/3 said/VERB/ROOT/6"
    )
    doc = parsed(words, {"Ann": "PERSON", "Bob": "PERSON"})
    one = claim(doc.text, "It rains", "said", "Ann and Bob")
    setting = scene(doc, one)
    joined = [c.entity for c in list_candidates(setting, read_asked(setting, one)) if c.kind == "joined"]
    assert [(m.name, m.type) for m in joined if m] == [("Ann and Bob", "group")]


def test_who_has_seen_a_paper_is_not_named_in_its_source() -> None:
    text = "A paper seen by Ann Lee says it rains."
    one = claim(text, "it rains", "says", "A paper seen by Ann Lee")
    assert told(scene(doc_of(text, NAMES), one), one, "Ann Lee")["in source"] == 0.0


def test_the_last_named_is_nearest() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST)
    near, far = told(setting, FIRST, "Bob Ray"), told(setting, FIRST, "Ann Lee")
    assert (near["sentences ago"], near["others between"]) == (1.0, 0.0)
    assert (far["sentences ago"], far["others between"]) == (1.0, 1.0)


def test_who_spoke_last_is_told_by_turns() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST, SECOND)
    setting.add_turn(FIRST, setting.entities[1])
    assert told(setting, SECOND, "Bob Ray")["turns ago"] == 0.0
    assert told(setting, SECOND, "Ann Lee")["turns ago"] == 12.0


def test_where_he_spoke_is_where_he_was_last_spoken_of() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST, SECOND)
    setting.add_turn(FIRST, setting.entities[0])
    assert told(setting, SECOND, "Ann Lee")["others between"] == 0.0
    assert setting.entity_at(TEXT.index("he said")) is setting.entities[0]


def test_a_role_with_the_noun_counts_and_the_lack_of_one_too() -> None:
    setting = scene(doc_of(TEXT, NAMES), SECOND)
    setting.entities[0].role = "chief engineer"
    assert told(setting, SECOND, "Ann Lee")["noun in role"] == 1.0
    assert told(setting, SECOND, "Bob Ray")["noun in role"] == 0.0


def test_coreference_leads_over_pronouns_to_a_name() -> None:
    he, lee = TEXT.index("he said"), TEXT.index("Ann")
    engineer = TEXT.index("the engineer")
    hints = Hints({engineer: ((he, 0.8),), he: ((lee, 0.5), (TEXT.index("Bob"), 0.25))})
    setting = scene(doc_of(TEXT, NAMES), SECOND, hints=hints)
    assert told(setting, SECOND, "Ann Lee")["coreference"] == pytest.approx(0.4)
    assert told(setting, SECOND, "Bob Ray")["coreference of others"] == pytest.approx(0.4)


def test_a_pronoun_in_ones_own_content_is_told() -> None:
    text = "It rains and Ann Lee knows, she said."
    one = claim(text, "It rains and Ann Lee knows", "said", "she")
    assert told(scene(doc_of(text, NAMES), one), one, "Ann Lee")["last in own content"] == 1.0


@pytest.mark.parametrize(
    ("word", "entity", "fits"),
    [
        ("she", Entity("Ann Lee", "person"), 1.0),
        ("he", Entity("Ann Lee", "person"), -1.0),
        ("he", Entity("Quill Voss", "person"), 0.0),
        ("he", Entity("Varn Council", "organization"), -1.0),
        ("they", Entity("voters", "group"), 1.0),
        ("they", Entity("Varn Council", "organization"), 0.5),
        ("it", Entity("Varn Council", "organization"), 1.0),
        ("it", Entity("voters", "group"), -1.0),
        ("who", Entity("voters", "group"), 0.0),
    ],
)
def test_sex_and_number_tell_whom_a_pronoun_can_mean(word: str, entity: Entity, fits: float) -> None:
    assert match_pronoun(scene(doc_of("It rains.")), word, entity) == fits


def test_mr_and_the_pronouns_that_lead_to_a_name_tell_its_sex() -> None:
    text = "Mr. Voss left. Moss wept. She said so."
    doc = doc_of(text, {"Voss": "PERSON", "Moss": "PERSON"})
    hints = Hints({text.index("She"): ((text.index("Moss"), 0.9),)})
    setting = scene(doc, hints=hints)
    voss, moss = setting.entities
    assert tell_sex(setting, voss) > 0 > tell_sex(setting, moss)


def test_the_clause_of_the_cue_tells_whose_it_is() -> None:
    words = "Ann/PROPN/nsubj/1 hopes/VERB/ROOT/1 Bob/PROPN/nsubj/3 leaves/VERB/ccomp/1"
    doc = parsed(words, {"Ann": "PERSON", "Bob": "PERSON"})
    one = claim(doc.text, "Bob leaves", "hopes")
    setting = scene(doc, one)
    assert told(setting, one, "Ann")["is subject of cue"] == 1.0
    assert told(setting, one, "Bob")["is subject of cue"] == 0.0
    assert describe_source(setting, read_asked(setting, one))["asked pronoun"] == -1.0


def test_nobody_is_told_by_nothing_else() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST)
    nobody = describe_candidate(setting, read_asked(setting, FIRST), Candidate("nobody", None))
    assert {name for name, value in nobody.items() if value} == {"is nobody"}


SYNTAX = {
    "coreference", "coreference of others", "is subject of cue", "is agent of cue", "relative of",
    "right before", "subject of sentence",
}  # fmt: skip


def clause(setting: Scene, one: Claim, entity: Entity) -> dict[str, float]:
    """What clause and coreference tell of ``entity`` for the source of ``one``."""
    every = describe_candidate(setting, read_asked(setting, one), Candidate("known", entity))
    return {name: value for name, value in every.items() if name in SYNTAX}


CLAUSE = (
    "Ann/PROPN/nsubj/1 thinks/VERB/ROOT/1 Bob/PROPN/nsubj/6 ,/PUNCT/punct/2 who/PRON/nsubj/5 "
    "warned/VERB/acl/2 left/VERB/ccomp/1 by/ADP/case/8 Cid/PROPN/obl/5"
)


def test_all_that_the_clause_of_the_cue_tells() -> None:
    doc = parsed(CLAUSE)
    ann, bob, cid = (
        Entity(name, "person", [(doc.text.index(name), doc.text.index(name) + 3)])
        for name in ("Ann", "Bob", "Cid")
    )
    setting = Scene(doc, Origin(), [ann, bob, cid], {}, Hints())
    one = claim(doc.text, "left", "warned", "who")
    told = [clause(setting, one, entity) for entity in (ann, bob, cid)]
    assert [{name for name, value in each.items() if value} for each in told] == [
        {"subject of sentence"},
        {"relative of", "right before"},
        {"is agent of cue"},
    ]
    assert {value for each in told for value in each.values()} == {0.0, 1.0}


def test_a_phrase_is_the_subject_by_its_head() -> None:
    doc = parsed("clerks/NOUN/nsubj/1 say/VERB/ROOT/1 it/PRON/nsubj/3 rains/VERB/ccomp/1")
    setting = Scene(doc, Origin(), [], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "it rains", "say"))
    new = Entity("clerks", "group")
    for head, expected in ((doc[0], 1.0), (doc[2], 0.0)):
        told = describe_candidate(setting, asked, Candidate("phrase", new, head))
        assert told["is subject of cue"] == told["subject of sentence"] == expected


def test_coreference_adds_up_over_every_way_to_one() -> None:
    text = "Ann sat. She ran. It rains, she said."
    ann, other = Entity("Ann", "person", [(0, 3)]), Entity("Ran", "person", [(13, 16)])
    at, first = text.index("she said"), text.index("She")
    one = claim(text, "It rains", "said", "|she| said")
    hints = Hints({at: ((0, 0.5), (first, 0.5), (13, 0.25)), first: ((0, 0.5),)})
    setting = Scene(doc_of(text), Origin(), [ann, other], {}, hints)
    told = [clause(setting, one, entity) for entity in (ann, other)]
    assert [(each["coreference"], each["coreference of others"]) for each in told] == [
        (0.75, 0.25),
        (0.25, 0.75),
    ]
    sure = Hints({at: ((0, 0.75), (1, 0.75), (13, 0.75), (14, 0.75))})
    setting = Scene(doc_of(text), Origin(), [ann, other], {}, sure)
    told = [clause(setting, one, entity) for entity in (ann, other)]
    assert [(each["coreference"], each["coreference of others"]) for each in told] == [(1.0, 1.0)] * 2
    # A noun phrase without a name is led to by its head.
    asked = read_asked(setting, one)
    phrase = Candidate("phrase", Entity("sat", "person"), setting.token_at(4))
    setting.hints = Hints({at: ((4, 0.5), (9, 0.25))})
    asked = read_asked(setting, one)
    assert describe_candidate(setting, asked, phrase)["coreference"] == 0.5


@pytest.mark.parametrize(("gap", "expected"), [("", 1.0), (", ", 1.0), (" , ", 1.0), (" -- ", 0.0)])
def test_a_name_right_before_is_three_characters_away_at_most(gap: str, expected: float) -> None:
    text = f"Ann{gap}who said so."
    ann = Entity("Ann", "person", [(0, 3)])
    setting = Scene(doc_of(text), Origin(), [ann], {}, Hints())
    assert clause(setting, claim(text, "so", "said", "who"), ann)["right before"] == expected
    behind = Entity("said", "person", [(text.index("said"), text.index("said") + 4)])
    assert clause(setting, claim(text, "so", "said", "who"), behind)["right before"] == 0.0


def test_kind_and_type_of_a_candidate_are_told() -> None:
    setting = scene(doc_of(TEXT, NAMES), FIRST)
    asked = read_asked(setting, FIRST)
    told = describe_candidate(setting, asked, Candidate("own words", Entity("clerks", "group")))
    kinds = {name for name, value in told.items() if value and name.startswith(("is ", "type "))}
    assert kinds == {"is own words", "type group"}
    assert (told["several"], told["pronoun fits"]) == (1.0, -1.0)
