from __future__ import annotations

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.layout import add_laid_out
from tests.pipeline.making import attribution, passage

TEXT = "Ann Lee and Tom Hale debated.\nLEE: I think it rains. We leave.\nHALE: You said it snows."


def found(*nodes: Node) -> list[tuple[str, list[str]]]:
    """Cue and contents of every node, in order."""
    out = sorted(add_laid_out(passage(TEXT), nodes), key=lambda n: n.cue)
    return [(TEXT[slice(*n.cue)], [TEXT[s:e] for s, e in n.attribution.content]) for n in out]


TURNS = [(":", ["I think it rains. We leave."]), (":", ["You said it snows."])]


def test_a_rule_wins_over_what_the_model_read_in_the_same_words() -> None:
    assert found(Node(attribution(TEXT, "I think it rains.", "LEE|:|", "LEE"))) == TURNS


def test_what_is_said_inside_a_turn_stays() -> None:
    inner = Node(attribution(TEXT, "it rains", "think", "I"))
    assert found(inner) == [TURNS[0], ("think", ["it rains"]), TURNS[1]]


def test_it_ends_where_the_turn_ends() -> None:
    inner = Node(attribution(TEXT, "it rains. We leave.\nHALE: You", "think", "I"))
    assert found(inner)[1] == ("think", ["it rains. We leave."])


def test_the_children_of_what_gave_way_stay_once_each() -> None:
    inner = Node(attribution(TEXT, "it rains", "think", "I"))
    outer = Node(attribution(TEXT, "I think it rains.", "LEE|:|", "LEE"), (inner,))
    assert found(outer, inner) == [TURNS[0], ("think", ["it rains"]), TURNS[1]]


def test_what_stands_apart_is_left_alone() -> None:
    apart = Node(attribution(TEXT, "Tom Hale", "debated", "Ann Lee"))
    assert found(apart) == [("debated", ["Tom Hale"]), *TURNS]


def test_a_quoted_heading_in_the_body_attributes_like_a_headline() -> None:
    text = (
        "The bridge opened on Monday after nine years.\n\nEngineers at Hale Roads wrote that it will hold."
        "\n\n‘Built to last’: Hale Roads\n\nIt cost twice what was planned, and the river still floods."
    )
    nodes = [Node(attribution(text, "that it will hold", "wrote", "Engineers at Hale Roads"))]
    (_, heading) = add_laid_out(passage(text), nodes)
    read = heading.attribution
    assert [text[s:e] for s, e in (*read.source, *read.content)] == ["Hale Roads", "‘Built to last’"]
    bare = text.replace("‘", "").replace("’", "")
    assert len(add_laid_out(passage(bare), nodes)) == 1


def test_a_tag_line_that_looks_like_a_heading_attributes_once() -> None:
    text = (
        'The bridge opened on Monday, and Ann Lee said it will stand.\n\n"It holds. It is long." - Ann Lee'
        "\n\nIt cost twice what was planned, and the river still floods the road to it every spring."
    )
    said = Node(attribution(text, "it will stand", "said", "Ann Lee"))
    first, once = add_laid_out(passage(text), [said])
    read = once.attribution
    assert first == said
    assert [text[s:e] for s, e in (*read.source, *read.content)] == ["Ann Lee", '"It holds. It is long."']
