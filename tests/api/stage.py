"""A server over a furnished house and a camera that really films, on a free port of this computer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from omnisight_desktop.api.application import application
from omnisight_desktop.api.entrance import Entrance
from omnisight_desktop.api.server import Server
from omnisight_desktop.config.sections import Server as ServerSettings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.export.jobs import ExportJobs
from omnisight_desktop.services.export.orders import Handing
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from tests.fakes.burned_clock import Film, write
from tests.home import NOON, event, furnished

TOKEN = "a-token-for-tests-only"
SEAL = Seal(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))


@dataclass(frozen=True, eq=False)
class Stage:
    """A running server and what stands behind it."""

    url: str
    house: House
    live: Live
    exports: ExportJobs
    server: Server

    @property
    def ws(self) -> str:
        """Where its WebSockets are."""
        return self.url.replace("http", "ws", 1)

    def client(self, **headers: str) -> httpx.Client:
        """Somebody who asks it over HTTP."""
        return httpx.Client(base_url=self.url, headers=headers, timeout=20, trust_env=False)


@contextmanager
def serving(
    house: House,
    live: Live,
    settings: ServerSettings | None = None,
    opens: Callable[[str], bool] = lambda token: token == TOKEN,
) -> Iterator[Stage]:
    """Serve on a free port, whatever address the settings speak of."""
    entrance = Entrance.of(settings or ServerSettings())
    handing = Handing(house.exports, house.clips, house.events, house.clock, lambda: SEAL)
    exports = ExportJobs(handing, house.paths.exports, house.clock)
    server = Server("127.0.0.1", 0, lambda: application(house, live, exports, entrance, opens))
    worker = Worker("server", server.run, on_stop=server.stop)
    worker.start()
    try:
        yield Stage(server.url, house, live, exports, server)
    finally:
        worker.stop()
        assert worker.join()
        assert exports.close()
        server.close()


@contextmanager
def inhabited(folder: Path) -> Iterator[House]:
    """A house with a camera that is gone, thirty events in front of it, and two clips."""
    with furnished(folder) as furnished_house:
        house = replace(furnished_house, clock=SystemClock())
        house.keeper.commit(Camera("porch", "Porch", "rtsp://porch", enabled=False))
        keep(house, "C1", seconds=6)
        keep(house, "C2", seconds=2, minutes_ago=10)
        for number in range(30):
            clip = {0: "C1", 10: "C2"}.get(number)
            kind = "left" if number % 3 == 0 else "appeared"
            house.keeper.commit(event(f"E{number:02}", number, type=kind, clip=clip))
        yield house


def keep(house: House, name: str, *, seconds: int, minutes_ago: float = 0.0) -> Clip:
    """Have the house hold a real clip; the seconds are burned into it."""
    path = house.paths.media / "clips" / "porch" / f"{name}.mp4"
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, Film(seconds=seconds, fps=10, gop=10))
    data, start = path.read_bytes(), NOON - timedelta(minutes=minutes_ago, seconds=1)
    clip = Clip(
        name,
        "porch",
        f"clips/porch/{name}.mp4",
        start,
        start + timedelta(seconds=seconds),
        len(data),
        hashlib.sha256(data).hexdigest(),
    )
    house.keeper.commit(clip)
    return clip
