import json

from secondhand.export.notebooks import render
from tests.export.notebooks import NOTEBOOK, WORLD


def test_the_article_with_what_was_highlighted_in_its_note() -> None:
    news, bare = json.loads(render("csl-json", [NOTEBOOK, WORLD]))
    assert (news["id"], news["type"]) == ("https://daily.example/1", "article-newspaper")
    assert news["author"] == [{"family": "Ek", "given": "Bo"}]
    assert news["issued"] == {"date-parts": [[2025, 2, 27]]}
    assert news["accessed"] == {"date-parts": [[2026, 11, 25]]}
    assert news["container-title"] == "Daily News"
    assert "— Ann Lee, chief economist (to Radio One)\nDaily News → Radio One → Ann Lee" in news["note"]
    assert "author" not in bare
    assert "URL" not in bare
