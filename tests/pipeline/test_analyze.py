"""A recording becomes tracks, events and clips, placed where it was told to begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.camera import Camera, CameraOptions
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.core.speech import SPEECH_HZ, NameProposal, Transcript
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.pipeline.analyze import Analysis, Tally
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.hearing import HearingSense
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.supervisor import Habits, Senses
from omnisight_desktop.storage.disk import GB, Usage
from tests.pipeline.films import yard_with_a_walker
from tests.pipeline.test_hearing import LoudIsSpeech, Parrot
from tests.pipeline.test_walk import BrightSquares, stages_of

START = datetime(2024, 2, 29, 22, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return yard_with_a_walker(tmp_path_factory.mktemp("video") / "yard.mp4", seconds=12)


def _analysis(media: Path, kept: list[Any], usage: Usage | None = None) -> Analysis:
    return Analysis(
        Camera("yard", "Yard", ""),
        Senses(lambda _: stages_of(BrightSquares)),
        kept.append,
        Room(media, 5, 10, SystemClock(), usage or (lambda _: (500 * GB, 0, 500 * GB))),
        Habits(Rates(10, 10), ClipLengths(1, 1, 3)),
        SystemClock(),
    )


def test_a_recording_gives_what_a_camera_would_have(recording: Path, tmp_path: Path) -> None:
    kept: list[Any] = []
    tally = _analysis(tmp_path, kept).run(open_source(str(recording)), START)
    events = _completed(kept)
    (path,) = (v for v in kept if isinstance(v, TrackPath))
    (clip,) = (v for v in kept if isinstance(v, Clip))
    appeared = next(e for e in events.values() if e.type == "appeared")
    assert abs(appeared.start - (START + timedelta(seconds=20 / 15))) < timedelta(seconds=0.5)
    assert appeared.end is not None
    assert abs(appeared.end - (START + timedelta(seconds=59 / 15))) < timedelta(seconds=0.3)
    assert (appeared.clip, appeared.track) == (clip.id, path.track)
    assert tally.frames == 180
    assert tally.looks == pytest.approx(120, abs=30)
    assert (tally.tracks, tally.events, tally.clips) == (1, len(events), 1)
    assert tally.footage_s == pytest.approx(12, abs=0.1)
    assert tally.unrecorded_s == 0
    with av.open(str(tmp_path / clip.path)) as made:
        assert sum(1 for _ in made.decode(video=0)) > 30


def test_it_can_be_broken_off_and_keeps_what_it_has(recording: Path, tmp_path: Path) -> None:
    kept: list[Any] = []

    def enough(tally: Tally) -> bool:
        return tally.footage_s < 3

    tally = _analysis(tmp_path, kept).run(open_source(str(recording)), START, enough)
    assert 3 <= tally.footage_s < 5
    assert any(isinstance(v, TrackPath) for v in kept)
    assert all(event.end for event in _completed(kept).values())


def test_at_the_floor_no_clips_are_made_and_it_says_so(
    recording: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept: list[Any] = []
    analysis = _analysis(tmp_path, kept, lambda _: (500 * GB, 480 * GB, 20 * GB))
    tally = analysis.run(open_source(str(recording)), START)
    assert tally.clips == 0
    assert tally.events == len(_completed(kept)) > 0
    assert tally.unrecorded_s == pytest.approx(12, abs=1.5)
    assert "nothing is recorded: Only 20.0 of 500 GB" in caplog.text
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("listens", [True, False])
def test_what_is_said_in_it_is_written_where_that_is_wanted(tmp_path: Path, listens: bool) -> None:
    sound = np.zeros(8 * SPEECH_HZ, np.float32)
    sound[2 * SPEECH_HZ : 4 * SPEECH_HZ] = np.sin(np.arange(2 * SPEECH_HZ)) * 0.8
    film = yard_with_a_walker(tmp_path / "yard.mkv", seconds=8, sound=sound)
    kept: list[Any] = []
    analysis = Analysis(
        Camera("yard", "Yard", "", options=CameraOptions(listen=listens)),
        Senses(
            lambda _: stages_of(BrightSquares),
            hearing=HearingSense(LoudIsSpeech, lambda: Parrot("I'm Anna.")),
        ),
        kept.append,
        Room(tmp_path, 5, 10, SystemClock(), lambda _: (500 * GB, 0, 500 * GB)),
        Habits(Rates(10, 10), ClipLengths(1, 1, 3)),
        SystemClock(),
    )
    tally = analysis.run(open_source(str(film), Wants(sound=True)), START)
    said = [one for one in kept if isinstance(one, Transcript)]
    assert (tally.heard, tally.unheard, len(said)) == (int(listens), 0, int(listens))
    if listens:
        (name,) = (one for one in kept if isinstance(one, NameProposal))
        (path,) = (one for one in kept if isinstance(one, TrackPath))
        assert abs(said[0].start - (START + timedelta(seconds=2))) < timedelta(seconds=0.5)
        assert (name.name, name.in_view, name.track) == ("Anna", (path.track,), None)
        assert any(one.type == "spoken" for one in kept if isinstance(one, Event))


def _completed(kept: list[Any]) -> dict[str, Event]:
    """Events as the memory has them: what a later record leaves open keeps what was known."""
    known: dict[str, Event] = {}
    for event in (value for value in kept if isinstance(value, Event)):
        before = known.get(event.id, event)
        clip, end = event.clip or before.clip, event.end or before.end
        known[event.id] = replace(event, clip=clip, end=end)
    return known
