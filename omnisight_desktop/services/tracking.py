"""Tracking what others detected: boxes in as MOTChallenge text, the same boxes with ids out."""

from __future__ import annotations

import configparser
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track import mot
from omnisight_desktop.perception.track.mot import Sightings, TrackLine
from omnisight_desktop.perception.track.steady import SteadyTracker
from omnisight_desktop.services.handout import whole_file

USUAL_FPS = 30.0

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)  # a recording without a date of its own
_LABEL = "thing"  # the format knows no classes
_BRIDGED_S = 1.0
_UNSEEN = (TrackState.LOST, TrackState.ENDED)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to track; ``fps`` None is what seqinfo.ini says, or the usual."""

    fps: float | None = None
    confirm: int = 2
    lost_s: float = 2.0
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Tracked:
    """What came of it."""

    frames: int
    boxes: int
    tracks: int
    lines: int
    fps: float


def track_file(source: Path, target: Path, wishes: Wishes) -> Tracked:
    """Follow the boxes of one file and write the tracks to another, whole or not at all."""
    _refuse_same(source, target)
    if wishes.fps is not None and not (math.isfinite(wishes.fps) and wishes.fps > 0):
        raise UsageError(f"{wishes.fps} is no number of pictures a second.", fix="Try --fps 30.")
    fps = wishes.fps or _told_fps(source) or USUAL_FPS
    seen = _read(source)
    tracks: set[int] = set()
    count = 0
    with whole_file(target) as part, part.open("w", encoding="ascii", newline="\n") as file:
        for line in _filled(seen, wishes, fps) if wishes.fill else _online(seen, wishes, fps):
            file.write(str(line))
            tracks.add(line.track)
            count += 1
    frames = int(seen.frames[-1] - seen.frames[0]) + 1 if len(seen) else 0
    return Tracked(frames, len(seen), len(tracks), count, fps)


def _online(seen: Sightings, wishes: Wishes, fps: float) -> Iterator[TrackLine]:
    """What a camera's viewer would have been shown at each moment, knowing nothing of later ones."""
    numbers: dict[str, int] = {}
    tracker = SteadyTracker(confirm=wishes.confirm, lost_s=wishes.lost_s)
    for frame, found in _every_frame(seen, wishes, fps):
        tracks = tracker.update(found, _moment(frame, fps))
        shown = tracker.shown
        for track in tracks:
            if track.id in shown:
                number = numbers.setdefault(track.id, len(numbers) + 1)
                yield TrackLine(frame, number, track.box, track.score)


def _filled(seen: Sightings, wishes: Wishes, fps: float) -> Iterator[TrackLine]:
    """The same with hindsight: also before a track was believed, and straight through its gaps."""
    sighted: dict[str, list[TrackLine]] = {}
    guessed: list[tuple[str, TrackLine]] = []
    believed: dict[str, int] = {}
    tracker = SteadyTracker(confirm=wishes.confirm, lost_s=wishes.lost_s)
    for frame, found in _every_frame(seen, wishes, fps):
        at = _moment(frame, fps)
        tracks = tracker.update(found, at)
        shown = tracker.shown
        for track in tracks:
            line = TrackLine(frame, 0, track.box, track.score)
            if track.id in shown:
                believed.setdefault(track.id, len(believed) + 1)
            if _seen(track, at):
                sighted.setdefault(track.id, []).append(line)
            elif track.id in shown:
                guessed.append((track.id, line))
            elif track.state is TrackState.ENDED and track.id not in believed:
                sighted.pop(track.id, None)
    numbered = (
        replace(line, track=number) for name, number in believed.items() for line in sighted[name]
    )
    lines = {
        (line.frame, line.track): line for line in mot.filled(numbered, round(_BRIDGED_S * fps))
    }
    for name, line in guessed:  # where no bridge knows better
        number = believed[name]
        lines.setdefault((line.frame, number), replace(line, track=number))
    yield from (line for _, line in sorted(lines.items(), key=lambda item: item[0]))


def _seen(track: Track, at: datetime) -> bool:
    return track.last_seen == at and track.state not in _UNSEEN


def _every_frame(seen: Sightings, wishes: Wishes, fps: float) -> Iterator[tuple[int, Detections]]:
    """Frames in which nothing was detected are frames, too; after a while there is nobody left."""
    longest = math.ceil((wishes.lost_s + 1) * fps)
    before: int | None = None
    for frame, found in seen.by_frame(_LABEL):
        if before is not None:
            for empty in range(before + 1, min(frame, before + 1 + longest)):
                yield empty, Detections.none()
        yield frame, found
        before = frame


def _moment(frame: int, fps: float) -> datetime:
    try:
        return _BEGINNING + timedelta(seconds=frame / fps)
    except OverflowError as error:
        raise UsageError(
            f"Frame {frame} would be many centuries in.", fix="See whether --fps is right."
        ) from error


def _read(source: Path) -> Sightings:
    try:
        with source.open(encoding="utf-8", errors="replace") as lines:
            return mot.read(lines, str(source))
    except FileNotFoundError as error:
        raise NotFound(
            f"There is no file {source}.", fix="See whether its name is right."
        ) from error
    except OSError as error:
        raise UsageError(
            f"{source} cannot be read: {error.strerror or error}.",
            fix="Name a text file of detections that you may read.",
        ) from error


def _told_fps(source: Path) -> float | None:
    """What the recording's own seqinfo.ini says, beside the file or where MOTChallenge puts it."""
    for folder in (source.absolute().parent, source.absolute().parent.parent):
        path = folder / "seqinfo.ini"
        if not path.is_file():
            continue
        told = configparser.ConfigParser(interpolation=None)
        try:
            told.read_string(path.read_text(encoding="utf-8-sig"))
            fps = told.getfloat("Sequence", "frameRate")
        except (configparser.Error, ValueError, OSError) as error:
            raise UsageError(
                f"{path} does not say how many pictures a second there are.",
                fix="Correct its frameRate, or give --fps.",
            ) from error
        if not (math.isfinite(fps) and fps > 0):
            raise UsageError(f"{path} says {fps} pictures a second.", fix="Give --fps.")
        return fps
    return None


def _refuse_same(source: Path, target: Path) -> None:
    if target.is_dir():
        raise UsageError(f"{target} is a folder.", fix="Name a file for the tracks.")
    if source.resolve() == target.resolve():
        raise UsageError(
            "The tracks would replace the detections.", fix="Name another file for the tracks."
        )
