from __future__ import annotations

import pytest

from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.nearness import holds, tell_nearness
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of, parsed, span

TEXT = "Ann wept.\nSo Bob met Ann Lee. Cid sat. It rains, he said. Dee left.\nEve came."
RAINS = claim(TEXT, "It rains", "said", "|he| said")


def person(*words: str) -> Entity:
    return Entity(words[0], "person", [(span(TEXT, one).start, span(TEXT, one).end) for one in words])


ANN = Entity("Ann Lee", "person", [(0, 3), (21, 28)])
BOB, CID, EVE = person("Bob"), person("Cid"), person("Eve")
VARN = Entity("Varn", "organization", [(16, 20)])


def near(candidate: Candidate, *entities: Entity, scene: Scene | None = None) -> dict[str, float]:
    paragraphs = ((0, 9), (10, 69), (70, 79))
    setting = scene or Scene(doc_of(TEXT), Origin(paragraphs=paragraphs), list(entities), {}, Hints())
    return tell_nearness(setting, read_asked(setting, RAINS), candidate)


def test_all_that_tells_of_one_named_twice() -> None:
    told = near(Candidate("known", ANN), ANN, BOB, CID, VARN, EVE)
    assert told == {
        "mentions": 2.0, "mentions before": 2.0, "share of mentions": 1.0, "first mention": 0.0,
        "after only": 0.0, "sentences ago": 2.0, "paragraphs ago": 0.0, "characters ago": 28.0,
        "others between": 1.0, "others alike between": 1.0, "last was subject": 0.0,
        "subject sentences ago": 12.0, "last opens sentence": 1.0, "last relation": -1.0,
        "named near": 2.0, "last in own content": 0.0, "last in other's content": 0.0, "in headline": 1.0,
    }  # fmt: skip


def test_one_of_another_kind_between_is_not_alike() -> None:
    told = near(Candidate("known", BOB), ANN, BOB, CID, VARN)
    assert (told["others between"], told["others alike between"]) == (3.0, 2.0)
    assert (told["share of mentions"], told["in headline"]) == (0.5, 0.0)


def test_who_is_named_later_only() -> None:
    assert near(Candidate("known", EVE), ANN, EVE) == {
        "mentions": 1.0, "mentions before": 0.0, "share of mentions": 0.5, "first mention": 5.0,
        "after only": 1.0,
    }  # fmt: skip


def test_who_is_named_nowhere_is_near_by_the_noun_that_tells_of_them() -> None:
    nobody = {
        "mentions": 0.0, "mentions before": 0.0, "share of mentions": 0.0, "first mention": -1.0,
        "after only": 0.0,
    }  # fmt: skip
    new = Entity("clerk", "person")
    assert near(Candidate("publisher", new)) == nobody
    setting = Scene(doc_of(TEXT), Origin(paragraphs=((0, 79),)), [], {}, Hints())
    told = near(Candidate("phrase", new, setting.token_at(30)), scene=setting)
    assert (told["mentions"], told["share of mentions"], told["sentences ago"]) == (1.0, 1.0, 1.0)
    # Where somebody is named, that counts, and no noun.
    setting = Scene(doc_of(TEXT), Origin(paragraphs=((0, 79),)), [ANN], {}, Hints())
    told = near(Candidate("known", ANN, setting.token_at(30)), scene=setting)
    assert (told["mentions"], told["sentences ago"]) == (2.0, 2.0)


def test_a_name_in_the_content_stands_there() -> None:
    text = "It rains and Ann knows, she said."
    one = claim(text, "It rains and Ann knows", "said", "she")
    ann = Entity("Ann", "person", [(13, 16)])
    setting = Scene(doc_of(text), Origin(paragraphs=((0, 33),)), [ann], {}, Hints())
    told = tell_nearness(setting, read_asked(setting, one), Candidate("known", ann))
    assert (told["last in own content"], told["last in other's content"]) == (1.0, 0.0)
    setting.add_turn(one, None)
    told = tell_nearness(setting, read_asked(setting, one), Candidate("known", ann))
    assert told["last in other's content"] == 1.0
    for _ in range(4):
        setting.add_turn(claim(text, "said"), None)
    told = tell_nearness(setting, read_asked(setting, one), Candidate("known", ann))
    assert told["last in other's content"] == 0.0


