"""A sentence network as it is published, weights in a safetensors file, made into one ONNX file.

The graph is written out here, so that neither torch nor its friends are needed to run it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt

_OPSET = 17
_IR = 8
_GELU = 0.7071067811865476
_HIDDEN_VALUE = -1e9  # added where there is nothing in a sentence

Weights = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is."""

    layers: int
    heads: int
    hidden: int
    epsilon: float


def read_weights(file: Path) -> dict[str, NDArray[np.float32]]:
    """The tensors of a safetensors file that are numbers with a point."""
    whole = file.read_bytes()
    try:
        (size,) = struct.unpack_from("<Q", whole)
        told = json.loads(whole[8 : 8 + size])
        found = {}
        for name, one in told.items():
            if one.get("dtype") != "F32":
                continue
            begin, end = one["data_offsets"]
            raw = np.frombuffer(whole, np.float32, (end - begin) // 4, 8 + size + begin)
            found[name] = raw.reshape(one["shape"])
    except (ValueError, KeyError, struct.error, AttributeError) as error:
        raise ModelCorrupt(
            f"{file.name} is no file of weights: {error}.", fix="Install its package again."
        ) from error
    return found


def to_onnx(weights: Weights, shape: Shape, file: Path) -> None:
    """Write the network, mean of all words and length 1 included; the file is whole or not there."""
    import onnx

    graph = _Graph(weights, shape)
    graph.write()
    made = onnx.helper.make_model(
        onnx.helper.make_graph(
            graph.nodes,
            "sentence",
            [
                onnx.helper.make_tensor_value_info(name, onnx.TensorProto.INT64, ["n", "width"])
                for name in ("ids", "there")
            ],
            [
                onnx.helper.make_tensor_value_info(
                    "vectors", onnx.TensorProto.FLOAT, ["n", shape.hidden]
                )
            ],
            [onnx.numpy_helper.from_array(value, name) for name, value in graph.kept.items()],
        ),
        opset_imports=[onnx.helper.make_opsetid("", _OPSET)],
    )
    made.ir_version = _IR
    part = file.with_suffix(".part")
    part.write_bytes(made.SerializeToString())
    part.replace(file)


class _Graph:
    """The nodes, one after the other; each call gives the name of what it makes."""

    def __init__(self, weights: Weights, shape: Shape) -> None:
        self._weights = weights
        self._shape = shape
        self.nodes: list[Any] = []
        self.kept: dict[str, NDArray[Any]] = {}

    def write(self) -> None:
        width = self._do("Shape", "ids", start=1, end=2)
        last = self._do("Squeeze", width, self._keep("axis0", np.array([0], np.int64)))
        zero, one = (self._keep(f"i{n}", np.array(n, np.int64)) for n in (0, 1))
        places = self._do("Range", zero, last, one)
        x = self._do(
            "Add",
            self._do("Gather", self._weight("embeddings.word_embeddings.weight"), "ids"),
            self._do("Gather", self._weight("embeddings.position_embeddings.weight"), places),
        )
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        x = self._normed(self._do("Add", x, self._keep("kind", kind)), "embeddings.LayerNorm")
        there = self._do("Cast", "there", to=1)
        axes = self._keep("axes12", np.array([1, 2], np.int64))
        mask = self._do("Unsqueeze", there, axes)
        absent = self._do("Sub", self._number("one", 1.0), mask)
        bias = self._do("Mul", absent, self._number("hidden", _HIDDEN_VALUE))
        for layer in range(self._shape.layers):
            x = self._layer(x, bias, f"encoder.layer.{layer}")
        self._mean(x, there)

    def _mean(self, x: str, there: str) -> None:
        axis1 = self._keep("axis1", np.array([1], np.int64))
        axis2 = self._keep("axis2", np.array([2], np.int64))
        weighed = self._do("Mul", x, self._do("Unsqueeze", there, axis2))
        total = self._do("ReduceSum", weighed, axis1, keepdims=0)
        many = self._do("ReduceSum", there, axis1, keepdims=1)
        mean = self._do("Div", total, many)
        squared = self._do("ReduceSum", self._do("Mul", mean, mean), axis1, keepdims=1)
        self._do("Div", mean, self._do("Sqrt", squared), out="vectors")

    def _layer(self, x: str, bias: str, name: str) -> str:
        heads, size = self._shape.heads, self._shape.hidden // self._shape.heads
        apart = self._keep("apart", np.array([0, 0, heads, size], np.int64))
        q, k, v = (
            self._do("Reshape", self._linear(x, f"{name}.attention.self.{part}"), apart)
            for part in ("query", "key", "value")
        )
        q = self._do("Transpose", q, perm=[0, 2, 1, 3])
        k = self._do("Transpose", k, perm=[0, 2, 3, 1])
        v = self._do("Transpose", v, perm=[0, 2, 1, 3])
        scores = self._do("Mul", self._do("MatMul", q, k), self._number("scale", size**-0.5))
        looked = self._do("Softmax", self._do("Add", scores, bias), axis=-1)
        seen = self._do("Transpose", self._do("MatMul", looked, v), perm=[0, 2, 1, 3])
        whole = self._keep("whole", np.array([0, 0, self._shape.hidden], np.int64))
        seen = self._linear(self._do("Reshape", seen, whole), f"{name}.attention.output.dense")
        x = self._normed(self._do("Add", seen, x), f"{name}.attention.output.LayerNorm")
        inner = self._gelu(self._linear(x, f"{name}.intermediate.dense"))
        out = self._linear(inner, f"{name}.output.dense")
        return self._normed(self._do("Add", out, x), f"{name}.output.LayerNorm")

    def _gelu(self, x: str) -> str:
        risen = self._do("Erf", self._do("Mul", x, self._number("gelu", _GELU)))
        risen = self._do("Add", risen, self._number("one", 1.0))
        return self._do("Mul", self._do("Mul", x, risen), self._number("half", 0.5))

    def _linear(self, x: str, name: str) -> str:
        turned = np.ascontiguousarray(self._weights[f"{name}.weight"].T)
        product = self._do("MatMul", x, self._keep(f"{name}.turned", turned))
        return self._do("Add", product, self._weight(f"{name}.bias"))

    def _normed(self, x: str, name: str) -> str:
        return self._do(
            "LayerNormalization",
            x,
            self._weight(f"{name}.weight"),
            self._weight(f"{name}.bias"),
            axis=-1,
            epsilon=self._shape.epsilon,
        )

    def _weight(self, name: str) -> str:
        return self._keep(name, self._weights[name])

    def _number(self, name: str, value: float) -> str:
        return self._keep(name, np.array(value, np.float32))

    def _keep(self, name: str, value: NDArray[Any]) -> str:
        self.kept[name] = value
        return name

    def _do(self, kind: str, *inputs: str, out: str = "", **told: Any) -> str:
        import onnx

        made = out or f"x{len(self.nodes)}"
        self.nodes.append(onnx.helper.make_node(kind, list(inputs), [made], **told))
        return made
