"""The component that reads: cues, sources and contents → ``doc.spans["claims"]``.

The same encoder pass gives sentence starts and named entities. Each content is then read once more on its
own, as ordinary text: what it attributes to somebody is a claim nested in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from secondhand.pipeline import entities, pieces, records
from secondhand.pipeline.decode import Settings
from secondhand.pipeline.encoder import FILES, Encoder
from secondhand.pipeline.flatten import flatten
from secondhand.pipeline.reading import Reading, read

SHIPPED = Path(__file__).parent / "en_secondhand" / "secondhand_attribution"
CONTEXT = 96
"""pieces of the paragraph before that a window may begin with, to be read only"""


class AttributionReader(Pipe):
    """Finds who is said to say what."""

    def __init__(
        self, name: str, encoder: Encoder, settings: Settings, *, sentences: bool, entities: bool
    ) -> None:
        """Read with ``encoder``; ``sentences`` and ``entities`` say whether to set those on the Doc too."""
        self.name = name
        self.encoder = encoder
        self.settings = settings
        self.sentences = sentences
        self.entities = entities

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc whole."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Read many Docs, several in one encoder pass where they are short."""
        handle: Callable[..., Any] = self.get_error_handler()
        docs_left = iter(stream)
        while docs := list(islice(docs_left, batch_size)):
            try:
                plans = [self.windows(doc) for doc in docs]
                readings = self.read([(d.text, w) for d, plan in zip(docs, plans, strict=True) for w in plan])
                at = 0
                for doc, plan in zip(docs, plans, strict=True):
                    self.annotate(doc, readings[at : at + len(plan)])
                    at += len(plan)
            except Exception as error:
                handle(self.name, self, docs, error)
            else:
                yield from docs

    def windows(self, doc: Doc) -> list[pieces.Window]:
        """Return the windows ``doc`` is read in, in order."""
        spans = records.origin(doc).paragraphs
        blocks = list(pieces.blocks(self.encoder.tokenizer, doc.text, spans))
        return pieces.windows(blocks, self.encoder.ends, context=CONTEXT)

    def read(self, windows: Sequence[tuple[str, pieces.Window]]) -> list[Reading]:
        """Return what each window of a text says; the first of each pair is the whole text."""
        return [read(self.encoder, self.settings, text, window) for text, window in windows]

    def annotate(self, doc: Doc, readings: Sequence[Reading]) -> None:
        """Set on ``doc`` what was read."""
        nodes = [n for r in readings for n in r.nodes]
        records.store(doc, flatten(doc.text, records.origin(doc).paragraphs, nodes, self.settings), ())
        if self.sentences:
            entities.set_sentences(doc, [at for r in readings for at in r.sentences])
        if self.entities:
            entities.set_entities(doc, [e for r in readings for e in r.entities])

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
        for name in FILES:
            (folder / name).write_bytes(self.encoder.assets[name])
        (folder / "settings.json").write_text(self.settings.to_json(), encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> AttributionReader:
        """Take weights, tokenizer and settings from folder ``path``; raises OSError where one is missing."""
        self.settings = Settings.from_json((Path(path) / "settings.json").read_text(encoding="utf-8"))
        self.encoder = Encoder.open(Path(path))
        return self


@Language.factory(
    "secondhand_attribution",
    assigns=["doc.spans", "doc.ents", "token.is_sent_start"],
    default_config={"weights": None, "sentences": True, "entities": True},
)
def make_attribution(
    nlp: Language, name: str, weights: str | None, sentences: bool, entities: bool
) -> AttributionReader:
    """Make the component from the folder ``weights``, or from the shipped ones where that is None."""
    folder = Path(weights) if weights else SHIPPED
    settings = Settings.from_json((folder / "settings.json").read_text(encoding="utf-8"))
    return AttributionReader(name, Encoder.open(folder), settings, sentences=sentences, entities=entities)
