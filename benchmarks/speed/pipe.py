"""The peer's walk: a child decodes, a pipe carries pictures, regions of 320 go to the same network.

What the original spreads over several processes and shared memory is one process here, which costs it
less; there is no database, no recording and no picture kept, either.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import cv2
import numpy as np
import psutil
from numpy.typing import NDArray

from benchmarks.film import FPS, HEIGHT, WIDTH
from benchmarks.speed.job import Job, Taken
from benchmarks.speed.least import PERSON, SCORE
from benchmarks.speed.regions import SIDE, Motion, Objects, regions
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, coverage, suppress
from omnisight_desktop.perception.detect.heads import Floats
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine
from omnisight_desktop.perception.detect.views import View, whole_size

_BYTES = WIDTH * HEIGHT * 3 // 2
_TWICE = 0.6  # of the smaller box lies in the larger one: half of somebody at a region's edge


def pipe(job: Job) -> Taken:
    """With a child on the FFmpeg that ours uses, run as the original runs it."""
    return _walk(job, _child(job, "usual"))


def lean_pipe(job: Job) -> Taken:
    """With the leanest child that can be had."""
    return _walk(job, _child(job, "lean"))


def whole_pipe(job: Job) -> Taken:
    """With our choice of what the network is shown: all of the picture where regions cost more."""
    return _walk(job, _child(job, "usual"), whole=True)


def system_pipe(job: Job) -> Taken:
    """With the system's own ffmpeg, whatever version it is, and the original's options."""
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-threads", "2", "-re"]
    command += [
        "-stream_loop",
        "-1",
        "-i",
        job.film,
        "-an",
        "-vf",
        f"fps={job.looks_hz:g}:round=up",
    ]
    command += ["-threads", "2", "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:"]
    return _walk(job, command)


def _child(job: Job, how: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.speed.decoder", job.film, f"{job.looks_hz:g}", how]


def _walk(job: Job, command: list[str], *, whole: bool = False) -> Taken:
    taken, step = Taken(), round(FPS / job.looks_hz)
    looking = _Looking(Path(job.weights), taken, whole=whole)
    settled = round(job.settle_s * job.looks_hz)
    last = settled + round(job.seconds * job.looks_hz)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        mind, picture = psutil.Process(child.pid), bytearray(_BYTES)
        wall = spent = children = 0.0
        for number in range(last + 1):
            if not _fill(child.stdout, picture):
                break
            if number == settled:
                wall, spent, children = time.monotonic(), time.process_time(), _spent(mind)
                taken.shown, taken.shown_px, taken.sightings = 0, 0.0, []
            elif number == last:
                break
            looking.look(np.frombuffer(picture, np.uint8).reshape(-1, WIDTH), number * step)
        taken.wall_s = time.monotonic() - wall
        taken.parts_s = {
            "decode, pipe": _spent(mind) - children,
            "walk, network": time.process_time() - spent,
        }
        child.kill()
    taken.cpu_s = sum(taken.parts_s.values())
    taken.looks = last - settled
    taken.frames = taken.looks * step
    taken.told = {"objects": float(looking.objects.made)}
    return taken


class _Looking:
    """What is done with each picture that comes through the pipe."""

    def __init__(self, weights: Path, taken: Taken, *, whole: bool) -> None:
        self._engine = OpenVinoEngine(weights)
        self._canvas: Image = np.zeros((SIDE, SIDE, 3), np.uint8)
        size = whole_size(WIDTH, HEIGHT, self._engine.side)
        self._everything = View(0, 0, WIDTH, HEIGHT, size) if whole else None
        self._large: Image = np.zeros((size[1], size[0], 3), np.uint8)
        for canvas in (self._canvas, self._large):
            self._engine.run(canvas, SCORE)
        self._motion = Motion(WIDTH, HEIGHT)
        self._taken = taken
        self.objects = Objects()

    def look(self, planes: Image, index: int) -> None:
        moved = self._motion.boxes(planes[:HEIGHT])
        known = self.objects.to_look_at()
        places = known
        if len(moved):
            new = coverage(moved, known).max(axis=1, initial=0.0) < 0.5
            places = np.concatenate([known, moved[new]])
        squares = regions(places, WIDTH, HEIGHT)
        if index == 0:  # who stood there before is found at the start
            squares = [(left, 0, HEIGHT) for left in (0, WIDTH - HEIGHT)]
        if self._everything and len(squares) * SIDE**2 > self._large.size / 3:
            squares = []
            found = [self._all_people(planes, self._everything)]
        else:
            found = [self._people(planes, square) for square in squares]
        boxes = np.concatenate([b for b, _ in found]) if found else EMPTY_BOXES
        scores = np.concatenate([s for _, s in found]) if found else np.zeros(0, np.float32)
        boxes = boxes[_once(boxes, scores)]
        looked_at = np.asarray([(x, y, x + s, y + s) for x, y, s in squares], np.float32)
        if found and not squares:
            looked_at = np.asarray([[0, 0, WIDTH, HEIGHT]], np.float32)
        standing = self.objects.standing()
        self.objects.update(boxes, looked_at.reshape(-1, 4))
        everybody = [*boxes.tolist(), *standing.tolist()]
        self._taken.sightings.append((index, everybody))

    def _all_people(self, planes: Image, view: View) -> tuple[Boxes, Floats]:
        colours = np.asarray(cv2.cvtColor(planes, cv2.COLOR_YUV2BGR_I420), np.uint8)
        view.paint(colours, self._large)
        boxes, scores, labels = self._engine.run(self._large, SCORE)
        self._taken.shown += 1
        self._taken.shown_px += self._large.size / 3e6
        people = labels == PERSON
        return view.to_picture(boxes[people]), scores[people]

    def _people(self, planes: Image, square: tuple[int, int, int]) -> tuple[Boxes, Floats]:
        left, top, side = square
        part = _cut(planes, left, top, side)
        colours = np.asarray(cv2.cvtColor(part, cv2.COLOR_YUV2BGR_I420), np.uint8)
        cv2.resize(colours, (SIDE, SIDE), self._canvas)
        boxes, scores, labels = self._engine.run(self._canvas, SCORE)
        self._taken.shown += 1
        self._taken.shown_px += SIDE * SIDE / 1e6
        people = labels == PERSON
        shift = np.asarray([left, top, left, top], np.float32)
        return np.asarray(boxes[people] * (side / SIDE) + shift, np.float32), scores[people]


def _cut(planes: Image, left: int, top: int, side: int) -> Image:
    """A square of all three planes, laid out as a picture of its own."""
    half = side // 2
    part = np.empty((side + half, side), np.uint8)
    part[:side] = planes[top : top + side, left : left + side]
    quarter = HEIGHT * WIDTH // 4
    colours = planes[HEIGHT:].reshape(2, quarter).reshape(2, HEIGHT // 2, WIDTH // 2)
    x, y = left // 2, top // 2
    part[side:] = colours[:, y : y + half, x : x + half].reshape(half, side)
    return part


def _once(boxes: Boxes, scores: Floats) -> NDArray[np.intp]:
    kept = suppress(boxes, scores, 0.5)
    inside = coverage(boxes, boxes)
    large = boxes[:, 2:] - boxes[:, :2]
    sizes = large[:, 0] * large[:, 1]
    return np.asarray(
        [
            row
            for row in kept
            if not any(inside[row, o] > _TWICE and sizes[o] > sizes[row] for o in kept if o != row)
        ],
        np.intp,
    )


def _fill(stream: IO[bytes], whole: bytearray) -> bool:
    """Read one picture; False at the end."""
    view, at = memoryview(whole), 0
    while at < len(whole):
        count = stream.readinto(view[at:])  # type: ignore[attr-defined]
        if not count:
            return False
        at += count
    return True


def _spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
