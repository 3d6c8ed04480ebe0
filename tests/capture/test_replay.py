"""A recording that comes again and again is a camera: in real time, without a seam in its times."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.replay import ReplaySource
from omnisight_desktop.capture.stream import StreamSource
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import SourceUnreachable
from omnisight_desktop.core.ports.capture import Shot, Wants
from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film
from tests.fakes.webcam import START


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    told = Film(seconds=1, b_frames=2, sound="aac")
    return burned_clock.write(tmp_path_factory.mktemp("video") / "second.mp4", told)


class Replayed:
    """A replay under a clock of its own, on which waiting takes no time."""

    def __init__(self, recording: Path) -> None:
        self.clock = ManualClock(START)
        self.waited_s = 0.0

        def pause(seconds: float) -> bool:
            self.waited_s += seconds
            self.clock.advance(seconds)
            return False

        def lap() -> StreamSource:
            return StreamSource(str(recording), Wants(sound=True, loop=True), live=False)

        self.source = ReplaySource(lap, self.clock, pause)

    def until(self, at_s: float, slowly: Callable[[Shot], object] = lambda _: None) -> list[Shot]:
        shots = []
        for shot in self.source.shots():
            shots.append(shot)
            slowly(shot)
            if shot.at_s > at_s and shot.picture:
                break
        self.source.close()
        return shots


def test_pictures_and_packets_go_on_across_the_seam(recording: Path) -> None:
    shots = Replayed(recording).until(3.5)
    pictures = [shot.at_s for shot in shots if shot.picture]
    steps = [after - before for before, after in itertools.pairwise(pictures)]
    assert len(pictures) >= 85
    assert min(steps) > 0.03
    assert max(steps) < 0.1
    for streams in ([s.packets for s in shots], [s.sound_packets for s in shots]):
        packets = [packet for some in streams for packet in some]
        decoded = [packet.decode_at_s for packet in packets]
        assert decoded == sorted(set(decoded))
        assert max(b - a for a, b in itertools.pairwise(decoded)) < 0.15
    heard = [shot.sound.at_s for shot in shots if shot.sound]
    assert heard == sorted(heard)


def test_it_comes_in_real_time(recording: Path) -> None:
    replayed = Replayed(recording)
    shots = replayed.until(2.5)
    assert replayed.waited_s == pytest.approx(shots[-1].at_s, abs=0.05)
    assert replayed.source.info.live
    assert replayed.source.info.length_s is None


def test_its_template_is_one_and_the_same_on_every_lap(recording: Path) -> None:
    replayed = Replayed(recording)
    templates = []
    replayed.until(3.5, lambda _: templates.append(replayed.source.template))
    assert len({id(template) for template in templates}) == 1


def test_who_was_away_for_long_is_not_chased_by_what_was_missed(recording: Path) -> None:
    replayed = Replayed(recording)
    once = iter([3600.0])
    replayed.until(4.5, lambda s: replayed.clock.advance(next(once, 0.0) if s.at_s > 1 else 0))
    assert replayed.waited_s == pytest.approx(4.5, abs=0.3)


def test_closing_wakes_who_waits(recording: Path) -> None:
    source = open_source(f"replay:{recording}")
    shots = source.shots()
    next(shots)
    source.close()
    assert len(list(shots)) == 0


def test_a_recording_is_replayed_by_its_address_or_by_wish(recording: Path) -> None:
    for source in (
        open_source(f"replay:{recording}"),
        open_source(str(recording), Wants(loop=True)),
    ):
        assert isinstance(source, ReplaySource)
        source.close()
    with pytest.raises(SourceUnreachable, match="no recording"):
        open_source("replay:/videos/none.mp4")
