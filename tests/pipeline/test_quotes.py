from __future__ import annotations

import pytest

from secondhand.pipeline.quotes import DEEPEST, Quotation, quotations, states, stripped


def words(text: str) -> list[str]:
    """The quoted words of ``text``, marks included, in the order they open."""
    return [text[q.start : q.end] for q in quotations(text)]


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
    found = quotations(text)
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
    found = quotations(text)
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
    assert quotations(text) == []


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
    assert quotations(text) == [Quotation(0, len(text), 0, closed=False)]


def test_an_odd_number_of_marks_loses_no_quotation() -> None:
    text = '"One," he said, "two. And three.'
    assert words(text) == ['"One,"', '"two. And three.']
    assert [q.closed for q in quotations(text)] == [True, False]


def test_a_mark_left_out_does_not_turn_the_others_inside_out() -> None:
    assert '"Two,"' in words('He said "one. Then he said "Two," and left.')


def test_marks_the_wrong_way_round_still_enclose() -> None:
    assert words("”Hello,” he said.") == ["”Hello,”"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = 'First "one" here.\nThen "two" there.'
    found = quotations(text, text.index("Then"), len(text))
    assert [text[q.start : q.end] for q in found] == ['"two"']


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = '"Open here.\nNot "here" any more.'
    end = text.index("\n")
    assert quotations(text, 0, end) == [Quotation(0, end, 0, closed=False)]
    assert [text[q.start : q.end] for q in quotations(text, end + 1)] == ['"here"']


def test_states_tell_opening_inside_and_closing() -> None:
    text = 'a "bc" d'
    assert states(quotations(text), 0, len(text)) == bytes([0, 0, 2, 1, 1, 3, 0, 0])


def test_states_of_an_open_quotation_have_no_closing_mark() -> None:
    text = 'ab\na "bc'
    assert states(quotations(text, 3), 3, len(text)) == bytes([0, 0, 2, 1, 1])


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"all of it"', "all of it"),
        ("“all of it”", "all of it"),
        ('"never closed', "never closed"),
        ('"one" and "two"', '"one" and "two"'),
        ("no marks", "no marks"),
        ('some "marks"', 'some "marks"'),
        ('"', '"'),
        ("", ""),
    ],
)
def test_only_marks_around_everything_are_stripped(text: str, inner: str) -> None:
    start, end = stripped(text, 0, len(text))
    assert text[start:end] == inner


def test_marks_that_open_without_end_take_no_longer_each() -> None:
    found = quotations("“" * 100_000 + "It rains.”")
    assert len(found) == DEEPEST
    assert [q.depth for q in found if q.closed] == [DEEPEST - 1]
