from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from secondhand.training.contents import Contents, ContentsOfWindow, export_contents  # noqa: E402


def test_words_that_are_not_there_change_nothing() -> None:
    torch.manual_seed(1)
    network = Contents(8, 16).eval()
    words, cue = torch.randn(2, 5, 8), torch.randn(2, 16)
    inside = torch.tensor([[True] * 3 + [False] * 2, [True] * 5])
    scores = network(words, cue, inside)
    assert scores.shape == (2, 5, 6)
    words[0, 3:] += 7
    assert torch.allclose(scores[0, :3], network(words, cue, inside)[0, :3])
    cue[0] += 1
    assert not torch.allclose(scores[0, :3], network(words, cue, inside)[0, :3])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_exported_scores_the_same(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    torch.manual_seed(1)
    network = Contents(8, 16)
    export_contents(network, tmp_path / "contents.onnx")
    states, ends = torch.randn(7, 8), torch.tensor([2])
    at, inside = torch.tensor([[3, 4, 6, 0]]), torch.tensor([[True, True, True, False]])
    wanted = ContentsOfWindow(network).eval()(states, ends, ends, at, inside)
    given = {"states": states, "begin": ends, "end": ends, "at": at, "inside": inside}
    session = onnxruntime.InferenceSession(str(tmp_path / "contents.onnx"))
    found = session.run(None, {name: value.numpy() for name, value in given.items()})[0]
    assert np.allclose(found[0, :3], wanted[0, :3].detach().numpy(), atol=1e-4)
