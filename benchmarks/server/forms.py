"""One picture for many viewers: how long each way of making it takes, and how many bytes it has."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

import av
import cv2
import numpy as np

from benchmarks.film import active
from benchmarks.measure import timed_ms
from omnisight_desktop.api.message import unpacked
from omnisight_desktop.api.showing import QUALITY, shown_of
from omnisight_desktop.core.frame import ArrayPicture, Frame
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.pipeline.supervisor import View

_AT = datetime(2026, 5, 3, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Forms:
    """What was measured; ``same`` says that all ways carry the same picture and tracks."""

    jpeg_bytes: int
    binary_bytes: int
    json_bytes: int
    encode_ms: float
    binary_ms: float
    json_ms: float
    each_ms: float
    same: bool


def measured(viewers: int, quick: bool) -> Forms:
    """Take turns at a picture of the street with five tracks in it."""
    view = _view()
    assert view.frame is not None
    image = view.frame.picture.bgr()
    times: dict[str, list[float]] = {"encode": [], "binary": [], "json": [], "each": []}
    texts: list[str] = []
    for _ in range(3 if quick else 15):
        times["encode"].append(timed_ms(lambda: _jpeg(image)))
        times["binary"].append(timed_ms(lambda: _ours(view, viewers, binary=True)))
        times["json"].append(timed_ms(lambda: _ours(view, viewers, binary=False)))
        texts.clear()
        times["each"].append(timed_ms(lambda: texts.extend(_peers(view, viewers))))
    shown = shown_of(view, 0, lambda _: [])
    said, jpeg = unpacked(shown.binary)
    text = json.loads(shown.text)["data"]
    theirs = json.loads(texts[0])["data"]
    frames = [base64.b64decode(text.pop("frame")), base64.b64decode(theirs["frame"])]
    same = frames == [jpeg, jpeg] and text == said["data"] and len(said["data"]["tracks"]) == 5
    return Forms(
        jpeg_bytes=len(jpeg),
        binary_bytes=len(shown.binary),
        json_bytes=len(shown.text.encode()),
        encode_ms=median(times["encode"]),
        binary_ms=median(times["binary"]),
        json_ms=median(times["json"]),
        each_ms=median(times["each"]),
        same=same and len(texts) == viewers,
    )


def _ours(view: View, viewers: int, *, binary: bool) -> list[str | bytes]:
    shown = shown_of(view, 0, lambda _: [])
    return [shown.binary if binary else shown.text for _ in range(viewers)]


def _peers(view: View, viewers: int) -> list[str]:
    """As servers often do it: each connection makes its own."""
    assert view.frame is not None
    image = view.frame.picture.bgr()
    found = []
    for _ in range(viewers):
        frame = base64.b64encode(_jpeg(image)).decode("ascii")
        tracks = [{"id": t.id, "label": t.label, "box": list(t.box)} for t in view.tracks()]
        found.append(json.dumps({"type": "frame", "data": {"frame": frame, "tracks": tracks}}))
    return found


def _jpeg(image: Any) -> bytes:
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return np.asarray(packed, np.uint8).tobytes()


def _view() -> View:
    with av.open(str(active(20))) as film:
        image = next(film.decode(video=0)).to_ndarray(format="bgr24")
    picture = ArrayPicture(np.asarray(image, np.uint8))
    tracks = tuple(
        Track(
            f"T0S9ZX99XG00ZN{number}",
            "person",
            (100.0 * number, 200.0, 100.0 * number + 60, 380.0),
            0.87,
            TrackState.ACTIVE,
            _AT,
            _AT,
        )
        for number in range(5)
    )
    size = picture.width, picture.height
    return View(7, Frame("yard", 7, _AT, 0.0, picture), Scene("yard", 7, _AT, size, tracks))
