"""Bytes → Article: the only room that knows files, pages, encodings and formats."""

from __future__ import annotations

from secondhand.ingest.bundle import Bundle, follow_entry, open_bundle, read_article, read_linked
from secondhand.ingest.opened import FeedEntry

__all__ = ["Bundle", "FeedEntry", "follow_entry", "open_bundle", "read", "read_article", "read_linked"]

read = read_article
"""the name by which programs outside of this tree import it"""
