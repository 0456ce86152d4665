from __future__ import annotations

import pytest

from secondhand.claim import Claim, SpeakerType
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import (
    AHEAD,
    MOST,
    PHRASES,
    REACH,
    Candidate,
    find_author,
    find_phrase_bounds,
    list_candidates,
    make_entity,
)
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed


def named(text: str, *names: str, type: SpeakerType = "person") -> list[Entity]:
    return [Entity(name, type, [(text.index(name), text.index(name) + len(name))]) for name in names]


NOWHERE = Origin()


def scene(text: str, *entities: Entity, origin: Origin = NOWHERE, hints: Hints | None = None) -> Scene:
    return Scene(doc_of(text), origin, list(entities), {}, hints or Hints())


def kinds(setting: Scene, one: Claim) -> list[tuple[str, str | None]]:
    """Kind and name of every candidate for the source of ``one``."""
    found = list_candidates(setting, read_asked(setting, one))
    return [(c.kind, c.entity.name if c.entity else None) for c in found]


def known(setting: Scene, one: Claim) -> list[str | None]:
    return [name for kind, name in kinds(setting, one) if kind == "known"]


def test_first_come_those_in_the_source_then_in_its_sentence_then_those_before() -> None:
    text = "Ann sat. Bob ran. Cid said Dee of Eve left. Fay wept."
    entities = named(text, "Ann", "Bob", "Cid", "Dee", "Eve", "Fay")
    setting = scene(text, *entities)
    one = claim(text, "left", "said", "Dee")
    assert known(setting, one) == ["Dee", "Eve", "Cid", "Bob", "Ann", "Fay"]


def test_those_heard_come_before_those_only_named_the_last_one_first() -> None:
    text = "Ann sat. Bob ran. Cid lay. It rains, she said."
    ann, bob, cid = named(text, "Ann", "Bob", "Cid")
    setting = scene(text, ann, bob, cid)
    for entity in (bob, ann, None):
        setting.add_turn(claim(text, "sat"), entity)
    assert known(setting, claim(text, "It rains", "said", "she")) == ["Ann", "Bob", "Cid"]


def test_whom_coreference_leads_to_comes_before_those_near() -> None:
    text = "Ann sat. Bob ran. It rains, she said."
    she = text.index("she")
    setting = scene(text, *named(text, "Ann", "Bob"), hints=Hints({she: ((0, 0.1),)}))
    assert known(setting, claim(text, "It rains", "said", "she")) == ["Ann", "Bob"]


def test_whoever_can_be_called_so_comes_before_those_before() -> None:
    text = "Ann Lee sat. Dot Mayo ran. Bob Ray lay. It rains, the mayor said."
    ann, dot, bob = named(text, "Ann Lee", "Dot Mayo", "Bob Ray")
    ann.role = "mayors of Varn"
    one = claim(text, "It rains", "said", "the mayor")
    assert known(scene(text, ann, dot, bob), one) == ["Ann Lee", "Bob Ray", "Dot Mayo"]
    # Nobody is called by a pronoun.
    she = text.replace("the mayor", "she mayor")
    one = claim(she, "It rains", "said", "she")
    assert known(scene(she, ann, dot, bob), one) == ["Bob Ray", "Dot Mayo", "Ann Lee"]
    # Nor by what nobody says.
    assert known(scene(text, ann, dot, bob), claim(text, "mayor", "said")) == [
        "Bob Ray", "Dot Mayo", "Ann Lee",
    ]  # fmt: skip


def test_a_surname_leads_to_the_full_name() -> None:
    text = "Ann Lee sat. Bob Ray lay. It rains, Lee said."
    setting = scene(text, *named(text, "Ann Lee", "Bob Ray"))
    assert known(setting, claim(text, "It rains", "said", "|Lee| said"))[0] == "Ann Lee"


def test_a_noun_of_two_letters_leads_nowhere() -> None:
    text = "Ann Lee sat. Bob Ray lay. It rains, the PM said."
    ann, bob = named(text, "Ann Lee", "Bob Ray")
    ann.role = "pm"
    assert known(scene(text, ann, bob), claim(text, "It rains", "said", "the PM"))[0] == "Bob Ray"


