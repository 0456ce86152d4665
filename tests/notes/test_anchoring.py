import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondhand.notes.anchoring import AROUND, find_anchor, make_anchor
from secondhand.notes.highlight import Anchor
from tests.notes.literals import SCRIPTS, mark

TEXT = (
    "The minister said that talks were going well. The mayor said “the bridge is safe – for now”. "
    "Later the minister said that talks were over, and the mayor said nothing at all about it."
)


def found(text: str, words: str, now: str) -> str | None:
    """Return which words of ``now`` are taken for ``words`` of ``text``."""
    place = find_anchor(now, mark(text, words))
    assert place is None or now[place.start : place.end] == place.exact
    return place.exact if place else None


def test_an_anchor_knows_what_stands_around_it() -> None:
    assert make_anchor("one two three", 4, 7) == Anchor(4, 7, "two", "one ", " three")
    long = "x" * 100
    made = make_anchor(long, 40, 60)
    assert (len(made.prefix), len(made.suffix)) == (AROUND, AROUND)


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_words_are_where_they_were(text: str) -> None:
    for start, end in ((0, 5), (8, 20), (len(text) - 6, len(text)), (0, len(text))):
        made = make_anchor(text, start, end)
        assert find_anchor(text, made) == made


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
@pytest.mark.parametrize("before", ["Updated at noon. ", "更新：", "👩‍👩‍👧 ", "تحديث "])
def test_words_that_moved_are_found_with_new_surroundings(text: str, before: str) -> None:
    made = make_anchor(text, 8, 20)
    assert find_anchor(before + text, made) == make_anchor(before + text, 8 + len(before), 20 + len(before))


def test_of_equal_words_those_in_the_same_surroundings_are_meant() -> None:
    second = TEXT.index("said that talks", 40)
    made = make_anchor(TEXT, second, second + len("said that talks"))
    now = "Correction: the mayor said that talks are on. " + TEXT
    place = find_anchor(now, made)
    assert place and place.start == now.index("said that talks were over")


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_surroundings_fit_only_where_they_are_the_same(first: str, second: str) -> None:
    text = f"xx {first}. It is said here. xx {second}. It is said here."
    after = f"It is said {first} here. It is said {second} here."
    for there in (text, after):
        words = "It is said"
        wanted = make_anchor(there, there.rindex(words), there.rindex(words) + len(words))
        assert find_anchor(there, replace(wanted, start=0, end=len(words))) == wanted


def test_what_stands_behind_tells_equal_words_apart_where_nothing_stands_before() -> None:
    text = "x It is said a here. x It is said b here."
    place = find_anchor(text, Anchor(2, 12, "It is said", "", " b here."))
    assert place and place.start == text.rindex("It is said")
    place = find_anchor(text, Anchor(25, 35, "It is said", "", " a here."))
    assert place and place.start == text.index("It is said")


def test_of_equal_words_in_equal_surroundings_the_nearest_are_meant() -> None:
    text = "He said no. " * 9
    made = make_anchor(text, 12 * 4 + 3, 12 * 4 + 7)
    now = "Hm. " + text
    place = find_anchor(now, made)
    assert place and place.start == made.start + 4


def test_words_at_the_old_place_are_not_meant_where_others_fit_better() -> None:
    now = "The mayor said that talks were on. " + TEXT[len("The mayor said that talks were on. ") :]
    now = now + " The minister said that talks were going well."
    place = find_anchor(now, mark(TEXT, "said that"))
    assert place and now[place.start - 13 : place.start] == "The minister "


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ('The mayor said "the bridge is safe - for now".', '"the bridge is safe - for now"'),
        (
            "The mayor said\n “the bridge\n   is safe\u00a0– for now”.",
            "“the bridge\n   is safe\u00a0– for now”",
        ),
        ("The mayor said „the bridge is safe — for now“.", "„the bridge is safe — for now“"),
    ],
)
def test_spaces_quotation_marks_and_dashes_do_not_matter(now: str, words: str) -> None:
    assert found(TEXT, "“the bridge is safe – for now”", now) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("The mayor said “the bridges are safe – for now”.", "“the bridges are safe – for now”"),
        (
            "Today the mayor said “the old bridge is safe – for now”. Yes.",
            "“the old bridge is safe – for now”",
        ),
        ("“the bridge is safe for now”", "“the bridge is safe for now”"),
    ],
)
def test_words_that_were_changed_a_little_are_found(now: str, words: str) -> None:
    assert found(TEXT, "“the bridge is safe – for now”", now) == words


