"""A frame: one picture of one camera at one moment, converted only when somebody looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections

Image = NDArray[np.uint8]


class Picture(Protocol):
    """Pixels that may still lie in a decoder; a conversion is paid for by whoever asks."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    def bgr(self) -> Image:
        """Height x width x 3, blue first."""
        ...

    def luma(self, width: int, height: int) -> Image:
        """Brightness at a small size, for looking whether anything moved."""
        ...

    def fitted(self, width: int, height: int) -> Image:
        """For painting at that size: height x width x 3 or 4, blue first. It may have another size,
        where nobody can bring it there cheaply."""
        ...


@dataclass(frozen=True, slots=True)
class ArrayPicture:
    """A picture that is an array already."""

    image: Image

    @property
    def width(self) -> int:
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        return int(self.image.shape[0])

    def bgr(self) -> Image:
        return self.image

    def luma(self, width: int, height: int) -> Image:
        rows = np.linspace(0, self.height - 1, height).astype(np.intp)
        columns = np.linspace(0, self.width - 1, width).astype(np.intp)
        small = self.image[rows][:, columns].astype(np.uint16)
        return np.asarray((small[..., 0] + 5 * small[..., 1] + 2 * small[..., 2]) >> 3, np.uint8)

    def fitted(self, width: int, height: int) -> Image:  # noqa: ARG002 - as it is
        return self.image


@dataclass(frozen=True, slots=True)
class ToldPicture:
    """A picture that came with word of what is in it, from the camera itself."""

    picture: Picture
    found: Detections

    @property
    def width(self) -> int:
        return self.picture.width

    @property
    def height(self) -> int:
        return self.picture.height

    def bgr(self) -> Image:
        return self.picture.bgr()

    def luma(self, width: int, height: int) -> Image:
        return self.picture.luma(width, height)

    def fitted(self, width: int, height: int) -> Image:
        return self.picture.fitted(width, height)


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of one camera at one moment."""

    camera: str
    index: int
    at: datetime
    at_mono: float
    picture: Picture

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.picture.width, self.picture.height
