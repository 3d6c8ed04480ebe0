"""A made-up household's history: the same events every time, for whoever measures the memory."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ids import IdSource

BEGIN = datetime(2025, 5, 3, tzinfo=UTC)
YEAR = timedelta(days=365)
CAMERAS = ("front", "drive", "garden", "hall", "garage", "kitchen", "cellar", "street")
PEOPLE = tuple(f"Person_{number * 2654435761 % 2**32:08X}" for number in range(200))

#: Kinds, what was seen, and how often of a thousand.
_KINDS = (
    ("appeared", "person", 330),
    ("left", "person", 330),
    ("appeared", "car", 90),
    ("left", "car", 90),
    ("appeared", "dog", 30),
    ("stationary", "car", 40),
    ("gesture", "wave", 20),
    ("spoken", None, 50),
    ("loud", None, 15),
    ("camera_down", None, 5),
)
_ZONES = ("porch", "lawn", "gate", "stairs", None, None, None, None)
_WORDS = tuple(
    re.findall(
        r"\w+",
        "the parcel stood near door while someone waited with blue coat and bag then walked away "
        "towards street light after dog barked twice window open child bicycle neighbour called "
        "dinner ready late home tomorrow key under mat garden hose left running",
    )
)
#: In about a third of all events, and in one of a thousand.
COMMON, RARE = "the", "umbrella"


def history(count: int, seed: int = 7) -> Iterator[Event]:
    """So many events over a year, in the order in which they happened, busier by day."""
    chance = random.Random(seed)
    kinds = [(kind, label) for kind, label, _ in _KINDS]
    weights = [weight for _, _, weight in _KINDS]
    # The first people and cameras are seen far more often than the last.
    person_weights = [1 / (rank + 4) for rank in range(len(PEOPLE))]
    camera_weights = [1 / (rank + 2) for rank in range(len(CAMERAS))]
    chosen = zip(
        chance.choices(kinds, weights, k=count),
        chance.choices(PEOPLE, person_weights, k=count),
        chance.choices(CAMERAS, camera_weights, k=count),
        _moments(chance, count),
        strict=True,
    )
    ids = IdSource("E", salt=False)
    for number, ((kind, label), person, camera, start) in enumerate(chosen):
        yield Event(
            id=ids.next(to_ms(start)),
            camera=camera,
            type=kind,
            start=start,
            end=start + timedelta(milliseconds=chance.randrange(1000, 60_000)),
            label=label,
            person=person if label == "person" and chance.random() < 0.6 else None,
            zone=chance.choice(_ZONES),
            text=_text(chance) if kind == "spoken" or chance.random() < 0.3 else None,
            track=f"T{number:08x}",
            clip=f"C{number:08x}" if chance.random() < 0.2 else None,
            score=round(chance.uniform(0.3, 1.0), 3),
        )


def _moments(chance: random.Random, count: int) -> Iterator[datetime]:
    """Rising moments over a year, most of them between seven in the morning and eleven at night."""
    days = YEAR.days
    offsets = []
    for _ in range(count):
        hour = chance.uniform(7, 23) if chance.random() < 0.9 else chance.uniform(0, 24)
        offsets.append(int((chance.randrange(days) * 24 + hour) * 3_600_000))
    for offset in sorted(offsets):
        yield BEGIN + timedelta(milliseconds=offset)


def _text(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randrange(4, 14))
    if chance.random() < 0.9:
        words.append(COMMON)
    if chance.random() < 0.003:
        words.append(RARE)
    return " ".join(words)
