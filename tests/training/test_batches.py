from __future__ import annotations

import random
import string

import pytest

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer  # noqa: E402
from tokenizers.models import WordPiece  # noqa: E402
from tokenizers.normalizers import BertNormalizer  # noqa: E402
from tokenizers.pre_tokenizers import BertPreTokenizer  # noqa: E402

from secondhand.pipeline.network.windows import find_paragraphs  # noqa: E402
from secondhand.training import batches  # noqa: E402
from secondhand.training.batches import Example, collate, epoch, examples  # noqa: E402
from secondhand.training.labelled import IGNORE, Labelled, MannerLabels, Spans, Target, Token  # noqa: E402
from secondhand.training.layers import Inventory  # noqa: E402
from tests.pipeline.making import find  # noqa: E402

TEXT = "Ann Lee said it rains.\nBob has said so."


def marked(source: str, cue: str, content: str) -> dict[str, Spans]:
    return {
        part: [list(find(TEXT, words))]
        for part, words in (("source", source), ("cue", cue), ("content", content))
    }


NONE = Inventory((), ())
ATTRIBUTIONS = [marked("Ann Lee", "said", "it rains"), marked("Bob", "has said", "so")]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    known = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *string.ascii_lowercase,
        *(f"##{c}" for c in string.ascii_lowercase),
        ".",
    ]
    made = Tokenizer(WordPiece({w: i for i, w in enumerate(known)}, unk_token="[UNK]"))  # type: ignore[call-arg]
    made.normalizer = BertNormalizer(lowercase=True)  # type: ignore[assignment]
    made.pre_tokenizer = BertPreTokenizer()  # type: ignore[assignment]
    return made


def text(**known: object) -> Labelled:
    return Labelled("a", TEXT, find_paragraphs(TEXT), **known)  # type: ignore[arg-type]


def one(tokenizer: Tokenizer, **known: object) -> Example:
    (made,) = examples(tokenizer, text(**known), NONE)
    return made


# Words: Ann Lee said it rains . Bob has said so .
def test_cues_are_labelled_from_their_offsets(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, attributions=ATTRIBUTIONS)
    assert made.labels["cue"].tolist() == [0, 0, 1, IGNORE, IGNORE, 0, 0, 1, 2, IGNORE, 0]


def test_contents_that_are_annotated_too_teach_where_no_cue_is(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, attributions=ATTRIBUTIONS, manners=[MannerLabels(0, 0, 0), MannerLabels(4, 2, 5)])
    assert made.labels["cue"].tolist() == [0, 0, 1, 0, 0, 0, 0, 1, 2, 0, 0]


def test_a_cue_inside_of_a_content_is_one_of_its_own(tokenizer: Tokenizer) -> None:
    inner = marked("it", "rains", ".")
    made = one(tokenizer, attributions=[*ATTRIBUTIONS[:1], inner])
    assert made.labels["cue"].tolist() == [0, 0, 1, IGNORE, 1, IGNORE, 0, 0, 0, 0, 0]
    assert [cue.begin for cue in made.cues] == [2, 4]
    assert made.cues[0].roles.tolist()[3:5] == [3, 4]


def test_manner_and_attitudes_are_labelled_inside_the_content(tokenizer: Tokenizer) -> None:
    manners = [MannerLabels(1, 0, 2, ((*find(TEXT, "rains"), 0),)), MannerLabels(4, 2, 5)]
    first, second = one(tokenizer, attributions=ATTRIBUTIONS, manners=manners).cues
    assert (first.manner, second.manner) == ((1, 0, 2), (4, 2, 5))
    assert first.attitudes.tolist()[3:5] == [0, 1]
    assert {first.attitudes[at] for at in (0, 1, 2, 5)} == {IGNORE}
    assert second.attitudes[9] == 0


def test_relays_have_labels_of_their_own(tokenizer: Tokenizer) -> None:
    told = ATTRIBUTIONS[0] | {"relay": [list(find(TEXT, "Bob has"))]}
    (cue,) = one(tokenizer, attributions=[told]).cues
    assert cue.roles.tolist() == [1, 2, 0, 3, 4, 0, 5, 6, 0, 0, 0]


def test_each_cue_has_labels_of_its_own(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, attributions=ATTRIBUTIONS)
    first, second = made.cues
    assert (first.begin, first.end) == (2, 3)
    assert first.roles.tolist() == [1, 2, 0, 3, 4, 0, 0, 0, 0, 0, 0]
    assert (second.begin, second.end) == (7, 9)
    assert second.roles.tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0, 3, 0]
    assert first.manner == (IGNORE, IGNORE, IGNORE)


