from __future__ import annotations

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.paragraph_kinds import apply_kinds
from secondhand.pipeline.rules.uncued_quotations import add_uncued_quotations
from tests.pipeline.making import attribution, passage

TEXT = "The mayor said nothing of it.\nThe bus is late.\n— Gail Storey (@gs) January 31, 2022\nIt rained."
KINDS = (None, "post", "post", None)


def read(text: str, kinds: tuple[str | None, ...], *nodes: Node) -> list[tuple[str, list[str]]]:
    """Source and contents of every node."""
    return [
        (text[slice(*n.attribution.source[0])], [text[s:e] for s, e in n.attribution.content])
        for n in apply_kinds(passage(text, kinds), nodes)
    ]


def test_a_post_is_its_authors_words() -> None:
    assert read(TEXT, KINDS) == [("Gail Storey", ["The bus is late."])]


@pytest.mark.parametrize("kinds", [(), (None,) * 4, (None, "quotation", "quotation", None)])
def test_what_is_no_post_or_of_which_nothing_is_known_is_left_as_it_is(kinds: tuple[str | None, ...]) -> None:
    node = Node(attribution(TEXT, "nothing of it", "said", "The mayor"))
    assert apply_kinds(passage(TEXT, kinds), [node]) == [node]


def test_a_post_that_nobody_signed_is_nobodys() -> None:
    assert read(TEXT.replace("— Gail", "Gail"), KINDS) == []


def test_two_posts_in_a_row_are_two_peoples() -> None:
    text = "It is late.\n— Gail Storey\nIt is not.\nIt came.\n— Ed Shaw (@es)"
    found = read(text, ("post",) * 5)
    assert found == [("Gail Storey", ["It is late."]), ("Ed Shaw", ["It is not.", "It came."])]


@pytest.mark.parametrize(("kind", "left"), [("caption", []), (None, ["Lee"]), ("list item", ["Lee"])])
def test_a_caption_says_nothing_of_the_articles(kind: str | None, left: list[str]) -> None:
    text = "It rained all day in the town.\nThe bridge, which Lee said was old."
    node = Node(attribution(text, "was old", "said", "Lee"))
    assert [source for source, _ in read(text, ("standfirst", kind), node)] == left


@pytest.mark.parametrize(("kind", "more"), [("heading", []), (None, ["It pours"])])
def test_no_claim_runs_over_a_heading(kind: str | None, more: list[str]) -> None:
    text = "It will rain, Lee said on the bridge.\nIt pours\nThe river rose by a foot that night."
    node = Node(attribution(text, ["It will rain", "It pours"], "said", "Lee"))
    assert read(text, (None, kind, "list item"), node) == [("Lee", ["It will rain", *more])]


@pytest.mark.parametrize(("kind", "more"), [("quotation", ["We sow late."]), ("list item", [])])
def test_a_block_quotation_needs_no_marks(kind: str, more: list[str]) -> None:
    text = "Lee said it was dry.\nWe sow late."
    node = Node(attribution(text, "it was dry", "said", "Lee"))
    found = add_uncued_quotations(passage(text, ("standfirst", kind)), [node])
    assert [text[s:e] for n in found for s, e in n.attribution.content] == ["it was dry", *more]


def test_a_short_standfirst_is_no_headline() -> None:
    text = "Mayor: it is safe\nThe river rose by a foot that night, and nobody slept."
    assert passage(text).headline == (0, 17)
    assert passage(text, ("standfirst", None)).headline is None
