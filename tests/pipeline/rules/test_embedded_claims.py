from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.embedded_claims import add_embedded_claims
from tests.pipeline.making import attribution, parsed, passage

EXPERTS = (
    "Lee/PROPN/nsubj/1 said/VERB/ROOT/1 some/DET/det/3 experts/NOUN/nsubj/5 still/ADV/advmod/5 "
    "say/VERB/ccomp/1 the/DET/det/7 dam/NOUN/nsubj/9 is/AUX/cop/9 empty/ADJ/ccomp/5 now/ADV/advmod/9"
)
CLAIM = (
    "Lee/PROPN/nsubj/1 said/VERB/ROOT/1 his/PRON/nmod/3 claim/NOUN/nsubj/9 that/SCONJ/mark/8 the/DET/det/6 "
    "dam/NOUN/nsubj/8 is/AUX/cop/8 empty/ADJ/acl/3 fails/VERB/ccomp/1"
)
REQUEST = (
    "Lee/PROPN/nsubj/1 said/VERB/ROOT/1 a/DET/det/3 request/NOUN/nsubj/9 from/ADP/case/5 farmers/NOUN/nmod/3 "
    "to/PART/mark/7 open/VERB/acl/3 it/PRON/obj/7 fails/VERB/ccomp/1"
)
TOLD = (
    "Lee/PROPN/nsubj/1 said/VERB/ROOT/1 we/PRON/nsubj:pass/4 were/AUX/aux/4 told/VERB/ccomp/1 "
    "that/SCONJ/mark/7 it/PRON/nsubj/7 rains/VERB/ccomp/4"
)
CRITICISM = (
    "Lee/PROPN/nsubj/1 told/VERB/ROOT/1 of/ADP/case/4 their/PRON/nmod/4 criticism/NOUN/obl/1 of/ADP/case/7 "
    "the/DET/det/7 dam/NOUN/nmod/4"
)
MAN = (
    "Lee/PROPN/nsubj/1 met/VERB/ROOT/1 a/DET/det/3 man/NOUN/obj/1 saying/VERB/acl/3 that/SCONJ/mark/7 "
    "it/PRON/nsubj/7 rains/VERB/ccomp/4"
)


def inside(words: str, content: str, *children: Node) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what the content of Lee's one claim in ``words`` has inside."""
    doc = parsed(words)
    for token in doc:
        if token.text == "told":
            token.set_morph("Voice=Pass")
    text = doc.text
    given = replace(passage(text), doc=doc)
    (node,) = add_embedded_claims(given, [Node(attribution(text, content, text.split()[1], "Lee"), children)])
    parts = [(c.attribution.source, [c.cue], c.attribution.content) for c in node.children]
    return [tuple(" … ".join(text[s:e] for s, e in spans) for spans in part) for part in parts]  # type: ignore[misc]


def rest(words: str) -> str:
    """Return what stands behind the second of ``words``."""
    return parsed(words).text.split(" ", 2)[2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (EXPERTS, ("some experts", "still say", "the dam is empty now")),
        (EXPERTS.replace("say/", "hope/"), ("some experts", "still hope", "the dam is empty now")),
        (CLAIM, ("his", "claim", "that the dam is empty")),
        (REQUEST, ("farmers", "request", "to open it")),
        (TOLD, ("", "were told", "that it rains")),
        (CRITICISM, ("their", "criticism of", "the dam")),
        (CRITICISM.replace("of/ADP/case/7", "of/SCONJ/mark/7"), ("their", "criticism of", "the dam")),
        (MAN, ("a man", "saying", "that it rains")),
    ],
)
def test_what_a_content_tells_of_others_is_inside(words: str, found: tuple[str, str, str]) -> None:
    assert inside(words, rest(words)) == [found]


@pytest.mark.parametrize(
    "words",
    [
        EXPERTS.replace("some/DET/det/3 experts/NOUN", "then/ADV/advmod/5 I/PRON"),  # the speaker means it
        EXPERTS.replace("say/", "run/"),
        EXPERTS.replace("ccomp/5", "obj/5"),  # something is said, but not what
        EXPERTS.replace("experts/NOUN/nsubj/5", "experts/NOUN/obl/5"),
        CLAIM.replace("claim/", "dam/"),
        CLAIM.replace("that/SCONJ/mark/8", "when/SCONJ/mark/8"),
        TOLD.replace("told/", "seen/"),
        CRITICISM.replace("their/PRON/nmod/4", "the/DET/det/4"),  # nobody is told to judge
        CRITICISM.replace("of/ADP/case/7", "in/ADP/case/7"),
    ],
)
def test_what_nobody_else_says_is_not_inside(words: str) -> None:
    assert inside(words, rest(words)) == []


def test_what_is_wished_may_be_a_thing() -> None:
    wished = EXPERTS.replace("say/", "want/").replace("empty/ADJ/ccomp/5", "empty/ADJ/obj/5")
    assert inside(wished, rest(wished)) == [("some experts", "still want", "the dam is empty now")]


def test_a_source_outside_of_the_content_is_not_taken() -> None:
    assert inside(EXPERTS, "say the dam is empty now") == []


def test_a_content_cut_short_cuts_what_is_inside() -> None:
    assert inside(EXPERTS, "some experts still say the dam") == [("some experts", "still say", "the dam")]


def test_what_was_found_there_is_not_found_again() -> None:
    text = parsed(EXPERTS).text
    child = Node(attribution(text, "the dam is empty now", "say", "some experts"))
    assert len(inside(EXPERTS, rest(EXPERTS), child)) == 1


def test_what_a_child_s_content_tells_is_the_child_s_alone() -> None:
    doc = parsed(EXPERTS)
    text = doc.text
    child = Node(attribution(text, "some experts still say the dam is empty now", "said", "Lee"))
    given = replace(passage(text), doc=doc)
    (node,) = add_embedded_claims(given, [Node(attribution(text, rest(EXPERTS), "said", "Lee"), (child,))])
    (said,) = node.children
    assert [text[slice(*inner.cue)] for inner in said.children] == ["still say"]


def test_the_whole_of_a_content_is_not_inside_it() -> None:
    nobody = "Lee/PROPN/nsubj/1 denies/VERB/ROOT/1 claims/NOUN/obj/1 that/SCONJ/mark/5 it/PRON/nsubj/5 "
    nobody += "rains/VERB/acl/2"
    assert inside(nobody, rest(nobody)) == []


def test_without_a_parse_nothing_is_added() -> None:
    text = "Lee said some experts say the dam is empty."
    node = Node(attribution(text, "some experts say the dam is empty", "said", "Lee"))
    assert add_embedded_claims(passage(text), [node]) == [node]
