"""How things are named: functions by verbs, a class and a module once in the tree."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "secondhand"
TREES = {
    file.relative_to(SOURCE).as_posix(): ast.parse(file.read_text("utf-8")) for file in SOURCE.rglob("*.py")
}

VERBS = {
    "add", "align", "annotate", "append", "apply", "are", "attribute", "average", "begin", "begins",
    "belongs", "blank", "bucket", "build", "calibrate", "can", "check", "choose", "clip", "compare",
    "compile", "complete", "contains", "continue", "count", "covers", "cut", "decode", "describe", "drop",
    "embed", "encode", "estimate", "extends", "fill", "find", "fit", "fold", "follow", "form", "gather",
    "get", "give", "group", "guess", "hang", "has", "holds", "infer", "is", "join", "keep", "leads",
    "learn", "list", "load", "make", "mark", "match", "measure", "merge", "name", "nest", "neutralize",
    "note", "open", "overlaps", "parse", "pick", "pipe", "put", "rank", "read", "remember", "repair",
    "replace", "resolve", "run", "save", "score", "search", "set", "share", "snap", "sort", "spell",
    "split", "stand", "store", "strip", "swap", "take", "tell", "tells", "tidy", "to", "tokenize", "train",
    "trim", "walk", "weigh", "widen", "write",
}  # fmt: skip
"""what the name of a function of the pipeline begins with; a new verb is added here with the function"""
PLAIN = {"noun_chunks", "softmax", "jaccard", "from_bytes", "from_disk", "from_json"}
"""names that spaCy or the field gave"""
NOUNS_WITH_A_PREPOSITION = {"of", "at", "in", "between", "before", "after"}
"""what makes a name of a noun that of a plain property: ``text_of``, ``names_between``"""

IRREGULAR = {
    "begun", "bound", "brought", "built", "caught", "chosen", "cut_off", "done", "drawn", "fallen", "felt",
    "found", "given", "gone", "grown", "heard", "held", "hidden", "hung", "kept", "known", "laid", "led",
    "left", "lost", "made", "met", "paid", "said", "seen", "sent", "shown", "sought", "spent", "spoken",
    "stood", "taken", "taught", "thought", "thrown", "told", "understood", "unseen", "won", "worn",
    "written",
}  # fmt: skip
REGULAR_VERBS = frozenset({"embed", "exceed", "feed", "need", "proceed", "seed", "succeed"})
"""verbs that only end like a participle"""

MIRRORED = ("commands/", "export/", "ingest/formats/", "training/")
"""rooms that name a module for what it runs, reads, writes or trains, as another room does"""
OF_TWO_ROOMS = {
    "component": "what spaCy calls one in speakers, chains and stance",
    "correcting": "the reader's feature, and what it does to claims",
    "explaining": "the reader's feature, and how it is said",
    "hints": "of keys, and of the encoder",
    "layout": "of the screen, and what stands in an article's",
    "outlets": "who they are, and as links of a chain",
    "settings": "the reader's, and those of speakers",
    "sources": "the package, its export, and the rule that repairs those of claims",
}
"""modules and packages whose name stands twice, and why"""
OF_TWO_KINDS = {
    "Archive": "of articles analysed, and a zip",
    "Bar": "of progress, and of a chart",
    "Choice": "of a form, and of blocks",
    "Block": "of word pieces, and of a page",
    "Encoder": "as trained, and as shipped",
    "Format": "read, and written",
    "Line": "of a layout, of a PDF, of a form",
    "Node": "of a claim, and of a source",
    "Page": "of HTML, of help, of a form",
    "Place": "in an article, and in the reader",
    "Progress": "of one analysis, and of an archive's",
    "Quotation": "in a text, and as exported",
    "Row": "of the library, and of a table in HTML",
    "Settings": "the user's, and those fitted for the network",
    "Shown": "how a form shows what is typed, and what a page shows of its outlet",
    "Trace": "how a claim was found, and how an article was followed",
    "Window": "what the encoder reads at once, and what the screen shows",
}
"""classes whose name stands twice, and why"""


def functions_of(tree: ast.AST) -> Iterator[str]:
    """Yield the name of every function and method of ``tree`` that is no property and no special method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("__"):
            decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
            if not decorators & {"property", "cached_property", "setter"}:
                yield node.name


def is_lone_participle(name: str) -> bool:
    """Say whether a function's name is one past participle: ``kept``, ``_snapped``."""
    word = name.strip("_")
    regular = word.endswith("ed") and word not in REGULAR_VERBS and len(word) > 3
    return "_" not in word and (regular or word in IRREGULAR)


def begins_with_a_verb(name: str) -> bool:
    """Say whether a function's name does, or is that of a plain property."""
    words = name.strip("_").split("_")
    return words[0] in VERBS or name in PLAIN or bool(NOUNS_WITH_A_PREPOSITION.intersection(words[1:]))


def named_twice(places: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names that stand at more than one place."""
    found = defaultdict(list)
    for name, place in places:
        found[name].append(place)
    return {name: where for name, where in found.items() if len(where) > 1}


def test_no_function_is_a_lone_participle() -> None:
    assert [
        (file, name)
        for file, tree in TREES.items()
        for name in functions_of(tree)
        if is_lone_participle(name)
    ] == []


def test_functions_of_the_pipeline_begin_with_a_verb() -> None:
    assert [
        (file, name)
        for file, tree in TREES.items()
        for name in functions_of(tree)
        if file.startswith("pipeline/") and not begins_with_a_verb(name)
    ] == []


def test_the_name_of_a_module_stands_once() -> None:
    own = [file for file in TREES if not file.startswith(MIRRORED)]
    places = [(Path(file).stem, file) for file in own if not file.endswith("__init__.py")]
    places += [(Path(file).parent.name, file) for file in own if file.endswith("/__init__.py")]
    assert {name: where for name, where in named_twice(places).items() if name not in OF_TWO_ROOMS} == {}


def test_the_name_of_a_class_stands_once() -> None:
    places = [
        (node.name, file)
        for file, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    ]
    assert {name: where for name, where in named_twice(places).items() if name not in OF_TWO_KINDS} == {}


@pytest.mark.parametrize("name", ["kept", "_told", "snapped", "hedged", "__found"])
def test_a_participle_alone_is_noticed(name: str) -> None:
    assert is_lone_participle(name)


@pytest.mark.parametrize("name", ["feed", "read", "find_kept", "is_told", "shed_light", "red"])
def test_a_verb_or_more_than_a_participle_is_none(name: str) -> None:
    assert not is_lone_participle(name)


def test_properties_and_special_methods_may_be_named_as_they_like() -> None:
    tree = ast.parse(
        "class A:\n @property\n def kept(self): ...\n @cached_property\n def told(self): ...\n"
        " def __len__(self): ...\n @x.setter\n def said(self): ...\n def found(self): ...\ndef heard(): ..."
    )
    assert set(functions_of(tree)) == {"found", "heard"}


def test_a_name_that_is_no_verb_is_noticed_and_a_plain_property_is_none() -> None:
    assert not begins_with_a_verb("_subject") and not begins_with_a_verb("unhedged")
    assert begins_with_a_verb("_find_subject") and begins_with_a_verb("text_of")


def test_a_second_place_is_noticed() -> None:
    assert named_twice([("reading", "a.py"), ("reading", "b.py"), ("marks", "c.py")]) == {
        "reading": ["a.py", "b.py"]
    }
