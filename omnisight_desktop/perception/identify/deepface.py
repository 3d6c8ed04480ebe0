"""DeepFace's networks from DeepFace's own ONNX files, without DeepFace around them.

Faces are cut out and fed to the network just as DeepFace does it, so that the vectors are the same;
but many faces go through in one go, the network stays loaded, and nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Points, Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import Scale
from omnisight_desktop.perception.identify.align import by_eyes
from omnisight_desktop.perception.identify.faint import faint_of, to_unit
from omnisight_desktop.perception.onnx import open_session


@dataclass(frozen=True, slots=True)
class Kind:
    """What one of DeepFace's networks takes and gives, and from which cosine on it says: the same."""

    size: tuple[int, int]  # width and height
    dimensions: int
    same: float
    channels_first: bool = False  # and whole bytes, red first: a file of OpenCV's
    unit: bool = False
    telling: bool = False

    @property
    def scale(self) -> Scale:
        """The thresholds are DeepFace's own; what is far is a good deal further."""
        far = max(0.1, self.same - 0.4 * (1 - self.same) - 0.05)
        return Scale(self.same, far, telling=self.telling)


#: By the names that they have in ``models/manifest.toml``; the figures are DeepFace's.
KINDS = {
    "facenet512": Kind((160, 160), 512, 0.70),
    "facenet": Kind((160, 160), 128, 0.60),
    "sface": Kind((112, 112), 128, 0.407, channels_first=True),
    "arcface": Kind((112, 112), 512, 0.32, telling=True),
    "ghostfacenet": Kind((112, 112), 512, 0.35),
    "vgg-face": Kind((224, 224), 4096, 0.32, unit=True),
    "openface": Kind((96, 96), 128, 0.90),
    "deepid": Kind((47, 55), 160, 0.985),
    "fb-deepface": Kind((152, 152), 4096, 0.77),
}


class DeepFaceNetwork:
    """One of DeepFace's networks, kept warm."""

    def __init__(self, weights: Path, name: str) -> None:
        self.name = name
        self._kind = KINDS[name]
        self.scale = self._kind.scale
        self.dimensions = self._kind.dimensions
        self._session = open_session(weights)
        self._input = _input(self._session, self._kind, weights)
        first: Any = self._input.shape[0]
        self._many = not isinstance(first, int)
        self._probe(weights)
        self.faint = faint_of(lambda chips: self._run(self._fitted(chips)), self._kind.size[0])

    def cut(self, image: Image, box: NDArray[np.float32], points: Points) -> NDArray[np.float32]:
        return by_eyes(image, box, points, self._kind.size)

    def embed(self, chips: Sequence[NDArray[Any]]) -> Vector:
        if not len(chips):
            return np.zeros((0, self.dimensions), np.float32)
        return self._run(np.stack(chips))

    def _run(self, chips: NDArray[Any]) -> Vector:
        batch = np.ascontiguousarray(chips, np.float32)
        if self._kind.channels_first:
            whole = (batch * 255).astype(np.uint8)[..., ::-1].transpose(0, 3, 1, 2)
            batch = np.ascontiguousarray(whole, np.float32)
        parts = [batch] if self._many else [batch[row : row + 1] for row in range(len(batch))]
        found = [self._session.run(None, {self._input.name: part})[0] for part in parts]
        vectors = np.asarray(np.concatenate(found), np.float32)
        return to_unit(vectors) if self._kind.unit else vectors

    def _fitted(self, chips: NDArray[Any]) -> NDArray[np.float32]:
        """Squares as 0..1, at the height that the network wants."""
        high = self._kind.size[1]
        rows = np.arange(high) * chips.shape[1] // high
        return np.asarray(chips[:, rows] / 255, np.float32)

    def _probe(self, weights: Path) -> None:
        wide, high = self._kind.size
        try:
            made = self._run(np.zeros((1, high, wide, 3), np.float32))
        except Exception as error:
            first = next(iter(str(error).splitlines()), "")
            raise ModelCorrupt(f"{weights.name} cannot be run: {first}.") from error
        if made.shape != (1, self.dimensions):
            raise ModelCorrupt(
                f"{weights.name} is not {self.name}: it makes {made.shape[-1]} numbers of a face, "
                f"not {self.dimensions}.",
                fix=f"Get it with 'omnisight models pull {self.name}'.",
            )


def open_embedder(weights: Path | None, name: str) -> DeepFaceNetwork:
    """The network of that name, in that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            f"There are no weights of {name}.",
            fix=f"Get them with 'omnisight models pull {name}'.",
        )
    return DeepFaceNetwork(weights, name)


def _input(session: Any, kind: Kind, weights: Path) -> Any:
    wide, high = kind.size
    given = session.get_inputs()[0]
    wanted = [3, high, wide] if kind.channels_first else [high, wide, 3]
    shape = list(given.shape)[1:]
    fits = len(shape) == 3 and all(
        not isinstance(here, int) or here == there
        for here, there in zip(shape, wanted, strict=True)
    )
    if not fits:
        raise ModelCorrupt(
            f"{weights.name} is a network of another kind: it takes {shape}, not {wanted}.",
            fix="Get the right one with 'omnisight models pull'.",
        )
    return given
