"""How far, and on what evidence, it is looked for who speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeakerSettings:
    """The choices of the component that names speakers; distances are characters."""

    pronoun_reach: int = 1500
    """how far a pronoun, or a description of somebody in office, reaches back"""
    description_reach: int = 600
    """how far a description of anybody else reaches back"""
    opening: int = 20
    """how much of a content a pronoun opens: there it means the one who speaks"""
    poll_reach: int = 1500
    """how far after "a new poll" its maker may be named"""
    coreference_least: float = 0.7
    """likelihood from which on the coreference head is followed"""
    coreference_steps: int = 4
    """mentions followed back one after another"""
