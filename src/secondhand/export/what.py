"""What of a notebook to export."""

from __future__ import annotations

from typing import Literal, get_args

What = Literal["highlights", "claims", "notes"]
"""what to export; notes are the highlights with a note"""
WHAT: tuple[What, ...] = get_args(What)
