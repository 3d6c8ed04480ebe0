"""The timeline: for each camera what was recorded, what is missing and what happened, at any scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.storage.spans import DAY_MS, Hole, Span, SpanArchive, Tally
from omnisight_desktop.storage.wanted import EventFilter

T = TypeVar("T", Tally, Span, Hole)

#: So many steps are told of a stretch at the most.
_STEPS = 300
_S, _MIN, _HOUR = 1000, 60_000, 3_600_000
#: Steps that people know how to read.
_LADDER = (
    100, 200, 500, _S, 2 * _S, 5 * _S, 10 * _S, 15 * _S, 30 * _S,
    _MIN, 2 * _MIN, 5 * _MIN, 10 * _MIN, 15 * _MIN, 30 * _MIN,
    _HOUR, 2 * _HOUR, 3 * _HOUR, DAY_MS, 7 * DAY_MS, 28 * DAY_MS, 364 * DAY_MS,
)  # fmt: skip
#: From this step on, days are counted: hours of a season are too many to be gone through.
_BY_DAYS_MS = 3 * _HOUR
_SEAM_MS = 1500  # pieces that lie so close are shown as one


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stretch that was recorded; of a long step a share of it."""

    start_ms: int
    end_ms: int
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Moved:
    """How much moved in a stretch that was recorded."""

    start_ms: int
    end_ms: int
    share: float


@dataclass(frozen=True, slots=True)
class Missing:
    """A stretch of which there is nothing, and why."""

    start_ms: int
    end_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One camera in a stretch of time."""

    camera: str
    recorded: tuple[Recorded, ...]
    moved: tuple[Moved, ...]
    missing: tuple[Missing, ...]
    ticks: Sequence[Tally]


@dataclass(frozen=True, slots=True)
class Lanes:
    """All cameras in a stretch of time."""

    since_ms: int
    until_ms: int
    step_ms: int
    lanes: tuple[Lane, ...]


class Timeline:
    """Reads no more than can be shown."""

    def __init__(self, archive: SpanArchive) -> None:
        self._archive = archive

    def lanes(
        self, cameras: Sequence[str], since: datetime, until: datetime, wanted: EventFilter
    ) -> Lanes:
        """What these cameras did in a stretch of time; only wanted events are told."""
        since_ms, until_ms = to_ms(since), max(to_ms(since) + 1, to_ms(until))
        step_ms = step_of(until_ms - since_ms)
        ticks = _by_camera(self._archive.events(wanted, since_ms, until_ms, step_ms))
        spans = _by_camera(self._archive.recorded(cameras, since_ms, until_ms, step_ms))
        holes = _by_camera(self._archive.holes(since_ms, until_ms, step_ms // 2))
        lanes = tuple(_lane(one, ticks[one], spans[one], holes[one]) for one in cameras)
        return Lanes(since_ms, until_ms, step_ms, lanes)


def step_of(span_ms: int) -> int:
    """How fine a stretch of time is told."""
    least = span_ms / _STEPS
    step_ms = next((step for step in _LADDER if step >= least), _LADDER[-1])
    return DAY_MS if _BY_DAYS_MS <= step_ms < DAY_MS else step_ms


def _by_camera(found: Sequence[T]) -> defaultdict[str, list[T]]:
    sorted_out: defaultdict[str, list[T]] = defaultdict(list)
    for one in found:
        sorted_out[one.camera].append(one)
    return sorted_out


def _lane(camera: str, ticks: list[Tally], spans: list[Span], holes: list[Hole]) -> Lane:
    spans.sort(key=lambda one: one.start_ms)
    return Lane(
        camera,
        tuple(_joined(spans)),
        tuple(Moved(one.start_ms, one.end_ms, one.moved) for one in spans if one.moved > 0),
        tuple(Missing(one.start_ms, one.end_ms, one.reason) for one in holes),
        ticks,
    )


def _joined(spans: Sequence[Span]) -> list[Recorded]:
    """Stretches that follow each other, as one."""
    found: list[Recorded] = []
    for span in spans:
        last = found[-1] if found else None
        alike = last is not None and abs(last.share - span.share) < 0.02
        if last is not None and alike and span.start_ms - last.end_ms <= _SEAM_MS:
            end_ms = max(last.end_ms, span.end_ms)
            found[-1] = Recorded(last.start_ms, end_ms, last.share)
        else:
            found.append(Recorded(span.start_ms, span.end_ms, span.share))
    return found
