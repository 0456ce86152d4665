"""Corrections → claims: what the reader set right wins over what the model says."""

from __future__ import annotations

from collections.abc import Sequence

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.notes.correction import Correction


def corrected(article: Article, found: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """Return ``found`` with ``corrections`` to claims of ``article`` applied.

    Claims that a correction changes or adds say so (``Claim.corrected``), and are certain: confidence 1.
    Corrections whose words are nowhere in the text are left out.
    """
    raise NotImplementedError
