"""Two cameras and what they recorded: three clips, who walked there, and what happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.export.request import ExportRequest
from omnisight_desktop.services.house import House
from tests.fakes.films import film, greys, keep_clip, path_of
from tests.home import NOON, event, furnished

SEAL = Seal(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
BOX, OTHER = (0.1, 0.2, 0.3, 0.8), (0.6, 0.2, 0.8, 0.8)


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The porch was filmed from noon on for four and two seconds, the yard for three."""
    with furnished(tmp_path_factory.mktemp("house")) as house:
        clips = house.paths.media / "clips"
        house.keeper.commit(
            Camera("porch", "Tür / Hof", "rtsp://porch"),
            Camera("yard", "Yard", "rtsp://yard"),
            Person("Person_00000001", "Anna"),
            Gap("porch", NOON + timedelta(seconds=5), NOON + timedelta(seconds=15), "Unplugged."),
        )
        for name, camera, pictures, start_s in (
            ("C1", "porch", range(40), 0),
            ("C2", "porch", range(20), 20),
            ("C3", "yard", range(30), 0),
        ):
            file = film(clips / camera / f"{name}.mp4", greys(pictures), sound=True)
            start = NOON + timedelta(seconds=start_s)
            keep_clip(house, name, camera, file, start, len(pictures) / 10)
        house.keeper.commit(
            path_of("T1", "porch", NOON, [(0, BOX), (4, BOX)]),
            path_of("T2", "porch", NOON, [(0, OTHER), (4, OTHER)]),
            event("E1", 0, clip="C1", track="T1", end=NOON + timedelta(seconds=4)),
            event("E2", 0, clip="C1", track="T2", end=NOON + timedelta(seconds=4)),
            event("E3", 60, track="T9"),
            event("E4", 0, type="loud", label=None),
        )
        yield house


def asked(*cameras: str, until_s: float = 30, **more: object) -> ExportRequest:
    """The first seconds after noon at some cameras."""
    since, until = NOON, NOON + timedelta(seconds=until_s)
    return ExportRequest(cameras or ("porch", "yard"), since, until, **more)  # type: ignore[arg-type]


def left(folder: Path) -> list[str]:
    """Everything that lies in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
