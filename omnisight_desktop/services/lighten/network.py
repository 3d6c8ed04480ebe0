"""A lighter network out of a full one and pictures: drawn here, worked out in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from omnisight_desktop.core.errors import ModelError
from omnisight_desktop.core.frame import ArrayPicture, Image
from omnisight_desktop.flow.process import Child
from omnisight_desktop.perception.detect.quantise import Order
from omnisight_desktop.perception.detect.views import Size, View
from omnisight_desktop.services.lighten.pictures import Stretch, Tell, pictures_of

_LEARNT, _FEWEST_LEARNT = 48, 16  # pictures
_PART_OF = 4  # every so many pictures a part is shown as large as it is, as the eye does
_MOST_S = 1800.0


def lightened(weights: Path, learnt: Sequence[Stretch], size: Size, work: Path, tell: Tell) -> Path:
    """The lighter network, in the folder for unfinished work."""
    canvases, made = work / "canvases.npy", work / "network.onnx"
    _paint(learnt, size, canvases, tell)
    tell("making it lighter", 0, 1)
    child: Child[Order, int] = Child(
        "the making of a lighter network",
        "omnisight_desktop.perception.detect.quantise:quantiser",
        quiet=True,
    )
    try:
        child.ask(Order(weights, canvases, made), timeout_s=_MOST_S)
    finally:
        child.stop()
    tell("making it lighter", 1, 1)
    return made


def too_few(words: str) -> ModelError:
    """There is not enough to learn from, or to check with."""
    return ModelError(
        f"Too little is stored for that: {words}.",
        fix="Let it watch for some days, or take pictures now, while people walk by: --live 60.",
    )


def _paint(learnt: Sequence[Stretch], size: Size, target: Path, tell: Tell) -> None:
    """Draw the pictures as a network is shown them."""
    painted: list[Image] = []
    for taken, picture in enumerate(pictures_of(learnt, _LEARNT)):
        painted.append(_canvas(picture, size, whole=taken % _PART_OF != _PART_OF - 1))
        tell("taking pictures", len(painted), _LEARNT)
    if len(painted) < _FEWEST_LEARNT:
        found = f"{len(painted)} pictures to learn from were found"
        raise too_few(f"{found}, and {_FEWEST_LEARNT} are needed")
    np.save(target, np.asarray(painted, np.uint8))


def _canvas(picture: ArrayPicture, size: Size, *, whole: bool) -> Image:
    canvas = np.empty((size[1], size[0], 3), np.uint8)
    width, height = picture.width, picture.height
    if not whole:  # its middle
        width, height = min(width, size[0]), min(height, size[1])
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    View(left, top, left + width, top + height, size).paint(picture.image, canvas)
    return canvas
