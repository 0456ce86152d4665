"""The component that reads, with an encoder that only knows the word "said"."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import load_hints
from secondhand.pipeline.doc.raw_attributions import load_attributions
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.windows import Window
from secondhand.pipeline.tagger import SHIPPED, AttributionReader, make_attribution
from tests.pipeline.making import EVEN, scored

TEXT = "Ann said it rains. Bob left.\nCid said it pours."
TAGS = ("NOUN", "VERB", "PRON")


def make_tokenizer() -> Tokenizer:
    letters = [*string.ascii_lowercase, *string.digits, *(f"##{c}" for c in string.ascii_lowercase), *".,"]
    known = {piece: number for number, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters])}
    made = Tokenizer(WordPiece(known, unk_token="[UNK]"))  # type: ignore[call-arg]
    made.normalizer = BertNormalizer(lowercase=True)  # type: ignore[assignment]
    made.pre_tokenizer = BertPreTokenizer()  # type: ignore[assignment]
    return made


class SaidReader:
    """Takes every "said" for a cue, the word before it for the source, two behind it for the content."""

    tokenizer = make_tokenizer()
    ends = (2, 3)

    def __init__(self, text: str = TEXT) -> None:
        self.text = text
        self.assets = {"encoder.onnx": b"weights"}
        self.windows: list[Window] = []

    def read(self, window: Window) -> Any:
        self.windows.append(window)
        self.words = [self.text[s:e] for s, e in window.offsets.tolist()]
        count = len(self.words)
        named = np.array([word[:1].isupper() for word in self.words])
        cue = np.full((count, 3), 0.05, np.float32)
        cue[np.arange(count), [int(word == "said") for word in self.words]] = 0.9
        entity = np.full((count, 9), 0.01, np.float32)
        entity[np.arange(count), named.astype(int)] = 0.9
        tag = np.eye(3, dtype=np.float32)[
            [1 if word == "said" else 0 if name else 2 for word, name in zip(self.words, named, strict=True)]
        ]
        arc = np.zeros((count, count), np.float32)
        fact = np.full((count, 1), 1.5, np.float32)
        return scored(
            count, cue=cue, entity=entity, tag=tag, arc=arc, fact=fact, sentence=named.astype(np.float32)
        )

    def make_views(self, states: Any) -> Any:
        return states

    def score_contents(self, states: Any, begin: Any, end: Any, at: Any, inside: Any) -> Any:
        return np.tile(np.array([9, 0, 0, 9, 0, 0], np.float32), (*at.shape, 1))

    def score_roles(self, words: Any, begin: Any, end: Any, *more: object) -> Any:
        scores = np.zeros((len(begin), len(self.words), 7), np.float32)
        for row, at in zip(scores, begin, strict=True):
            row[at - 1, 1] = row[at + 1, 3] = 9
            row[at + 2 : at + 3, 4] = 9
            row[at + 3 :, 0] = row[: at - 1, 0] = 9
        return scores

    def score_manners(self, words: Any, begin: Any, *more: object) -> Any:
        return np.zeros((len(begin), 14), np.float32)

    def score_relations(self, lower: Any, upper: Any) -> Any:
        return np.zeros((len(lower), 1), np.float32)

    def score_feelings(self, words: Any, target: Any, within: Any) -> tuple[Any, Any]:
        return np.tile(np.log([[0.9, 0.05, 0.05]]), (len(target), 1)), np.ones(target.shape)


def reader(**asked: Any) -> AttributionReader:
    """A component that asks a ``SaidReader`` for what is ``asked``."""
    choices = {"sentences": False, "entities": False, "syntax": False} | asked
    made = AttributionReader("reader", Path("nowhere"), threads=1, **choices)
    made.encoder = SaidReader()  # type: ignore[assignment]
    made.settings = Settings(EVEN.bias, EVEN.step, EVEN.begin, EVEN.calibration, TAGS, ("root", "obj"))
    return made


def make_doc(text: str = TEXT) -> Doc:
    return spacy.blank("en").make_doc(text)


def said(doc: Doc) -> list[tuple[str, str, str]]:
    """Source, cue and content of what was read."""
    found = [node.attribution for node in load_attributions(doc).nodes]
    return [
        (doc.text[slice(*one.source[0])], doc.text[slice(*one.cue)], doc.text[slice(*one.content[0])])
        for one in found
    ]


def test_what_is_read_is_kept_on_the_doc() -> None:
    doc = reader()(make_doc())
    assert said(doc) == [("Ann", "said", "it rains"), ("Cid", "said", "it pours")]
    assert load_attributions(doc).calibration == EVEN.calibration


def test_only_what_is_asked_for_is_set() -> None:
    doc = reader()(make_doc())
    assert not (doc.has_annotation("SENT_START") or doc.ents or doc.has_annotation("DEP"))
    assert load_hints(doc).facts == {}


def test_sentences_and_names_are_set_without_syntax() -> None:
    doc = reader(sentences=True, entities=True)(make_doc())
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Ann said it rains.", "Bob left.", "Cid said it pours.",
    ]  # fmt: skip
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ann", "PERSON"), ("Bob", "PERSON"), ("Cid", "PERSON"),
    ]  # fmt: skip
    assert not doc.has_annotation("DEP")


def test_syntax_is_set_with_the_hints_of_the_words_that_can_have_them() -> None:
    doc = reader(syntax=True)(make_doc())
    assert [token.pos_ for token in doc][:2] == ["NOUN", "VERB"]
    assert doc.has_annotation("DEP")
    # A predicate is a verb, an adjective or a noun; "it" is none.
    facts = load_hints(doc).facts
    assert facts[TEXT.index("said")] == facts[0] == 1.5
    assert TEXT.index("it") not in facts
    felt = load_hints(doc).feelings
    assert [doc.text[slice(*one.target)] for one in felt] == ["it", "it"]


def test_each_paragraph_may_be_given_and_is_read_with_what_stands_before_it() -> None:
    whole = reader()
    doc = make_doc()
    state.store_origin(doc, Origin(paragraphs=((0, 28), (29, len(TEXT)))))
    assert [window.list_paragraphs() for window in whole.cut_windows(doc)] == [(0, 1)]
    state.store_origin(doc, Origin(paragraphs=((29, len(TEXT)),)))
    assert said(whole(doc)) == [("Cid", "said", "it pours")]


def test_what_is_read_of_a_long_text_goes_on_in_another_window() -> None:
    text = "\n".join(["Ann said it rains."] * 40)
    made = reader()
    made.encoder = SaidReader(text)  # type: ignore[assignment]
    assert said(made(make_doc(text))) == [("Ann", "said", "it rains")] * 40
    windows = made.encoder.windows  # type: ignore[attr-defined]
    assert len(windows) > 1 and [window.context > 0 for window in windows] == [
        False,
        *[True] * (len(windows) - 1),
    ]
    made.context = 0
    assert {window.context for window in made.cut_windows(make_doc(text))} == {0}


def test_of_many_docs_one_that_fails_goes_to_the_error_handler_and_the_others_go_on() -> None:
    made, failed = reader(), []
    made.set_error_handler(lambda name, component, docs, error: failed.append((name, docs, error)))
    good, bad = make_doc(), make_doc()
    read = made.read
    made.read = lambda doc, windows: read(doc, windows) if doc is not bad else 1 / 0  # type: ignore[assignment, method-assign, return-value]
    assert list(made.pipe([good, bad, good])) == [good, good]
    ((name, docs, error),) = failed
    assert (name, docs) == ("reader", [bad]) and isinstance(error, ZeroDivisionError)


def test_an_empty_doc_is_read() -> None:
    for choice in ({}, {"syntax": True}, {"sentences": True, "entities": True}):
        assert load_attributions(reader(**choice)(make_doc(""))).nodes == ()


def test_weights_and_settings_are_written_into_a_folder(tmp_path: Path) -> None:
    made = reader()
    made.to_disk(tmp_path / "new" / "weights")
    folder = tmp_path / "new" / "weights"
    assert (folder / "encoder.onnx").read_bytes() == b"weights"
    assert Settings.from_json((folder / "settings.json").read_text("utf-8")) == made.settings


def test_a_folder_without_weights_is_refused_at_once(tmp_path: Path) -> None:
    made = reader()
    with pytest.raises(FileNotFoundError):
        made.from_disk(tmp_path)
    assert made.weights == tmp_path


def test_threads_are_no_more_than_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    made = [
        AttributionReader("r", SHIPPED, sentences=True, entities=True, syntax=True, threads=n)
        for n in (1, 9, 0)
    ]
    assert [one.threads for one in made] == [1, 2, 1]
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert AttributionReader("r", SHIPPED, sentences=True, entities=True, syntax=True).threads == 1


def test_the_factory_takes_the_shipped_weights_or_others() -> None:
    nlp = spacy.blank("en")
    plain = nlp.vocab.get_noun_chunks
    given: dict[str, Any] = {"sentences": True, "entities": False, "context": 7, "threads": 1}
    made = make_attribution(nlp, "r", None, syntax=False, **given)
    assert (made.name, made.weights, made.sentences, made.entities, made.syntax) == (
        "r",
        SHIPPED,
        True,
        False,
        False,
    )
    assert (made.context, made.threads) == (7, 1)
    assert nlp.vocab.get_noun_chunks is plain
    other = make_attribution(nlp, "r", "elsewhere", syntax=True, **given)
    assert other.weights == Path("elsewhere")
    assert nlp.vocab.get_noun_chunks is not plain
