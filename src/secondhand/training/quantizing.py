"""A network in float32 → the same in eight bits, and what tells how a processor adds such products up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from secondhand.pipeline.network.encoder import PROBED


def quantize_network(plain: Path, out: Path) -> None:
    """Write the network in file ``plain`` into file ``out``, its products in eight bits.

    What is multiplied takes its scale from what a pass is given, weights theirs from each column. Weights are
    signed and what they are multiplied with is not, as processors with VNNI are fastest at; on others
    ``network.encoder`` has all of it unsigned.
    """
    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)


def write_probe(out: Path) -> None:
    """Write into file ``out`` a product with the largest weights there are, which ``is_exact_here`` runs."""
    shape = [PROBED, PROBED]
    given = helper.make_tensor_value_info("given", TensorProto.UINT8, shape)
    sums = helper.make_tensor_value_info("sums", TensorProto.INT32, shape)
    node = helper.make_node("MatMulInteger", ["given", "weights"], ["sums"])
    weights = numpy_helper.from_array(np.full(shape, 127, np.int8), "weights")
    graph = helper.make_graph([node], "probe", [given], [sums], [weights])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), out)
