"""JSON-LD expanded by a library that is not ours, without a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pyld import jsonld

SCHEMA = "https://schema.org/"
_SCHEMA_TERMS = (
    *("NewsArticle", "Quotation", "Claim", "CreativeWork", "Comment", "Person", "Organization"),
    *("appearance", "author", "comment", "creator", "dateCreated", "datePublished", "description"),
    *("firstAppearance", "headline", "isBasedOn", "isPartOf", "keywords", "name", "publisher"),
    *("spokenByCharacter", "text", "url"),
)
_CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": json.loads(Path(__file__).with_name("anno.json").read_text("utf-8")),
    "https://schema.org": {"@context": {term: SCHEMA + term for term in _SCHEMA_TERMS}},
}
"""the terms of these contexts that we use, as their specifications have them"""


def expanded(text: str) -> Any:
    """Return the JSON-LD ``text`` in full words; fails where a term is none that its contexts know."""

    def load(url: str, options: Any) -> dict[str, Any]:
        document = {"documentUrl": url, "document": _CONTEXTS[url]}
        return document | {"contentType": "application/ld+json", "contextUrl": None}

    data = json.loads(text)
    contexts = data["@context"] if isinstance(data["@context"], list) else [data["@context"]]
    known = {key for c in contexts for key in (_CONTEXTS[c]["@context"] if isinstance(c, str) else c)}
    # An expansion drops what it does not know without a word.
    assert _terms(data) <= known
    return jsonld.expand(data, {"documentLoader": load})


def _terms(node: Any) -> set[str]:
    """Return the terms in ``node`` outside JSON literals, those of its types among them."""
    if isinstance(node, list):
        return {term for part in node for term in _terms(part)}
    if not isinstance(node, dict):
        return set()
    words = {key for key in node if not key.startswith("@") and ":" not in key}
    words |= {node[key] for key in ("type", "@type", "motivation", "purpose") if key in node}
    within = (part for key, part in node.items() if ":" not in key and key != "@context")
    return words | {term for part in within for term in _terms(part)}
