"""Paths made up point by point, and what a camera that looked at them would have shown live."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

import numpy as np

from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.rules.engine import Engine
from omnisight_desktop.rules.hit import Counted, Hit
from omnisight_desktop.rules.rule import Rulebook

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1280, 720)
STEP_MS = 200

Foot = tuple[float, float] | None


def path(
    track: str,
    feet: Sequence[Foot],
    *,
    start_s: float = 0.0,
    label: str = "person",
    camera: str = "yard",
    step_ms: int = STEP_MS,
) -> TrackPath:
    """Somebody 0.04 wide and 0.2 high whose feet are there, one look after another; None where they
    are hidden."""
    seen = [(n * step_ms, foot) for n, foot in enumerate(feet) if foot is not None]
    boxes = [(x - 0.02, y - 0.2, x + 0.02, y) for _, (x, y) in seen]
    return TrackPath(
        track,
        camera,
        label,
        NOON + timedelta(seconds=start_s),
        np.asarray([at for at, _ in seen], np.int64),
        as_stored(np.asarray(boxes).reshape(-1, 4)),
    )


def as_stored(
    boxes: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Boxes with the fineness that a stored path has."""
    return np.asarray(np.rint(np.clip(boxes, 0, 1) * 4096) / 4096, np.float32)


def walk(*stops: tuple[float, float], looks: int = 10) -> list[Foot]:
    """From stop to stop, in so many looks each."""
    feet: list[Foot] = []
    for (ax, ay), (bx, by) in zip(stops, stops[1:], strict=False):
        feet += [(ax + (bx - ax) * n / looks, ay + (by - ay) * n / looks) for n in range(looks)]
    return [*feet, stops[-1]]


def stand(x: float, y: float, seconds: float) -> list[Foot]:
    """In one place."""
    return [(x, y)] * round(seconds * 1000 / STEP_MS)


def hidden(seconds: float) -> list[Foot]:
    """Behind something."""
    return [None] * round(seconds * 1000 / STEP_MS)


def live(
    book: Rulebook,
    paths: Iterable[TrackPath],
    *,
    until_s: float,
    since_s: float = 0.0,
    home: tzinfo = UTC,
    gaps: Sequence[Gap] = (),
    idle_ms: int = 1000,
) -> tuple[list[Hit], dict[str, Counted]]:
    """What an engine says to these paths look by look, and to looks at which there is nobody."""
    begin, end = NOON + timedelta(seconds=since_s), NOON + timedelta(seconds=until_s)
    looks = _looks(paths)
    at = begin
    while at < end:
        looks.setdefault(at, [])
        at += timedelta(milliseconds=idle_ms)
    for gap in gaps:
        looks.setdefault(gap.end, [])  # a camera that comes back is looked at
    engine = Engine(book, home=home)
    hits: list[Hit] = []
    seen: dict[str, int] = defaultdict(int)
    down = sorted(gaps, key=lambda gap: gap.start)
    for at in sorted(looks):
        while down and down[0].start <= at:
            hits += engine.close(down.pop(0).start)
        if any(gap.start <= at < gap.end for gap in gaps) or not begin <= at < end:
            continue
        for track in looks[at]:
            seen[track.id] += 1
        shown = (replace(t, state=_state(seen[t.id])) for t in looks[at])
        hits += engine.judge(tuple(shown), at, SIZE)
    hits += engine.close(end)
    return hits, engine.counted


def _looks(paths: Iterable[TrackPath]) -> dict[datetime, list[Track]]:
    looks: dict[datetime, list[Track]] = defaultdict(list)
    width, height = SIZE
    for one in paths:
        for row, offset in enumerate(one.offsets_ms.tolist()):
            at = one.start + timedelta(milliseconds=offset)
            x1, y1, x2, y2 = one.boxes[row].tolist()
            box = (x1 * width, y1 * height, x2 * width, y2 * height)
            state = TrackState.TENTATIVE
            looks[at].append(Track(one.track, one.label, box, 0.9, state, one.start, at))
    return looks


def _state(looks: int) -> TrackState:
    """Who was looked at three times is believed in; while the camera was down nobody looked."""
    return TrackState.ACTIVE if looks >= 3 else TrackState.TENTATIVE
