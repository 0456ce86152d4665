from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
onnx = pytest.importorskip("onnx")

from pathlib import Path  # noqa: E402

from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: E402
from torch import nn  # noqa: E402

import secondhand  # noqa: E402
from secondhand.training.unpack import _NETWORKS, _read  # noqa: E402


class Two(nn.Module):
    """Two layers, as the exporter meets them."""

    def __init__(self) -> None:
        super().__init__()
        self.lower, self.upper = nn.Linear(4, 6), nn.Linear(6, 3)

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.upper(torch.relu(self.lower(given)))
        return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("int8", [False, True])
def test_weights_come_back_under_their_names(tmp_path: Path, int8: bool) -> None:
    torch.manual_seed(1)
    network, file = Two().eval(), tmp_path / "two.onnx"
    torch.onnx.export(
        network, (torch.ones(1, 2, 4),), str(file), input_names=["given"],
        dynamic_axes={"given": {0: "rows"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    if int8:
        quantize_dynamic(file, file, weight_type=QuantType.QInt8, per_channel=True)
    found = dict(_read(onnx.load(file).graph))
    wanted = network.state_dict()
    assert found.keys() == wanted.keys()
    for name, value in found.items():
        assert value.shape == wanted[name].shape
        assert abs(value - wanted[name].numpy()).max() < (0.01 if int8 else 1e-6)


def test_every_network_that_is_shipped_is_unpacked() -> None:
    shipped = Path(secondhand.__file__).parent / "pipeline/en_secondhand/secondhand_attribution"
    assert {file.stem for file in shipped.glob("*.onnx")} == {*_NETWORKS, "contents", "links", "probe"}
