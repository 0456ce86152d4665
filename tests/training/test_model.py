from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from secondhand.pipeline.network.viterbi import DISTANCES, PARAGRAPHS, find_best_labels  # noqa: E402
from secondhand.training.heads import MANNER, Manners  # noqa: E402
from secondhand.training.model import ROLES, WIDTH, Roles, Transitions  # noqa: E402


def transitions(seed: int) -> Any:
    made = Transitions()
    torch.manual_seed(seed)
    with torch.no_grad():
        made.begin.copy_(torch.randn(ROLES))
        made.step.copy_(torch.randn(ROLES, ROLES))
    return made


def total(crf: Any, scores: Any, path: tuple[int, ...]) -> Any:
    steps = sum(crf.step[a, b] for a, b in pairwise(path))
    return crf.begin[path[0]] + steps + sum(scores[t, label] for t, label in enumerate(path))


def brute(crf: Any, scores: Any, gold: tuple[int, ...]) -> float:
    every = torch.stack([total(crf, scores, p) for p in product(range(ROLES), repeat=len(gold))])
    found: float = (torch.logsumexp(every, 0) - total(crf, scores, gold)).item()
    return found


def test_the_loss_is_that_of_every_path_summed_up() -> None:
    crf = transitions(1)
    scores = torch.randn(1, 4, ROLES)
    gold = (1, 2, 0, 3)
    found = crf.loss(scores, torch.tensor([gold]), torch.ones(1, 4, dtype=torch.long))
    assert found.item() == pytest.approx(brute(crf, scores[0], gold), abs=1e-4)


def test_padding_does_not_count() -> None:
    crf = transitions(2)
    scores = torch.randn(2, 4, ROLES)
    gold, mask = torch.tensor([[1, 2, 0, 3], [3, 4, 0, 0]]), torch.tensor([[1, 1, 1, 1], [1, 1, 0, 0]])
    expected = (brute(crf, scores[0], (1, 2, 0, 3)) + brute(crf, scores[1, :2], (3, 4))) / 2
    assert crf.loss(scores, gold, mask).item() == pytest.approx(expected, abs=1e-4)


def test_the_loss_falls_as_the_gold_path_gets_likelier() -> None:
    crf = transitions(3)
    scores, gold = torch.zeros(1, 3, ROLES), torch.tensor([[0, 3, 4]])
    mask = torch.ones(1, 3, dtype=torch.long)
    sure = torch.nn.functional.one_hot(gold, ROLES) * 20.0
    assert crf.loss(sure, gold, mask).item() < 0.01 < crf.loss(scores, gold, mask).item()


def test_what_the_pipeline_decodes_is_the_likeliest_path() -> None:
    crf = transitions(4)
    scores = torch.randn(1, 4, ROLES)
    path = find_best_labels(scores.numpy(), crf.step.detach().numpy(), crf.begin.detach().numpy())[0]
    paths = list(product(range(ROLES), repeat=4))
    best = max(paths, key=lambda p: total(crf, scores[0], p).item())
    assert tuple(path.tolist()) == best


def test_the_role_head_scores_every_word_of_every_cue() -> None:
    head = Roles().eval()
    words = torch.randn(3, 7, 2 * WIDTH)
    distance, paragraph = torch.randint(DISTANCES, (3, 7)), torch.randint(PARAGRAPHS, (3, 7))
    found = head(words, words[:, 1], words[:, 2], distance, paragraph)
    assert found.shape == (3, 7, ROLES)
    moved = head(words, words[:, 4], words[:, 5], distance, paragraph)
    assert not torch.allclose(found, moved)


def test_the_manner_head_looks_at_source_and_content_and_nowhere_else() -> None:
    head = Manners(14).eval()
    words = torch.randn(2, 7, 3 * MANNER)
    source, content = torch.zeros(2, 7, dtype=torch.bool), torch.zeros(2, 7, dtype=torch.bool)
    source[:, 0], content[0, 3:5] = True, True
    found = head(words, words[:, 1], words[:, 2], source, content)
    assert found.shape == (2, 14)
    assert torch.isfinite(found).all()
    words[:, 6] += 5
    assert torch.allclose(found, head(words, words[:, 1], words[:, 2], source, content))
    words[0, 4] += 5
    after = head(words, words[:, 1], words[:, 2], source, content)
    assert not torch.allclose(found[0], after[0])
    assert torch.allclose(found[1], after[1])
