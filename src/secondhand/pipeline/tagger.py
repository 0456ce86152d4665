"""The component that reads: which words are cues, and whose sources and contents they name.

What it reads is kept on the Doc, for ``claims.py`` to make claims of. One encoder pass finds attributions of
any depth, and gives sentence starts, named entities and syntax; what nests in what follows from the spans.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from secondhand.pipeline.doc import annotate, hints, parse, raw_attributions, state, views
from secondhand.pipeline.doc.noun_chunks import noun_chunks
from secondhand.pipeline.doc.parse import read_token_offsets
from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.encoder import Encoder
from secondhand.pipeline.network.read_window import Node, Reading, read_window
from secondhand.pipeline.network.windows import Window, cut_windows, make_blocks
from secondhand.pipeline.rules.nesting import nest

SHIPPED = Path(__file__).parent / "en_secondhand" / "secondhand_attribution"
ASKED = {"mentions": {"PRON", "NOUN", "PROPN", "DET"}, "predicates": {"VERB", "ADJ", "NOUN"}}
"""parts of speech of words that can mean somebody, and of those that can state a fact"""
THREADS = 8
"""windows read at a time, at most as many as there are processors"""
CONTEXT = 96
"""pieces of the paragraph before that a window may begin with, to be read only"""


class AttributionReader(Pipe):
    """Finds who is said to say what."""

    def __init__(
        self,
        name: str,
        weights: Path,
        *,
        sentences: bool,
        entities: bool,
        syntax: bool,
        context: int = CONTEXT,
        threads: int = THREADS,
    ) -> None:
        """Read with the weights in folder ``weights``, opened when they are first needed.

        ``sentences``, ``entities`` and ``syntax`` (tags, dependencies, and the sentences by them) say whether
        to set those on the Doc too; ``syntax`` only does where the weights have heads for it. ``context``
        counts the pieces before a window that are read with it, ``threads`` the windows read at a time.
        """
        self.name = name
        self.weights = weights
        self.sentences = sentences
        self.entities = entities
        self.syntax = syntax
        self.context = context
        self.threads = max(1, min(threads, os.cpu_count() or 1))

    @cached_property
    def encoder(self) -> Encoder:
        """The open sessions; raises OSError where a file of the weights is missing."""
        return Encoder.open(self.weights)

    @cached_property
    def settings(self) -> Settings:
        """What was chosen for these weights; raises OSError where it is missing."""
        return Settings.from_json((self.weights / "settings.json").read_text(encoding="utf-8"))

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc whole."""
        self.annotate(doc, self.read(doc, self.cut_windows(doc)))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Read many Docs; one that fails goes to the error handler and the others go on.

        Docs are not read together, whatever ``batch_size``: what one says must not depend on the others.
        """
        handle: Callable[..., Any] = self.get_error_handler()
        for doc in stream:
            try:
                done = self(doc)
            except Exception as error:
                handle(self.name, self, [doc], error)
            else:
                yield done

    def cut_windows(self, doc: Doc) -> list[Window]:
        """Return the windows ``doc`` is read in, in order."""
        spans = state.load_origin(doc).paragraphs
        found = list(make_blocks(self.encoder.tokenizer, doc.text, spans))
        return cut_windows(found, self.encoder.ends, context=self.context)

    def read(self, doc: Doc, windows: Sequence[Window]) -> list[Reading]:
        """Return what each of ``windows`` of ``doc`` says."""
        tokens = read_token_offsets(doc) if self.syntax else None
        given = (self.encoder, self.settings, doc.text)
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(lambda window: read_window(*given, window, tokens), windows))

    def annotate(self, doc: Doc, readings: Sequence[Reading]) -> None:
        """Set on ``doc`` what was read."""
        nodes = nest([Node(found) for r in readings for found in r.attributions])
        raw_attributions.store_attributions(doc, nodes, self.settings.calibration)
        parsed = [r.syntax for r in readings if r.syntax]
        if self.syntax:
            parse.set_parses(doc, parsed, self.settings)
            asked = {
                name: np.array([token.i for token in doc if token.pos_ in kinds], np.int64)
                for name, kinds in ASKED.items()
            }
            felt = [f for r in readings for f in r.feelings]
            hints.store_hints(doc, parsed, asked, read_token_offsets(doc)[0], felt)
            views.store_views(doc, [r.views for r in readings if r.views])
        elif self.sentences:
            annotate.set_sentences(doc, [at for r in readings for at in r.sentences])
        if self.entities:
            annotate.set_entities(doc, [e for r in readings for e in r.entities])

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return weights, tokenizer and settings."""
        return bytes(srsly.msgpack_dumps(self.encoder.assets | {"settings": self.settings.to_json()}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> AttributionReader:
        """Take weights, tokenizer and settings from ``to_bytes``."""
        assets = srsly.msgpack_loads(data)
        self.settings = Settings.from_json(assets.pop("settings"))
        self.encoder = Encoder(assets)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights, tokenizer and settings into folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, asset in self.encoder.assets.items():
            (folder / name).write_bytes(asset)
        (folder / "settings.json").write_text(self.settings.to_json(), encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> AttributionReader:
        """Take weights, tokenizer and settings from folder ``path``; raises OSError where one is missing."""
        self.weights = Path(path)
        for name in ("encoder", "settings"):
            self.__dict__.pop(name, None)
            getattr(self, name)
        return self


@Language.factory(
    "secondhand_attribution",
    assigns=[
        "doc.spans",
        "doc.ents",
        "token.is_sent_start",
        "token.pos",
        "token.morph",
        "token.head",
        "token.dep",
    ],
    default_config={
        "weights": None,
        "sentences": True,
        "entities": True,
        "syntax": True,
        "context": CONTEXT,
        "threads": THREADS,
    },
)
def make_attribution(
    nlp: Language,
    name: str,
    weights: str | None,
    sentences: bool,
    entities: bool,
    syntax: bool,
    context: int,
    threads: int,
) -> AttributionReader:
    """Make the component from the folder ``weights``, or from the shipped ones where that is None.

    Where it sets dependencies, Docs of ``nlp`` take their noun phrases by them.
    """
    if syntax:
        nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment] # as spaCy's own are
    return AttributionReader(
        name,
        Path(weights or SHIPPED),
        sentences=sentences,
        entities=entities,
        syntax=syntax,
        context=context,
        threads=threads,
    )
