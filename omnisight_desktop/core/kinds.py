"""Labels that mean the same kind of thing: a detector takes one van for a car, then for a truck."""

from __future__ import annotations

from enum import StrEnum

from omnisight_desktop.core.event import EventType

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


class Sort(StrEnum):
    """What an event is about at a glance: what it is coloured by."""

    PERSON = "person"
    VEHICLE = "vehicle"
    ANIMAL = "animal"
    THING = "thing"
    SOUND = "sound"
    CAMERA = "camera"  # it gave no pictures, or does so again


#: Kinds of events that are about something other than what was seen.
SORT_OF_TYPE: dict[str, Sort] = {
    EventType.LOUD: Sort.SOUND,
    EventType.SPOKEN: Sort.SOUND,
    EventType.SOUND: Sort.SOUND,
    EventType.CAMERA_DOWN: Sort.CAMERA,
    EventType.CAMERA_UP: Sort.CAMERA,
    EventType.GESTURE: Sort.PERSON,
}
#: What was seen, label by label; the others are things.
SORT_OF_LABEL = {
    label: sort
    for sort, kinds in (
        (Sort.PERSON, (PERSON,)),
        (Sort.VEHICLE, (VEHICLE, CYCLE)),
        (Sort.ANIMAL, (ANIMAL,)),
    )
    for kind in kinds
    for label in _LABELS[kind]
}


def sort_of(type_: str, label: str | None) -> Sort:
    """What an event is about."""
    return SORT_OF_TYPE.get(type_) or SORT_OF_LABEL.get(label or "", Sort.THING)
