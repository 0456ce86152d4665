from __future__ import annotations

import pytest

from secondhand.claim import SpeakerType
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import Asked, read_asked
from secondhand.pipeline.speakers.ranker import ABSENT
from secondhand.pipeline.speakers.scene import Scene
from secondhand.pipeline.speakers.shared_words import (
    compare_words,
    find_capitals,
    tell_place_in_source,
    to_singulars,
)
from tests.pipeline.making import claim, doc_of, parsed


def asked_of(source: str, *entities: Entity) -> Asked:
    """The source of "SOURCE said so." with ``entities`` in the article."""
    text = f"{source} said so."
    setting = Scene(doc_of(text), Origin(), list(entities), {}, Hints())
    return read_asked(setting, claim(text, "so", "said", source))


def compare(
    source: str, name: str, role: str | None = None, type: SpeakerType = "person"
) -> dict[str, float]:
    """What the words of ``source`` have in common with ``name`` and ``role``, but for what is 0."""
    told = compare_words(asked_of(source), Entity(name, type, [], role))
    return {name: value for name, value in told.items() if value}


def test_a_surname_is_part_of_a_name_and_no_more() -> None:
    # Half of the words of the source stand in the name, and one of two capitals.
    assert compare("Mayor Lee", "Ann Lee", "mayor of Varn") == {
        "knows": ABSENT, "can name": 1.0, "noun in name": 1.0, "words in name": 0.5,
        "words in role": 0.5, "capitals shared": 1.0, "capitals missed": 1.0, "has role": 1.0,
    }  # fmt: skip


def test_the_same_name() -> None:
    assert compare("Ann Lee", "Ann Lee") == {
        "knows": ABSENT, "same name": 1.0, "can name": 1.0, "can name it": 1.0, "noun in name": 1.0,
        "words in name": 1.0, "capitals shared": 2.0,
    }  # fmt: skip


def test_a_noun_of_the_role() -> None:
    assert compare("the chief engineers", "Ann Lee", "engineer") == {
        "knows": ABSENT, "noun in role": 1.0, "words in role": 1 / 3, "has role": 1.0,
        "person for person": 1.0,
    }  # fmt: skip
    assert "person for person" not in compare("the chief engineers", "Lock Board", "engineer", "organization")


def test_whoever_is_asked_for_what_they_know_knows_or_does_not() -> None:
    assert compare("the expert", "Ann Lee", "scholars of locks")["knows"] == 1.0
    assert "knows" not in compare("the expert", "Ann Lee", "farmer")
    assert compare("the farmer", "Ann Lee", "scholar")["knows"] == ABSENT


def test_initials_are_those_of_the_name() -> None:
    assert compare("LB", "Lock Board", type="organization")["initials"] == 1.0
    assert "initials" not in compare("LBA", "Lock Board", type="organization")


def test_a_longer_name_can_be_named_by_the_shorter_one_only() -> None:
    longer, shorter = compare("Bob Ray", "Ray"), compare("Ray", "Bob Ray")
    assert ("can name" in longer, "can name it" in longer) == (False, True)
    assert ("can name" in shorter, "can name it" in shorter) == (True, False)
    other = compare("Bob Ray", "Ann Lee")
    assert "can name" not in other and "can name it" not in other


def test_a_pronoun_and_no_source_have_no_words() -> None:
    assert compare("She", "She") == {}
    text = "It rains, was said."
    setting = Scene(doc_of(text), Origin(), [], {}, Hints())
    asked = read_asked(setting, claim(text, "It rains", "was said"))
    assert compare_words(asked, Entity("Ann Lee", "person")) == {}


def test_words_without_a_plural_ending() -> None:
    assert to_singulars("The Cities’ two Mayors") == {"the", "city", "two", "mayor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Varn Council", {"varn", "council"}),
        ("A mayor", set()),
        ("those of The Hague", {"the", "hague"}),
        ("the U.S. senator", {"us"}),
        ("an American senator", {"us"}),
        ("U.K. firms", {"uk"}),
        ("British firms", {"uk"}),
    ],
)
def test_capitals_by_what_they_stand_for(text: str, expected: set[str]) -> None:
    assert find_capitals(text) == expected


