"""One annotation → the highlight or correction it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from secondhand.conversion import from_plain, to_plain
from secondhand.importing.annotations import Node, as_list, bodies_of, selectors_of
from secondhand.notes.anchoring import find_anchor, make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import COLOURS, Anchor, Highlight
from secondhand.notes.mark_record import correction_of, format_time, highlight_of, time_of
from secondhand.notes.notebook import Notebook
from secondhand.notes.vocabulary import UUID as PREFIX
from secondhand.notes.vocabulary import own_term


def read_mark(node: Node, notebook: Notebook) -> Highlight | Correction | None:
    """Return what ``node`` marks in the article of ``notebook``, or None where it only tells of a claim.

    Raises KeyError, TypeError or ValueError where it is damaged or points to no words.
    """
    if own_term("correction") in node:
        return correction_of(node[own_term("correction")])
    ours = own_term("colour") in node
    if not ours and node.get("motivation") == "identifying":
        return None
    name = _choose_id(node)
    known = notebook.mark(name)
    created = _read_time(node, "created") or (
        known.created if known else datetime.now(UTC).replace(microsecond=0)
    )
    bodies = list(bodies_of(node))
    # Of ours the description only repeats what the claim says.
    notes = [
        text for purpose, text in bodies if purpose != "tagging" and not (ours and purpose == "describing")
    ]
    colour = node.get(own_term("colour"))
    return highlight_of(
        {
            "id": name,
            "anchors": to_plain(tuple(_find_anchors(node, notebook.article.text))),
            "created": format_time(created),
            "changed": format_time(_read_time(node, "modified") or _read_time(node, "updated") or created),
            "colour": colour if colour in COLOURS else COLOURS[0],
            "note": "\n\n".join(notes),
            "tags": list(dict.fromkeys(text for purpose, text in bodies if purpose == "tagging")),
            "claim": node.get(own_term("claim")),
            "speaker": node.get(own_term("speaker")),
            "earlier": as_list(node.get(own_term("earlier"), [])),
        }
    )


def _choose_id(node: Node) -> str:
    """Return the id of the mark: the annotation's where that is a UUID, else always the same one for it."""
    name = node.get("id") or node.get("@id")
    if not isinstance(name, str):
        return str(uuid5(NAMESPACE_URL, json.dumps(node, sort_keys=True)))
    try:
        return str(UUID(name.removeprefix(PREFIX)))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, name))


def _read_time(node: Node, field: str) -> datetime | None:
    value = node.get(field)
    return time_of(value) if isinstance(value, str) else None


def _find_anchors(node: Node, text: str) -> Iterator[Anchor]:
    """Yield where the words of each target stand; raises ValueError where there are none."""
    some = False
    for target in as_list(node["target"]):
        selectors = {str(s.get("type") or s.get("@type")): s for s in selectors_of(target)}
        quote, place = selectors.get("TextQuoteSelector"), selectors.get("TextPositionSelector")
        if quote:
            some = True
            yield _find_quote(quote, place, text)
        elif place:
            some = True
            start, end = place["start"], place["end"]
            if not 0 <= start < end <= len(text):
                raise ValueError(f"it points to characters {start} to {end}, which the article does not have")
            yield make_anchor(text, start, end)
    if not some:
        raise ValueError("it points to no words of the article")


def _find_quote(quote: Node, place: Node | None, text: str) -> Anchor:
    """Return where the words of ``quote`` are; where they are nowhere, as they are said to be."""
    exact = quote["exact"]
    start = place["start"] if place else 0
    end = place["end"] if place else start + len(exact)
    around = {"prefix": quote.get("prefix") or "", "suffix": quote.get("suffix") or ""}
    wanted = from_plain({"start": start, "end": end, "exact": exact, **around}, Anchor)
    return find_anchor(text, wanted) or wanted
