"""Every payload through every export, read back as by the tool it is for: it is there, and only text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import bibtexparser
import orgparse
import pytest
import yaml
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from secondhand.export import Format, write
from secondhand.export.notebooks import describe, list_formats, render
from secondhand.export.org import BREAK
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import UNSAFE, clean_line, clean_lines, keep_layout, replace_surrogates
from tests.attack.payloads import attacked_by, read_payloads
from tests.export.formats.test_csv import FORMULA, SEPARATORS, read_back

pytestmark = pytest.mark.attack

PAYLOADS = read_payloads()
NOTEBOOKS = [attacked_by(payload, number) for number, payload in enumerate(PAYLOADS)]
NAMES = [clean_line(payload) for payload in PAYLOADS]
WORDS = [clean_lines(payload) for payload in PAYLOADS]
MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})
QUIET = [replace(n, highlights=(replace(n.highlights[0], note="", tags=()),)) for n in NOTEBOOKS]
"""the same where the reader wrote nothing: all words are the article's"""


@cache
def made(form: str) -> str:
    """Return all notebooks in ``form``."""
    return render(form, NOTEBOOKS)


def objects(form: str) -> Any:
    text = made(form)
    if describe(form).suffix == ".jsonl":
        return [json.loads(one) for one in text.splitlines()]
    return json.loads(text)


def test_there_are_many() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) > 200


@pytest.mark.parametrize("form", list_formats())
def test_nothing_acts_on_a_terminal_and_all_can_be_written(form: str) -> None:
    text = made(form)
    text.encode()
    assert not UNSAFE.search(text.replace("\n", ""))


@pytest.mark.parametrize("form", Format)
def test_nothing_that_analyze_prints_acts_on_a_terminal(form: Format) -> None:
    for notebook in NOTEBOOKS:
        assert notebook.found
        write(form, notebook.article, notebook.found, out := io.StringIO())
        assert not UNSAFE.search(out.getvalue().translate({9: None, 10: None}))


# --- tables


@pytest.mark.parametrize("form", ["csv", "readwise"])
def test_no_cell_is_run_whichever_separator_is_read(form: str) -> None:
    for separator in SEPARATORS:
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for row in csv.reader(io.StringIO(made(form), newline=""), delimiter=separator, quoting=quoting):
                assert not any(cell.lstrip('" \t\r\n')[:1] in FORMULA for cell in row), row


@pytest.mark.parametrize("form", ["csv", "readwise"])
def test_the_very_words_come_back_of_a_table(form: str) -> None:
    found = list(csv.DictReader(io.StringIO(made(form), newline=""), strict=True))
    assert len(found) == 2 * len(PAYLOADS)
    assert [read_back(row["text" if form == "csv" else "Highlight"]) for row in found[::2]] == WORDS
    assert [read_back(row["title" if form == "csv" else "Title"]) for row in found[::2]] == NAMES
    if form == "csv":
        assert [read_back(row["note"]) for row in found[::2]] == [keep_layout(p) for p in PAYLOADS]


# --- pages

_OURS = "html head meta title style body article header h1 h2 p time a div span mark sup aside b br footer"
_IN_NOTES = "p em strong code pre ul ol li h1 h2 h3 h4 h5 h6 hr br blockquote a div"
_ATTRIBUTES = "lang charset http-equiv content name dir class id href rel"
_LEADS_ELSEWHERE = re.compile(r"^\W*(?:javascript|vbscript|data|file):", re.IGNORECASE)


