"""How the tokens of a Doc are compared, kept on it for the component that names speakers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from secondhand.pipeline.doc.state import KEY
from secondhand.pipeline.network.word_views import Views, WordViews

_NAME = "views"


def store_views(doc: Doc, read: Sequence[WordViews]) -> None:
    """Keep on ``doc`` what was ``read`` of its tokens, a row each; of those nobody read a row of zeros."""
    size = max((views.view.shape[1] for views in read), default=0)
    rows = np.zeros((len(doc), size), np.float16)
    for views in read:
        rows[views.token] = views.view
    doc.spans[KEY].attrs[_NAME] = rows


def load_views(doc: Doc) -> Views:
    """Return what ``store_views`` kept on ``doc``; no columns where nobody did."""
    attrs = doc.spans[KEY].attrs if KEY in doc.spans else {}
    kept: Views = attrs.get(_NAME, np.zeros((len(doc), 0), np.float16))
    return kept
