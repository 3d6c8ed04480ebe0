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
    """The names of what comes before the last convolutions, which have no activation behind them."""
    if any(node.op_type in ("QuantizeLinear", "DequantizeLinear") for node in graph.node):
        return set()
    made_by = {output: node for node in graph.node for output in node.output}
    takers: dict[str, list[Any]] = {}
    for node in graph.node:
        for source in node.input:
            takers.setdefault(source, []).append(node)
    last = [node for node in graph.node if node.op_type == "Conv" and _is_last(node, takers)]
    light: set[str] = set()
    todo = list(last)
    while todo:
        for source in todo.pop().input:
            node = made_by.get(source)
            if node is not None and node.name not in light:
                light.add(node.name)
                todo.append(node)
    kinds = {node.name: node.op_type for node in graph.node}
    left_alone = {node.name for node in last}
    return {name for name in light if kinds[name] in _LIGHT and name not in left_alone}


def _is_last(conv: Any, takers: dict[str, list[Any]]) -> bool:
    behind = [node.op_type for output in conv.output for node in takers.get(output, [])]
    return not any(kind in _ACTIVATIONS for kind in behind)


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
