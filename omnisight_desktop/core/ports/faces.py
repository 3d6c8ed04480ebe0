"""What the house asks of engines that find faces and tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Faces, Points, Vector
from omnisight_desktop.core.frame import Image


class FaceFinder(Protocol):
    """Finds faces in a picture, or in the part of one that shows somebody."""

    @property
    def leans_below(self) -> float:
        """Where it is less sure than that, a head may lean, and its points be wrong; 0 for never."""
        ...

    def find(self, image: Image) -> Faces:
        """The faces in it, blue first, in its own pixels; a picture without any has none."""
        ...


#: A face as it is fed to a network: bytes, or numbers from 0 to 1.
Chip: TypeAlias = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """How to read the cosines of one embedder.

    At ``same`` two looks are taken to show one person, below ``far`` they surely show two.
    """

    same: float
    far: float
    telling: bool = False  # whether longer vectors show more of a face


class FaceEmbedder(Protocol):
    """Makes a vector of a face, such that those of one person lie close together."""

    @property
    def name(self) -> str:
        """What its vectors are called in the memory; another name, another measure."""
        ...

    @property
    def dimensions(self) -> int:
        """How long its vectors are."""
        ...

    @property
    def scale(self) -> Scale:
        """How to read their cosines."""
        ...

    @property
    def faint(self) -> float:
        """How long a vector is that shows no face at all; longer ones show more of one."""
        ...

    def cut(self, image: Image, box: NDArray[np.float32], points: Points) -> Chip:
        """The face, upright and of the size that the network takes."""
        ...

    def embed(self, chips: Sequence[Chip]) -> Vector:
        """A vector as the network makes it for each face that was cut out, all of them in one go."""
        ...


class VectorSearch(Protocol):
    """Finds the nearest of many vectors."""

    def add(self, keys: Sequence[str], vectors: Vector) -> None:
        """More vectors of length 1; one of a key that is there already takes its place."""
        ...

    def remove(self, keys: Sequence[str]) -> None:
        """These are not to be found any more; a key that is not there is passed over."""
        ...

    def nearest(self, probe: Vector, count: int) -> list[tuple[str, float]]:
        """The nearest ones with their cosines, nearest first."""
        ...

    def __len__(self) -> int: ...
