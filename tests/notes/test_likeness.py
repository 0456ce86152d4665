import pytest

from secondhand.notes.likeness import find_alike
from tests.notes.literals import mark

TEXT = "First this. The minister said on Friday that talks with the union were going well so far. Then that."
WORDS = "talks with the union were going well so far"


@pytest.mark.parametrize(
    "now",
    [
        "talks with unions were going well so far",
        "talks with the union were going very well so far",
        "the talks with the union went well so far",
        "Talks with the union – were going well so far",
    ],
)
@pytest.mark.parametrize("far", [0, 5000])
def test_changed_words_are_found_whole(now: str, far: int) -> None:
    text = "word " * (far // 5) + f"First this. She said that {now}. Then that."
    place = find_alike(text, mark(TEXT, WORDS))
    assert place
    assert text[slice(*place)].removeprefix("the ") == now.removeprefix("the ")


def test_the_nearer_of_two_is_meant() -> None:
    changed = WORDS.replace("union", "unions")
    text = f"{TEXT.replace(WORDS, changed)}{' far' * 2000} {WORDS}"
    assert find_alike(text, mark(TEXT, WORDS)) == (text.index(changed), text.index(changed) + len(changed))


def test_long_words_are_found_by_their_beginning_and_end() -> None:
    words = " ".join(f"sentence {n} of many." for n in range(200))
    text = f"Before. {words.replace('sentence 100 of', 'sentence one hundred of')} After."
    place = find_alike(text, mark(f"Before. {words}", words))
    assert place
    assert text[slice(*place)] == text[8:-7]


@pytest.mark.parametrize("text", ["", "x", "Nothing of the kind was said by anyone.", "talks went well"])
def test_what_is_too_unlike_is_not_found(text: str) -> None:
    assert find_alike(text, mark(TEXT, WORDS)) is None
