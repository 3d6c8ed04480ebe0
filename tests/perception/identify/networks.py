"""Networks as small as can be, with the names, inputs and outputs of real ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def facenet512(path: Path) -> Path:
    """DeepFace's Facenet512: many faces of 160 by 160, blue first, as 0..1; 512 numbers for each."""
    return _network(path, ["n", 160, 160, 3], 512, channels_last=True)


def sface(path: Path) -> Path:
    """SFace: one face of 112 by 112, red first, as bytes; 128 numbers."""
    return _network(path, [1, 3, 112, 112], 128, channels_last=False)


def arcface(path: Path) -> Path:
    """A network of the ArcFace kind that wants its pictures around zero."""
    return _network(path, ["n", 3, 112, 112], 128, channels_last=False)


def _network(path: Path, shape: list[int | str], size: int, *, channels_last: bool) -> Path:
    dice = np.random.default_rng(size)
    side = int(shape[2])
    pooled = side // 8
    weights = dice.standard_normal((3 * pooled * pooled, size)).astype(np.float32) / 30
    given = "data"
    nodes = []
    if channels_last:
        nodes.append(helper.make_node("Transpose", [given], ["planes"], perm=[0, 3, 1, 2]))
        given = "planes"
    nodes += [
        helper.make_node("AveragePool", [given], ["small"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Flatten", ["small"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weights"], ["mixed"]),
        helper.make_node("Tanh", ["mixed"], ["vector"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [shape[0], size])],
        [numpy_helper.from_array(weights, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(path))
    return path
