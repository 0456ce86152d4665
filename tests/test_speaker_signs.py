from __future__ import annotations

from secondhand.speaker_signs import HUES, find_heard, give_hues, give_letters
from tests.claims import Teller, article_of


def test_who_is_heard_near_each_other_has_another_colour_each() -> None:
    heard = {f"speaker {n}": [n] for n in range(3 * HUES)}
    hues = give_hues(heard, {})
    for first in range(2 * HUES):
        near = [hues[f"speaker {n}"] for n in range(first, first + HUES)]
        assert sorted(near) == list(range(HUES)), first


def test_one_who_comes_again_later_keeps_their_colour_from_those_there() -> None:
    heard = {"first": [0, 50], **{f"speaker {n}": [n] for n in range(1, HUES)}, "late": [51]}
    hues = give_hues(heard, {})
    assert hues["late"] != hues["first"]


def test_a_colour_once_given_stays() -> None:
    before = give_hues({"Ann": [0], "Bo": [1]}, {})
    after = give_hues({"Cy": [0], "Ann": [0], "Bo": [1]}, before)
    assert {name: after[name] for name in before} == before
    assert len(set(after.values())) == 3


def test_letters_go_on_after_the_last_one() -> None:
    letters = give_letters([str(n) for n in range(60)], {})
    told = list(letters.values())
    assert (told[0], told[25], told[26], told[27], told[52]) == ("A", "Z", "AA", "AB", "BA")
    assert len(set(told)) == 60
    assert give_letters(["new", "0"], letters)["0"] == "A"


def test_nobody_known_has_neither() -> None:
    t = Teller(article_of("It rains, he said. It snows, Ann said."))
    t.claim(0, ["It rains"], "said", "he", None)
    t.claim(0, ["It snows"], "|said|.", "Ann", t.speaker("Ann"))
    t.claim(0, ["snows"], None, None, t.speaker("unknown", "unknown"))
    speakers = {s.id: s for s in t.speakers.values()}
    assert find_heard(t.claims, speakers, {c.id: 0 for c in t.claims}) == {"Ann": [0]}