SPOKESMAN = (
    "Lee/PROPN/nmod/2/_ ’s/PART/case/0 aide/NOUN/nsubj/10/_ ,/PUNCT/punct/5 Bob/PROPN/flat/5 "
    "Ray/PROPN/appos/2 of/ADP/case/8 the/DET/det/8 Board/PROPN/nmod/5/_ ,/PUNCT/punct/5 "
    "said/VERB/ROOT/10 so/ADV/advmod/10"
)


def place(name: str, mentions: list[tuple[int, int]] | None = None) -> dict[str, float]:
    """Where in the source of ``SPOKESMAN`` somebody is named."""
    doc = parsed(SPOKESMAN)
    at = doc.text.index(name)
    entity = Entity(name, "person", mentions or [(at, at + len(name))])
    setting = Scene(doc, Origin(), [entity], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "so", "said", "Lee’s aide, Bob Ray of the Board"))
    return tell_place_in_source(setting, asked, entity)


def test_who_owns_the_head_of_a_source() -> None:
    assert place("Lee") == {
        "in source": 1.0, "is head": 0.0, "hangs on head": 1.0, "relation in source": 2.0,
        "owns in source": 1.0, "share of source": 3 / 32, "begins source": 1.0, "ends source": 0.0,
        "after comma": 0.0, "words after": 7.0, "words before": 0.0, "case before": 0.0,
    }  # fmt: skip


def test_who_is_apposed_to_the_head_of_a_source() -> None:
    assert place("Bob Ray") == {
        "in source": 1.0, "is head": 0.0, "hangs on head": 1.0, "relation in source": 1.0,
        "owns in source": 0.0, "share of source": 7 / 32, "begins source": 0.0, "ends source": 0.0,
        "after comma": 1.0, "words after": 3.0, "words before": 2.0, "case before": 0.0,
    }  # fmt: skip


def test_who_ends_a_source_behind_a_preposition() -> None:
    assert place("Board") == {
        "in source": 1.0, "is head": 0.0, "hangs on head": 0.0, "relation in source": 2.0,
        "owns in source": 0.0, "share of source": 5 / 32, "begins source": 0.0, "ends source": 1.0,
        "after comma": 0.0, "words after": 0.0, "words before": 6.0, "case before": 2.0,
    }  # fmt: skip


def test_the_head_itself() -> None:
    told = place("aide")
    assert (told["is head"], told["hangs on head"]) == (1.0, 0.0)
    assert told["relation in source"] == 0.0


def test_the_first_place_in_the_source_counts_and_none_outside_of_it() -> None:
    end = len("Lee’s aide, Bob Ray of the Board")
    assert place("Lee", [(12, 15), (0, 3)])["after comma"] == 1.0
    assert place("Lee", [(end - 5, end + 1)]) == {"in source": 0.0}
    assert place("Lee", [(end - 5, end)])["ends source"] == 1.0


@pytest.mark.parametrize(
    ("led", "number"),
    [("by", 1), ("of", 2), ("from", 3), ("for", 4), ("at", 5), ("with", 6), ("under", 7)],
)
def test_the_preposition_before_a_name_is_numbered(led: str, number: float) -> None:
    doc = parsed(f"aides/NOUN/nsubj/3 {led}/ADP/case/2 Lee/PROPN/nmod/0 said/VERB/ROOT/3 so/ADV/advmod/3")
    at = doc.text.index("Lee")
    lee = Entity("Lee", "person", [(at, at + 3)])
    setting = Scene(doc, Origin(), [lee], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "so", "said", f"aides {led} Lee"))
    assert tell_place_in_source(setting, asked, lee)["case before"] == number


def test_a_name_that_holds_its_own_ending_owns_too() -> None:
    doc = parsed("Lee/PROPN/nmod/2/_ 's/PART/case/0 aide/NOUN/nsubj/3 said/VERB/ROOT/3 so/ADV/advmod/3")
    lee = Entity("Lee", "person", [(0, 5)])
    setting = Scene(doc, Origin(), [lee], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "so", "said", "Lee's aide"))
    assert tell_place_in_source(setting, asked, lee)["owns in source"] == 1.0


def test_without_a_source_nobody_is_in_it() -> None:
    doc = doc_of("Ann said so.")
    ann = Entity("Ann", "person", [(0, 3)])
    setting = Scene(doc, Origin(), [ann], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "so", "said"))
    assert tell_place_in_source(setting, asked, ann) == {"in source": 0.0}
