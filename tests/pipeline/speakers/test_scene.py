from __future__ import annotations

from itertools import pairwise

import pytest

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed

TEXT = "Ann Lee met Bob. It rains, she said.\nThe lock leaks, Bob added."
ANN = (0, 7)
BOB = (12, 15)
AGAIN = (TEXT.rindex("Bob"), TEXT.rindex("Bob") + 3)
SHE = TEXT.index("she")
RAINS = claim(TEXT, "It rains", "said", "she")
LEAKS = claim(TEXT, "The lock leaks", "added", "|Bob| added", id="c2")


def people() -> tuple[Entity, Entity]:
    return Entity("Ann Lee", "person", [ANN]), Entity("Bob", "person", [AGAIN, BOB])


def scene(*entities: Entity, hints: Hints | None = None) -> Scene:
    return Scene(doc_of(TEXT), Origin(paragraphs=((0, 36), (37, 63))), list(entities), {}, hints or Hints())


def test_names_stand_in_order_and_are_counted() -> None:
    ann, bob = people()
    setting = scene(bob, ann)
    assert setting.names == [(*ANN, ann), (*BOB, bob), (*AGAIN, bob)]
    assert setting.most_mentions == 2
    assert scene().most_mentions == 0


def test_sentences_and_paragraphs_are_numbered_from_none() -> None:
    setting = scene()
    places = [0, 15, 16, 17, SHE, 37, 61]
    assert [setting.find_sentence_number(at) for at in places] == [0, 0, 0, 1, 1, 2, 2]
    assert [setting.find_paragraph_number(at) for at in places] == [0, 0, 0, 0, 0, 1, 1]


def test_a_sentence_ends_where_the_next_one_begins_or_the_text_does() -> None:
    setting = scene()
    bounds = [setting.find_sentence_bounds(at) for at in (0, SHE, 40)]
    assert bounds == [(0, 17), (17, 37), (37, len(TEXT))]


def test_the_token_that_holds_a_place() -> None:
    setting = scene()
    assert [setting.token_at(at).text for at in (0, 2, 3, 4, SHE + 1, 62)] == [
        "Ann", "Ann", "Ann", "Lee", "she", ".",
    ]  # fmt: skip


def test_the_tokens_that_begin_in_a_stretch() -> None:
    setting = scene()
    assert [t.text for t in setting.tokens_in(0, 8)] == ["Ann", "Lee"]
    assert [t.text for t in setting.tokens_in(1, 9)] == ["Lee", "met"]
    # The end of the line between them is white space, and no word.
    assert [t.text for t in setting.tokens_in(34, 40)] == [".", "The"]


def test_the_names_that_lie_in_a_stretch() -> None:
    ann, bob = people()
    setting = scene(ann, bob)
    assert setting.names_in(0, 15) == [(*ANN, ann), (*BOB, bob)]
    assert setting.names_in(0, 14) == [(*ANN, ann)]
    assert setting.names_in(1, 15) == [(*BOB, bob)]
    assert setting.names_in(0, 12) == [(*ANN, ann)]


def test_whom_a_word_names() -> None:
    ann, bob = people()
    setting = scene(ann, bob)
    assert [setting.named_at(at) for at in (0, 6, 7, 12, 14, 15)] == [ann, ann, None, bob, bob, None]


def test_a_name_inside_a_longer_one_does_not_hide_it() -> None:
    text = "The Ann Lee Fund grew."
    fund, ann = Entity("Ann Lee Fund", "organization", [(0, 16)]), Entity("Ann", "person", [(4, 7)])
    setting = Scene(doc_of(text), Origin(), [fund, ann], {}, Hints())
    assert [setting.named_at(at) for at in (0, 8, 15, 16)] == [fund, fund, fund, None]


def test_a_source_means_its_speaker_from_then_on() -> None:
    ann, bob = people()
    setting = scene(ann, bob)
    assert setting.entity_at(SHE) is None
    setting.add_turn(RAINS, ann)
    assert [setting.entity_at(at) for at in (SHE - 1, SHE, SHE + 2, SHE + 3)] == [None, ann, ann, None]
    # Of two that spoke by the same words the last one counts.
    setting.add_turn(RAINS, bob)
    assert setting.entity_at(SHE) is bob


def test_who_spoke_under_another_word_was_spoken_of_there() -> None:
    ann, bob = people()
    setting = scene(ann, bob)
    setting.add_turn(LEAKS, bob)
    assert setting.list_places(bob) == [12, AGAIN[0]]
    setting.add_turn(RAINS, ann)
    assert setting.list_places(ann) == [0, SHE]
    setting.add_turn(RAINS, bob)
    assert setting.list_places(bob) == [12, SHE, AGAIN[0]]
    assert setting.list_places(None) == []


def test_somebody_new_who_speaks_is_in_the_scene_once() -> None:
    setting = scene()
    new = Entity("she", "person")
    setting.add_turn(RAINS, new)
    setting.add_turn(RAINS, new)
    assert setting.entities == [new]
    assert setting.list_places(new) == [SHE]
    assert setting.list_places(Entity("she", "person")) == []


def test_a_turn_stands_at_its_source_or_cue_or_content() -> None:
    setting = scene()
    cue = claim(TEXT, "It rains", "said")
    content = claim(TEXT, "It rains")
    for one in (RAINS, cue, content):
        setting.add_turn(one, None)
    assert [turn.at for turn in setting.turns] == [SHE, TEXT.index("said"), TEXT.index("It")]
    assert [turn.claim for turn in setting.turns] == [RAINS, cue, content]
    assert (setting.entities, setting.sources) == ([], [])