@pytest.mark.parametrize(("gap", "expected"), [(REACH - 4, ["Ann"]), (REACH - 3, [])])
def test_who_is_named_too_far_before_is_not_meant(gap: int, expected: list[str]) -> None:
    text = f"Ann.{'x' * (gap - 1)}\nShe said so."
    setting = scene(text, *named(text, "Ann"))
    text_at = text.index("She")
    assert text_at == gap + 4
    assert known(setting, claim(text, "so", "said", "She")) == expected


@pytest.mark.parametrize(("gap", "expected"), [(AHEAD - 4, ["Ann"]), (AHEAD - 3, [])])
def test_who_is_named_too_far_behind_is_not_meant(gap: int, expected: list[str]) -> None:
    text = f"She said so.\n{'x' * gap} Ann."
    assert known(scene(text, *named(text, "Ann")), claim(text, "so", "said", "She")) == expected


def test_only_at_the_beginning_somebody_named_later_may_be_meant() -> None:
    text = "One.\nTwo.\nShe said so. Ann sat."
    paragraphs = ((0, 4), (5, 9), (10, 31))
    one = claim(text, "so", "said", "She")
    assert known(scene(text, *named(text, "Ann"), origin=Origin(paragraphs=paragraphs)), one) == []
    later = Origin(paragraphs=((0, 9), (10, 31)))
    assert known(scene(text, *named(text, "Ann"), origin=later), one) == ["Ann"]


def test_no_more_than_a_bound_are_weighed() -> None:
    names = [f"N{n:02}" for n in range(MOST + 6)]
    text = f"{'. '.join(names)}.\nShe said so."
    found = known(scene(text, *named(text, *names)), claim(text, "so", "said", "She"))
    assert found == names[: -MOST - 1 : -1]


def test_a_noun_phrase_in_the_source_is_somebody_new_by_its_own_words() -> None:
    text = "It rains, the clerks said."
    found = kinds(scene(text), claim(text, "It rains", "said", "the clerks"))
    assert found == [("own words", "clerks"), ("nobody", None)]


def test_nobody_is_a_candidate_twice() -> None:
    text = "Varn Echo grew. It rains, Varn Echo said."
    (echo,) = named(text, "Varn Echo", type="organization")
    one = claim(text, "It rains", "said", "|Varn Echo| said")
    found = kinds(scene(text, echo, origin=Origin("Varn Echo")), one)
    assert found == [("known", "Varn Echo"), ("nobody", None)]


def test_a_pronoun_may_mean_the_author_or_else_the_publisher() -> None:
    text = "It rains, she said."
    one = claim(text, "It rains", "said", "she")
    assert kinds(scene(text, origin=Origin("Varn Echo")), one) == [
        ("publisher", "Varn Echo"),
        ("nobody", None),
    ]
    by = Origin("Varn Echo", authors=("Ida Moss", "Ann Lee"))
    assert kinds(scene(text, origin=by), one) == [("publisher", "Ida Moss"), ("nobody", None)]
    assert kinds(scene(text), one) == [("nobody", None)]


def test_the_author_is_the_one_of_that_name_in_the_article() -> None:
    text = "Moss sat. Ida Moss ran."
    (moss,) = named(text, "Ida Moss")
    by = Origin("Varn Echo", authors=("Ida Moss",))
    assert find_author(scene(text, moss, origin=by)) is moss
    new = find_author(scene(text, origin=by))
    assert (new.name, new.type, new.mentions) == ("Ida Moss", "person", [])
    paper = find_author(scene(text, moss, origin=Origin("Varn Echo")))
    assert (paper.name, paper.type) == ("Varn Echo", "organization")


PHRASE = (
    "a/DET/det/1 clerk/NOUN/nsubj/2 saw/VERB/ROOT/2 old/ADJ/amod/4 maps/NOUN/obj/2 in/ADP/case/6 "
    "halls/NOUN/obl/2/_ ./PUNCT/punct/2 it/PRON/nsubj/9 rains/VERB/ccomp/11/_ ,/PUNCT/punct/11 "
    "says/VERB/ROOT/11 he/PRON/nsubj/11/_"
)


