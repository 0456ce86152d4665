"""On what evidence, and how far, stances are told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StanceSettings:
    """The choices of the component that reads stances."""

    stated_confidence: float = 0.65
    """confidence of an attitude that words state"""
    felt_offset: float = -1.13
    """log-odds that one which the network finds is right, where that is as sure as not"""
    felt_slope: float = 0.31
    """how those rise with the network's own: both fitted, with what is stated, on whole articles"""
    longest_target: int = 8
    """words of what an attitude is towards"""
    felt_least: float = 0.65
    """probability from which on a feeling that the encoder's head finds is told"""
    hedge_reach: int = 160
    """characters of a content in which a hedge is one of the whole, where there is no parse"""
    stated_weight: float = 4.0
    """what words that state a stance add to the log-probability that the manner head gives it"""
    unstated_weight: float = 0.5
    """the same for a stance that is taken because no words state another"""
    attitude_least: float = 0.3
    """probability from which on an attitude that is found in a content is told"""


DEFAULTS = StanceSettings()