@pytest.mark.parametrize(
    "now",
    [
        "The mayor said nothing.",
        "Nobody knows whether a single bridge in the town is safe for anyone to cross now.",
        "x",
        "",
    ],
)
def test_words_that_are_gone_are_not_found(now: str) -> None:
    assert found(TEXT, "“the bridge is safe – for now”", now) is None


def test_changed_letters_with_marks_are_found() -> None:
    text = SCRIPTS["combining"]
    now = text.replace("e\u0301", "é")
    assert found(text, "de\u0301clare\u0301 que la re\u0301forme", now) == "déclaré que la réforme"


def test_changed_chinese_is_found() -> None:
    text = "外交部发言人表示，中方对此表示严重关切，希望有关各方保持冷静和克制。记者追问时，他没有回答。"
    now = "新华社：" + text.replace("严重关切", "高度关切")
    words = "中方对此表示严重关切，希望有关各方保持冷静和克制"
    assert found(text, words, now) == "中方对此表示高度关切，希望有关各方保持冷静和克制"


def test_a_short_word_is_not_found_among_other_words() -> None:
    assert found("She said no. He left.", "no", "There is no evidence for that.") is None
    assert found("She said no. He left.", "no", "At noon she said: he left.") is None


def test_words_are_not_found_inside_other_words() -> None:
    assert (
        found("He praised the art of Rome.", "the art of", "He bathe art offers. Yes, the art of Rome.")
        == "the art of"
    )


def test_nothing_is_found_for_no_words() -> None:
    assert find_anchor(TEXT, Anchor(0, 0, "")) is None
    assert find_anchor(TEXT, Anchor(3, 4, " ")) is None


def test_words_without_place_or_surroundings_are_found() -> None:
    assert find_anchor(TEXT, Anchor(0, 0, "talks were over")) == mark(TEXT, "talks were over")


@pytest.mark.parametrize("length", [3, 200, 5000, 100_000])
@pytest.mark.parametrize("gone", [False, True])
def test_a_long_text_does_not_take_long(length: int, gone: bool) -> None:
    words = ["the", "mayor", "told", "officials", "bridges", "were", "safe", "ministers", "deny", "it"]
    text = " ".join(words[i * i * 7919 % 97 % len(words)] for i in range(160_000))
    assert len(text) > 800_000
    made = make_anchor(text, 400_000, 400_000 + length)
    now = text[: made.start] + text[made.end :] if gone else f"new {text}"
    began = time.process_time()
    find_anchor(now, made)
    assert time.process_time() - began < 5


@given(st.data())
@settings(derandomize=True, database=None, max_examples=150, deadline=None)
def test_whatever_is_put_in_elsewhere_words_are_found_and_their_place_is_true(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=120))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = make_anchor(text, start, end)
    assert find_anchor(text, made) == (made if made.exact.strip() else None)
    new = data.draw(st.text(max_size=60))
    at = data.draw(st.sampled_from([0, len(text)]))
    now = text[:at] + new + text[at:]
    place = find_anchor(now, made)
    if place:
        assert place == make_anchor(now, place.start, place.end)
        assert place.exact.strip()
    if len(made.exact.strip()) >= 10:
        assert place


@given(st.text(max_size=80), st.text(max_size=40), st.integers(0, 10**9))
@settings(derandomize=True, database=None, max_examples=150, deadline=None)
def test_any_anchor_may_be_looked_for_in_any_text(text: str, words: str, start: int) -> None:
    place = find_anchor(
        text, replace(Anchor(start, start + len(words), words), prefix=words[:3], suffix=text[:3])
    )
    assert place is None or text[place.start : place.end] == place.exact
