"""A week in front of a camera: people and cars that come, stand about, and go."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import numpy as np

from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import Cross, Enter, Leave, Loiter, Presence, Sequence

SIZE = (1280, 720)
BOOK = Rulebook(
    camera="yard",
    zones=(
        Zone("path", ((0.0, 0.3), (0.4, 0.3), (0.4, 1.0), (0.0, 1.0))),
        Zone("door", ((0.6, 0.4), (0.8, 0.35), (0.85, 0.6), (0.75, 0.8), (0.6, 0.7))),
        Zone("bench", ((0.45, 0.5), (0.55, 0.5), (0.55, 0.65), (0.45, 0.65))),
    ),
    lines=(Line("gate", ((0.5, 0.0), (0.5, 0.5), (0.52, 1.0))),),
    rules=(
        Rule("to the door", Enter("door"), been_in=("path",)),
        Rule("from the door", Leave("door"), labels=("person",)),
        Rule("waits at the door", Loiter("door", 10), cool_down_s=60),
        Rule("over the line", Cross("gate")),
        Rule("nobody on the path", Presence("path", 30, somebody=False)),
        Rule("two at the door", Presence("door", 2), least=2),
        Rule("path, then door", Sequence((Enter("path"), Enter("door")), within_s=60)),
        Rule("at night", Enter("path"), schedule=Schedule((Hours(time(22), time(6)),))),
    ),
)
_LENGTH = 500  # points of a path
_STEP_MS = 200
_WEEK_MS = 7 * 86_400_000
_BEGAN = datetime(2026, 5, 3, tzinfo=UTC)


def crowd(points: int) -> list[TrackPath]:
    """Paths of so many points together, the same ones each time."""
    chance = np.random.default_rng(1)
    count = points // _LENGTH
    starts = np.sort(chance.integers(0, _WEEK_MS * points // 1_000_000, count))
    return [_path(number, int(start), chance) for number, start in enumerate(starts)]


def _path(number: int, start_ms: int, chance: np.random.Generator) -> TrackPath:
    """Somebody who goes from stop to stop, and whose box trembles."""
    stops = chance.uniform((0.02, 0.3), (0.98, 0.98), (7, 2))
    stops[3] = stops[2]  # and stands about in between
    along = np.linspace(0, len(stops) - 1, _LENGTH)
    places = np.arange(len(stops))
    feet = np.stack([np.interp(along, places, stops[:, axis]) for axis in (0, 1)], axis=1)
    feet += chance.normal(0, 0.002, feet.shape)
    width, height = 0.03, 0.2
    boxes = np.stack(
        [feet[:, 0] - width, feet[:, 1] - height, feet[:, 0] + width, feet[:, 1]], axis=1
    )
    return TrackPath(
        track=f"T{number:06}",
        camera="yard",
        label="car" if number % 5 == 0 else "person",
        start=_BEGAN + timedelta(milliseconds=start_ms),
        offsets_ms=np.arange(_LENGTH, dtype=np.int64) * _STEP_MS,
        boxes=np.clip(boxes, 0, 1).astype(np.float32),
    )
