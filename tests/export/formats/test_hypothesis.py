import json

from secondhand.export.notebooks import render
from tests.export.notebooks import NOTEBOOK


def test_a_request_each() -> None:
    whole, inner, lost = json.loads(render("hypothesis", [NOTEBOOK]))
    assert set(whole) == {"uri", "text", "tags", "target", "document"}
    assert whole["uri"] == "https://daily.example/1"
    assert whole["document"] == {"title": ["Rates ␛]0;pwned␇and [link=x]banks"]}
    assert whole["tags"] == ["money", "to check", "a:b|#c"]
    assert whole["text"].endswith(
        "— Ann Lee, chief economist (to Radio One)  \nDaily News → Radio One → Ann Lee  \n"
        "thinks it possible; the article takes no side"
    )
    assert [t["source"] for t in inner["target"]] == [whole["uri"]]
    assert lost["target"][0]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "@SUM(A1)", "prefix": "before ", "suffix": " after"}
    ]


def test_two_pieces_are_one_stretch() -> None:
    (target,) = json.loads(render("hypothesis", [NOTEBOOK]))[0]["target"]
    exact = "“Rates may rise,” Ann Lee told Radio One on Monday. “But not [bold]soon[/bold].”"
    assert [selector["exact"] for selector in target["selector"]] == [exact]
