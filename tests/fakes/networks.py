"""A small network with real layers that finds what is bright, for tests that must not wait for a large one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper, save

SIDE = 96
_CELLS = SIDE // 4


def bright_finder(path: Path) -> Path:
    """Finds bright squares as persons; boxes are a quarter of the picture wide."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save(bright_network(), str(path))
    return path


def bright_network() -> ModelProto:
    """Two convolutions that look, a last one that judges, and boxes at fixed places."""
    chance = np.random.default_rng(3)
    looking = chance.uniform(0.8, 1.2, (8, 3, 3, 3)).astype(np.float32) / 27
    seeing = chance.uniform(0.8, 1.2, (8, 8, 3, 3)).astype(np.float32) / 72
    judging = np.full((1, 8, 1, 1), 40 / 8, np.float32)
    grid = (np.arange(_CELLS, dtype=np.float32) + 0.5) * 4
    xs, ys = np.meshgrid(grid, grid)
    sides = np.full(_CELLS * _CELLS, SIDE / 4, np.float32)
    boxes = np.stack([xs.ravel(), ys.ravel(), sides, sides])[None]
    nodes = [
        helper.make_node("Conv", ["images", "w1"], ["a"], "one", strides=[2, 2], pads=[1] * 4),
        helper.make_node("Relu", ["a"], ["b"], "one-on"),
        helper.make_node("Conv", ["b", "w2"], ["c"], "two", strides=[2, 2], pads=[1] * 4),
        helper.make_node("Relu", ["c"], ["d"], "two-on"),
        helper.make_node("Conv", ["d", "w3", "b3"], ["e"], "last"),
        helper.make_node("Reshape", ["e", "flat"], ["f"], "row"),
        helper.make_node("Sigmoid", ["f"], ["g"], "sure"),
        helper.make_node("Concat", ["boxes", "g"], ["output"], "all", axis=1),
    ]
    kept: dict[str, NDArray[Any]] = {
        "w1": looking,
        "w2": seeing,
        "w3": judging,
        "b3": np.asarray([-26], np.float32),
        "flat": np.asarray([1, 1, -1], np.int64),
        "boxes": boxes,
    }
    graph = helper.make_graph(
        nodes,
        "bright",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 5, _CELLS * _CELLS])],
        [numpy_helper.from_array(value, name) for name, value in kept.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, {"names": "{0: 'person'}"})
    return model
