"""A picture that somebody keeps as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage, QImageWriter

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.frame import Frame, Image
from omnisight_desktop.services.filename import fit
from omnisight_desktop.services.handout import whole_file

_JPEG_QUALITY = 95


def place_of(folder: Path, frame: Frame, name: str) -> Path:
    """What the picture of a camera is called: by the camera, and by its time to the millisecond."""
    at = frame.at.astimezone()
    moment = f"{at:%Y-%m-%d %H-%M-%S}-{at.microsecond // 1000:03}"
    return folder / f"{fit(f'{name} {moment}', frame.camera)}.jpg"


def save(pixels: Image, target: Path) -> Path:
    """Write it as a JPEG, whole or not at all."""
    height, width = pixels.shape[:2]
    form = QImage.Format.Format_BGR888
    image = QImage(pixels.data, width, height, pixels.strides[0], form)
    with whole_file(target) as part:
        writer = QImageWriter(str(part), b"jpg")
        writer.setQuality(_JPEG_QUALITY)
        if not writer.write(image):
            raise StorageError(f"{target} could not be written: {writer.errorString()}.")
    return target
