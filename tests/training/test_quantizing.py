from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
pytest.importorskip("torch")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

import secondhand  # noqa: E402
from secondhand.pipeline.network.encoder import PROBE  # noqa: E402
from secondhand.training.quantizing import quantize_network, write_probe  # noqa: E402

WEIGHTS = np.array([[0.5, -1.0], [0.25, 2.0], [-0.5, 0.0]], np.float32)
SHIPPED = Path(secondhand.__file__).parent / "pipeline/en_secondhand/secondhand_attribution"


def write_product(path: Path) -> None:
    given = helper.make_tensor_value_info("given", TensorProto.FLOAT, [None, 3])
    found = helper.make_tensor_value_info("found", TensorProto.FLOAT, [None, 2])
    node = helper.make_node("MatMul", ["given", "weights"], ["found"])
    graph = helper.make_graph(
        [node], "product", [given], [found], [numpy_helper.from_array(WEIGHTS, "weights")]
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10), str(path))


def list_factors(network: onnx.ModelProto) -> list[np.ndarray]:
    """Return weights and zeros of all products in eight bits."""
    held = {one.name: one for one in network.graph.initializer}
    names = [n for node in network.graph.node if node.op_type == "MatMulInteger" for n in node.input]
    return [numpy_helper.to_array(held[name]) for name in names if name in held]


def test_products_in_eight_bits_are_near_those_in_floats(tmp_path: Path) -> None:
    from onnxruntime import InferenceSession

    write_product(tmp_path / "plain.onnx")
    quantize_network(tmp_path / "plain.onnx", tmp_path / "out.onnx")
    given = np.array([[1.0, -2.0, 3.0], [0.0, 0.5, 0.1]], np.float32)
    found = InferenceSession(str(tmp_path / "out.onnx")).run(None, {"given": given})[0]
    assert np.abs(found - given @ WEIGHTS).max() < 0.05


def test_weights_are_signed_and_tell_as_much_as_eight_bits_can(tmp_path: Path) -> None:
    write_product(tmp_path / "plain.onnx")
    quantize_network(tmp_path / "plain.onnx", tmp_path / "out.onnx")
    weights, zero = list_factors(onnx.load(tmp_path / "out.onnx"))
    assert weights.dtype == zero.dtype == np.int8
    assert (zero == 0).all()
    assert np.abs(weights.astype(int)).max(0).tolist() == [127, 127]


@pytest.mark.parametrize("name", ["encoder", "branch", "feelings", "relations"])
def test_what_is_shipped_has_signed_weights(name: str) -> None:
    factors = list_factors(onnx.load(SHIPPED / f"{name}.onnx"))
    assert factors and all(one.dtype == np.int8 for one in factors)


def test_the_probe_is_a_product_of_the_largest_numbers(tmp_path: Path) -> None:
    write_probe(tmp_path / PROBE)
    network = onnx.load(tmp_path / PROBE)
    (weights,) = list_factors(network)
    assert weights.dtype == np.int8
    assert (weights == 127).all()
    assert (SHIPPED / PROBE).read_bytes() == (tmp_path / PROBE).read_bytes()
