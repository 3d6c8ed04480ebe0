"""The rules over what is stored: paths are judged again as if they were seen now.

So a rule that is new, or measures that were changed, can be tried on last week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from omnisight_desktop.core.event import Event, EventType, Gap
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.rules.judge import Judge
from omnisight_desktop.rules.settings import JudgeSettings

#: Who was seen until so shortly before a camera failed was not seen to leave.
_GAVE_UP = timedelta(seconds=2)

_Sightings = dict[datetime, list[tuple[TrackPath, int]]]


def judge_paths(
    paths: Iterable[TrackPath],
    size: tuple[float, float],
    settings: JudgeSettings | None = None,
    gaps: Sequence[Gap] = (),
) -> tuple[Event, ...]:
    """The events of stored paths of cameras whose pictures have this width and height, in the order
    in which they began; ``gaps`` are when nobody could see who left."""
    by_camera: dict[str, list[TrackPath]] = defaultdict(list)
    for path in paths:
        if len(path):
            by_camera[path.camera].append(path)
    events: list[Event] = []
    for camera, seen in by_camera.items():
        unseen = _cut_short(seen, [gap for gap in gaps if gap.camera == camera])
        judged = _judged(Judge(camera, settings), seen, size)
        events += [e for e in judged if e.type != EventType.LEFT or e.track not in unseen]
    return tuple(sorted(events, key=lambda event: (event.start, event.id)))


def _judged(judge: Judge, paths: list[TrackPath], size: tuple[float, float]) -> Iterable[Event]:
    """The newest record of each event."""
    newest: dict[str, Event] = {}
    sightings = _sightings(paths)
    alive: dict[str, Track] = {}
    over: list[Track] = []
    for at in sorted(sightings):
        now: dict[str, Track] = {}
        ending: list[Track] = []
        for path, row in sightings[at]:
            now[path.track] = track = _track(path, row, at, size)
            if row == len(path) - 1:
                ending.append(track)
        lost = [_as(TrackState.LOST, t) for t in alive.values() if t.id not in now]
        for event in judge.judge((*over, *lost, *now.values()), at, size):
            newest[event.id] = replace(event, score=None)  # how sure it was is not in a path
        alive |= now
        over = [_as(TrackState.ENDED, track) for track in ending]
        for track in ending:
            del alive[track.id]
    for event in judge.judge(tuple(over), max(sightings), size):
        newest[event.id] = replace(event, score=None)
    return newest.values()


def _sightings(paths: list[TrackPath]) -> _Sightings:
    found: _Sightings = defaultdict(list)
    for path in paths:
        for row, offset in enumerate(path.offsets_ms.tolist()):
            found[path.start + timedelta(milliseconds=offset)].append((path, row))
    return found


def _track(path: TrackPath, row: int, at: datetime, size: tuple[float, float]) -> Track:
    x1, y1, x2, y2 = path.boxes[row].tolist()
    width, height = size
    return Track(
        id=path.track,
        label=path.label,
        box=(x1 * width, y1 * height, x2 * width, y2 * height),
        score=0.0,
        state=TrackState.ACTIVE,
        since=path.start,
        last_seen=at,
        identity=Identity(path.person) if path.person else None,
    )


def _as(state: TrackState, track: Track) -> Track:
    return replace(track, state=state)


def _cut_short(paths: list[TrackPath], gaps: list[Gap]) -> set[str]:
    """The tracks of whom nobody can say whether they left."""
    cut = set()
    for path in paths:
        last = path.start + timedelta(milliseconds=int(path.offsets_ms[-1]))
        if any(gap.start - _GAVE_UP <= last <= gap.end for gap in gaps):
            cut.add(path.track)
    return cut
