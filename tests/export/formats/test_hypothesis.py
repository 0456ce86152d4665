import json
from dataclasses import replace

from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE, LEE
from tests.export.notebooks import NOTEBOOK, WHOLE


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


def test_what_an_article_tells_is_no_markdown_but_the_note_is() -> None:
    mark = replace(
        WHOLE, note="```\n    *code*", speaker=replace(LEE, name="![x](https://a.example)", role="*b*")
    )
    (told,) = json.loads(render("hypothesis", [Notebook(ARTICLE, None, (mark,))]))
    assert told["text"].startswith("```\n    *code*\n```\n\n— !\\[x\\](https://a.example), \\*b\\*")
