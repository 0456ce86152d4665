from __future__ import annotations

import json

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from tokenizers import Tokenizer, models, processors

from secondhand.training.export import prune

PIECES = ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "said", "京", "##é", "“", "ω", "20", "##s"]


def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordPiece({piece: at for at, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    made.post_processor = processors.TemplateProcessing(
        "[CLS] $A [SEP]", special_tokens=[("[CLS]", 3), ("[SEP]", 4)]
    )
    return made


def test_pieces_of_other_alphabets_and_those_never_used_go() -> None:
    found, kept = prune(tokenizer())
    assert [PIECES[at] for at in kept] == [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "said",
        "##é",
        "“",
        "20",
        "##s",
    ]
    assert found.get_vocab_size() == len(kept)


def test_what_is_left_is_cut_as_before_under_new_numbers() -> None:
    before, (after, kept) = tokenizer().encode("said"), prune(tokenizer())
    encoded = after.encode("said")
    assert encoded.tokens == before.tokens == ["[CLS]", "said", "[SEP]"]
    assert [kept[at] for at in encoded.ids] == before.ids
    record = json.loads(after.to_str())
    assert {t["content"]: t["id"] for t in record["added_tokens"]} == {
        "[PAD]": 0,
        "[UNK]": 1,
        "[CLS]": 2,
        "[SEP]": 3,
    }
