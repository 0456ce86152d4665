"""Attributions → attributions: one rule a file."""
