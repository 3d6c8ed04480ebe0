"""One picture of a clip, small: the one in which what it shows has begun."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import StorageError

_QUALITY = 80


def thumbnail(path: Path, at_s: float, width: int) -> bytes:
    """A JPEG of the picture that is shown so many seconds in, no wider than that."""
    import av  # here, for whoever only lists clips should not have to load it
    from av.error import FFmpegError

    try:
        with av.open(str(path)) as container:
            frame = _frame_at(container, at_s)
    except (FFmpegError, IndexError, OSError, ValueError) as error:
        raise StorageError(
            f"The clip {path.name} shows no picture: {error}.",
            fix="See 'omnisight clips verify'.",
        ) from error
    return _jpeg(frame, width)


def _frame_at(container: Any, at_s: float) -> Any:
    """The key frame before that moment: whoever is there then came a moment earlier."""
    stream = container.streams.video[0]
    stream.codec_context.skip_frame = "NONKEY"
    begin_s = float((stream.start_time or 0) * stream.time_base)
    shown = None
    for frame in container.decode(stream):
        if shown is not None and frame.time is not None and frame.time - begin_s > at_s:
            break
        shown = frame
    if shown is None:
        raise ValueError("it holds no key frame")
    return shown


def _jpeg(frame: Any, width: int) -> bytes:
    import cv2

    image = frame.to_ndarray(format="bgr24")
    if frame.width > width:
        height = max(1, round(frame.height * width / frame.width))
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    done, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise StorageError("A picture of the clip could not be made into a JPEG.")
    return packed.tobytes()
