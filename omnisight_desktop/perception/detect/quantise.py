"""A network in whole numbers, made from a full one and pictures; runs in a process of its own.

What finds features is made lighter; the last layers, where boxes and certainties come from, stay as
they are, for there a step of a whole number is a different answer.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.core.errors import ModelCorrupt

#: What is computed in whole numbers, and what passes them on.
_LIGHT = ("Conv", "Concat", "MaxPool", "Resize", "Add", "Split")
_ACTIVATIONS = {"Sigmoid", "Mul", "Relu", "LeakyRelu", "Clip", "HardSwish", "HardSigmoid", "Elu"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made lighter, from which pictures, and where it is to lie."""

    weights: Path
    canvases: Path  # a ``.npy`` of N x height x width x 3 bytes, blue first
    target: Path


def quantiser() -> Callable[[Order], int]:
    """What answers over there: an order, for the number of steps that became lighter."""
    import onnx
    from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static

    logging.getLogger().setLevel(logging.ERROR)  # it recommends what is done already

    def make(order: Order) -> int:
        tempfile.tempdir = str(order.target.parent)  # what a kill leaves is found there
        model = onnx.load(str(order.weights))
        graph = model.graph
        for number, node in enumerate(graph.node):
            node.name = node.name or f"{node.op_type}_{number}"
        light = nodes_to_lighten(graph)
        if not light:
            raise ModelCorrupt(
                f"{order.weights.name} is no network that can be made lighter, or is lighter already.",
                fix="Choose a detection network in ONNX form, as it was exported.",
            )
        others = [node.name for node in graph.node if node.name not in light]
        quantize_static(
            model,
            str(order.target),
            _reader(graph.input[0].name, order.canvases),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=list(_LIGHT),
            nodes_to_exclude=others,
            per_channel=True,
            weight_type=QuantType.QInt8,
            activation_type=QuantType.QUInt8,
            calibrate_method=CalibrationMethod.MinMax,
        )
        return len(light)

    return make


def nodes_to_lighten(graph: Any) -> set[str]:
    """The names of what finds features: all that comes before the last convolutions.

    Those have no activation behind them, and behind them there is no convolution that has one.
    """
    nodes = {node.name: node for node in graph.node}
    if any(node.op_type in ("QuantizeLinear", "DequantizeLinear") for node in nodes.values()):
        return set()
    made_by = {output: node.name for node in graph.node for output in node.output}
    takers: dict[str, set[str]] = {name: set() for name in nodes}
    sources: dict[str, set[str]] = {name: set() for name in nodes}
    for name, node in nodes.items():
        sources[name] = {made_by[one] for one in node.input if one in made_by}
        for source in sources[name]:
            takers[source].add(name)
    convolutions = {name for name, node in nodes.items() if node.op_type == "Conv"}
    bare = {
        name
        for name in convolutions
        if not any(nodes[taker].op_type in _ACTIVATIONS for taker in takers[name])
    }
    last = {name for name in bare if not (_reached({name}, takers) & (convolutions - bare))}
    before = _reached(last, sources) - _reached(last, takers) - bare
    return {name for name in before if nodes[name].op_type in _LIGHT}


def _reached(begin: set[str], onward: dict[str, set[str]]) -> set[str]:
    """All that can be come to from there, one step after the other."""
    found: set[str] = set()
    todo = list(begin)
    while todo:
        fresh = onward[todo.pop()] - found
        found |= fresh
        todo += fresh
    return found


def _reader(name: str, canvases: Path) -> Any:
    import cv2
    from onnxruntime.quantization import CalibrationDataReader

    class Reader(CalibrationDataReader):
        """Hands out one picture after the other, as the network wants it."""

        def __init__(self) -> None:
            self._left = iter(np.load(canvases, mmap_mode="r"))

        def get_next(self) -> dict[str, Any] | None:
            canvas = next(self._left, None)
            if canvas is None:
                return None
            return {name: cv2.dnn.blobFromImage(np.ascontiguousarray(canvas), 1 / 255, swapRB=True)}

    return Reader()
