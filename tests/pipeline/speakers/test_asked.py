"""What the source of a claim is by itself, told as numbers for the ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Claim
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import describe_source, find_head, read_asked
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed

LAWYERS = (
    "The/DET/det/2 two/NUM/nummod/2 lawyers/NOUN/nsubj/3 said/VERB/ROOT/3 it/PRON/nsubj/5 "
    "rains/VERB/ccomp/3/_ ./PUNCT/punct/3"
)
ANN_AND_BOB = (
    "It/PRON/nsubj/1 rains/VERB/ccomp/6/_ ,/PUNCT/punct/6 Ann/PROPN/nsubj/6 and/CCONJ/cc/5 "
    "Bob/PROPN/conj/3 said/VERB/ROOT/6"
)


def scene(words: str, *entities: Entity, hints: Hints | None = None, claims: tuple[Claim, ...] = ()) -> Scene:
    doc = parsed(words)
    known = {one.id: one for one in claims}
    return Scene(doc, Origin(paragraphs=((0, len(doc.text)),)), list(entities), known, hints or Hints())


def described(words: str, content: str, cue: str | None, source: str | None, *entities: Entity) -> set[str]:
    """The names of all that holds of the source and is no count."""
    setting = scene(words, *entities)
    asked = read_asked(setting, claim(setting.text, content, cue, source))
    told = describe_source(setting, asked)
    return {name for name, value in told.items() if value == 1.0 and name not in COUNTS}


COUNTS = {"asked words", "asked names", "asked capitals", "asked pronoun", "sure"}


def test_all_that_tells_of_two_lawyers() -> None:
    setting = scene(LAWYERS)
    one = claim(setting.text, "it rains", "said", "The two lawyers")
    told = describe_source(setting, read_asked(setting, one))
    assert told == {
        "asked pronoun": 0.0, "asked name": 0.0, "asked words": 3.0, "asked names": 0.0,
        "asked capitals": 1 / 3, "asked definite": 1.0, "asked owned": 0.0, "asked indefinite": 0.0,
        "asked some": 0.0, "asked plural": 1.0, "asked proper": 0.0, "asked joined": 0.0,
        "asked person": 1.0, "asked body": 0.0, "asked document": 0.0, "asked informed": 1.0,
        "asked crowd": 0.0, "asked generic person": 0.0, "asked generic body": 0.0, "asked office": 0.0,
        "asked described": 1.0, "cue none": 0.0, "cue mark": 0.0, "cue passive": 0.0, "cue subject": 1.0,
        "direct": 0.0, "indirect": 1.0, "nested": 0.0, "nested in direct": 0.0, "sure": 0.9,
        "after content": 0.0, "paragraph": 0.0, "paragraphs since last": -1.0, "last direct": 0.0,
    }  # fmt: skip


def test_all_that_tells_of_two_names() -> None:
    setting = scene(ANN_AND_BOB, Entity("Ann", "person", [(10, 13)]), Entity("Bob", "person", [(18, 21)]))
    one = replace(claim(setting.text, "It rains", "said", "Ann and Bob", kind="direct"), confidence=0.5)
    told = describe_source(setting, read_asked(setting, one))
    assert {name: value for name, value in told.items() if value} == {
        "asked words": 3.0, "asked names": 2.0, "asked capitals": 2 / 3,
        "asked proper": 1.0, "asked joined": 1.0, "asked described": 1.0, "cue subject": 1.0,
        "direct": 1.0, "sure": 0.5, "after content": 1.0, "paragraphs since last": -1.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("He", 1), ("she", 2), ("they", 3), ("it", 4), ("myself", 5), ("we", 6), ("you", 7), ("whom", 8),
        ("mayor", 0),
    ],
)  # fmt: skip
def test_pronouns_are_numbered_by_whom_they_mean(source: str, number: int) -> None:
    setting = scene(f"{source}/PRON/nsubj/1 said/VERB/ROOT/1 so/ADV/advmod/1")
    asked = read_asked(setting, claim(setting.text, "so", "said", source))
    assert describe_source(setting, asked)["asked pronoun"] == number


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("those", {"asked definite"}),
        ("its", {"asked owned"}),
        ("another", {"asked indefinite"}),
        ("some", {"asked some"}),
        ("old", set()),
    ],
)
def test_the_word_a_source_begins_with_is_told(first: str, told: set[str]) -> None:
    words = f"{first}/DET/det/1 mayor/NOUN/nsubj/2 said/VERB/ROOT/2 so/ADV/advmod/2"
    found = described(words, "so", "said", f"{first} mayor")
    kinds = {"asked definite", "asked owned", "asked indefinite", "asked some"}
    assert found & kinds == told
    # Beyond an article or an owner there is no other word; "some" and "old" are ones.
    assert ("asked described" in found) == (first in ("some", "old"))


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("senator", {"asked person", "asked office"}),
        ("company", {"asked body", "asked generic body"}),
        ("report", {"asked document"}),
        ("people", {"asked crowd"}),
        ("scholar", {"asked person", "asked generic person"}),
        ("weather", set()),
    ],
)
def test_the_noun_of_a_source_is_told(noun: str, told: set[str]) -> None:
    found = described(
        f"the/DET/det/1 {noun}/NOUN/nsubj/2 said/VERB/ROOT/2 so/ADV/advmod/2", "so", "said", f"the {noun}"
    )
    assert found - {"asked definite", "cue subject", "indirect"} == told


def test_a_plural_is_told_by_its_form_or_its_noun() -> None:
    setting = scene("sheep/NOUN/nsubj/1 said/VERB/ROOT/1 so/ADV/advmod/1")
    one = claim(setting.text, "so", "said", "sheep")
    assert describe_source(setting, read_asked(setting, one))["asked plural"] == 0.0
    setting.doc[0].set_morph("Number=Plur")
    assert describe_source(setting, read_asked(setting, one))["asked plural"] == 1.0


@pytest.mark.parametrize(("number", "plural"), [("Three", 1.0), ("1,200", 1.0), ("One", 0.0)])
def test_a_number_but_one_tells_of_several(number: str, plural: float) -> None:
    setting = scene(f"{number}/NUM/nsubj/1 said/VERB/ROOT/1 so/ADV/advmod/1")
    one = claim(setting.text, "so", "said", number)
    assert describe_source(setting, read_asked(setting, one))["asked plural"] == plural


def test_a_cue_may_be_a_mark_or_none() -> None:
    words = "Mayor/NOUN/ROOT/0/_ :/PUNCT/punct/0 so/ADV/advmod/0"
    assert {"cue mark"} == described(words, "so", ":", "Mayor") & {"cue mark", "cue none"}
    assert {"cue none"} == described(words, "so", None, "Mayor") & {"cue mark", "cue none"}
    assert described(words, "so", "Mayor", None).isdisjoint({"cue mark", "cue none"})


def test_a_cue_is_passive_by_its_form_or_who_stands_behind_it() -> None:
    words = "so/ADV/advmod/1 said/VERB/ROOT/1 by/ADP/case/3 Ann/PROPN/obl/1"
    assert "cue passive" in described(words, "so", "said", "Ann")
    told = "It/PRON/nsubj/1 claimed/VERB/ROOT/1 so/ADV/advmod/1"
    setting = scene(told)
    one = claim(setting.text, "so", "claimed", "It")
    assert describe_source(setting, read_asked(setting, one))["cue passive"] == 0.0
    setting.doc[1].set_morph("Voice=Pass")
    assert describe_source(setting, read_asked(setting, one))["cue passive"] == 1.0
    none = replace(one, cue=None)
    assert describe_source(setting, read_asked(setting, none))["cue passive"] == 0.0


def test_what_a_claim_stands_in_is_told() -> None:
    text = "Ann said Bob thinks it rains."
    setting = scene(
        "Ann/PROPN/nsubj/1 said/VERB/ROOT/1 Bob/PROPN/nsubj/3 thinks/VERB/ccomp/1 it/PRON/nsubj/5 "
        "rains/VERB/ccomp/3/_ ./PUNCT/punct/1"
    )
    inner = claim(text, "it rains", "thinks", "Bob", id="c2", parent="c1")
    told = {}
    for kind in ("direct", "indirect"):
        setting.claims["c1"] = claim(text, "Bob thinks it rains", "said", "Ann", kind=kind)
        told[kind] = describe_source(setting, read_asked(setting, inner))
    assert [told[kind]["nested"] for kind in ("direct", "indirect")] == [1.0, 1.0]
    assert [told[kind]["nested in direct"] for kind in ("direct", "indirect")] == [1.0, 0.0]


def test_the_last_turn_that_is_in_no_other_is_told() -> None:
    text = "It rains.\nIt pours.\nIt snows."
    paragraphs = ((0, 9), (10, 19), (20, 29))
    setting = Scene(doc_of(text), Origin(paragraphs=paragraphs), [], {}, Hints())
    outer = claim(text, "It rains.", kind="direct")
    inner = claim(text, "pours", id="c2", parent="c1", paragraph=1)
    last = claim(text, "It snows.", id="c3", paragraph=2)
    for one in (outer, inner):
        setting.add_turn(one, None)
    told = describe_source(setting, read_asked(setting, last))
    assert (told["paragraph"], told["paragraphs since last"], told["last direct"]) == (2.0, 2.0, 1.0)
    setting.add_turn(replace(inner, parent=None), None)
    told = describe_source(setting, read_asked(setting, last))
    assert (told["paragraphs since last"], told["last direct"]) == (1.0, 0.0)


def test_beyond_five_paragraphs_all_is_far() -> None:
    text = "\n".join("abcdefgh")
    paragraphs = tuple((n, n + 1) for n in range(0, len(text), 2))
    setting = Scene(doc_of(text), Origin(paragraphs=paragraphs), [], {}, Hints())
    setting.add_turn(claim(text, "a"), None)
    told = [
        describe_source(setting, read_asked(setting, claim(text, letter, paragraph=n)))
        for n, letter in enumerate("abcdefgh")
    ]
    assert [one["paragraph"] for one in told] == [0, 1, 2, 3, 4, 5, 5, 5]
    assert [one["paragraphs since last"] for one in told] == [0, 1, 2, 3, 4, 5, 5, 5]


def test_the_source_is_looked_at_up_to_the_clause_on_it() -> None:
    text = "A paper seen by Ann Lee says it rains."
    setting = Scene(doc_of(text), Origin(), [], {}, Hints())
    asked = read_asked(setting, claim(text, "it rains", "says", "A paper seen by Ann Lee"))
    assert text[asked.start : asked.end] == "A paper"
    assert (asked.given, asked.found.head) == (True, "paper")


def test_without_a_source_the_cue_is_asked_or_else_the_content() -> None:
    text = "It rains, was said."
    setting = Scene(doc_of(text), Origin(), [], {}, Hints())
    cue, content = claim(text, "It rains", "was said"), claim(text, "rains")
    for one, at in ((cue, text.index("was")), (content, text.index("rains"))):
        asked = read_asked(setting, one)
        assert (asked.start, asked.end, asked.given) == (at, at, False)
        assert describe_source(setting, asked)["asked pronoun"] == -1.0


def test_what_coreference_and_the_parse_lead_to_is_kept() -> None:
    words = (
        "Ann/PROPN/nsubj/1 met/VERB/ROOT/1 a/DET/det/3 mayor/NOUN/obj/1 who/PRON/nsubj/5 "
        "said/VERB/acl/3 it/PRON/nsubj/7 rains/VERB/ccomp/5"
    )
    ann = Entity("Ann", "person", [(0, 3)])
    who = 16
    setting = scene(words, ann, hints=Hints({who: ((0, 0.5), (10, 0.25))}))
    asked = read_asked(setting, claim(setting.text, "it rains", "said", "who"))
    assert (asked.head.text, asked.root.text) == ("who", "met")
    assert asked.subject is not None and asked.subject.text == "who"
    assert asked.relative is not None and asked.relative.text == "mayor"
    assert asked.antecedents == ((0, 0.5), (10, 0.25))
    assert asked.linked == ((ann, 0.5),)
    assert asked.agent is None


def test_a_clause_that_is_not_relative_hangs_on_no_noun() -> None:
    setting = scene("Ann/PROPN/nsubj/1 left/VERB/ROOT/1 saying/VERB/advcl/1 so/ADV/advmod/2")
    asked = read_asked(setting, claim(setting.text, "so", "saying", "Ann"))
    assert asked.relative is None
    assert asked.subject is not None and asked.subject.text == "Ann"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the/DET/det/1 mayor/NOUN/nsubj/2", "mayor"),
        # The head is what hangs on nothing here, a word rather than a mark or a preposition.
        ("“/PUNCT/punct/2 mayor/NOUN/nsubj/2", "mayor"),
        ("by/ADP/ROOT/0 mayor/NOUN/ROOT/1", "mayor"),
        ("and/CCONJ/cc/2 mayor/NOUN/conj/2", "mayor"),
        ("to/PART/ROOT/0", "to"),
        ("mayor/NOUN/ROOT/0 clerk/NOUN/ROOT/1", "mayor"),
        ("“/PUNCT/ROOT/0", None),
    ],
)
def test_the_head_of_some_words(words: str, expected: str | None) -> None:
    doc = parsed(f"{words} said/VERB/ROOT/2" if "/2" in words else words)
    tokens = [token for token in doc if token.text != "said"]
    found = find_head(tokens)
    assert (found.text if found else None) == expected
    assert find_head([]) is None
