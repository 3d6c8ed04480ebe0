"""The last seconds are shown once more, from the ring, while the camera goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import numpy as np
import pytest

from omnisight_desktop.capture.encode import PacketEncoder
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.again import Held, pictures
from omnisight_desktop.services.again import Replay
from tests.home import NOON

FPS = 10.0


def second(at: float) -> timedelta:
    return timedelta(seconds=at)


@pytest.fixture(scope="module")
def held() -> Held:
    """Three seconds that become brighter, with a key picture every two."""
    ring, encoder = PacketRing(30, 10**7), PacketEncoder(64, 48, FPS)
    ring.begin(encoder.template)
    for number in range(30):
        image = np.full((48, 64, 3), 8 * number, np.uint8)
        for packet in encoder.encode(image, number / FPS):
            ring.add(packet, NOON + second(packet.at_s))
    return Held(ring.template, ring.from_key_before(NOON))


def brightness(picture: Picture) -> float:
    return float(picture.bgr().mean())


def test_every_picture_comes_at_its_own_time(held: Held) -> None:
    shown = list(pictures(held, NOON))
    assert [round((at - NOON) / second(1 / FPS)) for at, _ in shown] == list(range(30))
    assert brightness(shown[20][1]) == pytest.approx(160, abs=8)


def test_it_begins_where_it_is_wanted_though_a_key_lies_before(held: Held) -> None:
    at, picture = next(pictures(held, NOON + second(1.5)))
    assert at == NOON + second(1.5)
    assert brightness(picture) == pytest.approx(120, abs=8)


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], bool]], None]:
    """Wait for something that a worker does; its pictures need not come in their own time."""
    real = Worker.pause
    monkeypatch.setattr(Worker, "pause", lambda self, s: real(self, min(s, 0.005)))
    ticker = Worker("nobody", lambda _: None)

    def until(true: Callable[[], bool]) -> None:
        for _ in range(4000):
            if true():
                return
            ticker.pause(0.005)
        pytest.fail("it never came")

    return until


@pytest.fixture
def replay(held: Held) -> Iterator[Replay]:
    playing = Replay(held, NOON, SystemClock())
    yield playing
    playing.close()


def test_it_plays_to_its_end(replay: Replay, wait: Callable[[Callable[[], bool]], None]) -> None:
    wait(lambda: replay.over)
    serial, found = replay.peek()
    assert serial == 30
    assert found is not None
    assert found[0] == NOON + second(2.9)
    assert replay.share == pytest.approx(1.0)
    assert not replay.playing


def test_it_can_be_shown_again_from_further_back(
    replay: Replay, wait: Callable[[Callable[[], bool]], None]
) -> None:
    wait(lambda: replay.over)
    replay.back(second(1.0))
    wait(lambda: replay.over and replay.peek()[0] > 30)
    assert replay.peek()[0] == 30 + 11


def test_it_can_be_held(replay: Replay, wait: Callable[[Callable[[], bool]], None]) -> None:
    replay.play(False)
    assert not replay.playing
    replay.play(True)
    wait(lambda: replay.over)
    replay.play(True)  # from its beginning
    wait(lambda: replay.peek()[0] >= 60)
