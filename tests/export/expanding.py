"""JSON-LD expanded by a library that is not ours, without a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pyld import jsonld

_CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": json.loads(Path(__file__).with_name("anno.json").read_text("utf-8")),
    "https://schema.org": {"@context": {"@vocab": "https://schema.org/"}},
}
"""the terms of these contexts that we use, as their specifications have them"""


def expanded(text: str) -> Any:
    """Return the JSON-LD ``text`` in full words; a term that no context knows raises an error."""

    def load(url: str, options: Any) -> dict[str, Any]:
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url} | {
            "document": _CONTEXTS[url]
        }

    return jsonld.expand(json.loads(text), {"documentLoader": load})