def test_a_pronoun_may_mean_what_noun_phrases_before_it_mean_the_last_one_first() -> None:
    doc = parsed(PHRASE)
    setting = Scene(doc, Origin(), [], {}, Hints())
    one = claim(doc.text, "it rains", "says", "says |he|")
    assert kinds(setting, one) == [
        ("phrase", "halls"), ("phrase", "old maps"), ("phrase", "clerk"), ("nobody", None),
    ]  # fmt: skip
    # Where a name stands there, that is known.
    start = doc.text.index("halls")
    halls = Entity("Halls", "person", [(start, start + 5)])
    setting = Scene(doc, Origin(), [halls], {}, Hints())
    assert kinds(setting, one)[:2] == [("known", "Halls"), ("phrase", "old maps")]


def test_what_coreference_leads_to_comes_before_other_phrases() -> None:
    doc = parsed(PHRASE)
    he = len(doc.text) - 2
    hints = Hints({he: ((2, 0.5), (doc.text.index("saw"), 0.3))})
    one = claim(doc.text, "it rains", "says", "says |he|")
    found = kinds(Scene(doc, Origin(), [], {}, hints), one)
    assert [name for _, name in found] == ["clerk", "halls", "old maps", None]


def test_the_clause_of_the_cue_tells_of_phrases_first() -> None:
    doc = parsed(
        "maps/NOUN/obj/1 seen/VERB/ROOT/1 ,/PUNCT/punct/1 a/DET/det/4 clerk/NOUN/nsubj/8 of/ADP/case/6 "
        "Varn/PROPN/nmod/4 ,/PUNCT/punct/8 said/VERB/ROOT/8 so/ADV/advmod/8"
    )
    found = kinds(Scene(doc, Origin(), [], {}, Hints()), claim(doc.text, "so", "said"))
    assert [name for _, name in found] == ["clerk of Varn", "maps", None]


def test_a_phrase_too_far_before_is_not_meant() -> None:
    told = []
    for away in (PHRASES, PHRASES + 1):
        doc = parsed(f"clerks/NOUN/nsubj/2 {'x' * (away - 12)}/ADV/advmod/2 ran/VERB/ROOT/2 so/ADV/ROOT/3")
        assert doc.text.index("so") == away
        told.append(kinds(Scene(doc, Origin(), [], {}, Hints()), claim(doc.text, "so"))[0][0])
    assert told == ["phrase", "nobody"]


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("the/DET/det/2 old/ADJ/amod/2 clerk/NOUN/ROOT/2 of/ADP/case/4 Varn/PROPN/nmod/2", "clerk",
         "the old clerk of Varn"),
        ("and/CCONJ/cc/2 of/ADP/case/2 clerks/NOUN/ROOT/2", "clerks", "clerks"),
        ("“/PUNCT/punct/1 clerks/NOUN/ROOT/1 who/PRON/nsubj/3 sat/VERB/acl/1", "clerks", "clerks"),
        ("clerk/NOUN/ROOT/0 Ann/PROPN/flat/0 Lee/PROPN/flat/0", "clerk", "clerk Ann Lee"),
        ("clerk/NOUN/ROOT/0 ,/PUNCT/punct/0 Varn/PROPN/nmod/0", "clerk", "clerk"),
        ("clerk/NOUN/ROOT/0 then/ADV/advmod/3 of/ADP/case/3 Varn/PROPN/nmod/0", "clerk",
         "clerk then of Varn"),
        ("clerk/NOUN/ROOT/0 x/X/dep/0 Varn/PROPN/nmod/0", "clerk", "clerk"),
    ],
)  # fmt: skip
def test_how_far_a_noun_phrase_goes(words: str, head: str, expected: str) -> None:
    doc = parsed(words)
    start, end = find_phrase_bounds(next(token for token in doc if token.text == head))
    assert doc.text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "name", "type", "role"),
    [
        ("the clerks", "clerks", "group", None),
        ("the Telegraph newspaper", "Telegraph", "organization", None),
        ("Telegraph Hill", "Telegraph Hill", "unknown", None),
        ("mayor Ann Lee", "Ann Lee", "person", "mayor"),
        ("a report", "report", "document", None),
    ],
)
def test_somebody_new_by_a_noun_phrase(text: str, name: str, type: SpeakerType, role: str | None) -> None:
    setting = scene(f"Then {text} came.")
    made = make_entity(setting, 5, 5 + len(text))
    assert (made.name, made.type, made.role, made.mentions) == (name, type, role, [])


