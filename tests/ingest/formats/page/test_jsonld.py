from __future__ import annotations

import lxml.html
import pytest

from secondhand.ingest.formats.page.jsonld import find_story, follow, read_name, read_nodes, read_text


def nodes(*scripts: str, kind: str = "application/ld+json") -> list[dict[str, object]]:
    page = "".join(f'<script type="{kind}">{script}</script>' for script in scripts)
    return read_nodes(lxml.html.document_fromstring(f"<html><head>{page}</head></html>"))


@pytest.mark.parametrize(
    "told",
    [
        '{"@type": "NewsArticle", "headline": "A"}',
        '[{"@type": ["Article", "Thing"], "headline": "A"}]',
        '{"@graph": [{"@type": "WebSite"}, {"@type": "BlogPosting", "headline": "A"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Report", "headline": "A"}};',
    ],
)
def test_the_article_is_found_wherever_it_stands(told: str) -> None:
    assert read_text(find_story(nodes(told)), "headline") == "A"


def test_broken_scripts_and_other_kinds_tell_nothing() -> None:
    assert nodes("{", "[" * 5000, '{"@type": "Article"}', kind="application/json") == []
    assert find_story(nodes("{", '{"@type": "Person"}')) == {}


def test_the_article_with_a_headline_wins() -> None:
    assert (
        find_story(nodes('[{"@type": "Article"}, {"@type": "Article", "headline": "A"}]'))["headline"] == "A"
    )


def test_names_in_all_their_forms() -> None:
    known = [{"@id": "#1", "name": "Bo &amp; Co"}]
    found = [
        name
        for node in follow(["Ann", {"@id": "#1"}, {"name": ["Cy", "Di"]}], known)
        for name in read_name(node)
    ]
    assert found == ["Ann", "Bo & Co", "Cy", "Di"]
    assert list(read_name({"name": 7})) == []
