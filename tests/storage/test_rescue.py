"""A clip that was being recorded when the program was killed: found again, and by its event."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.migrate import upgrade
from tests.storage.history import NOW, Past

FPS = 10


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    yield made
    made.database.close()


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def film(past: Past, length_s: float, written: datetime, **told: Any) -> Path:
    """A part of a clip as a killed recorder leaves it, whose event began at noon."""
    suffix = told.pop("suffix", ".mp4")
    file = past.media / f"clips/front/{NOW:%Y-%m-%d}/{NOW:%H%M%S}-C1{suffix}.part"
    file.parent.mkdir(parents=True, exist_ok=True)
    options = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
    form = {".mp4": "mp4", ".mkv": "matroska"}[suffix]
    with av.open(str(file), "w", format=form, options=options if suffix == ".mp4" else {}) as out:
        out.metadata.update(told)
        stream: Any = out.add_stream("mpeg4", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(round(length_s * FPS)):
            picture = np.full((48, 64, 3), number % 256, np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, "bgr24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    os.utime(file, (written.timestamp(), written.timestamp()))
    return file


def event(past: Past, name: str, at_s: float, kind: str = "appeared", **more: Any) -> Event:
    made = Event(name, more.pop("camera", "front"), kind, after(at_s), **more)
    past.hand.commit(made)
    return made


def rescued(past: Past) -> tuple[datetime, datetime]:
    """When the clip begins and ends, once it is mended."""
    past.check(repair=True)
    assert past.wrong() == {}
    ((start_ms, end_ms),) = past.sql("SELECT start_ms, end_ms FROM event_clips")
    return from_ms(start_ms), from_ms(end_ms)


def linked(past: Past) -> set[str]:
    return {row[0] for row in past.sql("SELECT id FROM person_events WHERE clip_id = 'C1'")}


def test_the_clip_opens_from_its_events(past: Past) -> None:
    film(past, 12, after(7))
    event(past, "first", 0.4)
    event(past, "joined", 4)
    event(past, "loud", 2, EventType.LOUD)
    event(past, "left", 5, EventType.LEFT)
    event(past, "stands", 5, EventType.STATIONARY)
    event(past, "before", -3)
    event(past, "later", 9)
    event(past, "elsewhere", 1, camera="back")
    event(past, "has one", 1, clip="C0")
    rescued(past)
    assert linked(past) == {"first", "joined", "loud"}


def test_a_film_that_hardly_began_still_belongs_to_its_event(past: Past) -> None:
    film(past, 3, after(-2))
    event(past, "first", 0.7)
    rescued(past)
    assert linked(past) == {"first"}


def test_it_ends_when_it_was_last_written_to(past: Past) -> None:
    film(past, 12, after(7))
    start, end = rescued(past)
    assert abs(start - after(-5)) < timedelta(seconds=0.2)
    assert abs(end - after(7)) < timedelta(seconds=0.2)


def test_what_the_recorder_wrote_down_is_believed_first(past: Past) -> None:
    film(past, 12, after(86_400), date=after(-4.25).isoformat(timespec="milliseconds"))
    start, end = rescued(past)
    assert start == after(-4.25)
    assert abs(end - after(7.75)) < timedelta(seconds=0.2)


@pytest.mark.parametrize("told", [{"date": "2019-01-01T00:00:00Z"}, {"date": "2026"}, {}])
def test_a_time_that_cannot_be_is_not_believed(past: Past, told: dict[str, str]) -> None:
    film(past, 12, after(86_400), **told)
    start, end = rescued(past)
    assert start == NOW
    assert abs(end - after(12)) < timedelta(seconds=0.2)


def test_torn_off_in_the_middle_it_tells_as_much_as_it_shows(past: Past) -> None:
    file = film(past, 30, after(0))
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    os.utime(file, (after(10).timestamp(), after(10).timestamp()))
    start, end = rescued(past)
    assert timedelta(seconds=10) < end - start < timedelta(seconds=25)


def test_matroska_is_rescued_as_well(past: Past) -> None:
    film(past, 8, after(3), suffix=".mkv")
    event(past, "first", 0)
    rescued(past)
    assert linked(past) == {"first"}


# --- events that were left open ---------------------------------------------------------------


def closed(past: Past, one: Event) -> Event:
    return EventArchive(past.database).closed(one)


def clip(name: str, start_s: float, end_s: float) -> Clip:
    return Clip(name, "front", f"clips/{name}.mp4", after(start_s), after(end_s), 1)


def test_an_event_lasted_at_least_as_long_as_its_clip(past: Past) -> None:
    past.hand.commit(clip("C1", -5, 8))
    one = event(past, "E", 0, clip="C1")
    assert closed(past, one) == replace(one, end=after(8))


def test_an_event_that_knows_no_clip_finds_the_one_that_shows_it(past: Past) -> None:
    past.hand.commit(clip("C0", -60, -40), clip("C1", -5, 8), clip("C2", 1, 9))
    one = event(past, "E", 0)
    assert closed(past, one) == replace(one, end=after(8), clip="C1")


def test_an_event_lasted_until_something_was_last_noticed_on_its_track(past: Past) -> None:
    one = event(past, "E", 0, track="T")
    event(past, "stands", 40, EventType.STATIONARY, track="T")
    event(past, "another", 90, track="U")
    assert closed(past, one) == replace(one, end=after(40))


def test_of_what_nothing_is_known_no_length_is_claimed(past: Past) -> None:
    one = event(past, "E", 0, clip="gone")
    assert closed(past, one) == replace(one, end=NOW)
