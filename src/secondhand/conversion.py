"""Dataclasses ⇄ plain values, JSON and MessagePack, their types checked: msgspec's work."""

from __future__ import annotations

import json
from typing import Any, TypeVar

T = TypeVar("T")

# msgspec is imported where it is used: the first paint of an article need not wait for it.


def to_plain(value: Any) -> Any:
    """Return the dataclasses in ``value`` as dicts, dates and times as ISO 8601 has them."""
    import msgspec

    return msgspec.to_builtins(value)


def from_plain(plain: Any, kind: type[T]) -> T:
    """Return the ``kind`` of dataclass that ``plain`` tells of; raises ValueError, which says what is wrong.

    Fields it does not know are left out: a newer version may have more.
    """
    import msgspec

    return msgspec.convert(plain, kind)


def to_json(value: Any) -> str:
    """Return ``value`` as JSON on one line."""
    import msgspec

    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        # Half a character is none to UTF-8: an escape can write it.
        return json.dumps(to_plain(value))


def from_json(text: str, kind: type[T]) -> T:
    """Return the ``kind`` of dataclass that JSON ``text`` tells of; raises ValueError as ``from_plain``."""
    import msgspec

    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return from_plain(json.loads(text), kind)


def to_bytes(value: Any) -> bytes:
    """Return ``value`` as MessagePack."""
    import msgspec

    return msgspec.msgpack.encode(value)


def from_bytes(data: bytes, kind: type[T]) -> T:
    """Return the ``kind`` of dataclass that MessagePack ``data`` tells of; raises ValueError where none."""
    import msgspec

    return msgspec.msgpack.decode(data, type=kind)
