"""Bytes → Article: the only room that knows files, pages, encodings and formats."""

from __future__ import annotations

from secondhand.ingest.reading import read

__all__ = ["read"]
