from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.nesting import nest_claims
from secondhand.pipeline.rules.uncued_quotations import add_uncued_quotations
from tests.pipeline.making import attribution, parsed, passage

QUOTE = "“It will not rain before June.”"
MORE = "“And the wells are low.”"


def read(text: str, *nodes: Node) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of every node; the first line is no headline here."""
    found = [n.attribution for n in add_uncued_quotations(replace(passage(text), headline=None), nodes)]
    return [
        (
            "".join(text[s:e] for s, e in f.source),
            text[slice(*f.cue)],
            [text[s:e] for s, e in f.content],
        )
        for f in found
    ]


@pytest.mark.parametrize("gap", ["\n", " "])
def test_a_sentence_that_is_a_quotation_is_a_claim_of_its_own(gap: str) -> None:
    text = f"Lee said it was dry.{gap}{QUOTE}"
    node = Node(attribution(text, "it was dry", "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["it was dry"]), ("", "", [QUOTE])]


def test_what_the_heads_joined_to_other_words_is_taken_out() -> None:
    text = f"Lee said it was dry. {QUOTE} {MORE}"
    node = Node(attribution(text, ["it was dry", QUOTE, MORE], "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["it was dry"]), ("", "", [f"{QUOTE} {MORE}"])]


def test_a_quotation_that_a_cue_breaks_stays_one() -> None:
    text = f"“We sow in May,” Lee said. {QUOTE}"
    node = Node(attribution(text, ["“We sow in May,”", QUOTE], "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["“We sow in May,”", QUOTE])]


def test_in_another_paragraph_it_stands_alone_where_the_one_before_has_ended() -> None:
    text = f"“We sow in May,” Lee said.\n{QUOTE}"
    node = Node(attribution(text, ["“We sow in May,”", QUOTE], "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["“We sow in May,”"]), ("", "", [QUOTE])]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = f"Lee said: “It is dry.\n{QUOTE}"
    node = Node(attribution(text, "“It is dry.", "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["“It is dry."])]


@pytest.mark.parametrize(
    "then",
    [
        "“It will not rain before June,” Hale said.",
        "“Will it not rain before June?” asked Hale.",
        "“The Long Rain”",
        "It will not rain before June.",
        "They call it “a spring without any rain.”",
    ],
)
def test_other_quotations_are_no_claims(then: str) -> None:
    text = f"“We sow in May,” Lee said.\n{then}"
    node = Node(attribution(text, "“We sow in May,”", "said", "Lee"))
    assert read(text, node) == [("Lee", "said", ["“We sow in May,”"])]


def test_what_another_claim_has_is_left_to_it() -> None:
    text = f"Lee said it was dry.\n{QUOTE}\nSo Hale wrote."
    said = Node(attribution(text, "it was dry", "said", "Lee"))
    wrote = Node(attribution(text, QUOTE, "wrote", "Hale"))
    assert read(text, said, wrote) == [("Lee", "said", ["it was dry"]), ("Hale", "wrote", [QUOTE])]


def test_what_is_said_inside_one_is_nested_in_it() -> None:
    text = "It is dry.\n“The mayor said it will not rain before June.”"
    inner = Node(attribution(text, "it will not rain before June", "said", "The mayor"))
    given = replace(passage(text), headline=None)
    (outer,) = nest_claims(given, add_uncued_quotations(given, [inner]))
    assert [child.cue for child in outer.children] == [inner.cue]


def test_a_sentence_with_a_colon_introduces_one() -> None:
    text = f"It is dry. Ann Lee continued:\n{QUOTE}"
    assert read(text) == [("Ann Lee", "continued", [QUOTE])]


def test_a_colon_after_anything_else_names_nobody() -> None:
    for before in ("The rule is simple:", "Much has changed since Lee left the valley:"):
        assert read(f"{before}\n{QUOTE}") == [("", "", [QUOTE])]


def test_a_headline_is_none() -> None:
    text = f"{QUOTE}\nIt has been dry since the first week of March, and the wells are low."
    assert add_uncued_quotations(passage(text), []) == []


def test_a_line_without_a_verb_that_ends_in_a_name_and_a_colon_introduces_one() -> None:
    doc = parsed(
        "From/ADP/case/2 the/DET/det/2 desk/NOUN/nmod/4 of/ADP/case/4 Lee/PROPN/ROOT/4/_ :/PUNCT/punct/4 "
        "“/PUNCT/punct/8/_ It/PRON/nsubj/8 rains/VERB/ROOT/8 in/ADP/case/11 all/DET/det/11 "
        "valleys/NOUN/obl/8/_ ./PUNCT/punct/8/_ ”/PUNCT/punct/8/_"
    )
    at = doc.text.index("“")
    given = replace(passage(doc.text), doc=doc, headline=None, paragraphs=((0, at - 1), (at, len(doc.text))))
    (found,) = (n.attribution for n in add_uncued_quotations(given, []))
    assert [doc.text[s:e] for s, e in (*found.source, found.cue)] == ["Lee", ":"]
    doc[2].pos_ = "VERB"
    (found,) = (n.attribution for n in add_uncued_quotations(given, []))
    assert found.source == ()


LINE = (
    "{}/ADP/case/1 Ann/PROPN/ROOT/1 Lee/PROPN/flat/1/_ ,/PUNCT/punct/5 chief/ADJ/amod/5 diver/NOUN/appos/1/_ "
    "./PUNCT/punct/1 “/PUNCT/punct/9/_ It/PRON/nsubj/9 rains/VERB/ROOT/9 in/ADP/case/12 all/DET/det/12 "
    "valleys/NOUN/obl/9/_ ./PUNCT/punct/9/_ ”/PUNCT/punct/9/_"
)


@pytest.mark.parametrize(("first", "found"), [("From", ["Ann Lee", "From"]), ("Near", [""])])
def test_so_does_a_line_that_says_from_whom_it_is_without_a_colon(first: str, found: list[str]) -> None:
    doc = parsed(LINE.format(first), {"Ann Lee": "PERSON"})
    at = doc.text.index("“")
    given = replace(passage(doc.text), doc=doc, headline=None, paragraphs=((0, at - 1), (at, len(doc.text))))
    (node,) = add_uncued_quotations(given, [])
    assert [doc.text[s:e] for s, e in (*node.attribution.source, node.cue)] == found
