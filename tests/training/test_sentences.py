from __future__ import annotations

import json
from pathlib import Path

from secondhand.training import sentences
from secondhand.training.labelled import Target


def row(article: str, sentence: str, target: str, polarity: float) -> str:
    start = sentence.index(target)
    found = {"from": start, "to": start + len(target), "mention": target, "polarity": polarity}
    gid = f"{article}_3_{target}_{start}_{start + len(target)}"
    return json.dumps({"primary_gid": gid, "sentence_normalized": sentence, "targets": [found]})


def test_each_sentence_is_a_paragraph_with_its_targets(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join([row("a_1", "Bob lied.", "Bob", 2.0), row("a_1", "We like Ann.", "Ann", 6.0)]))
    texts = [*sentences.newsmtsc(path, held_back=False), *sentences.newsmtsc(path, held_back=True)]
    (text,) = [t for t in texts if t.text]
    assert text.text == "Bob lied.\n\nWe like Ann."
    assert text.paragraphs == [(0, 9), (11, 23)]
    assert text.targets == [Target(0, 3, 0), Target(19, 22, 2)]


def test_an_article_is_held_back_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    rows = [row(f"a_{i}", f"Bob {i} {k} lied.", "Bob", 4.0) for i in range(60) for k in range(2)]
    path.write_text("\n".join(rows))

    def articles(*, held_back: bool) -> set[str]:
        texts = sentences.newsmtsc(path, held_back=held_back)
        return {line.split()[1] for text in texts for line in text.text.split("\n\n")}

    kept, trained = articles(held_back=True), articles(held_back=False)
    assert not kept & trained
    assert len(kept | trained) == 60
    assert 1 <= len(kept) <= 15


def test_predicates_keep_their_value_where_words_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "uds.jsonl"
    found = {"text": "It rained , they said .", "targets": [{"span1": [4, 5], "label": 2.5}]}
    path.write_text(json.dumps(found))
    (text,) = sentences.uds(path)
    assert text.text == "It rained, they said."
    assert text.facts == [(text.text.index("said"), 2.5)]
