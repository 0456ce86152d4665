from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.cue_edges import trim_cues
from tests.pipeline.making import attribution, parsed, passage

DECLINED = (
    "Lee/PROPN/nsubj/1 declined/VERB/ROOT/1 to/PART/mark/3 say/VERB/xcomp/1 who/PRON/nsubj/6 would/AUX/aux/6 "
    "attend/VERB/ccomp/3"
)
CALLED = (
    "Lee/PROPN/nsubj/1 called/VERB/ROOT/1 the/DET/det/3 dam/NOUN/obj/1 a/DET/det/5 wreck/NOUN/xcomp/1 "
    "again/ADV/advmod/1"
)
DENIED = (
    "Lee/PROPN/nsubj/1 denied/VERB/ROOT/1 a/DET/det/4 Varn/PROPN/compound/4 report/NOUN/obj/1 "
    "that/SCONJ/mark/7 it/PRON/nsubj/7 rains/VERB/acl/4"
)
ASKED = (
    "Most/ADJ/nsubj/4 of/ADP/case/2 those/PRON/nmod/0 asked/VERB/acl/2 said/VERB/ROOT/4 it/PRON/nsubj/6 "
    "rains/VERB/ccomp/4"
)


def drawn(words: str, content: str, cue: str, source: str | None = None) -> tuple[list[str], str, list[str]]:
    """Return sources, cue and contents of the one attribution of ``words``."""
    doc = parsed(words)
    for token in doc:
        if token.text == "said":
            token.set_morph("VerbForm=Fin")
    text = doc.text
    given = replace(passage(text), doc=doc)
    (node,) = trim_cues(given, [Node(attribution(text, content, cue, source))])
    found = node.attribution
    return [text[s:e] for s, e in found.source], text[slice(*node.cue)], [text[s:e] for s, e in found.content]


@pytest.mark.parametrize(
    ("words", "content", "cue", "expected"),
    [
        (DECLINED, "who would attend", "declined to say", ("declined", "to say who would attend")),
        (DECLINED, "say who would attend", "declined to", ("declined", "to say who would attend")),
        (DECLINED, "to say who would attend", "declined", ("declined", "to say who would attend")),
        (
            DECLINED.replace("declined", "hoped"),
            "who would attend",
            "hoped to say",
            ("hoped to say", "who would attend"),
        ),
        (CALLED, "a wreck", "called the dam", ("called", "the dam a wreck")),
        (CALLED, "again", "called the dam a wreck", ("called the dam a wreck", "again")),
        (DENIED, "that it rains", "denied a", ("denied", "a Varn report that it rains")),
    ],
)
def test_what_is_said_begins_where_the_verb_ends(
    words: str, content: str, cue: str, expected: tuple[str, str]
) -> None:
    source, shown, (said,) = drawn(words, content, cue, "Lee")
    assert (source, (shown, said)) == (["Lee"], expected)


def test_who_was_asked_says_it_by_the_verb_behind() -> None:
    assert drawn(ASKED, "said it rains", "asked") == (["Most of those asked"], "said", ["it rains"])
    assert drawn(ASKED, "it rains", "said") == ([], "said", ["it rains"])


def test_without_a_parse_nothing_is_changed() -> None:
    node = Node(attribution("Lee declined to say who.", "who", "declined to say", "Lee"))
    assert trim_cues(passage("Lee declined to say who."), [node]) == [node]
