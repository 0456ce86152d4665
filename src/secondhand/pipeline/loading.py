"""The shipped pipeline, loaded in as little time as that can be done in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from secondhand.pipeline.network.encoder import open_early

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_COMMANDS = ("spacy.cli", "spacy.cli.info")
"""spaCy's own command line: it and what it needs take two fifths of the time to import spaCy"""

_EMPTY = "secondhand_empty_tokenizer"
"""what makes a tokenizer that knows nothing: the one in the folder takes its place, so none is built twice"""


def load_pipeline(folder: Path, rules: tuple[str, ...] | None = None) -> Language:
    """Return the pipeline in ``folder`` with those ``rules``, or with all.

    Its network is opened in a thread meanwhile. Raises OSError where a file is missing.
    """
    with _replace_commands():
        import spacy
    from spacy.util import registry

    # Not before: whoever begins to load while a screen is drawn leaves a processor to that.
    open_early(folder / "secondhand_attribution")

    registry.tokenizers(_EMPTY, func=_make_empty_tokenizer)
    config: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": _EMPTY}}}
    if rules is not None:
        config["components"] = {"secondhand_claims": {"rules": list(rules)}}
    nlp = spacy.load(folder, config=config)
    nlp.max_length = sys.maxsize
    return nlp


def _make_empty_tokenizer() -> Callable[[Language], Tokenizer]:
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)


@contextmanager
def _replace_commands() -> Iterator[None]:
    """Let spaCy be imported without its command line, which whoever asks for it imports as ever."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in _COMMANDS}
    stand_ins["spacy.cli.info"].__dict__["info"] = _tell_info
    sys.modules |= stand_ins
    try:
        yield
    finally:
        for name in _COMMANDS:
            del sys.modules[name]


def _tell_info(*given: Any, **named: Any) -> Any:
    """Do what ``spacy.info`` does."""
    return import_module("spacy.cli.info").info(*given, **named)
