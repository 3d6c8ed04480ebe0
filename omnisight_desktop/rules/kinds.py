"""Labels that mean the same kind of thing: a detector takes one van for a car, then for a truck."""

from __future__ import annotations

PERSON, VEHICLE, ANIMAL = "person", "vehicle", "animal"

_KINDS = {
    **dict.fromkeys(("car", "truck", "bus", "van", "motorcycle", "bicycle", "train"), VEHICLE),
    **dict.fromkeys(("cat", "dog", "bird", "horse", "sheep", "cow", "bear", "fox", "deer"), ANIMAL),
}


def kind_of(label: str) -> str:
    """What kind of thing a label means; one that stands for itself is its own kind."""
    return _KINDS.get(label, label)


def is_alive(kind: str) -> bool:
    """Whether such a thing goes where it likes, and so is soon another one in the same place."""
    return kind in (PERSON, ANIMAL)
