"""Ours, whole: the recording through ``analyze``'s own path, and cameras through the live walk, with
the database, the rings, clips and pictures that belong to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import psutil

from benchmarks.film import FPS, HEIGHT, WIDTH
from benchmarks.speed.job import Job, Sighting, Taken
from benchmarks.speed.least import DETAIL, SCORE
from omnisight_desktop.app.build import owned
from omnisight_desktop.app.senses import habits_of, senses_of
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.core.ports.vision import Detector, Tracker
from omnisight_desktop.core.track import Track
from omnisight_desktop.perception.detect.heads import Rows
from omnisight_desktop.perception.detect.network import Engine, NetworkDetector
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine
from omnisight_desktop.perception.detect.views import whole_sizes
from omnisight_desktop.perception.track.tuning import DEFAULT
from omnisight_desktop.pipeline.analyze import Analysis
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.stages import Stages
from omnisight_desktop.pipeline.supervisor import Pipeline, Senses
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorChoice
from omnisight_desktop.storage.owner import own

_TICKS = 90_000  # a second, as a decoder's frames count them
_START = datetime(2026, 5, 3, 12, tzinfo=UTC)


@dataclass(slots=True)
class _Noted:
    """What was shown to the network and what was found, noted in passing."""

    shown: int = 0
    shown_px: float = 0.0
    network_s: float = 0.0  # of the thread that looks; other threads may help the network
    looks: int = 0
    sightings: list[Sighting] = field(default_factory=list)


class _NotingEngine:
    """The network as it is, and a note of each canvas."""

    def __init__(self, engine: Engine, noted: _Noted) -> None:
        self._engine, self._noted = engine, noted
        self.names, self.side = engine.names, engine.side
        self.bends, self.own_size = engine.bends, engine.own_size
        self.computes_on = engine.computes_on

    def run(self, canvas: Image, floor: float) -> Rows:
        began = time.thread_time()
        rows = self._engine.run(canvas, floor)
        self._noted.network_s += time.thread_time() - began
        self._noted.shown += 1
        self._noted.shown_px += canvas.size / 3e6
        return rows


class _NotingTracker:
    """The tracker as it is, and a note of what it is told, and in which picture."""

    def __init__(self, tracker: Tracker, noted: _Noted) -> None:
        self._tracker, self._noted = tracker, noted

    def update(
        self, detections: Detections, at: datetime, picture: Picture | None = None
    ) -> tuple[Track, ...]:
        self._noted.looks += 1
        if isinstance(picture, DecodedPicture) and picture.frame.pts is not None:
            index = round(picture.frame.pts / _TICKS * FPS)
            self._noted.sightings.append((index, _people(detections).tolist()))
        return self._tracker.update(detections, at, picture)


def analyze(job: Job) -> Taken:
    """A recording from end to end, into a database of its own."""
    with _house(job) as (house, senses, noted):
        source = open_source(job.film, Wants(sound=senses.listener is not None))
        camera, habits = house.cameras.remember(job.film), habits_of(house.settings)
        room = Room(house.paths.media, 0, 0, house.clock)
        analysis = Analysis(camera, senses, house.keeper.keep, room, habits, house.clock)
        before_mb = _database_mb(house.paths)
        wall, cpu_s = time.perf_counter(), time.process_time()
        tally = analysis.run(source, _START)
        taken = Taken(time.perf_counter() - wall, time.process_time() - cpu_s)
        taken.frames, taken.looks = tally.frames, tally.looks
        taken.shown, taken.shown_px = noted.shown, noted.shown_px
        taken.parts_s = {"network": noted.network_s}
        taken.sightings = noted.sightings
        taken.told = {
            "tracks": float(tally.tracks),
            "events": float(tally.events),
            "clips": float(tally.clips),
            **_sizes(house, before_mb),
        }
        return taken


def _sizes(house: House, before_mb: float) -> dict[str, float]:
    clips_mb = _mb(house.paths.clips)
    return {
        "MB of clips": clips_mb,
        "MB of pictures": _mb(house.paths.media) - clips_mb,
        "MB of rows": _database_mb(house.paths) - before_mb,
    }


def _database_mb(paths: Paths) -> float:
    """With its journal, whose pages are partly in the file already: rather too much than too little."""
    return sum(file.stat().st_size for file in paths.root.glob(f"{paths.database.name}*")) / 1e6


def _mb(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def watch(job: Job) -> Taken:
    """So many cameras in real time."""
    with _house(job) as (house, senses, noted):
        paths = house.paths
        pipeline = Pipeline(
            senses,
            house.keeper.keep,
            paths.media,
            habits_of(house.settings),
            house.clock,
            Room(paths.media, 0, 0, house.clock).trouble,
        )
        pipeline.start()
        try:
            for number in range(job.cameras):
                film = paths.tmp / f"camera{number + 1}.mp4"
                film.symlink_to(job.film)
                address = f"replay:{film}"
                pipeline.add(house.cameras.remember(address), one_for_all(address))
            return _measured(job, pipeline, noted)
        finally:
            pipeline.stop()


def _measured(job: Job, pipeline: Pipeline, noted: _Noted) -> Taken:
    rest = threading.Event()
    rest.wait(job.settle_s)
    before, spent_s, frames = replace(noted), _spent(), _decoded(pipeline)
    wall, cpu_s = time.monotonic(), time.process_time()
    rest.wait(job.seconds)
    taken = Taken(time.monotonic() - wall, time.process_time() - cpu_s)
    after_s = _spent()
    taken.frames = _decoded(pipeline) - frames
    taken.looks, taken.shown = noted.looks - before.looks, noted.shown - before.shown
    taken.shown_px = noted.shown_px - before.shown_px
    taken.sightings = noted.sightings[before.looks : before.looks + taken.looks]
    taken.parts_s = {name: after_s[name] - spent_s.get(name, 0.0) for name in after_s}
    taken.parts_s["network"] = noted.network_s - before.network_s
    for reading in pipeline.readings():
        name = reading.name.partition(".")[2] if reading.name[0] == "C" else reading.name
        taken.told[name] = taken.told.get(name, 0.0) + reading.value
    return taken


def _decoded(pipeline: Pipeline) -> int:
    """Pictures so far, looked at or not; nobody watches, so asking must not look like watching."""
    told = ("looks", "skipped")
    return round(sum(r.value for r in pipeline.readings() if r.name.rpartition(".")[2] in told))


def _spent() -> dict[str, float]:
    """Processor seconds so far of each kind of thread; those that are not ours are 'helpers'."""
    names = {t.native_id: t.name.partition(" ")[0] for t in threading.enumerate()}
    spent: dict[str, float] = {}
    for thread in psutil.Process().threads():
        name = names.get(thread.id, "helpers")
        spent[name] = spent.get(name, 0.0) + thread.user_time + thread.system_time
    return spent


@contextmanager
def _house(job: Job) -> Iterator[tuple[House, Senses, _Noted]]:
    """A house with everything in it, over a folder that goes away; the network is warm already."""
    flags = {
        "detection.model": job.weights,
        "detection.score": str(SCORE),
        "detection.labels": "person",
        "detection.fps": str(job.looks_hz),
        "detection.most_fps": str(job.looks_hz),
    }
    noted = _Noted()
    detector = _detector(Path(job.weights), noted)
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        settings = load(paths, flags=flags)
        with own(paths.root), owned(paths, settings) as house:
            choice = DetectorChoice(lambda: ("openvino", detector, ""), house.clock)
            senses = senses_of(house, choice)
            yield house, replace(senses, stages=_noting(senses.stages, noted)), noted


def _detector(weights: Path, noted: _Noted) -> Detector:
    engine = OpenVinoEngine(weights)
    half = engine.side // 2
    for width, height in (*whole_sizes(WIDTH, HEIGHT, engine.side, DETAIL), (half, half)):
        engine.run(np.zeros((height, width, 3), np.uint8), SCORE)
    return NetworkDetector(_NotingEngine(engine, noted), DEFAULT.doubtful)


def _noting(stages: Callable[[Camera], Stages], noted: _Noted) -> Callable[[Camera], Stages]:
    def made(camera: Camera) -> Stages:
        usual = stages(camera)
        return replace(usual, tracker=lambda: _NotingTracker(usual.tracker(), noted))

    return made


def _people(found: Detections) -> Boxes:
    wanted = np.asarray([name == "person" for name in found.names], np.bool_)
    if not len(found):
        return found.boxes
    return found.boxes[wanted[found.labels] & (found.scores >= SCORE)]
