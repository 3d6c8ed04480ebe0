"""The points of many paths in the order of time, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.reading import Sightings

Numbers = NDArray[np.int64]

#: From when to when a camera was watched, in milliseconds; the end is not part of it.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """What was seen of ``tracks``, moment by moment, and within a moment in the order of ids.

    ``nth`` is how often the same track was seen before; ``spans`` in which span that was.
    """

    tracks: tuple[str, ...]
    labels: tuple[str, ...]
    times_ms: Numbers
    who: Numbers
    nth: Numbers
    spans: Numbers
    seen: Sightings


def in_order(paths: Sequence[TrackPath], spans: Sequence[Span]) -> Points:
    """All points of these paths that lie in one of the spans; those are in order themselves."""
    labels = {path.track: path.label for path in reversed(paths)}
    tracks = tuple(sorted(labels))
    number = {track: n for n, track in enumerate(tracks)}
    times, who, boxes = _joined(paths, number)
    order = np.lexsort((who, times))
    span = _span_of(times[order], spans)
    order, span = order[span >= 0], span[span >= 0]
    times, who, boxes = times[order], who[order], boxes[order]
    before, nth = _earlier(who)
    gaps_ms = np.where(before >= 0, times - times[before], -1)
    gaps_ms[(before >= 0) & (span != span[before])] = -1
    found = Sightings(boxes, boxes[before], gaps_ms)
    return Points(tracks, tuple(labels[t] for t in tracks), times, who, nth, span, found)


def _joined(paths: Sequence[TrackPath], number: dict[str, int]) -> tuple[Numbers, Numbers, Boxes]:
    if not paths:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), EMPTY_BOXES
    times = np.concatenate([to_ms(path.start) + path.offsets_ms for path in paths])
    who = np.repeat([number[path.track] for path in paths], [len(path) for path in paths])
    boxes = np.concatenate([path.boxes for path in paths])
    return times.astype(np.int64), who.astype(np.int64), np.asarray(boxes, np.float32)


def _span_of(times: Numbers, spans: Sequence[Span]) -> Numbers:
    """The number of the span in which each moment lies; -1 for none."""
    table = np.asarray(spans, np.int64).reshape(-1, 2)
    if not len(table):
        return np.full(len(times), -1, np.int64)
    found = np.searchsorted(table[:, 0], times, side="right") - 1
    return np.where((found >= 0) & (times < table[found, 1]), found, -1)


def _earlier(who: Numbers) -> tuple[Numbers, Numbers]:
    """For each point, the number of the one before it of the same track, or -1; and how many such
    there were, in the order of time."""
    count = len(who)
    by_track = np.argsort(who, kind="stable")
    sorted_who = who[by_track]
    first = np.ones(count, np.bool_)
    first[1:] = sorted_who[1:] != sorted_who[:-1]
    places = np.arange(count)
    began = np.maximum.accumulate(np.where(first, places, 0))
    before, nth = np.full(count, -1, np.int64), np.zeros(count, np.int64)
    before[by_track[~first]] = by_track[np.flatnonzero(~first) - 1]
    nth[by_track] = places - began
    return before, nth
