"""What of a notebook to export."""

from __future__ import annotations

from typing import Literal, get_args

What = Literal["highlights", "claims", "sure-claims", "notes", "quotations", "unquoted-text"]
"""what to export; sure claims are those likelier right than wrong, notes the highlights with a note,
quotations what somebody says in their very words, unquoted text the article without all quotations"""
WHAT: tuple[What, ...] = get_args(What)
OF_CLAIMS: tuple[What, ...] = ("claims", "sure-claims", "quotations")
"""those that need an analysis"""
