"""spaCy's own pipeline of the usual size: tagger, parser and names over a small convolutional network.

No English pipeline with weights comes from PyPI, so one is made here: trained on treebanks where there are
some (``python -m tests.benchmarks.cnn DATA FOLDER``), else untrained, which is as fast and says nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.training.converters import conllu_to_docs
from spacy.util import minibatch

WIDTH = 96
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
PARTS = {
    "tok2vec": {
        "model": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2", "width": WIDTH,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "rows": [5000, 1000, 2500, 2500],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": WIDTH, "depth": 4,
                "window_size": 1, "maxout_pieces": 3,
            },
        }
    },
    "tagger": {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}},
    "parser": {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "hidden_width": 64,
            "extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, "tok2vec": LISTENER,
        }
    },
    "ner": {},
}  # fmt: skip
"""the settings spaCy's quickstart gives for a small English pipeline; names have a network of their own"""
DATASETS = ("en_ewt-train.conllu", "en_gum-train.conllu")
EPOCHS = 4


def bare() -> Language:
    """Return the pipeline with weights at random."""
    nlp = spacy.blank("en")
    for name, config in PARTS.items():
        nlp.add_pipe(name, config=config)
    return nlp


def untrained() -> Language:
    """Return the pipeline with the usual number of labels, ready to run."""
    nlp = bare()
    doc = Doc(nlp.vocab, ["Ann", "spoke"], tags=["NNP", "VBD"], heads=[1, 1], deps=["nsubj", "ROOT"])
    doc.set_ents([Span(doc, 0, 1, "PERSON")])
    for at in range(48):
        nlp.get_pipe("tagger").add_label(f"T{at}")
        nlp.get_pipe("parser").add_label(f"d{at}")
    for at in range(17):
        nlp.get_pipe("ner").add_label(f"E{at}")
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, ["Ann", "spoke"]), doc)])
    return nlp


def trained(data: Path, epochs: int = EPOCHS) -> Language:
    """Return the pipeline trained on the treebanks in ``data``/ud and the names in ``data``/ner."""
    nlp = bare()
    examples = list(_examples(nlp, data))
    # Part of speech by the tagger itself: no attribute ruler is needed to make one of the other.
    optimizer = nlp.initialize(lambda: examples)
    draw = random.Random(7)
    for epoch in range(epochs):
        begun = time.monotonic()
        draw.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, 48):
            nlp.update(batch, sgd=optimizer, losses=losses, drop=0.1)
        told = {name: round(loss) for name, loss in losses.items()}
        sys.stderr.write(f"epoch {epoch + 1}: {told}, {time.monotonic() - begun:.0f} s\n")
    return nlp


def _examples(nlp: Language, data: Path) -> Iterator[Example]:
    for name in DATASETS:
        text = (data / "ud" / name).read_text("utf-8")
        for doc in conllu_to_docs(text, n_sents=1, no_print=True):
            words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
            gold = Doc(
                nlp.vocab, words, spaces, tags=[t.pos_ for t in doc], pos=[t.pos_ for t in doc],
                heads=[t.head.i for t in doc], deps=[t.dep_.split(":")[0] for t in doc],
            )  # fmt: skip
            yield Example(Doc(nlp.vocab, words, spaces), gold)
    rows = (data / "ner" / "uner_en_ewt-dev.iob2").read_text("utf-8")
    for sentence in rows.split("\n\n"):
        cells = [row.split("\t") for row in sentence.split("\n") if row and row[0] != "#"]
        if cells:
            words = [cell[1] for cell in cells]
            yield Example(Doc(nlp.vocab, words), Doc(nlp.vocab, words, ents=[cell[2] for cell in cells]))


def with_parts_of_speech(nlp: Language) -> Language:
    """Let ``nlp`` also set ``token.pos``, which its tags are, and lemmas, where it sets neither."""
    if not {"pos", "lemmatizer"} & set(nlp.pipe_names):
        nlp.add_pipe("pos", after="tagger")
        lookup = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="pos")
        shipped = spacy.load(_shipped(), exclude=["secondhand_attribution"])
        lookup.lookups = shipped.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return nlp


def _shipped() -> Path:
    import secondhand

    return secondhand.model_path()


@Language.component("pos")
def pos(doc: Doc) -> Doc:
    """Take each token's tag as its part of speech."""
    for token in doc:
        token.pos_ = token.tag_
    return doc


def main() -> None:
    """Train the pipeline and keep it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cnn", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("folder", type=Path, help="where to keep the pipeline")
    given = parser.parse_args()
    trained(given.data).to_disk(given.folder)


if __name__ == "__main__":
    main()
