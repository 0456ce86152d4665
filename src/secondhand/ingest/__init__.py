"""Bytes → Article: the only room that knows files, pages, encodings and formats."""

from __future__ import annotations

from secondhand.ingest.opened import Entry
from secondhand.ingest.reading import Bundle, bundle, read, read_linked, whole

__all__ = ["Bundle", "Entry", "bundle", "read", "read_linked", "whole"]
