"""Writes the pictures of tracks: whole or not at all, over those that were there before."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.pipeline.portrait import PictureOrder

_CROP_QUALITY = 88
_SCENE_QUALITY = 78


def write_picture(media: Path, order: PictureOrder) -> TrackPicture:
    """Write both files of an order; raises what the disk raises."""
    folder = media / "tracks" / order.camera / f"{order.since:%Y-%m-%d}"
    folder.mkdir(parents=True, exist_ok=True)
    crop, scene = folder / f"{order.track}.jpg", folder / f"{order.track}-scene.jpg"
    size = _put(crop, _jpeg(order.crop, _CROP_QUALITY))
    size += _put(scene, _jpeg(order.scene, _SCENE_QUALITY))
    return TrackPicture(
        track=order.track,
        camera=order.camera,
        at=order.at,
        crop=crop.relative_to(media).as_posix(),
        thumbnail=scene.relative_to(media).as_posix(),
        size_bytes=size,
    )


def _jpeg(image: Image, quality: int) -> bytes:
    import cv2

    done, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise StorageError("A picture of a track could not be made into a JPEG.")
    return np.asarray(packed, np.uint8).tobytes()


def _put(path: Path, data: bytes) -> int:
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return len(data)