def test_coreference_is_followed_over_three_mentions_at_most() -> None:
    text = "Ann sat. She ate. She ran. She lay. She hid."
    at = [n for n in range(len(text)) if text.startswith("She", n)]
    before = {at[0]: ((0, 0.5),), **{b: ((a, 0.5),) for a, b in pairwise(at)}}
    ann = Entity("Ann", "person", [(0, 3)])
    setting = Scene(doc_of(text), Origin(), [ann], {}, Hints(before))
    assert [list(setting.follow(place)) for place in at] == [
        [(ann, 0.5)], [(ann, 0.25)], [(ann, 0.125)], [],
    ]  # fmt: skip
    assert list(setting.follow(at[1], 1)) == []
    assert list(setting.follow(0)) == []


def test_every_way_of_coreference_is_told() -> None:
    ann, bob = people()
    setting = scene(ann, bob, hints=Hints({SHE: ((12, 0.25), (17, 0.5), (4, 0.125)), 17: ((0, 0.5),)}))
    assert list(setting.follow(SHE)) == [(bob, 0.25), (ann, 0.25), (ann, 0.125)]


def test_pronouns_vote_on_the_sex_of_whom_they_mean() -> None:
    text = "Ann sat. Bob ran. He saw her, him and his. She hid hers."
    ann, bob = Entity("Ann", "person", [(0, 3)]), Entity("Bob", "person", [(9, 12)])
    hints = Hints(
        {
            text.index("He "): ((9, 0.5),),
            text.index("her,"): ((0, 0.25), (9, 0.125)),
            text.index("him"): ((9, 1.0),),
            text.index("his"): ((9, 2.0),),
            text.index("She"): ((0, 4.0),),
            text.index("hers"): ((0, 8.0),),
        }
    )
    setting = Scene(doc_of(text), Origin(), [ann, bob], {}, hints)
    assert setting.votes == {id(ann): -4.25, id(bob): 3.375}


@pytest.mark.parametrize(
    "words",
    [
        "philosopher/NOUN/nsubj/2 Ann/PROPN/appos/0 left/VERB/ROOT/2",
        "Ann/PROPN/nsubj/2 philosopher/NOUN/appos/0 left/VERB/ROOT/2",
    ],
)
def test_a_noun_beside_a_name_means_the_same(words: str) -> None:
    doc = parsed(words)
    at = doc.text.index("Ann")
    ann = Entity("Ann", "person", [(at, at + 3)])
    setting = Scene(doc, Origin(), [ann], {}, Hints())
    assert setting.described == {doc.text.index("philosopher"): ann}
    assert setting.entity_at(doc.text.index("philosopher")) is ann
    assert setting.entity_at(doc.text.index("left")) is None


def test_the_first_name_beside_a_noun_is_who_it_means() -> None:
    doc = parsed("Ann/PROPN/appos/1 mayor/NOUN/nsubj/3 Bob/PROPN/appos/1 left/VERB/ROOT/3")
    ann, bob = Entity("Ann", "person", [(0, 3)]), Entity("Bob", "person", [(10, 13)])
    assert Scene(doc, Origin(), [ann, bob], {}, Hints()).described == {4: ann}


def test_a_word_of_the_name_itself_and_one_with_another_relation_are_beside_nothing() -> None:
    doc = parsed("Ann/PROPN/nsubj/3 Lee/PROPN/appos/0 today/NOUN/obl/3 left/VERB/ROOT/3")
    ann = Entity("Ann Lee", "person", [(0, 7)])
    assert Scene(doc, Origin(), [ann], {}, Hints()).described == {}


def test_a_word_has_the_relation_of_the_phrase_it_is_in() -> None:
    words = (
        "the/DET/det/2 Varn/PROPN/compound/2 mayor/NOUN/nsubj/4 Lee/PROPN/flat/2 saw/VERB/ROOT/4 "
        "his/PRON/nmod/6 dog/NOUN/obj/4 run/VERB/acl/6"
    )
    doc = parsed(words)
    setting = Scene(doc, Origin(), [], {}, Hints())
    assert [setting.relation_at(token.idx) for token in doc] == [
        "nsubj", "nsubj", "nsubj", "nsubj", "ROOT", "obj", "obj", "acl",
    ]  # fmt: skip
    assert [setting.is_subject(token.idx) for token in doc] == [True] * 4 + [False] * 4
    assert setting.relation_at(1) == "nsubj"


def test_a_phrase_is_followed_up_four_words_at_most() -> None:
    words = [*(f"w{n}/NOUN/nmod/{n + 1}" for n in range(5)), "w5/NOUN/nsubj/6", "w6/VERB/ROOT/6"]
    setting = Scene(parsed(" ".join(words)), Origin(), [], {}, Hints())
    assert [setting.relation_at(3 * n) for n in range(6)] == ["nmod", *["nsubj"] * 5]


def test_a_phrase_that_hangs_on_itself_has_an_end() -> None:
    setting = Scene(parsed("Lee/PROPN/flat/0"), Origin(), [], {}, Hints())
    assert setting.relation_at(0) == "flat"


def test_a_scene_is_read_off_a_doc() -> None:
    doc = doc_of(TEXT, origin=Origin("Varn Echo"))
    state.store_claims(doc, (RAINS, LEAKS), ())
    doc.spans[state.KEY].attrs["hints"] = Hints({SHE: ((0, 0.5),)})
    ann, _ = people()
    setting = Scene.read(doc, [ann])
    assert (setting.origin.publisher, setting.text, setting.entities) == ("Varn Echo", TEXT, [ann])
    assert setting.claims == {"c1": RAINS, "c2": LEAKS}
    assert list(setting.follow(SHE)) == [(ann, 0.5)]
    assert setting.turns == []
