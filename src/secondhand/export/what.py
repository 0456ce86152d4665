"""What of a notebook to export."""

from __future__ import annotations

from typing import Literal, get_args

What = Literal["highlights", "claims", "sure-claims", "notes"]
"""what to export; sure claims are those likelier right than wrong, notes the highlights with a note"""
WHAT: tuple[What, ...] = get_args(What)
OF_CLAIMS: tuple[What, ...] = ("claims", "sure-claims")
"""those that need an analysis"""