def test_sentences_and_entities_are_labelled_from_their_offsets(tokenizer: Tokenizer) -> None:
    starts, named = {0, TEXT.index("Bob")}, [(*find(TEXT, "Ann Lee"), "PERSON"), (*find(TEXT, "Bob"), "ORG")]
    made = one(tokenizer, sentences=starts, entities=named)
    assert made.labels["sentence"].tolist() == [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert made.labels["entity"].tolist() == [1, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0]


def test_what_nobody_annotated_has_no_labels(tokenizer: Tokenizer) -> None:
    made = one(tokenizer)
    assert (made.labels, made.cues, made.targets) == ({}, (), ())


def test_an_article_without_attributions_has_empty_labels(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, attributions=[])
    assert made.labels["cue"].sum() == 0
    assert made.cues == ()


def test_parses_stand_on_the_words_tokens_begin_with(tokenizer: Tokenizer) -> None:
    at = {words: find(TEXT, words) for words in ("Ann Lee", "said", "it", "Bob", "has said")}
    tokens = [
        Token(*at["Ann Lee"], "PROPN", 1, "nsubj"),
        Token(*at["said"], "VERB|Tense=Past", 1, "root"),
        Token(*at["it"], "PRON", 1, "obj"),
        Token(*at["Bob"], "RARE", 3, "root"),
    ]
    inventory = Inventory(("PRON", "PROPN", "VERB|Tense=Past"), ("nsubj", "obj", "root"))
    (made,) = examples(tokenizer, text(tokens=tokens, sentences={0, TEXT.index("Bob")}), inventory)
    labels = {name: made.labels[name].tolist() for name in ("tag", "head", "relation", "span")}
    no = IGNORE
    assert labels["tag"] == [1, no, 2, 0, no, no, no, no, no, no, no]
    assert labels["head"] == [2, no, 2, 2, no, no, 6, no, no, no, no]
    assert labels["relation"] == [0, no, 2, 1, no, no, 2, no, no, no, no]
    assert labels["span"] == [1, -1, 1, 1, -1, -1, 2, -1, -1, -1, -1]


def test_mentions_and_facts_are_labelled_from_their_offsets(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, mentions=[(0, 4), (TEXT.index("Bob"), 0)], facts=[(TEXT.index("rains"), -1.5)])
    assert made.labels["group"].tolist() == [5, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert made.labels["fact"].tolist() == [IGNORE] * 4 + [-1500] + [IGNORE] * 6


def test_a_target_is_looked_at_within_its_paragraph(tokenizer: Tokenizer) -> None:
    batch = collate([one(tokenizer, targets=[Target(*find(TEXT, "Ann Lee"), 2)])])
    assert batch["feeling"].tolist() == [2]
    assert batch["target"].tolist() == [[1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
    assert batch["target_within"].tolist() == [[True] * 6 + [False] * 5]


def test_a_shorter_first_window_cuts_the_text_elsewhere(tokenizer: Tokenizer) -> None:
    whole = examples(tokenizer, text(attributions=ATTRIBUTIONS), NONE, limit=40)
    parts = examples(tokenizer, text(attributions=ATTRIBUTIONS), NONE, limit=40, skip=15)
    assert [len(e.window.first) for e in whole] == [11]
    assert [len(e.window.first) for e in parts] == [6, 5]
    assert [len(e.cues) for e in parts] == [1, 1]


def test_a_batch_is_padded_and_masked(tokenizer: Tokenizer) -> None:
    long, short = examples(tokenizer, text(attributions=ATTRIBUTIONS), NONE, limit=40, skip=15)
    batch = collate([long, short])
    pieces = [len(e.window.ids) for e in (long, short)]
    assert batch["ids"].shape == (2, max(pieces))
    assert batch["mask"].sum(1).tolist() == pieces
    assert batch["cue"][1].tolist() == [0, 1, 2, IGNORE, 0, IGNORE]
    assert batch["window"].tolist() == [0, 1]
    assert batch["begin"].tolist() == [2, 1]
    assert batch["end"].tolist() == [2, 2]
    assert batch["role"].shape == batch["role_mask"].shape == (2, 6)
    assert batch["role_mask"].sum(1).tolist() == [6, 5]
    assert batch["distance"][0].tolist() == [2, 1, 0, 11, 12, 13]


def test_a_batch_has_only_the_labels_its_texts_have(tokenizer: Tokenizer) -> None:
    batch = collate([one(tokenizer, sentences={0})])
    assert "sentence" in batch
    assert not {"cue", "entity", "window"} & set(batch)


def test_cut_cues_stay_inside_the_cue(tokenizer: Tokenizer) -> None:
    made = one(tokenizer, attributions=ATTRIBUTIONS)
    seen = set()
    for seed in range(60):
        batch = collate([made], random.Random(seed))
        seen.add((int(batch["begin"][1]), int(batch["end"][1])))
    assert seen == {(7, 8), (7, 7), (8, 8)}


def test_an_epoch_is_the_same_for_the_same_seed(tokenizer: Tokenizer) -> None:
    corpora = {"gum": [text(sentences={i}) for i in range(8)]}

    def drawn(seed: int) -> list[list[int]]:
        return [b["sentence"].flatten().tolist() for b in epoch(tokenizer, corpora, NONE, {"gum": 0.5}, seed)]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_an_epoch_takes_its_share_in_batches_of_bounded_size(
    tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 80)
    corpora = {"gum": [text(sentences={0}) for _ in range(10)]}
    made = epoch(tokenizer, corpora, NONE, {"gum": 0.5}, 3)
    assert sum(int((b["sentence"] == 1).sum()) for b in made) == 5
    assert all(b["ids"].numel() <= 80 for b in made)
