"""A data folder as a household has it after a month: cameras, today's visits with their clips, history.

The visits are really found in films: those of the folder that OMNISIGHT_TEST_MATERIAL names, or one made
of the demo camera. Only the history behind them is made up.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import av

from benchmarks.history import BEGIN, YEAR, history
from omnisight_desktop.app.build import writing
from omnisight_desktop.capture.demo import FPS, HEIGHT, WIDTH, DemoSource
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Event

#: What each camera shows, where there are films of that name.
_FILMS = (
    ("Street", "yas_people.mp4"),
    ("Square", "dmarcus_people.mp4"),
    ("Gym", "exercise.avi"),
    ("Drive", "car-detection.mp4"),
)
_SIGNS = ("help", "bird", "night", "book", "thanks")
_DEMO = ("Yard", "Gate", "Porch", "Path")
_DEMO_S = 31.0  # one lap of the demo
_VISITS = (timedelta(minutes=25), timedelta(hours=2, minutes=10), timedelta(hours=21))
_HISTORY = timedelta(days=30)
_EVENTS_A_YEAR = 30_000
_BATCH = 500

_ROOT = Path(__file__).parents[1]
_MATERIAL = os.environ.pop("OMNISIGHT_TEST_MATERIAL", "")


def films(folder: Path) -> dict[str, Path]:
    """The film of each camera, by the camera's name."""
    videos = Path(_MATERIAL) / "footage" / "video"
    found = {name: videos / file for name, file in _FILMS if (videos / file).is_file()}
    if _MATERIAL and found:
        return found
    film = _demo_film(folder)
    links = {name: folder / f"{name.lower()}.mp4" for name in _DEMO}
    for link in links.values():
        shutil.copyfile(film, link)  # a link would be the same camera once more
    return links


def furnish(data: Path, folder: Path) -> None:
    """Fill an empty data folder; films that have to be made lie in the other folder."""
    cameras = films(folder)
    now = SystemClock().now()
    paths = Paths(data).make()
    with writing(paths, Settings()) as house:
        for name, film in cameras.items():
            house.cameras.add(f"replay:{film}", name)
        ids = [camera.id for camera in house.cameras.present()]
        events = _history(now, ids)
        for begin in range(0, len(events), _BATCH):
            house.keeper.commit(*events[begin : begin + _BATCH], timeout_s=60.0)
    for at, (name, film) in enumerate(cameras.items()):
        for before in _VISITS[: 1 + at % len(_VISITS)]:
            start = now - before - at * timedelta(minutes=7)
            _analyze(data, film, name, start)
    _teach(data)


def _history(now: datetime, cameras: list[str]) -> list[Event]:
    """The last month of a made-up year, at these cameras, up to this morning."""
    shift, first = now - timedelta(hours=6) - (BEGIN + YEAR), now - _HISTORY
    made = []
    for number, event in enumerate(history(_EVENTS_A_YEAR)):
        start = event.start + shift
        if start < first or event.end is None:
            continue
        camera = cameras[number % len(cameras)]
        end = event.end + shift
        made.append(replace(event, camera=camera, start=start, end=end, person=None, clip=None))
    return made


def _teach(data: Path) -> None:
    """A few gestures, where there are films of them and the model that finds bodies."""
    signs = Path(_MATERIAL) / "footage" / "gestures"
    for label in _SIGNS:
        film = signs / f"{label}.mkv"
        if not (_MATERIAL and film.is_file()):
            continue
        command = [sys.executable, "-m", "omnisight_desktop", "--data", str(data), "gestures"]
        command += ["teach", label, "--from", str(film), "--by", "Anna", "--yes"]
        quiet = subprocess.DEVNULL
        subprocess.run(command, cwd=_ROOT, check=False, stdout=quiet, stderr=quiet)


def _analyze(data: Path, film: Path, camera: str, start: datetime) -> None:
    command = [sys.executable, "-m", "omnisight_desktop", "--data", str(data), "analyze"]
    command += ["--camera", camera, "--start", start.isoformat(), str(film)]
    subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)


def _demo_film(folder: Path) -> Path:
    """One lap of the demo camera as a film."""
    path = folder / "demo.mp4"
    if path.is_file():
        return path
    part = path.with_suffix(".part")
    source = DemoSource(encode=False)
    with av.open(str(part), "w", format="mp4") as out:
        stream = out.add_stream("libx264", rate=round(FPS))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for shot in source.shots():
            if shot.at_s >= _DEMO_S or shot.picture is None:
                break
            out.mux(stream.encode(av.VideoFrame.from_ndarray(shot.picture.bgr(), format="bgr24")))
        out.mux(stream.encode())
    source.close()
    part.replace(path)
    return path
