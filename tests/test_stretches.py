from dataclasses import replace

import pytest

from secondhand import stretches
from secondhand.article import Article, Hyperlink, Paragraph
from secondhand.claim import Analysis, Claim, Link, ModelInfo, Span, Speaker, Stance
from secondhand.stretches import Stretch, cut_stretch, join_analyses

MODEL = ModelInfo("stub", "1")


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make stretches of about 20 characters, with 5 beside them."""
    monkeypatch.setattr(stretches, "LENGTH", 20)
    monkeypatch.setattr(stretches, "BESIDE", 5)


def article(*paragraphs: str) -> Article:
    text, made = "\n".join(paragraphs), []
    for words in paragraphs:
        start = made[-1].end + 1 if made else 0
        made.append(Paragraph(start, start + len(words)))
    return Article(text, tuple(made), publisher="AP")


LINES = article(*["aaa bbb."] * 6)
"""six paragraphs of 8 characters: at 0, 9, 18, 27, 36 and 45"""


def claim(at: int, id: str, speaker: str | None = None, parent: str | None = None) -> Claim:
    span = Span(at, at + 3, "aaa")
    links = (Link("AP", "organization", "published"), Link("Lee", "person", "said", (span,)))
    stance = Stance("certain", "neutral")
    return Claim(id, parent, 0, "indirect", (span,), None, (), speaker, "name", None, links, stance, 0.5)


def speaker(id: str, name: str, *at: int) -> Speaker:
    return Speaker(id, name, "person", None, tuple(Span(a, a + 3, "aaa") for a in at))


def test_a_short_article_is_one() -> None:
    whole = article("aaa bbb.", "ccc ddd.")
    assert stretches.find_stretches(whole) == [Stretch(0, 0, 17, 17)]
    assert cut_stretch(whole, stretches.find_stretches(whole)[0]) is whole


def test_a_long_one_is_cut_between_paragraphs_and_read_a_little_beyond() -> None:
    assert stretches.find_stretches(LINES) == [
        Stretch(0, 0, 18, 23),
        Stretch(13, 18, 36, 41),
        Stretch(31, 36, 53, 53),
    ]


def test_whole_paragraphs_are_read_beside_it_where_they_are_short() -> None:
    found = stretches.find_stretches(article("a" * 15, "bb", "c" * 15, "dd"))
    assert found == [Stretch(0, 0, 19, 24), Stretch(16, 19, 37, 37)]


def test_a_paragraph_without_end_is_cut_between_sentences_else_words_else_anywhere() -> None:
    for text, cut in (
        ("Aaa bbbbbbbb. Ccc dddd eeee.", 14),
        ("aaa bbbb cccc dddd eeee ffff", 19),
        ("a" * 30, 20),
    ):
        assert [one.end for one in stretches.find_stretches(article(text))] == [cut, len(text)]


def test_a_rest_of_a_quarter_more_is_no_stretch_of_its_own() -> None:
    many = [len(stretches.find_stretches(article("a" * length))) for length in (20, 21, 25, 26)]
    assert many == [1, 1, 1, 2]
    assert [one.end for one in stretches.find_stretches(article("a" * 45))] == [20, 45]


@pytest.mark.parametrize(
    ("paragraphs", "cut"),
    [
        (("aaa bbb.", "c" * 60), 20),
        (("aaa bbbb.", "c" * 60), 20),
        (("aaa bbbbb.", "c" * 60), 11),
        (("aaaa. " + "b" * 60,), 20),
        (("aa. bbbbbb. " + "c" * 60,), 12),
    ],
)
def test_no_stretch_is_shorter_than_half(paragraphs: tuple[str, ...], cut: int) -> None:
    assert stretches.find_stretches(article(*paragraphs))[0].end == cut


def test_later_stretches_are_no_shorter_than_half_either() -> None:
    found = stretches.find_stretches(article("a" * 19, "bbb bbb", "c" * 60))
    assert [one.end for one in found[:2]] == [20, 40]


def test_an_article_of_one_stretch_is_joined_as_it_is() -> None:
    whole = article("aaa bbb.")
    found = Analysis((speaker("s7", "Lee", 0),), (claim(0, "x", "s7"),), MODEL)
    assert join_analyses(whole, [(Stretch(0, 0, 8, 8), found)], MODEL) is found


def test_every_character_is_of_one_stretch() -> None:
    found = stretches.find_stretches(article(*("x" * (n % 31 + 1) for n in range(60))))
    assert [a.end for a in found[:-1]] == [b.start for b in found[1:]]
    assert all(s.lead <= s.start < s.end <= s.tail for s in found)
    assert max(s.end - s.start for s in found) <= 25


def test_a_part_is_an_article_with_offsets_of_its_own() -> None:
    whole = replace(LINES, hyperlinks=(Hyperlink(0, 3, "https://a/"), Hyperlink(27, 30, "https://b/")))
    found = cut_stretch(whole, Stretch(13, 18, 36, 41))
    assert found.text == whole.text[13:41]
    assert [(p.start, p.end) for p in found.paragraphs] == [(0, 4), (5, 13), (14, 22), (23, 28)]
    assert found.hyperlinks == (Hyperlink(14, 17, "https://b/"),)
    assert found.publisher == "AP"


def test_a_wire_credit_at_the_top_holds_to_the_end() -> None:
    wire = replace(article("Wire bbb.", *["aaa bbb."] * 5), credit="Wire")
    credit = Link("Wire", "organization", "reported", (Span(0, 4, "Wire"),))
    first, later = claim(10, "c1"), claim(5, "c1")
    told = replace(first, chain=(first.chain[0], credit, *first.chain[1:]))
    parts = [
        (Stretch(0, 0, 19, 24), Analysis((), (told,), MODEL)),
        (Stretch(14, 19, 54, 54), Analysis((), (later,), MODEL)),
    ]
    chains = [c.chain for c in join_analyses(wire, parts, MODEL).claims]
    assert [[link.name for link in chain] for chain in chains] == [["AP", "Wire", "Lee"]] * 2
    assert chains[1][1] == credit


def test_what_is_joined_is_told_of_the_whole_article() -> None:
    first = Analysis((speaker("s1", "Lee", 0),), (claim(0, "c1", "s1"), claim(18, "c2", "s1")), MODEL)
    second = Analysis(
        (speaker("s1", "Ann", 5), speaker("s2", "Lee", 0, 14)),
        (claim(0, "c1", "s2"), claim(5, "c2", "s1"), claim(5, "c3", "s2", "c2"), claim(14, "c4", "s2")),
        MODEL,
    )
    parts = [(Stretch(0, 0, 18, 23), first), (Stretch(13, 18, 53, 53), second)]
    found = join_analyses(LINES, parts, MODEL)
    assert [(c.id, c.parent, c.start, c.paragraph) for c in found.claims] == [
        ("c1", None, 0, 0), ("c2", None, 18, 2), ("c3", "c2", 18, 2), ("c4", None, 27, 3),
    ]  # fmt: skip
    assert [[s.name for s in found.speakers if s.id == c.speaker] for c in found.claims] == [
        ["Lee"], ["Ann"], ["Lee"], ["Lee"],
    ]  # fmt: skip
    assert [m.start for s in found.speakers if s.name == "Lee" for m in s.mentions] == [0, 13, 27]
    assert [c.chain[1].evidence[0].start for c in found.claims] == [0, 18, 18, 27]
    assert all(LINES.text[s.start : s.end] == s.text for c in found.claims for s in c.parts)


def test_a_mention_that_two_stretches_see_is_one() -> None:
    first = Analysis((speaker("s1", "Lee", 0, 13),), (claim(0, "c1", "s1"),), MODEL)
    second = Analysis((speaker("s1", "Lee", 0, 1, 14),), (claim(5, "c1", "s1"),), MODEL)
    parts = [(Stretch(0, 0, 18, 23), first), (Stretch(13, 18, 53, 53), second)]
    (lee,) = join_analyses(LINES, parts, MODEL).speakers
    # What begins within a mention that is known is part of it; what begins where that ends is another one.
    assert [(m.start, m.end) for m in lee.mentions][:2] == [(0, 3), (13, 16)]
    assert [m.start for m in lee.mentions] == [0, 13, 27]
    beside = replace(second, speakers=(speaker("s1", "Lee", 3),))
    (lee,) = join_analyses(LINES, [parts[0], (parts[1][0], beside)], MODEL).speakers
    assert [m.start for m in lee.mentions] == [0, 13, 16]


def test_a_role_that_is_told_first_stays() -> None:
    def known(role: str | None) -> Analysis:
        return Analysis((replace(speaker("s1", "Lee", 0), role=role),), (claim(5, "c1", "s1"),), MODEL)

    def role_of(first: str | None, second: str | None) -> str | None:
        parts = [(Stretch(0, 0, 18, 23), known(first)), (Stretch(13, 18, 53, 53), known(second))]
        (lee,) = join_analyses(LINES, parts, MODEL).speakers
        return lee.role

    assert role_of("mayor", "former mayor") == "mayor"
    assert role_of(None, "former mayor") == "former mayor"
