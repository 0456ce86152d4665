"""A network in float32 → the same in eight bits, with the same sums on every processor."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

_SIGN = 128


def quantize_network(plain: Path, out: Path) -> None:
    """Write the network in file ``plain`` into file ``out``, its products in eight bits.

    What is multiplied takes its scale from what a pass is given, weights theirs from each column.
    """
    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)
    network = onnx.load(out)
    lay_unsigned(network)
    onnx.save(network, out)


def lay_unsigned(network: onnx.ModelProto) -> None:
    """Move the signed weights of all products in ``network``, and their zero, up by 128.

    That changes no product. But processors with AVX2 and no VNNI add products of unsigned and signed numbers
    up in sixteen bits, and cut off what is more: scores came out wrong there.
    """
    weights = {held.name: held for held in network.graph.initializer}
    given = {name for node in network.graph.node if node.op_type == "MatMulInteger" for name in node.input}
    for held in (weights[name] for name in given & weights.keys()):
        if held.data_type == onnx.TensorProto.INT8:
            moved = numpy_helper.to_array(held).astype(np.int16) + _SIGN
            held.CopyFrom(numpy_helper.from_array(moved.astype(np.uint8), held.name))
