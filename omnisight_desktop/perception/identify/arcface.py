"""Any network of the ArcFace kind in an ONNX file: aligned faces of 112 by 112 in, a vector out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Points, Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import Scale
from omnisight_desktop.perception.identify.align import by_points
from omnisight_desktop.perception.identify.faint import faint_of
from omnisight_desktop.perception.onnx import open_session

#: What such networks have in common, as others have found, too: alike from here on, unlike below.
_SCALE = Scale(same=0.38, far=0.23, telling=True)
_HALF = 127.5


class ArcFace:
    """One network, kept warm; faces go through it together."""

    scale = _SCALE

    def __init__(self, weights: Path, name: str) -> None:
        self.name = name
        self._session = open_session(weights)
        self._input, self._side = _input(self._session, weights)
        self._many = not isinstance(self._input.shape[0], int)
        self._raw = _prepares_itself(weights)
        self.dimensions = self._probe(weights)
        self.faint = faint_of(self._run, self._side)

    def cut(self, image: Image, box: NDArray[np.float32], points: Points) -> Image:  # noqa: ARG002
        return by_points(image, points, self._side)

    def embed(self, chips: Sequence[NDArray[Any]]) -> Vector:
        if not len(chips):
            return np.zeros((0, self.dimensions), np.float32)
        return self._run(np.stack(chips))

    def _run(self, chips: NDArray[Any]) -> Vector:
        batch = np.ascontiguousarray(chips[..., ::-1].transpose(0, 3, 1, 2), np.float32)
        if not self._raw:
            batch = (batch - _HALF) / _HALF
        parts = [batch] if self._many else [batch[row : row + 1] for row in range(len(batch))]
        found = [self._session.run(None, {self._input.name: part})[0] for part in parts]
        return np.asarray(np.concatenate(found), np.float32)

    def _probe(self, weights: Path) -> int:
        try:
            made = self._run(np.zeros((1, self._side, self._side, 3), np.uint8))
        except Exception as error:
            first = next(iter(str(error).splitlines()), "")
            raise ModelCorrupt(f"{weights.name} does not take faces: {first}.") from error
        if made.ndim != 2:
            raise ModelCorrupt(f"{weights.name} makes no vectors of faces.")
        return int(made.shape[1])


def open_embedder(weights: Path | None, name: str) -> ArcFace:
    """The network in that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            f"There are no weights of {name}.",
            fix="Give the path of an ONNX file with 'omnisight settings set people.model FILE'.",
        )
    return ArcFace(weights, name)


def _input(session: Any, weights: Path) -> tuple[Any, int]:
    (given, *others) = session.get_inputs()
    shape = given.shape
    if others or len(shape) != 4 or shape[1] != 3 or shape[2] != shape[3]:
        raise ModelCorrupt(
            f"{weights.name} is a network of another kind: it does not take square faces.",
            fix="Choose a network of the ArcFace kind, or one out of 'omnisight models list'.",
        )
    return given, int(shape[2]) if isinstance(shape[2], int) else 112


def _prepares_itself(weights: Path) -> bool:
    """Whether the network brings bytes to its own scale: then it begins by taking a mean away."""
    import onnx

    try:
        graph = onnx.load(str(weights), load_external_data=False).graph
    except Exception as error:
        raise ModelCorrupt(f"{weights.name} cannot be read as a network: {error}.") from error
    begin = [node.op_type for node in graph.node[:8]]
    return "Sub" in begin and "Mul" in begin