class Page(HTMLParser):
    """What a second parser finds, which does not repair: every start tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def test_a_page_has_no_elements_but_ours_and_runs_nothing() -> None:
    page = html.document_fromstring(made("html"))
    for note in page.xpath("//div[@class='note']"):
        assert {element.tag for element in note.iter()} <= {*_IN_NOTES.split()}
        assert not any(map(_LEADS_ELSEWHERE.match, note.xpath(".//@href")))
        note.drop_tree()
    assert {element.tag for element in page.iter()} <= {*_OURS.split(), "blockquote"}
    assert {name for element in page.iter() for name in element.attrib} <= {*_ATTRIBUTES.split()}
    assert all(href.startswith(("#", "https://", "http://")) for href in page.xpath("//@href"))
    assert Page(made("html")).tags <= {*_OURS.split(), *_IN_NOTES.split()}


def test_a_page_shows_the_very_words() -> None:
    page = html.document_fromstring(made("html"))
    for mark in page.xpath("//sup"):
        mark.drop_tree()
    assert [one.text_content() for one in page.xpath("//h1[parent::header]")] == NAMES
    shown = [" ".join(row.text_content().split()) for row in page.xpath("//article/div[1]/p")]
    assert shown == NAMES


# --- Markdown


def parsed(text: str) -> Iterator[tuple[Token, Token]]:
    """Yield each inline token with the one that opens its block."""
    tokens = MARKDOWN.parse(text)
    for at, token in enumerate(tokens):
        if token.type == "inline":
            yield tokens[at - 1], token


def plain(inline: Token) -> str:
    """Return the text of ``inline``; fails where it is anything but text."""
    kinds = {token.type for token in inline.children or ()}
    assert kinds <= {"text", "text_special", "softbreak", "hardbreak"}, inline.content
    return "".join(t.content if t.type.startswith("text") else "\n" for t in inline.children or ())


def test_markdown_has_no_markup_of_an_articles() -> None:
    text = render("markdown", QUIET)
    blocks = [(opened, plain(inline)) for opened, inline in parsed(text)]
    kinds = {token.type for token in MARKDOWN.parse(text)}
    assert not kinds & {
        "fence",
        "code_block",
        "html_block",
        "table_open",
        "bullet_list_open",
        "ordered_list_open",
    }
    headings = [words for opened, words in blocks if opened.type == "heading_open"]
    assert headings == [" ".join(name.split()) for name in NAMES]
    quotations = re.findall(r"(?:^> ?.*\n)+", text, re.MULTILINE)
    shown = ["\n".join(plain(inline) for _, inline in parsed(one)) for one in quotations]
    assert [words.replace("\n", " ").split() for words in shown[::2]] == [words.split() for words in WORDS]


def test_no_note_goes_on_behind_itself_in_markdown() -> None:
    blocks = [inline.content for opened, inline in parsed(made("markdown")) if not opened.level]
    gone = [block for block in blocks if block.startswith("! no longer in the article, highlighted")]
    assert len(gone) == len(PAYLOADS)


def test_front_matter_is_only_text() -> None:
    for notebook, name in zip(NOTEBOOKS, NAMES, strict=True):
        block = re.match(r"---\n(.*?)\n---\n", render("markdown", [notebook]), re.DOTALL)
        assert block
        front = yaml.safe_load(block[1])
        assert set(front) <= {"title", "author", "publisher", "source", "tags", "created"}
        assert front["title"] == front["publisher"] == front["source"] == name


# --- Org

_RUN_BY_ORG = {
    "a link": r"\[\[",
    "an address that is run": r"(?<![\w])(?:shell|elisp|help|file\+\w+|docview|mailto):\S",
    "a target, a timestamp or a sexp": r"<[<%\d]|^[ \t]*&?%%\(",
    "a call": r"(?:src|call)_\S*[\[{(]",
    "a macro": r"\{\{\{",
    "a snippet": r"@@[\w-]+:",
    "a keyword": r"^[ \t]*#\+(?!(?:begin|end)_(?:quote|example)$)",
    "a command of LaTeX": r"\\[a-zA-Z](?!ollar\{\})|\^\^",
    "a footnote": r"\[(?:fn|cite)[:/]",
    "what Emacs sets": r"-\*-|(?i:Local +Variables:)",
}
"""as Org's own manual and parser tell what they are"""
_IN_DRAWERS = {"a link", "an address that is run", "what Emacs sets"}
"""those that Org looks for in properties too"""
_PROPERTIES = "ID SPEAKER ROLE CHAIN STANCE SURE PLACE COLOUR CREATED"


