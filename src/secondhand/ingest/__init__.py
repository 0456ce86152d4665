"""Bytes → Article: the only room that knows files, pages, encodings and formats."""

from __future__ import annotations

from secondhand.ingest.reading import read, read_linked

__all__ = ["read", "read_linked"]
