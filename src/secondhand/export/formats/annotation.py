"""W3C Web Annotations as JSON-LD: a collection of one annotation a highlight, claim or correction.

A highlight says who speaks and through whom in words (a second body) and, under terms of our own, as data.
``secondhand import`` reads it back without loss; other tools read words, note, tags and place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from secondhand.article import Article
from secondhand.conversion import to_plain
from secondhand.export.form import Options
from secondhand.export.item import Item
from secondhand.export.items import list_items
from secondhand.export.json import dumps
from secondhand.export.quotation import describe_item
from secondhand.notes.address import address_of, text_address
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor
from secondhand.notes.mark_record import correction_record, format_time
from secondhand.notes.notebook import Notebook
from secondhand.notes.vocabulary import CONTEXT, OWN, UUID, own_term
from secondhand.record import article_record, claim_record

SUFFIX = ".jsonld"
ABOUT = "W3C Web Annotations (JSON-LD)"
Node = dict[str, Any]
_PDF = "http://tools.ietf.org/rfc/rfc3778"
"""what tells of pages in an address"""


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return an AnnotationCollection whose first and only page holds all annotations."""
    found = [node for notebook in notebooks for node in _annotations(notebook, options)]
    articles = [article_record(notebook.article) for notebook in notebooks]
    collection = {
        "@context": [CONTEXT, OWN],
        "id": text_address("".join(node["id"] for node in found)),
        "type": "AnnotationCollection",
        "label": f"{options.what} from secondhand",
        "total": len(found),
        own_term("article"): articles,
        "first": {
            "id": text_address(" ".join(node["id"] for node in found)),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": found,
        },
    }
    return dumps(collection, indent=2) + "\n"


def _annotations(notebook: Notebook, options: Options) -> Iterator[Node]:
    snapshots = {mark.id: mark for mark in (*notebook.highlights, *notebook.orphans)}
    for item in list_items(notebook, options.what, options.speaker):
        node = _annotation(notebook, item)
        # A highlight goes out with the claim as it was when it was marked: what came of it since, the
        # corrections tell.
        mark = snapshots.get(item.id)
        claim, speaker = (mark.claim, mark.speaker) if mark else (item.claim, item.speaker)
        node |= {own_term("earlier"): list(mark.earlier)} if mark and mark.earlier else {}
        node |= {own_term("claim"): claim_record(claim)} if claim else {}
        yield node | ({own_term("speaker"): to_plain(speaker)} if speaker else {})
    if options.what != "claims":
        yield from (_correction(notebook, mark) for mark in notebook.corrections)


def _annotation(notebook: Notebook, item: Item) -> Node:
    said = describe_item(notebook.article, item)
    bodies: list[Node] = [_body("commenting", item.note, "text/markdown")] if item.note else []
    bodies += [_body("describing", "\n".join(said.lines), "text/plain")] if said.lines else []
    bodies += [_body("tagging", tag) for tag in item.tags]
    motivation = ("commenting" if item.note else "highlighting") if item.marked else "identifying"
    name = UUID + item.id if item.marked else f"{text_address(notebook.article.text)}#{item.id}"
    node: Node = {"id": name, "type": "Annotation", "motivation": motivation}
    node |= {"created": format_time(item.created)} if item.created else {}
    node |= {"modified": format_time(item.changed)} if item.changed else {}
    node |= {own_term("colour"): item.colour} if item.colour else {}
    node |= {"body": bodies} if bodies else {}
    return node | {"target": _targets(notebook, item.pieces)}


def _correction(notebook: Notebook, mark: Correction) -> Node:
    return {
        "id": UUID + mark.id,
        "type": "Annotation",
        "motivation": "editing",
        "created": format_time(mark.created),
        **({"modified": format_time(mark.changed)} if mark.changed else {}),
        "body": [_body("editing", f"{mark.verdict}: set right by the reader", "text/plain")],
        "target": _targets(notebook, mark.content),
        own_term("correction"): correction_record(mark),
    }


def _body(purpose: str, value: str, form: str | None = None) -> Node:
    body = {"type": "TextualBody", "purpose": purpose, "value": value}
    return body | ({"format": form} if form else {})


def _targets(notebook: Notebook, pieces: Sequence[Anchor]) -> Node | list[Node]:
    targets = [_target(notebook.article, piece) for piece in pieces]
    return targets[0] if len(targets) == 1 else targets


def _target(article: Article, piece: Anchor) -> Node:
    quote = {
        "type": "TextQuoteSelector",
        "exact": piece.exact,
        "prefix": piece.prefix,
        "suffix": piece.suffix,
    }
    place = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    selectors = [quote, place]
    around = article.place_at(piece.start) if article.text[piece.start : piece.end] == piece.exact else None
    if around and around.page:
        selectors.append({"type": "FragmentSelector", "conformsTo": _PDF, "value": f"page={around.page}"})
    return {"type": "SpecificResource", "source": address_of(article), "selector": selectors}
