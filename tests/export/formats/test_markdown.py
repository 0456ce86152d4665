from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from secondhand.errors import NotFound, OptionError
from secondhand.export.markdown import LONGEST, enclose, escape_markdown
from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE
from tests.export.notebooks import INNER, NOTEBOOK, WORLD

PARSER = MarkdownIt("gfm-like", {"linkify": False})

HOSTILE = [
    "# no heading",
    "> no quotation",
    "- no item",
    "+ no item",
    "1. no item",
    "1) no item",
    "---",
    "===",
    "```no code",
    "*no* _emphasis_ **at** __all__ ~~here~~",
    "<script>alert(1)</script>",
    "<!-- no comment -->",
    "[no link](javascript:x)",
    "![no picture](x)",
    "[x]: http://no.definition",
    "&lt; &#60; AT&T",
    "back\\slash \\* `code`",
    "<http://no.auto.link>",
    "obsidian://no.address file:///etc/passwd",
    "$no$ ==mark== %%no comment%% [[no note]] ^block #tag",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_an_article_holds_is_only_text(text: str) -> None:
    opened, inline, closed = PARSER.parse(escape_markdown(text))
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    assert {token.type for token in inline.children or []} <= {"text", "text_special"}
    assert "".join(token.content for token in inline.children or []) == text.strip()


@pytest.mark.parametrize("text", ["https://a.example/b", "At 10:30: so.", "a:b", "x :// y"])
def test_addresses_of_the_web_stay(text: str) -> None:
    assert escape_markdown(text) == text


@pytest.mark.parametrize("sign", ["$", "#", "^", "==", "%%", "[["])
def test_what_only_obsidian_reads_is_escaped_too(sign: str) -> None:
    assert escape_markdown(f"a {sign}b") == "a " + "".join(f"\\{character}" for character in sign) + "b"


def test_front_matter_tells_what_is_known() -> None:
    front = yaml.safe_load(render("markdown", [NOTEBOOK]).split("---\n")[1])
    assert front == {
        "title": "Rates ␛]0;pwned␇and [link=x]banks",
        "author": ["Bo Ek"],
        "publisher": "Daily News",
        "date": ARTICLE.date,
        "source": "https://daily.example/1",
        "tags": ["a-b-c", "money", "to-check"],
        "created": "2026-11-24T09:30:00",
    }


def test_front_matter_leaves_out_what_is_not() -> None:
    front = yaml.safe_load(render("markdown", [WORLD]).split("---\n")[1])
    assert set(front) == {"title", "publisher", "tags", "created"}


def test_quotations_are_block_quotations_with_who_said_it_below() -> None:
    text = render("markdown", [NOTEBOOK])
    tokens = PARSER.parse(text.split("---\n", 2)[2])
    quoted = [tokens[i + 2].content for i, t in enumerate(tokens) if t.type == "blockquote_open"]
    assert quoted[1:] == ["bank 🏦", "@SUM(A1)"]
    assert "\n\n— Ann Lee, chief economist (to Radio One)\n\n" in text
    assert "Daily News → Radio One → Ann Lee" in text
    assert "no longer in the article" in text


NOTES = [
    "```\ncode",
    "~~~~ py\n```\ncode",
    "<!-- a comment",
    "<script>\n```\n<!-- a",
    "<![CDATA[\na",
    "<?php\na",
    "<pre>\n~~~\n<style>",
    "```\n<!--\n```\n\n<!--",
    "1. ```\n\n   a\n\n<!-- x\n```\n<!--",
    "- a\n  ```\n  code",
]


@pytest.mark.parametrize("note", NOTES)
def test_nothing_that_a_note_begins_goes_on_behind_it(note: str) -> None:
    shown = enclose(note)
    *_, opened, inline, _ = PARSER.parse(f"{shown}\n\nThe next.")
    assert (opened.type, opened.level, inline.content) == ("paragraph_open", 0, "The next.")
    assert shown.replace("\\<", "<").startswith(note)


@pytest.mark.parametrize(
    "note", ["```\ncode\n```", "<b>bold</b> *and* so", "- a\n    - b\n\n        code", "a < b", "`a\n> q"]
)
def test_a_note_that_ends_what_it_begins_stays(note: str) -> None:
    assert enclose(note) == note


def test_a_very_long_note_is_looked_through_quickly_and_shown_as_it_is() -> None:
    note = "a < b ``` \n" * (LONGEST // 10)
    opened, closed = PARSER.parse(f"{enclose(note)}\n\nThe next.")[:2]
    assert (opened.type, opened.content.rstrip("\n")) == ("fence", note.rstrip("\n"))
    assert closed.type == "paragraph_open"
    assert enclose(note.replace("<", ">").replace("`", "'")) == note.replace("<", ">").replace("`", "'")


def test_a_note_keeps_its_layout() -> None:
    note = "- a\n    - b\n\n1. c\n\n   ```\n   x = 1\n\n\n\n   y = 2\n   ```"
    text = render("markdown", [Notebook(ARTICLE, None, (replace(INNER, note=note),))])
    assert text.endswith(f"\n\n{note}\n")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return tmp_path / "own.j2"


def test_an_article_with_nothing_to_list_has_no_heading() -> None:
    bare = Notebook(replace(ARTICLE, title="Nothing marked"))
    assert render("markdown", [bare, NOTEBOOK, WORLD]) == render("markdown", [NOTEBOOK, WORLD])


def test_a_template_of_the_users_own(template: Path) -> None:
    template.write_text(
        "{% for a in articles %}{% for said in a.quotations %}"
        "* {{ said.text }} ({{ said.speaker }}) {{ said.tags|join(' ') }} {{ said.text|raw }}\n"
        "{% endfor %}{% endfor %}",
        "utf-8",
    )
    lines = render("markdown", [NOTEBOOK], template=template).splitlines()
    assert lines[0] == (
        "* “Rates may rise,” … “But not \\[bold\\]soon\\[/bold\\].” (Ann Lee) money to check a:b|\\#c "
        "“Rates may rise,” … “But not [bold]soon[/bold].”"
    )


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("{% for %}", "line 1"),
        ("\n{{ nothing }}", "'nothing' is undefined"),
        ("{{ articles.__class__.__mro__ }}", "unsafe"),
        ("{{ articles.append(1) }}", "unsafe"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include '/etc/passwd' %}", "at fault"),
    ],
)
def test_a_template_at_fault_gets_one_line(own: str, told: str, template: Path) -> None:
    template.write_text(own, "utf-8")
    with pytest.raises(OptionError, match=told):
        render("markdown", [NOTEBOOK], template=template)


def test_a_template_that_is_not_there(template: Path) -> None:
    with pytest.raises(NotFound, match="cannot be read"):
        render("markdown", [NOTEBOOK], template=template)


def test_a_template_is_for_markdown(template: Path) -> None:
    with pytest.raises(OptionError, match="takes no --template"):
        render("csv", [NOTEBOOK], template=template)
