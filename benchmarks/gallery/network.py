"""A network with the name, input and output of DeepFace's Facenet512, and weights that mean nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def facenet512(path: Path) -> Path:
    """Faces of 160 by 160, blue first, as 0..1; 512 numbers for each."""
    dice = np.random.default_rng(512)
    weights = dice.standard_normal((3 * 20 * 20, 512)).astype(np.float32) / 30
    nodes = [
        helper.make_node("Transpose", ["data"], ["planes"], perm=[0, 3, 1, 2]),
        helper.make_node("AveragePool", ["planes"], ["small"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Flatten", ["small"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weights"], ["mixed"]),
        helper.make_node("Tanh", ["mixed"], ["vector"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, ["n", 160, 160, 3])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", 512])],
        [numpy_helper.from_array(weights, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(path))
    return path
