"""Looks at faces made of numbers alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from omnisight_desktop.core.face import Face, FaceKind, Vector
from omnisight_desktop.core.ports.faces import Scale
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.template import Look, Template
from omnisight_desktop.storage.vectors import CodeIndex

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = 64
MODEL = "numbers"
SCALE = Scale(same=0.4, far=0.24, telling=True)


def unit(vector: Vector) -> Vector:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def somebody(seed: int) -> Vector:
    """The middle of all looks at one person."""
    return unit(np.random.default_rng(seed).standard_normal(SIZE).astype(np.float32))


def near(vector: Vector, cosine: float, seed: int = 0) -> Vector:
    """A vector at exactly that cosine."""
    other = np.random.default_rng(seed + 77).standard_normal(SIZE).astype(np.float32)
    aside = unit(other - (other @ vector) * vector)
    return unit(cosine * vector + np.sqrt(1 - cosine**2) * aside)


def template(
    vector: Vector, looks: int = 5, cosine: float = 0.9, strength: float = 2.0, seed: int = 0
) -> Template:
    """So many looks around a vector, a fifth of a second apart."""
    made = Template()
    for number in range(looks):
        at = NOON + timedelta(seconds=0.2 * number)
        made.add(Look(near(vector, cosine, seed + number), 0.9, strength, at))
    return made


def face(name: str, person: str | None, vector: Vector, kind: FaceKind = FaceKind.SEEN) -> Face:
    return Face(name, kind, MODEL, vector, 0.9, NOON, person)


def gallery(people: dict[str, Vector], views: int = 3, cosine: float = 0.9) -> Gallery:
    """Everybody with some looks."""
    made = Gallery(MODEL, SCALE, lambda: CodeIndex(SIZE))
    for person, middle in people.items():
        made.put(face(f"{person}{n}", person, near(middle, cosine, 100 + n)) for n in range(views))
    return made