def test_the_last_place_as_a_subject_is_told() -> None:
    words = (
        "Ann/PROPN/nsubj/1 sat/VERB/ROOT/1/_ ./PUNCT/punct/1 Bob/PROPN/nsubj/4 saw/VERB/ROOT/4 "
        "Ann/PROPN/obj/4/_ ./PUNCT/punct/4 Ann/PROPN/iobj/8 so/ADV/ROOT/8"
    )
    doc = parsed(words)
    ann = Entity("Ann", "person", [(m, m + 3) for m in range(len(doc.text)) if doc.text.startswith("Ann", m)])
    bob = Entity("Bob", "person", [(9, 12)])
    setting = Scene(doc, Origin(paragraphs=((0, 25),)), [ann, bob], {}, Hints())
    asked = read_asked(setting, claim(doc.text, "so", "saw"))
    told = tell_nearness(setting, asked, Candidate("known", ann))
    assert (told["last was subject"], told["subject sentences ago"], told["last relation"]) == (1.0, 1.0, 0.0)
    asked = read_asked(setting, claim(doc.text, "so"))
    told = tell_nearness(setting, asked, Candidate("known", ann))
    assert (told["last was subject"], told["subject sentences ago"], told["last relation"]) == (
        0.0,
        2.0,
        -1.0,
    )
    told = tell_nearness(setting, asked, Candidate("known", bob))
    assert (told["last was subject"], told["last relation"], told["last opens sentence"]) == (1.0, 0.0, 1.0)


def far(text: str, *mentions: tuple[int, int], at: str = "said") -> dict[str, float]:
    """What tells of somebody named at ``mentions``, every line a paragraph."""
    lines = [(n, n + 1) for n in range(0, len(text), 2)]
    ann = Entity("Ann", "person", list(mentions))
    others = [Entity(f"x{n}", "person", [(n, n + 1)]) for n in range(4, 28, 2)]
    setting = Scene(doc_of(text), Origin(paragraphs=tuple(lines)), [ann, *others], {}, Hints())
    return tell_nearness(setting, read_asked(setting, claim(text, at)), Candidate("known", ann))


def test_what_is_far_is_not_told_apart() -> None:
    text = "A\nA\n" + "b\n" * 12 + "said"
    told = far(text, (0, 1))
    assert (told["sentences ago"], told["paragraphs ago"], told["others between"]) == (12.0, 6.0, 8.0)
    assert (told["others alike between"], told["named near"]) == (8.0, 0.0)
    assert far(text, (24, 25))["named near"] == 1.0
    assert [far(text, (n, n + 1))["named near"] for n in (20, 22)] == [0.0, 1.0]
    assert [far(text, (n, n + 1))["sentences ago"] for n in (2, 4, 6, 24)] == [12.0, 12.0, 11.0, 2.0]
    assert [far(text, (n, n + 1))["first mention"] for n in (0, 6, 24)] == [0.0, 3.0, 12.0]
    many = far(text, *((n, n + 1) for n in range(0, 26, 2)))
    assert (many["mentions"], many["mentions before"]) == (12.0, 12.0)


@pytest.mark.parametrize(("gap", "expected"), [(1497, 1499.0), (1498, 1500.0), (1499, 1500.0)])
def test_characters_are_counted_up_to_a_bound(gap: int, expected: float) -> None:
    assert far(f"A{' ' * gap}\nsaid", (0, 1))["characters ago"] == expected


def test_a_name_opens_its_sentence_within_fifteen_characters() -> None:
    text = f"{'x' * 13} A B said"
    assert far(text, (14, 15))["last opens sentence"] == 1.0
    assert far(text, (15, 16))["last opens sentence"] == 0.0


def test_a_stretch_holds_its_first_place_and_not_its_end() -> None:
    spans = (span(TEXT, "Bob"), span(TEXT, "Cid"))
    assert [holds(spans, at) for at in (12, 13, 15, 16, 30)] == [False, True, True, False, True]
    assert not holds((), 0)
