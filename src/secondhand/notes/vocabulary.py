"""The words of the W3C Web Annotation model that we write and read, and those it lacks."""

from __future__ import annotations

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "secondhand"
NAMESPACE = "urn:x-secondhand:"
OWN = {
    "@version": 1.1,
    PREFIX: NAMESPACE,
    **{f"{PREFIX}:{name}": {"@type": "@json"} for name in ("article", "claim", "speaker", "correction")},
}
"""the context of what the model has no words for; JSON literals survive an expansion as they are"""
UUID = "urn:uuid:"


def own_term(name: str) -> str:
    """Return our own term ``name`` as it is written: "secondhand:claim"."""
    return f"{PREFIX}:{name}"
