"""Labels that mean the same kind of thing: a detector takes one van for a car, then for a truck."""

from __future__ import annotations

PERSON, VEHICLE, CYCLE = "person", "vehicle", "cycle"
ANIMAL, LUGGAGE = "animal", "luggage"

_LABELS = {
    PERSON: ("person", "pedestrian", "man", "woman", "child", "rider"),
    VEHICLE: ("car", "truck", "bus", "van", "train", "vehicle"),
    CYCLE: ("bicycle", "motorcycle", "motorbike", "scooter"),
    ANIMAL: (
        *("cat", "dog", "fox", "rabbit", "raccoon", "bird", "horse", "cow", "sheep", "deer"),
        *("bear", "zebra", "giraffe", "elephant", "animal"),
    ),
    LUGGAGE: ("backpack", "handbag", "suitcase"),
}
_KIND_OF = {label: kind for kind, labels in _LABELS.items() for label in labels}


def kind_of(label: str) -> str:
    """What kind of thing a label means; one that nobody knows is a kind of its own."""
    return _KIND_OF.get(label, label)


def is_alive(kind: str) -> bool:
    """Whether such a thing goes where it likes, and so is soon another one in the same place."""
    return kind in (PERSON, ANIMAL)
