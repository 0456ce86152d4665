import json
from dataclasses import replace
from typing import Any

import pytest

from secondhand.errors import FormatError
from secondhand.export.notebooks import render
from secondhand.importing import read
from secondhand.notes.notebook import Notebook
from tests.export.literals import ARTICLE, TEXT, URL
from tests.export.notebooks import NOTEBOOK, WORLD

ADDRESS = "https://daily.example/1"
HELD = Notebook(ARTICLE)


def nothing(source: str) -> Notebook | None:
    return None


def held(source: str) -> Notebook | None:
    return HELD if source == ADDRESS else None


def annotation(**fields: Any) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": "Rates may rise"}
    return {"target": {"source": ADDRESS, "selector": quote}, **fields}


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_we_export_comes_back_whole(form: str) -> None:
    found = read(render(form, [NOTEBOOK, WORLD]), nothing)
    assert found.notebooks == (NOTEBOOK, WORLD)
    assert (found.problems, found.marks) == ((), 6)
    assert read(render(form, [WORLD]), nothing).notebooks == (WORLD,)


def test_web_annotations_lose_nothing_of_the_marks() -> None:
    found = read(render("annotation", [NOTEBOOK, WORLD]), nothing)
    assert found.problems == ()
    for made, back in zip((NOTEBOOK, WORLD), found.notebooks, strict=True):
        assert back.article == made.article
        assert set(back.highlights) == {*made.highlights, *made.orphans}
        assert back.corrections == made.corrections


def test_web_annotations_of_articles_the_library_has_need_no_article_of_ours() -> None:
    collection = json.loads(render("annotation", [NOTEBOOK]))
    del collection["secondhand:article"]
    (back,) = read(json.dumps(collection), held).notebooks
    assert set(back.highlights) == {*NOTEBOOK.highlights, *NOTEBOOK.orphans}


@pytest.mark.parametrize("form", ["json", "jsonl", "annotation"])
@pytest.mark.parametrize(
    "note",
    [
        "    code = 1\n\n- one\n  - two\n\n    three\n",
        "\tcode\n\n```python\nif x:\n    y\n```",
        "\n\n two lines before, spaces behind  \nand so on  ",
        "a\r\nb",
    ],
)
def test_a_note_keeps_every_space_of_it(form: str, note: str) -> None:
    (mark, *_) = NOTEBOOK.highlights
    text = render(form, [replace(NOTEBOOK, highlights=(replace(mark, note=note),), orphans=())])
    (back,) = read(text, nothing).notebooks
    assert [h.note for h in back.highlights] == [note]


def test_claims_that_nobody_marked_are_not_made_into_highlights() -> None:
    text = render("annotation", [replace(NOTEBOOK, highlights=(), orphans=())], "claims")
    assert read(text, nothing).marks == 0


def test_what_analyze_prints_is_an_article_without_marks() -> None:
    record = json.loads(render("json", [NOTEBOOK]))
    for name in ("found", "analysed", "highlights", "orphans", "corrections", "opened"):
        del record[name]
    (back,) = read(json.dumps(record), nothing).notebooks
    assert back.article == ARTICLE
    assert back.found
    assert not back.highlights


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda node: node,
        lambda node: [node],
        lambda node: {"type": "AnnotationPage", "items": [node]},
        lambda node: {"type": "AnnotationCollection", "first": {"items": node}},
        lambda node: {"@graph": [node]},
        lambda node: {"total": 1, "rows": [node]},
    ],
)
def test_other_tools_wrap_annotations_in_many_ways(wrapped: Any) -> None:
    (back,) = read(json.dumps(wrapped(annotation())), held).notebooks
    (mark,) = back.highlights
    assert (mark.text, mark.anchors[0].start) == ("Rates may rise", 1)


