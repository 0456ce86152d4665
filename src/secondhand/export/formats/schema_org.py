"""schema.org as JSON-LD: each item as a Quotation and, where it is one, a Claim; we rate nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Link, SpeakerType
from secondhand.export.form import Options
from secondhand.export.item import Item
from secondhand.export.items import list_items
from secondhand.export.json import dumps
from secondhand.export.quotation import describe_article, describe_item
from secondhand.notes.address import address_of, text_address
from secondhand.notes.mark_record import format_time
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import clean_line
from secondhand.wording.labels import chain_short

SUFFIX = ".jsonld"
ABOUT = "schema.org Quotation and Claim (JSON-LD)"
Node = dict[str, Any]
_KINDS: dict[SpeakerType, str] = {"person": "Person", "anonymous": "Person", "unknown": "Person"}
"""what speakers are in schema.org; all others are organizations"""


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a graph of the articles, their quotations and their claims."""
    graph = [node for notebook in notebooks for node in _nodes(notebook, options)]
    text = dumps({"@context": "https://schema.org", "@graph": graph}, indent=2) + "\n"
    # It is made to stand in the script element of a page, which must not end in the middle of it.
    return text.replace("<", "\\u003c")


def _nodes(notebook: Notebook, options: Options) -> Iterator[Node]:
    article = notebook.article
    yield _article(article)
    for item in list_items(notebook, options.what, options.speaker):
        yield _quotation(article, item)
        if item.claim:
            yield _claim(article, item)


def _article(article: Article) -> Node:
    of = describe_article(article)
    return _drop_empty(
        {
            "@type": "NewsArticle",
            "@id": address_of(article),
            "headline": of.title,
            "author": [{"@type": "Person", "name": author} for author in of.authors],
            "publisher": {"@type": "Organization", "name": of.publisher} if of.publisher else None,
            "datePublished": of.date,
            "url": of.url,
        }
    )


def _quotation(article: Article, item: Item) -> Node:
    said = describe_item(article, item)
    speaker = _speaker(item)
    character = item.claim is not None and item.claim.kind != "indirect"
    return _drop_empty(
        {
            "@type": "Quotation",
            "@id": _name(article, item, "quotation"),
            "text": said.text,
            # Words in quotation marks are the speaker's; others are the article's, about what they said.
            "spokenByCharacter" if character else "creator": speaker,
            "isPartOf": {"@id": address_of(article)},
            "isBasedOn": _based_on(item.chain[1:]),
            "datePublished": describe_article(article).date,
            "comment": _comment(said.note, item),
            "keywords": list(said.tags),
        }
    )


def _claim(article: Article, item: Item) -> Node:
    said = describe_item(article, item)
    outlets = [link for link in item.chain[1:-1] if link.type in {"organization", "document"}]
    return _drop_empty(
        {
            "@type": "Claim",
            "@id": _name(article, item, "claim"),
            "text": said.text,
            "author": _speaker(item),
            "appearance": {"@id": address_of(article)},
            "firstAppearance": _work(outlets[-1]) if outlets else {"@id": address_of(article)},
            "description": f"{chain_short(item.chain, clean_line)}: {said.stance_told}",
        }
    )


def _based_on(chain: Sequence[Link]) -> Node | None:
    """Return what passed the words on, each based on the next, down to whom they originate from."""
    if not chain:
        return None
    deeper = _based_on(chain[1:])
    return _work(chain[0]) | ({"isBasedOn": deeper} if deeper else {})


def _work(link: Link) -> Node:
    """Return what a link said or wrote as a work of its own."""
    day = link.when if link.when and re.fullmatch(r"\d{4}(-\d\d){0,2}", link.when) else None
    who = _agent(link.name, link.type)
    if link.type == "document":
        return _drop_empty(
            {"@type": "CreativeWork", "name": clean_line(link.name), "datePublished": day, "url": link.url}
        )
    return _drop_empty({"@type": "CreativeWork", "creator": who, "datePublished": day, "url": link.url})


def _speaker(item: Item) -> Node | None:
    if item.claim is None or item.speaker is None:
        return None
    return _agent(item.speaker.name, item.speaker.type, item.speaker.role)


def _agent(name: str, kind: SpeakerType, role: str | None = None) -> Node | None:
    if name == UNKNOWN:
        return None
    known = clean_line(role) if role else "unnamed source" if kind == "anonymous" else None
    return _drop_empty(
        {"@type": _KINDS.get(kind, "Organization"), "name": clean_line(name), "description": known}
    )


def _comment(note: str, item: Item) -> Node | None:
    if not note:
        return None
    return _drop_empty(
        {"@type": "Comment", "text": note, "dateCreated": format_time(item.created) if item.created else None}
    )


def _name(article: Article, item: Item, kind: str) -> str:
    return f"urn:uuid:{item.id}#{kind}" if item.marked else f"{text_address(article.text)}#{item.id}-{kind}"


def _drop_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
