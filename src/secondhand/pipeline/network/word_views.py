"""How the words of a window are compared: each as one that is asked for, and as one that is meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network.encoder import Encoder, Floats, Ints
from secondhand.pipeline.network.syntax import align_words
from secondhand.pipeline.network.windows import Window

Views = npt.NDArray[np.float16]
"""one row a token: what it asks for, then what it means"""


@dataclass(frozen=True, slots=True, eq=False)
class WordViews:
    """The views of some tokens of a Doc."""

    token: Ints
    """index into the Doc, shape (tokens,)"""
    view: Views


def read_views(encoder: Encoder, window: Window, states: Floats, starts: Ints, ends: Ints) -> WordViews:
    """Return the views of the tokens that ``window`` owns; ``states`` is ``Scores.states``.

    ``starts`` and ``ends`` are the offsets of all tokens of the Doc.
    """
    tokens, words = align_words(window, starts, ends)
    own = words >= window.context
    return WordViews(tokens[own], encoder.make_views(states)[words[own]].astype(np.float16))
