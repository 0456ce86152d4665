from __future__ import annotations

from itertools import pairwise

import pytest

from secondhand.quotations import (
    DEEPEST,
    Quotation,
    find_outermost,
    find_quotations,
    kind_of,
    mark_states,
)


def words(text: str) -> list[str]:
    """The quoted words of ``text``, marks included, in the order they open."""
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and left.', '"yes"'),
        ("He said “yes” and left.", "“yes”"),
        ("He said ‘yes’ and left.", "‘yes’"),
        ("He said 'yes' and left.", "'yes'"),
        ("Il dit «oui» et part.", "«oui»"),
        ("Er sagte „ja“ und ging.", "„ja“"),
        ("Er sagte „ja” und ging.", "„ja”"),
        ("Il dit ‹oui› et part.", "‹oui›"),
        ('"Yes," he said.', '"Yes,"'),
        ('It is called "so"—truly.', '"so"'),
        ('They (the "winners") left.', '"winners"'),
    ],
)
def test_each_kind_of_mark_encloses_a_quotation(text: str, quoted: str) -> None:
    found = find_quotations(text)
    assert words(text) == [quoted]
    assert found[0].closed
    assert found[0].depth == 0


@pytest.mark.parametrize(
    "text",
    [
        "The 'losers' and the 'winners' left.",
        "He named 'the losers' first.",
        "‘The losers’ met ‘the winners’.",
    ],
)
def test_an_s_before_a_mark_that_closes_is_no_possessive(text: str) -> None:
    assert all(w.endswith(("losers'", "losers’", "winners'", "winners’")) for w in words(text))
    assert len(words(text)) == text.count("ers'") + text.count("ers’")


def test_several_quotations_stay_apart() -> None:
    assert words('"One," he said, "two," and "three".') == ['"One,"', '"two,"', '"three"']


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("\"He told me 'no' today,\" she said.", "\"He told me 'no' today,\"", "'no'"),
        ("“He told me ‘no’ today,” she said.", "“He told me ‘no’ today,”", "‘no’"),
        ("‘He told me “no” today,’ she said.", "‘He told me “no” today,’", "“no”"),
        ("«He told me “no” today», she said.", "«He told me “no” today»", "“no”"),
        ("'He told me \"no\" today,' she said.", "'He told me \"no\" today,'", '"no"'),
    ],
)
def test_a_quotation_inside_another_lies_deeper(text: str, outer: str, inner: str) -> None:
    found = find_quotations(text)
    assert [(text[q.start : q.end], q.depth, q.closed) for q in found] == [(outer, 0, True), (inner, 1, True)]


@pytest.mark.parametrize(
    "text",
    [
        "They don't know.",
        "They don’t know.",
        "The dogs' food is gone.",
        "The dogs’ food is gone.",
        "In the '90s it was so.",
        "In the ’90s it was so.",
        "Rock 'n' roll is here.",
        "Tell 'em so, O'Brien.",
        "Tell ‘em so.",
        "'Twas so.",
        "",
        "No marks at all.",
        'A pipe of 5" across.',
    ],
)
def test_apostrophes_and_stray_marks_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("\"They don't like the dogs' food,\" he said.", "\"They don't like the dogs' food,\""),
        ("“They don’t like the dogs’ food,” he said.", "“They don’t like the dogs’ food,”"),
        ("'They don't know,' he said.", "'They don't know,'"),
        ("‘They don’t know,’ he said.", "‘They don’t know,’"),
        ("'We kept the farmers' land', he said.", "'We kept the farmers' land'"),
        ("‘The workers’ yard, since ’74,’ he said.", "‘The workers’ yard, since ’74,’"),
        ('"It was like the \'90s," he said.', '"It was like the \'90s,"'),
    ],
)
def test_apostrophes_do_not_end_a_quotation(text: str, quoted: str) -> None:
    assert words(text) == [quoted]


@pytest.mark.parametrize("mark", ['"', "“", "«"])
def test_a_quotation_never_closed_runs_to_the_end_of_its_paragraph(mark: str) -> None:
    text = f"{mark}He left. And then he came back."
    assert find_quotations(text) == [Quotation(0, len(text), 0, closed=False)]


