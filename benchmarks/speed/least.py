"""The least that anybody has to do: decode, and show the network every sixth picture."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np

from benchmarks.film import FPS, HEIGHT, WIDTH
from benchmarks.speed.job import Job, Sighting, Taken
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import suppress
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine
from omnisight_desktop.perception.detect.views import whole_sizes

SCORE = 0.5
PERSON = 0
DETAIL = 2.0
_ALONE = 4  # threads for a recording that nothing else runs beside, as ours has


def decode(job: Job) -> Taken:
    """Pictures in real time, and nobody looks."""
    taken, began, cpu_s = Taken(), 0.0, 0.0
    for index, _ in enumerate(paced(Path(job.film), threads=1)):
        at_s = index / FPS
        if not began and at_s >= job.settle_s:
            began, cpu_s = time.monotonic(), time.process_time()
        if began:
            taken.frames += 1
        if at_s >= job.settle_s + job.seconds:
            break
    taken.wall_s, taken.cpu_s = time.monotonic() - began, time.process_time() - cpu_s
    return taken


def decode_and_look(job: Job) -> Taken:
    """As fast as it goes: every picture decoded, every sixth brought to size and shown."""
    engine = OpenVinoEngine(Path(job.weights))
    size = whole_sizes(WIDTH, HEIGHT, engine.side, DETAIL)[-1]  # what a busy street is shown at
    canvas = np.full((size[1], size[0], 3), 114, np.uint8)
    engine.run(canvas, SCORE)
    taken, step = Taken(), round(FPS / job.looks_hz)
    wall, cpu_s = time.perf_counter(), time.process_time()
    for index, frame in enumerate(frames(Path(job.film), _ALONE)):
        taken.frames += 1
        if index % step:
            continue
        _paint(frame, canvas)
        boxes, scores, labels = engine.run(canvas, SCORE)
        taken.looks += 1
        people = labels == PERSON
        boxes = boxes[people][suppress(boxes[people], scores[people], 0.5)]
        taken.sightings.append(_sighting(index, boxes, canvas))
    taken.wall_s, taken.cpu_s = time.perf_counter() - wall, time.process_time() - cpu_s
    taken.shown, taken.shown_px = taken.looks, taken.looks * canvas.size / 3e6
    return taken


def paced(film: Path, threads: int) -> Iterator[Any]:
    """The frames of a film in real time, over and over."""
    rest, began, index = threading.Event(), time.monotonic(), 0
    while True:
        for frame in frames(film, threads):
            rest.wait(max(0.0, began + index / FPS - time.monotonic()))
            index += 1
            yield frame


def frames(film: Path, threads: int) -> Iterator[Any]:
    """The frames of a film once, as fast as they decode."""
    with av.open(str(film)) as container:
        video = container.streams.video[0]
        video.codec_context.thread_count = threads
        video.codec_context.thread_type = "AUTO"
        yield from container.decode(video)


def _paint(frame: Any, canvas: Image) -> None:
    """The cheapest way: the decoder's own library makes colours and size in one go."""
    width = canvas.shape[1]
    height = round(HEIGHT * width / WIDTH)
    top = (canvas.shape[0] - height) // 2
    canvas[top : top + height] = frame.reformat(width, height, "bgr24").to_ndarray()


def _sighting(index: int, boxes: Any, canvas: Image) -> Sighting:
    scale = WIDTH / canvas.shape[1]
    top = (canvas.shape[0] - HEIGHT / scale) / 2
    shifted = (boxes - np.asarray([0, top, 0, top], np.float32)) * scale
    return index, shifted.tolist()