@pytest.mark.parametrize("what", _RUN_BY_ORG)
def test_org_finds_nothing_to_follow_or_run(what: str) -> None:
    text = re.sub(r"^:CREATED: .*", "", render("org", QUIET), flags=re.MULTILINE)
    if what not in _IN_DRAWERS:
        text = re.sub(r"^:PROPERTIES:\n.*?^:END:\n", "", text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(rf".*(?:{_RUN_BY_ORG[what]}).*", text, re.MULTILINE) == []


def test_org_has_no_headings_or_properties_of_an_articles() -> None:
    root = orgparse.loads(made("org"))
    assert len(root.children) == len(PAYLOADS)
    for article, name, words in zip(root.children, NAMES, WORDS, strict=True):
        assert set(article.properties) == {"AUTHOR", "PUBLISHER", "URL"}
        assert (article.todo, article.priority, article.tags) == (None, None, set())
        assert (
            article.get_heading(format="raw").replace(BREAK, "").replace("\\dollar{}", "$").strip()
            == name.strip()
        )
        marked, gone = article.children
        assert set(gone.properties) <= {
            "ID",
            "SPEAKER",
            "ROLE",
            "CHAIN",
            "STANCE",
            "SURE",
            "PLACE",
            "COLOUR",
            "CREATED",
        }
        assert not marked.children and not gone.children
        body = marked.get_body(format="raw").replace(BREAK, "").replace("\\dollar{}", "$")
        assert f"#+begin_quote\n{words}\n#+end_quote\n— " in body


def test_a_note_ends_where_its_block_does() -> None:
    for notebook, payload in zip(NOTEBOOKS, PAYLOADS, strict=True):
        body = orgparse.loads(render("org", [notebook])).children[0].children[0].get_body(format="raw")
        block = body.partition("#+begin_example\n")[2]
        inner, end, rest = block.rpartition("\n#+end_example")
        assert end and not rest.strip()
        assert not re.search(r"^[ \t]*(?:#\+|\*)", inner, re.MULTILINE)
        unescaped = re.sub(r"^([ \t]*),(?=,*(?:\*|#\+))", r"\1", inner.replace(BREAK, ""), flags=re.MULTILINE)
        assert unescaped == keep_layout(payload)


# --- bibliographies

_LATEX = r"\\(?:text(?:backslash|braceleft|braceright|asciitilde|asciicircum)\{\}|[&%$#_])"


def test_bibtex_has_an_entry_an_article_and_no_command_of_theirs() -> None:
    text = made("bibtex")
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    found = bibtexparser.loads(text, parser)
    assert len(found.entries) == len(PAYLOADS)
    assert not (found.comments or found.preambles)
    fields = {
        "ENTRYTYPE",
        "ID",
        "title",
        "author",
        "organization",
        "url",
        "urldate",
        "keywords",
        "annotation",
    }
    for entry in found.entries:
        assert set(entry) <= fields
        assert "\\" not in re.sub(
            _LATEX, "", "".join(value for name, value in entry.items() if name != "url")
        )
        assert not re.search(r"[\\{}^\" ]", entry["url"])
    assert text.count("{") == text.count("}")


def test_citations_hold_the_very_words() -> None:
    found = objects("csl-json")
    assert [item["title"] for item in found] == [item["container-title"] for item in found] == NAMES


# --- JSON


def test_json_holds_the_very_words() -> None:
    wanted = [replace_surrogates(n.article.text) for n in NOTEBOOKS]
    for form in ("json", "jsonl"):
        assert [one["article"]["text"] for one in objects(form)] == wanted
        assert [replace_surrogates(p) for p in PAYLOADS] == [
            one["highlights"][0]["note"] for one in objects(form)
        ]
    assert [one["text"] for one in objects("corrections")] == wanted
    assert len(objects("annotation")["first"]["items"]) == 3 * len(PAYLOADS)


def test_schema_org_can_stand_in_a_page() -> None:
    page = html.document_fromstring(
        f'<script type="application/ld+json">{made("schema-org")}</script><p>x</p>'
    )
    (script,) = page.xpath("//script")
    titles = [one["headline"] for one in json.loads(script.text)["@graph"] if one["@type"] == "NewsArticle"]
    assert titles == NAMES


def test_hypothesis_shows_no_markup_of_an_articles() -> None:
    for number, request in enumerate(json.loads(render("hypothesis", QUIET))[::2]):
        shown = "\n".join(plain(inline) for _, inline in parsed(request["text"]))
        assert shown.startswith(f"— {' '.join(NAMES[number].split())}"), request["text"]


# --- what comes back


def test_what_is_written_is_read_back_by_us(tmp_path: Any) -> None:
    from secondhand import importing

    def known(source: str) -> Notebook | None:
        return None

    for form in ("json", "jsonl"):
        back = importing.read(made(form), known)
        assert not back.problems
        assert len(back.notebooks) == len(PAYLOADS)
        assert [n.highlights[0].text for n in back.notebooks] == [
            replace_surrogates(n.highlights[0].text) for n in NOTEBOOKS
        ]