def test_an_odd_number_of_marks_loses_no_quotation() -> None:
    text = '"One," he said, "two. And three.'
    assert words(text) == ['"One,"', '"two. And three.']
    assert [q.closed for q in find_quotations(text)] == [True, False]


def test_a_mark_left_out_does_not_turn_the_others_inside_out() -> None:
    assert '"Two,"' in words('He said "one. Then he said "Two," and left.')


def test_marks_the_wrong_way_round_still_enclose() -> None:
    assert words("”Hello,” he said.") == ["”Hello,”"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = 'First "one" here.\nThen "two" there.'
    found = find_quotations(text, text.index("Then"), len(text))
    assert [text[q.start : q.end] for q in found] == ['"two"']


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = '"Open here.\nNot "here" any more.'
    end = text.index("\n")
    assert find_quotations(text, 0, end) == [Quotation(0, end, 0, closed=False)]
    assert [text[q.start : q.end] for q in find_quotations(text, end + 1)] == ['"here"']


def test_states_tell_opening_inside_and_closing() -> None:
    text = 'a "bc" d'
    assert mark_states(find_quotations(text), 0, len(text)) == bytes([0, 0, 2, 1, 1, 3, 0, 0])


def test_states_of_an_open_quotation_have_no_closing_mark() -> None:
    text = 'ab\na "bc'
    assert mark_states(find_quotations(text, 3), 3, len(text)) == bytes([0, 0, 2, 1, 1])


def test_marks_that_open_without_end_take_no_longer_each() -> None:
    found = find_quotations("“" * 100_000 + "It rains.”")
    assert len(found) == DEEPEST
    assert [q.depth for q in found if q.closed] == [DEEPEST - 1]


def kind_in(text: str, *content: str) -> str:
    """Return the kind of the words ``content`` of ``text``, each line of which is a paragraph."""
    breaks = [-1, *(at for at, c in enumerate(text) if c == "\n"), len(text)]
    quoted = find_outermost(text, [(a + 1, b) for a, b in pairwise(breaks)])
    places = [(text.index(words), text.index(words) + len(words)) for words in content]
    return kind_of(text, places, [(q.start, q.end) for q in quoted])


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“It rains,” he said.", ["“It rains,”"], "direct"),
        ("“It rains,” he said.", ["It rains"], "direct"),
        ('"It rains," he said, "and snows."', ['"It rains,"', '"and snows."'], "direct"),
        ('"It rains," he said, "and snows."', ["he said"], "indirect"),
        ("«Il pleut», dit-il.", ["Il pleut"], "direct"),
        ("„Es regnet“, sagte er.", ["Es regnet"], "direct"),
        ("He said ‘it rains’ and left.", ["it rains"], "direct"),
        ("He told us “he said ‘no’ twice” then.", ["he said ‘no’ twice"], "direct"),
        ("He said that it “rains” and that he’d go.", ["it “rains” and that he’d go"], "mixed"),
        ('"It rains," Ann said, and it pours.', ['"It rains,"', "it pours"], "mixed"),
        ("He said it’s Ann’s and the boys’ turn.", ["it’s Ann’s and the boys’ turn"], "indirect"),
        ('Ann said it rains. "No," he said.', ["it rains"], "indirect"),
        ('"No," he said. Ann said it rains.', ["it rains"], "indirect"),
        ("“It rains. And then\n\n“It snows.”", ["It rains. And then"], "direct"),
        ('A "word" here.\nHe said that it rains.', ["it rains"], "indirect"),
        ('An open "quotation here.\nHe said that it rains.', ["it rains"], "indirect"),
        ('Ann said: "It rains', ['"It rains'], "direct"),
    ],
)
def test_kind_is_how_much_stands_in_quotation_marks(text: str, content: list[str], kind: str) -> None:
    assert kind_in(text, *content) == kind


def test_a_quotation_that_only_touches_the_words_does_not_hold_them() -> None:
    assert kind_of('"a"b"c"', [(3, 4)], [(0, 3), (4, 7)]) == "indirect"
    assert kind_of('"a"b"c"', [(3, 6)], [(0, 3), (4, 7)]) == "mixed"
