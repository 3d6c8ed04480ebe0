"""From a click on the timeline to the exact picture: random moments of a recording, and steps back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from benchmarks.film import FPS, HEIGHT, WIDTH, active
from benchmarks.measure import Row, Spread, load, row, timed_ms
from benchmarks.storage.arms import say
from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.replay.roll import Roll

_ALIKE = 6.0  # grey levels on the average: decoders and colours differ by less, pictures by more
_SMALL = (160, 90)


def seek(place: Path, quick: bool) -> list[Row]:  # noqa: ARG001 - the film is kept for the next time
    """Jumps and steps in one file, by ours, by OpenCV, and by decoding alone."""
    seconds = 12 if quick else 60
    film, chance = active(seconds), random.Random(5)
    jumps = [chance.randrange(FPS * (seconds - 1)) for _ in range(12 if quick else 60)]
    begin = FPS * (seconds - 1)
    steps = [begin - number for number in range(20 if quick else 90)]
    return [
        _arms(film, jumps, "a random moment of a 720p30 recording"),
        _arms(film, steps, "one picture back, again and again"),
    ]


def _arms(film: Path, wanted: Sequence[int], name: str) -> Row:
    roll, theirs = Roll(film), cv2.VideoCapture(str(film), cv2.CAP_FFMPEG)
    ours, peer, limit = list[float](), list[float](), list[float]()
    try:
        roll.at(wanted[0] / FPS + 0.001)
        theirs.set(cv2.CAP_PROP_POS_FRAMES, wanted[0])
        for number in wanted:
            shown: list[Image] = []
            ours.append(timed_ms(partial(_ours, roll, number, shown)))
            peer.append(timed_ms(partial(_theirs, theirs, number, shown)))
            limit.append(timed_ms(partial(_decoded, film, number)))
            _insist_alike(shown[0], shown[1], f"{name}, picture {number}")
    finally:
        roll.close()
        theirs.release()
    mine, other, least = Spread(tuple(ours)), Spread(tuple(peer)), Spread(tuple(limit))
    say(f"{name}: {mine.p50:.1f} ms, worst {mine.p99:.1f}; {load()}")
    return row(
        name,
        mine.p50,
        peer=other.p50,
        limit=least.p50,
        ratio=mine.p50 / other.p50,
        unit="ms",
        goal="the middle one, in colours",
    )


def _ours(roll: Roll, number: int, shown: list[Image]) -> None:
    found = roll.at(number / FPS + 0.001)
    if found is None:
        raise SystemExit("our arm shows nothing")
    shown.append(np.asarray(found[1].to_ndarray(format="bgr24"), np.uint8))


def _theirs(film: cv2.VideoCapture, number: int, shown: list[Image]) -> None:
    film.set(cv2.CAP_PROP_POS_FRAMES, number)
    done, image = film.read()
    if not done:
        raise SystemExit("the peer shows nothing")
    shown.append(np.asarray(image, np.uint8))


def _decoded(film: Path, number: int) -> None:
    """What any way to that picture has to do at least."""
    with av.open(str(film)) as container:
        video: Any = container.streams.video[0]
        video.thread_type = "AUTO"
        ticks = round(number / FPS / video.time_base)
        container.seek(ticks, stream=video, backward=True)
        for frame in container.decode(video):
            if frame.pts is not None and frame.pts >= ticks:
                return


def _insist_alike(one: Image, other: Image, name: str) -> None:
    """Both arms show the very picture that was asked for."""
    if one.shape != (HEIGHT, WIDTH, 3) or other.shape != one.shape:
        raise SystemExit(f"{name}: {one.shape} beside {other.shape}")
    small = [cv2.resize(image, _SMALL).astype(np.int16) for image in (one, other)]
    apart = float(np.abs(small[0] - small[1]).mean())
    if apart > _ALIKE:
        raise SystemExit(f"{name}: the pictures are {apart:.1f} grey levels apart")
