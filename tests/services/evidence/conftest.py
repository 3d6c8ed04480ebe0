"""Evidence of a furnished house, sealed once for every way of spoiling it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.evidence.write import Evidence, Order
from omnisight_desktop.services.house import House
from tests.home import NOON, event, furnished

SEAL = Seal(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = Seal(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))


def keep(house: House, name: str, camera: str, data: bytes, minutes_ago: float = 0.0) -> Clip:
    """Have the house hold a clip of those bytes."""
    path = f"clips/{camera}/{name}.mp4"
    file = house.paths.media / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    start = NOON - timedelta(minutes=minutes_ago)
    end = start + timedelta(seconds=4)
    clip = Clip(name, camera, path, start, end, len(data), hashlib.sha256(data).hexdigest())
    house.keeper.commit(clip)
    return clip


def footage(seed: int, size: int) -> bytes:
    """Bytes that cannot be pressed, as those of footage."""
    return random.Random(seed).randbytes(size)


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two cameras, three clips, and what they show."""
    with furnished(tmp_path_factory.mktemp("house")) as house:
        house.keeper.commit(
            Camera("porch", "Tür / Hof 東京", "rtsp://porch"), Camera("yard", "CON", "rtsp://yard")
        )
        keep(house, "C1", "porch", footage(1, 3000), minutes_ago=10)
        keep(house, "C2", "porch", footage(2, 2000), minutes_ago=10)
        keep(house, "C3", "yard", footage(3, 1000))
        house.keeper.commit(
            event("E1", 10, clip="C1"), event("E2", 9, clip="C1"), event("E3", 10, clip="C2")
        )
        yield house


@pytest.fixture(scope="package")
def evidence(house: House) -> Evidence:
    """The verb that hands it out."""
    return Evidence(house.clips, house.events, house.clock)


@pytest.fixture(scope="package")
def order(house: House) -> Order:
    """All there is, handed out by somebody."""
    return Order(house.clips.newest(), "Anna Ö.")


@pytest.fixture(scope="package")
def folder(evidence: Evidence, order: Order, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sealed evidence as a folder; not to be changed."""
    return evidence.export(order, tmp_path_factory.mktemp("sealed") / "case 1", SEAL).target


@pytest.fixture(scope="package")
def packed(evidence: Evidence, order: Order, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a zip; not to be changed."""
    return evidence.export(order, tmp_path_factory.mktemp("sealed") / "case 1.zip", SEAL).target
