"""How far through whom a claim came is looked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """The choices of the component that builds chains; distances are characters."""

    outlet_lookback: int = 3000
    """how far before it "the newspaper" or "the interview" may have been named"""
    interview_lookback: int = 200
    """how far before "an interview with" it is looked for who else gave it"""


DEFAULTS = ChainSettings()
