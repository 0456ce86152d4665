"""Dataclasses that stand on a Doc as they are: how they become bytes, and are themselves again.

srsly, by which spaCy writes what is kept on a Doc, is told of them: ``to_bytes``, ``DocBin``, pickling and
``nlp.pipe(n_process=…)`` keep them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import srsly

from secondhand.conversion import from_bytes, to_bytes

_NAME, _BYTES = "secondhand", "bytes"
_KINDS: dict[str, type] = {}


def keep_on_docs(*kinds: type) -> None:
    """Let instances of the dataclasses ``kinds`` stand on a Doc."""
    _KINDS.update({kind.__name__: kind for kind in kinds})


def encode_kept(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Return what msgpack writes for one of the dataclasses; all else is left to ``chain``."""
    name = type(value).__name__
    if _KINDS.get(name) is type(value):
        return {_NAME: name, _BYTES: to_bytes(value)}
    return chain(value) if chain else value


def decode_kept(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Return the dataclass of what ``encode_kept`` wrote; all else is left to ``chain``."""
    if isinstance(value, dict) and value.get(_NAME) in _KINDS:
        return from_bytes(value[_BYTES], _KINDS[value[_NAME]])
    return chain(value) if chain else value


srsly.msgpack_encoders.register(_NAME, func=encode_kept)
srsly.msgpack_decoders.register(_NAME, func=decode_kept)
