from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from secondhand.pipeline.speakers.linker import Linker  # noqa: E402
from secondhand.training.contents import begin_contents  # noqa: E402
from secondhand.training.links import (  # noqa: E402
    FILE,
    LinkBatch,
    begin_views,
    fit_links,
    make_batches,
    measure_loss,
    write_links,
)
from secondhand.training.speaker_examples import Examples  # noqa: E402


def examples() -> Examples:
    """Of each claim the candidate is right whose word is the one that is asked for."""
    out = Examples()
    for claim in range(64):
        right = claim % 2
        words = [(0,), (1,)]
        out.add([{"near": 1.0}, {"near": 1.0}], [right == 0, right == 1], 0, True, right, words)
    return out


def states() -> torch.Tensor:
    return torch.tensor([[3.0, 0, 1, 0], [0, 3.0, 0, 1]])


def test_the_loss_is_how_unlikely_the_right_ones_are() -> None:
    claim, right = torch.tensor([0, 0, 1, 1]), torch.tensor([True, False, True, True])
    batch = LinkBatch(torch.zeros(2), torch.zeros(4, 6), torch.zeros(4, 1), claim, right)
    scores = torch.log(torch.tensor([1.0, 3.0, 5.0, 7.0]))
    assert measure_loss(scores, batch).item() == pytest.approx(np.log(4) / 2, abs=1e-4)


def test_a_batch_points_into_the_states_of_all_articles() -> None:
    out = Examples()
    out.add([{"a": 1.0}], [True], 0, True, 1, [(0, 1)])
    out.add([{"a": 2.0}, {"a": 3.0}], [False, True], 1, True, 0, [(1,), ()])
    given = [torch.zeros(4, 2), torch.zeros(3, 2)]
    (batch,) = make_batches(given, out, torch.from_numpy(out.matrix()), [1, 0])
    assert batch.asked.tolist() == [4, 1]
    assert [[n for n in row if n >= 0] for row in batch.words.tolist()] == [[5], [], [0, 1]]
    assert batch.told.flatten().tolist() == [2, 3, 1]
    assert (batch.claim.tolist(), batch.right.tolist()) == ([0, 0, 1], [False, True, True])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_fitted_is_written_and_compares_the_same(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    network = fit_links([states()], examples(), seed=3)
    write_links(network, ("near",), tmp_path, tmp_path)
    session = onnxruntime.InferenceSession(str(tmp_path / FILE))
    views = session.run(None, {"states": states().numpy()})[0].astype(np.float16)
    linker = Linker.from_disk(tmp_path / "linker.npz")
    (batch,) = make_batches([states()], examples(), torch.ones(128, 1), [1])
    wanted = torch.log_softmax(network(states(), batch), 0).detach().numpy()
    found = linker.score(views, 1, [(0,), (1,)], [{"near": 1.0}, {"near": 1.0}])
    assert found.tolist() == pytest.approx(wanted.tolist(), abs=0.02)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_nothing_was_fitted_of_can_be_opened(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    begin_views(tmp_path, 6)
    begin_contents(tmp_path, 6)
    sessions = [onnxruntime.InferenceSession(str(tmp_path / name)) for name in (FILE, "contents.onnx")]
    assert [session.get_inputs()[0].shape[1] for session in sessions] == [6, 6]
