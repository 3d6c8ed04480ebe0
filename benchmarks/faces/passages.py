"""Passages in front of a camera: several bad looks at one photograph, as the engines see them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import cv2
import numpy as np

from benchmarks.faces.degrade import FACE_PX, Box, Setting
from benchmarks.material import material
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.choose import choose_reader
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.perception.identify.template import Look
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights

MODEL = "mobilefacenet_arcface.onnx"
NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
_SEED = 11


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Looks at one photograph, bad in one way; ``usable`` are those that pass our gate."""

    photo: str
    setting: str  # nothing for the photograph as it is
    looks: tuple[Look, ...]
    usable: tuple[bool, ...]


def reader() -> FaceReader:
    """The engines that are measured."""
    return choose_reader("yunet", MODEL, Weights((material("models"),), load_manifest()))


def people_of() -> dict[str, int]:
    """Whose face each photograph shows."""
    with material("truth", "faces", "pairs.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    photos = sorted({row[key] for row in rows for key in ("file_x", "file_y")})
    who = {photo: number for number, photo in enumerate(photos)}
    for row in rows:
        if row["same"] == "1":
            one, other = who[row["file_x"]], who[row["file_y"]]
            who = {photo: one if number == other else number for photo, number in who.items()}
    order = sorted(set(who.values()))
    return {photo: order.index(number) for photo, number in who.items()}


def passages(people: Mapping[str, int], settings: Sequence[Setting], looks: int) -> list[Passage]:
    """Each photograph as it is, and in each setting."""
    engines, dice = reader(), np.random.default_rng(_SEED)
    found = []
    for photo in people:
        image, face = _close(engines, photo)
        found.append(_passage(engines, photo, "", [image]))
        for setting in settings:
            bad = [setting.apply(image, face, dice) for _ in range(looks)]
            found.append(_passage(engines, photo, setting.name, bad))
    return found


def _passage(engines: FaceReader, photo: str, setting: str, images: Sequence[Image]) -> Passage:
    looks: list[Look] = []
    usable: list[bool] = []
    for number, image in enumerate(images):
        seen = engines.look(image)
        if seen:
            looks += engines.embed(seen[:1], NOON + timedelta(seconds=0.2 * number))
            usable.append(seen[0].quality.usable)
    return Passage(photo, setting, tuple(looks), tuple(usable))


def _close(engines: FaceReader, photo: str) -> tuple[Image, Box]:
    """The face with its surroundings, 160 pixels high."""
    image = cv2.imread(str(material("truth", "faces", photo)))
    assert image is not None
    for _ in range(2):
        (x1, y1, x2, y2) = (
            float(side) for side in engines.look(np.asarray(image, np.uint8))[0].box
        )
        scale = FACE_PX / (y2 - y1)
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=way)
    face = engines.look(np.asarray(image, np.uint8))[0].box
    x, y = max(0, int(face[0] - 0.6 * FACE_PX)), max(0, int(face[1] - 0.6 * FACE_PX))
    image = image[y : int(face[3] + 0.6 * FACE_PX), x : int(face[2] + 0.6 * FACE_PX)]
    left, top = float(face[0]) - x, float(face[1]) - y
    return np.asarray(image, np.uint8), (
        left,
        top,
        float(face[2] - face[0]),
        float(face[3] - face[1]),
    )
