from __future__ import annotations

import string

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from secondhand.pipeline.network import windows
from secondhand.pipeline.network.windows import Block, Window

ENDS = (2, 3)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """One piece a letter or digit, so that sizes can be told from the words."""
    known = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    letters = string.ascii_lowercase + string.digits
    known += [*letters, *(f"##{c}" for c in letters), *".,\"'“”—"]
    made = Tokenizer(WordPiece({w: i for i, w in enumerate(known)}, unk_token="[UNK]"))  # type: ignore[call-arg]
    made.normalizer = BertNormalizer(lowercase=True)  # type: ignore[assignment]
    made.pre_tokenizer = BertPreTokenizer()  # type: ignore[assignment]
    return made


def cut(tokenizer: Tokenizer, text: str, limit: int = windows.LIMIT) -> list[Block]:
    return list(windows.make_blocks(tokenizer, text, windows.find_paragraphs(text), limit=limit))


def words(text: str, offsets: object) -> list[str]:
    return [text[s:e] for s, e in offsets.tolist()]  # type: ignore[attr-defined]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "  One here. \n\n \t\nTwo.\r\nThree"
    assert [text[s:e] for s, e in windows.find_paragraphs(text)] == ["One here.", "Two.", "Three"]


def test_no_paragraphs_in_white_space() -> None:
    assert windows.find_paragraphs(" \n \n") == []


def test_words_keep_their_place_in_the_text(tokenizer: Tokenizer) -> None:
    text = "First.\nCafé naïve—“Yes”, e\u0301t 25 don't."
    blocks = cut(tokenizer, text)
    assert words(text, blocks[0].offsets) == ["First", "."]
    found = words(text, blocks[1].offsets)
    assert found == ["Café", "naïve", "—", "“", "Yes", "”", ",", "e\u0301t", "25", "don", "'", "t", "."]


def test_a_combining_mark_at_the_end_belongs_to_its_word(tokenizer: Tokenizer) -> None:
    text = "Jose\u0301 left"
    assert words(text, cut(tokenizer, text)[0].offsets) == ["Jose\u0301", "left"]


def test_an_unknown_sign_is_a_word_of_its_own(tokenizer: Tokenizer) -> None:
    text = "ab 😀 cd"
    assert words(text, cut(tokenizer, text)[0].offsets) == ["ab", "😀", "cd"]


def test_first_points_at_the_first_piece_of_each_word(tokenizer: Tokenizer) -> None:
    block = cut(tokenizer, "abc de f.")[0]
    assert block.first.tolist() == [0, 3, 5, 6]
    assert len(block.ids) == 7


def test_features_tell_case_quotation_and_start(tokenizer: Tokenizer) -> None:
    block = cut(tokenizer, 'He "is" SVR I 25 mC')[0]
    per_word = block.features[block.first].tolist()
    assert [case for case, _, _ in per_word] == [1, 3, 0, 3, 2, 1, 3, 0]
    assert [state for _, state, _ in per_word] == [0, 2, 1, 3, 0, 0, 0, 0]
    assert block.features[:, 2].tolist() == [1] + [0] * (len(block.ids) - 1)


def test_only_outermost_quotations_are_kept(tokenizer: Tokenizer) -> None:
    text = "A.\n\"b 'c' d\" e"
    assert [text[s:e] for s, e in cut(tokenizer, text)[1].quotations] == ["\"b 'c' d\""]


def test_whole_paragraphs_are_packed_up_to_the_limit(tokenizer: Tokenizer) -> None:
    blocks = cut(tokenizer, "aaaa\nbbbb\ncccc")
    found = windows.cut_windows(blocks, ENDS, limit=10)
    assert [w.list_paragraphs() for w in found] == [(0, 1), (2,)]
    assert [len(w.ids) for w in found] == [10, 6]
    assert windows.cut_windows(blocks, ENDS, limit=9)[0].list_paragraphs() == (0,)


def test_a_window_stands_between_the_end_marks(tokenizer: Tokenizer) -> None:
    window = windows.cut_windows(cut(tokenizer, "ab\ncd"), ENDS)[0]
    assert (window.ids[0], window.ids[-1]) == ENDS
    assert window.first.tolist() == [1, 3]
    assert window.paragraphs.tolist() == [0, 1]
    assert len(window.features) == len(window.ids)


def test_no_paragraphs_need_no_window() -> None:
    assert windows.cut_windows([], ENDS) == []


def test_a_paragraph_longer_than_a_window_is_cut_at_a_word(tokenizer: Tokenizer) -> None:
    text = "short\n" + " ".join(["abcd"] * 10)
    found = windows.cut_windows(cut(tokenizer, text, limit=12), ENDS, limit=12)
    assert all(len(w.ids) <= 12 for w in found)
    read = [word for w in found for word in words(text, w.offsets)]
    assert read == ["short", *["abcd"] * 10]
    assert [w.list_paragraphs() for w in found][1:] == [(1,)] * 5


def test_a_word_longer_than_a_window_is_not_lost(tokenizer: Tokenizer) -> None:
    text = "ab " + "x" * 40 + " cd"
    found = windows.cut_windows(cut(tokenizer, text, limit=12), ENDS, limit=12)
    assert all(len(w.ids) <= 12 for w in found)
    assert [word for w in found for word in words(text, w.offsets)] == ["ab", "x" * 40, "cd"]


def test_a_window_may_begin_with_the_paragraph_before(tokenizer: Tokenizer) -> None:
    text = "aa aa\nbb\ncccccccc"
    one, two = windows.cut_windows(cut(tokenizer, text), ENDS, limit=12, context=4)
    assert (one.context, two.context) == (0, 1)
    assert words(text, two.offsets) == ["bb", "cccccccc"]
    assert two.list_paragraphs() == (2,)


def test_a_long_paragraph_before_is_no_context(tokenizer: Tokenizer) -> None:
    _, two = windows.cut_windows(cut(tokenizer, "aaaaaa\nbbbbbb"), ENDS, limit=10, context=4)
    assert two.context == 0
    assert two.paragraphs.tolist() == [1]


def test_every_word_is_owned_once(tokenizer: Tokenizer) -> None:
    text = "\n".join("ab cde f." * (1 + i % 5) for i in range(40))
    found = windows.cut_windows(cut(tokenizer, text, limit=40), ENDS, limit=40, context=20)
    assert any(w.context for w in found)
    own = [tuple(pair) for w in found for pair in w.offsets[w.context :].tolist()]
    every = [tuple(pair) for b in cut(tokenizer, text) for pair in b.offsets.tolist()]
    assert own == every


def test_the_quotations_of_a_window_are_those_of_its_paragraphs(tokenizer: Tokenizer) -> None:
    text = '"ab"\n"cd" "ef"'
    window: Window = windows.cut_windows(cut(tokenizer, text), ENDS)[0]
    assert [text[s:e] for s, e in window.quotations] == ['"ab"', '"cd"', '"ef"']


def test_the_ends_are_the_ids_the_tokenizer_gives_them(tokenizer: Tokenizer) -> None:
    assert windows.find_end_ids(tokenizer) == ENDS


def test_a_tokenizer_that_adds_ends_of_its_own_is_not_asked_for_them(tokenizer: Tokenizer) -> None:
    again = Tokenizer.from_str(tokenizer.to_str())
    ends = [("[CLS]", ENDS[0]), ("[SEP]", ENDS[1])]
    again.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)  # type: ignore[assignment]
    (plain,), (own,) = cut(tokenizer, "ab cd"), cut(again, "ab cd")
    assert own.ids.tolist() == plain.ids.tolist()
    assert own.offsets.tolist() == [[0, 2], [3, 5]]
