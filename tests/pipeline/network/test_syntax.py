from __future__ import annotations

import numpy as np

from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.syntax import Floats, Syntax, align_words, read_syntax
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import scored

# Words: He cannot go . She don ' t .
TEXT = "He cannot go. She don't."
WORDS = [(0, 2), (3, 9), (10, 12), (12, 13), (14, 17), (18, 21), (21, 22), (22, 23), (23, 24)]
# Tokens: He can not go . She do n't .
TOKENS = [(0, 2), (3, 6), (6, 9), (10, 12), (12, 13), (14, 17), (18, 20), (20, 23), (23, 24)]
STARTS, ENDS = np.array(TOKENS).T


def window(context: int = 0) -> Window:
    count = len(WORDS)
    ids, features = np.ones(count, np.int64), np.zeros((count, 3), np.int64)
    return Window(ids, features, np.arange(count), np.array(WORDS), np.zeros(count, np.int64), (), context)


def read(given: Window, scores: Scores) -> Syntax:
    assert scores.heads is not None
    return read_syntax(Stub(), given, scores.sentence, scores.heads, STARTS, ENDS)  # type: ignore[arg-type]


class Stub:
    """Names every relation 0, or 1 where the head's view is 9."""

    def score_relations(self, lower: Floats, upper: Floats) -> Floats:
        return np.stack([np.full(len(upper), 0.5), upper[:, 0] == 9], 1).astype(np.float32)


def test_a_token_has_the_first_word_that_begins_in_it() -> None:
    tokens, words = align_words(window(), STARTS, ENDS)
    # The second half of "cannot" has no word to itself; "n't" has the apostrophe.
    assert tokens.tolist() == [0, 1, 3, 4, 5, 6, 7, 8]
    assert words.tolist() == [0, 1, 2, 3, 4, 5, 6, 8]


def test_heads_stay_in_their_sentence() -> None:
    arc = np.zeros((9, 9), np.float32)
    arc[:, 4] = 50
    arc[0, 2] = arc[1, 2] = arc[3, 2] = 5
    arc[2, 2] = arc[5, 5] = 5
    relation = np.zeros((9, 4), np.float32)
    relation[2, 2:] = 9
    sentence = np.array([1, 0, 0, 0, 1, 0, 0, 0, 0], np.float32)
    found = read(window(), scored(9, arc=arc, relation=relation, sentence=sentence))
    assert dict(zip(found.token.tolist(), found.head.tolist(), strict=True)) == {
        0: 3, 1: 3, 3: 3, 4: 3, 5: 5, 6: 5, 7: 5, 8: 5,
    }  # fmt: skip
    assert found.relation.tolist() == [1, 1, 1, 1, 0, 0, 0, 0]


def test_an_antecedent_stands_before_its_word() -> None:
    antecedent = np.zeros((9, 9), np.float32)
    antecedent[0, 4] = 50
    antecedent[4, 0] = 50
    found = read(window(), scored(9, antecedent=antecedent))
    before = dict(zip(found.token.tolist(), found.antecedent.tolist(), strict=True))
    assert before[0][0] == 0
    assert before[5][0] == 0
    assert found.sure[found.token == 5][0, 0] > 0.99
    assert all(max(likely, default=0) <= 5 for token, likely in before.items() if token <= 5)


def test_tokens_of_the_context_belong_to_the_window_before() -> None:
    found = read(window(context=4), scored(9))
    assert found.token.tolist() == [5, 6, 7, 8]
