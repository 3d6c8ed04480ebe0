"""Records cameras as the program does, but as fast as it can, and kills itself when it is told to.

Runs as a process of its own: ``python -m tests.endurance.recording STORY``. The seconds are those of the
story; whatever writes to the disk and to the database is the real thing.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.endure.pictures import FPS, GOP, LAP
from omnisight_desktop.app.build import owned
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.pipeline.continuous import Continuous
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.leave import WriteLeave
from omnisight_desktop.pipeline.reel import Spool
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own

BEGAN = datetime(2026, 5, 3, 12, 0, 3, tzinfo=UTC)
_STEP = 3  # pictures between two turns of the recorder
_FLOOR_GB = 0.004


@dataclass(frozen=True)
class Story:
    """What happens from one second to another; troubles are (start, end, whether it breaks off)."""

    root: str
    lap: str
    begin_s: float
    end_s: float
    killed: bool = False  # at its end; else it ends in order
    full: list[tuple[float, float]] = field(default_factory=list)
    troubles: list[list[tuple[float, float, bool]]] = field(default_factory=list)

    def told(self) -> str:
        """As another process can read it."""
        return json.dumps(asdict(self))

    def sent(self, camera: int) -> set[int]:
        """The numbers of the pictures that a camera sends."""
        return {number for number, there in self.course(camera) if there}

    def course(self, camera: int) -> Iterator[tuple[int, bool]]:
        """Each picture's number, and whether it is sent; after a trouble it goes on with a key."""
        waits_for_key = True
        for number in range(round(self.begin_s * FPS), round(self.end_s * FPS)):
            second = number / FPS
            away = any(start <= second < end for start, end, _ in self.troubles[camera])
            waits_for_key = away or (waits_for_key and number % GOP > 0)
            yield number, not waits_for_key

    def breaks_off(self, camera: int, number: int) -> bool:
        """Whether this is the first picture of another stream."""
        return any(
            broke and round(end * FPS) <= number < round(end * FPS) + GOP and number % GOP == 0
            for _, end, broke in self.troubles[camera]
        )


class _Stage:
    """Cameras, their rings, and what records them."""

    def __init__(self, story: Story, house: Any) -> None:
        self._story = story
        self._ballast = Path(story.root) / "ballast"
        self._source = open_source(story.lap)
        self._lap = [packet for shot in self._source.shots() for packet in shot.packets]
        assert len(self._lap) == LAP
        self.clock = ManualClock(BEGAN + timedelta(seconds=story.begin_s))
        media = house.paths.media
        leave = WriteLeave(Room(media, 0.0, _FLOOR_GB, self.clock).trouble, self.clock)
        self.continuous = Continuous(
            media, house.keeper.keep, leave, self.clock, house.footage.owed
        )
        filming = Filming(RecordMode.ALWAYS, length=timedelta(seconds=10))
        self._courses, self._rings = [], []
        for number in range(len(story.troubles)):
            ring = PacketRing(12, 10**8)
            ring.begin(self._source.template)
            self._rings.append(ring)
            self._courses.append(story.course(number))
            self.continuous.begin(Spool(f"camera{number}", ring, None, filming))

    def play(self) -> None:
        """From its beginning to its end."""
        story, full = self._story, False
        for at in range(round(story.begin_s * FPS), round(story.end_s * FPS)):
            wanted = any(start <= at / FPS < end for start, end in story.full)
            if wanted is not full:
                full = wanted
                self._fill() if full else self._ballast.unlink()
            for camera, course in enumerate(self._courses):
                number, sent = next(course)
                if sent:
                    self._deliver(camera, number)
            self.clock.advance(1 / FPS)
            if at % _STEP == 0:
                self.continuous.step()

    def _deliver(self, camera: int, number: int) -> None:
        ring = self._rings[camera]
        if self._story.breaks_off(camera, number):
            ring.begin(self._source.template)
        one, at_s = self._lap[number % LAP], number / FPS
        packet = Packet(at_s, at_s, 1 / FPS, one.is_key, one.data)
        ring.add(packet, BEGAN + timedelta(seconds=at_s))

    def _fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(1 << 16))
            except OSError:
                return


def main(story: Story) -> None:
    """Play it; whoever is killed does not come back from here."""
    paths = Paths(Path(story.root) / "data").make()
    with own(paths.root) as ownership:
        if ownership.untidy and paths.database.exists():
            upgrade(paths.database, paths.backups)
            check(paths.database, paths.media, None, repair=True)
        with owned(paths, Settings()) as house:
            names = [f"camera{number}" for number in range(len(story.troubles))]
            house.keeper.commit(*(Camera(name, name, f"rtsp://{name}") for name in names))
            ownership.untidy = True
            stage = _Stage(story, house)
            stage.play()
            if story.killed:
                os.kill(os.getpid(), signal.SIGKILL)
            stage.continuous.close()
        ownership.untidy = False


if __name__ == "__main__":
    main(Story(**json.loads(sys.argv[1])))