def test_one_of_an_article_that_is_not_there_is_told_and_the_others_come_in() -> None:
    strange = annotation()
    strange["target"]["source"] = URL
    found = read(json.dumps([strange, annotation(), strange]), held)
    assert found.marks == 1
    assert found.problems == (
        f"2 annotations of {URL}, which is not in the library: open it once, then import again",
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"format": "secondhand.analysis/2"}, "this version reads secondhand.analysis/1"),
        ({"format": "secondhand.analysis/0"}, "this version reads secondhand.analysis/1"),
        ({"format": "secondhand.analysis/1"}, "part 1 is neither an export of secondhand nor an annotation"),
        ({}, "there is no target in it"),
        (5, "part 1 is neither"),
        (None, "an annotation: it is no JSON object"),
        ({"first": "https://x.example/page1"}, "elsewhere, at https://x.example/page1"),
        ({"target": {"source": ADDRESS}}, "it points to no words"),
        ({"target": []}, "it does not say what it is about"),
        ({"target": {"source": ADDRESS, "selector": {"type": "TextQuoteSelector"}}}, "cannot be read"),
        (annotation(created="yesterday"), "cannot be read"),
    ],
)
def test_what_cannot_be_taken_over_is_told(value: Any, told: str) -> None:
    found = read(json.dumps([value, annotation()]), held)
    assert found.marks == 1
    (problem,) = found.problems
    assert told in problem


@pytest.mark.parametrize("text", ["", "<html>", "[" * 100_000, "{}\n{", "\x00"])
def test_what_is_no_json_is_told(text: str) -> None:
    with pytest.raises(FormatError, match=r"Only json, jsonl and annotation .* this is no JSON"):
        read(text, nothing)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("article", "text"), 5),
        (("article", "text"), TEXT[::-1]),
        (("article", "title"), ["x"]),
        (("article", "paragraphs", 0, "end"), 10_000),
        (("article", "paragraphs", 0, "end"), "80"),
        (("article", "date"), "27 February"),
        (("claims", 0, "stance", "framing"), "hostile"),
        (("claims", 0, "content", 0, "start"), 3),
        (("claims", 0, "confidence"), "high"),
        (("highlights", 0, "colour"), "black"),
        (("highlights", 0, "anchors"), []),
        (("highlights", 0, "tags"), [1]),
        (("corrections", 0, "verdict"), "true"),
        (("speakers",), {"a": 1}),
        (("model",), None),
        (("claims", 0, "confidence"), 1.5),
        (("claims", 0, "speaker_confidence"), -0.5),
        (("claims", 0, "chain"), []),
        (("claims", 0, "content"), []),
        (("claims", 0, "paragraph"), 99),
    ],
)
def test_a_damaged_export_is_refused_whole(path: tuple[Any, ...], value: Any) -> None:
    record = json.loads(render("json", [replace(NOTEBOOK, corrections=())]))
    record["corrections"] = json.loads(render("json", [NOTEBOOK]))["corrections"]
    part = record
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    found = read(json.dumps(record), nothing)
    assert found.notebooks == ()
    (problem,) = found.problems
    assert problem.startswith("part 1 is neither an export of secondhand nor an annotation: ")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    text = json.dumps(json.loads(render("json", [NOTEBOOK])))
    text = text.replace('"confidence": 0.', f'"confidence": {number}, "x": 0.')
    with pytest.raises(FormatError):
        read(text, nothing)


def test_what_a_newer_version_knows_besides_is_left_out() -> None:
    record = json.loads(render("json", [NOTEBOOK]))
    for part in (record, record["article"], record["claims"][0], record["highlights"][0]):
        part["heard"] = [{"of": "late"}]
    assert read(json.dumps(record), nothing).notebooks == (NOTEBOOK,)


def test_half_a_character_is_replaced_and_nothing_moves() -> None:
    record = json.loads(render("json", [NOTEBOOK]))
    record["highlights"][0]["note"] = "half \ud800 of one"
    (back,) = read(json.dumps(record), nothing).notebooks
    assert back.highlights[0].note == "half \ufffd of one"
    assert back.highlights[1:] == NOTEBOOK.highlights[1:]
    whole = record | {"highlights": [record["highlights"][0] | {"note": "whole \U0001f3e6"}]}
    (back,) = read(json.dumps(whole), nothing).notebooks
    assert back.highlights[0].note == "whole \U0001f3e6"