@pytest.mark.parametrize(
    ("words", "phrase", "name"),
    [
        ("Workers/NOUN/nsubj/1 came/VERB/ROOT/1", "Workers", "workers"),
        ("Democrats/PROPN/nsubj/1 came/VERB/ROOT/1", "Democrats", "Democrats"),
        ("Then/ADV/advmod/3 the/DET/det/2 Greens/NOUN/nsubj/3 came/VERB/ROOT/3", "the Greens", "Greens"),
        ("“/PUNCT/punct/2 Workers/NOUN/nsubj/2 came/VERB/ROOT/2", "Workers", "workers"),
        ("Then/ADV/advmod/3 the/DET/det/2 clerks/NOUN/nsubj/3 came/VERB/ROOT/3", "the clerks", "clerks"),
    ],
)
def test_only_the_capital_of_a_sentence_is_dropped(words: str, phrase: str, name: str) -> None:
    doc = parsed(words)
    start = doc.text.index(phrase)
    assert make_entity(Scene(doc, Origin(), [], {}, Hints()), start, start + len(phrase)).name == name


def joined(words: str, source: str, *entities: Entity) -> tuple[str, str] | None:
    doc = parsed(words)
    setting = Scene(doc, Origin(), list(entities), {}, Hints())
    found = list_candidates(setting, read_asked(setting, claim(doc.text, "so", "said", source)))
    return next(((c.entity.name, c.entity.type) for c in found if c.kind == "joined" and c.entity), None)


def test_those_named_together_speak_together() -> None:
    words = (
        "Ann/PROPN/nsubj/5/_ ,/PUNCT/punct/2 Bob/PROPN/conj/0 and/CCONJ/cc/4 clerks/NOUN/conj/0 "
        "said/VERB/ROOT/5 so/ADV/advmod/5"
    )
    ann, bob = Entity("Ann Lee", "person", [(0, 3)]), Entity("Bob", "person", [(5, 8)])
    assert joined(words, "Ann, Bob and clerks", ann, bob) == ("Ann Lee, Bob and clerks", "group")
    # Whoever stands outside of the source is none of them, and one alone is not several.
    assert joined(words, "Ann, Bob", ann, bob) is None
    assert joined(words.replace("and/", "or/"), "Ann, Bob or clerks", ann, bob) is None
    both = Entity("Ann Lee", "person", [(0, 3), (5, 8)])
    bob = Entity("Bob", "person", [(13, 16)])
    assert joined(words.replace("clerks", "Bob"), "Ann, Bob and Bob", both, bob) == (
        "Ann Lee and Bob",
        "group",
    )


def test_a_name_at_the_end_of_a_part_is_who_it_means() -> None:
    words = (
        "clerk/NOUN/nsubj/4 Ann/PROPN/flat/0 and/CCONJ/cc/3 Bob/PROPN/conj/0 said/VERB/ROOT/4 so/ADV/advmod/4"
    )
    ann, bob = Entity("Ann Lee", "person", [(6, 9)]), Entity("Bob", "person", [(14, 17)])
    assert joined(words, "clerk Ann and Bob", ann, bob) == ("Ann Lee and Bob", "group")


def test_a_candidate_by_a_phrase_has_its_head() -> None:
    text = "It rains, the clerks said."
    setting = scene(text)
    asked = read_asked(setting, claim(text, "It rains", "said", "the clerks"))
    own, nobody = list_candidates(setting, asked)
    assert own.head == asked.head
    assert nobody == Candidate("nobody", None)


UNNAMED = (
    "two/NUM/nummod/1 divers/NOUN/nsubj/{} {} on/ADP/case/4 condition/NOUN/obl/2 of/ADP/case/6 "
    "anonymity/NOUN/nmod/4 said/VERB/ROOT/7 so/ADV/advmod/7"
)


@pytest.mark.parametrize(
    ("spoke", "type"),
    [
        ("speaking/VERB/acl/1", "anonymous"),
        ("speaking/VERB/advcl/7", "anonymous"),
        ("speaking/VERB/ccomp/7", "group"),
    ],
)
def test_who_asks_for_no_name_is_unnamed_whatever_the_noun(spoke: str, type: SpeakerType) -> None:
    doc = parsed(UNNAMED.format(7, spoke))
    made = make_entity(Scene(doc, Origin(), [], {}, Hints()), 0, len("two divers"))
    assert (made.name, made.type) == ("two divers", type)
