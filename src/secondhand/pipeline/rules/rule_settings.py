"""How likely a claim must be, and how far apart things may stand that a rule takes for one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """The choices of the rules; distances are characters."""

    least: float = 0.4
    """an outermost claim that is less likely than this is left out"""
    least_nested: float = 0.15
    """the same for a nested one"""

    cue_distance: int = 120
    """how far apart two cues may stand that are still one"""
    content_likeness: float = 0.8
    """overlap from which on two contents are one: characters, intersection over union"""
    holder_reach: int = 4000
    """how far before a cue a content that holds it may begin"""


DEFAULTS = RuleSettings()
