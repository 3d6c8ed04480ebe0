"""A camera that stays away is one event, until it is back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.camera import CameraState, CameraStatus
from omnisight_desktop.core.event import Event
from omnisight_desktop.pipeline.vigil import Vigil

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
REASON = "The camera at porch refused the connection."


def _at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def _status(state: CameraState, since_s: float, reason: str = REASON) -> CameraStatus:
    return CameraStatus("porch", state, _at(since_s), reason)


def test_a_long_absence_is_down_and_then_up() -> None:
    vigil = Vigil("porch", 10)
    away = _status(CameraState.OFFLINE, 0)
    assert vigil.look(away, _at(5), 5) == ()
    (down,) = vigil.look(away, _at(11), 11)
    assert (down.type, down.start, down.end, down.text) == ("camera_down", NOON, None, REASON)
    assert vigil.look(_status(CameraState.CONNECTING, 60), _at(60), 60) == ()
    ended, up = vigil.look(_status(CameraState.LIVE, 125), _at(125), 125)
    assert (ended.id, ended.end) == (down.id, _at(125))
    assert (up.type, up.start, up.story) == ("camera_up", _at(125), down.id)
    assert "2 min" in (up.text or "")
    assert vigil.look(_status(CameraState.LIVE, 125), _at(200), 200) == ()


def test_a_blink_is_nobodys_business() -> None:
    vigil = Vigil("porch", 10)
    assert vigil.look(_status(CameraState.OFFLINE, 0), _at(9), 9) == ()
    assert vigil.look(_status(CameraState.LIVE, 9), _at(9), 9) == ()
    assert vigil.look(_status(CameraState.OFFLINE, 12), _at(20), 20) == ()


def test_attempts_to_connect_do_not_start_the_grace_anew() -> None:
    vigil = Vigil("porch", 10)
    assert vigil.look(_status(CameraState.OFFLINE, 0), _at(4), 4) == ()
    assert vigil.look(_status(CameraState.CONNECTING, 8), _at(8), 8) == ()
    assert len(vigil.look(_status(CameraState.OFFLINE, 9), _at(11), 11)) == 1


def test_a_recording_that_ended_is_not_missing() -> None:
    assert Vigil("porch", 1).look(_status(CameraState.ENDED, 0), _at(60), 60) == ()


def test_an_absence_ends_when_nobody_watches_any_more() -> None:
    vigil = Vigil("porch", 1)
    (down,) = vigil.look(_status(CameraState.OFFLINE, 0), _at(5), 5)
    (ended,) = vigil.close(_at(9))
    assert (ended.id, ended.end) == (down.id, _at(9))
    assert vigil.close(_at(10)) == ()


def test_a_clock_that_is_set_makes_no_absence_any_longer() -> None:
    vigil, day_s = Vigil("porch", 10), 86400.0
    assert vigil.look(_status(CameraState.CONNECTING, 0), _at(0.25), 0.25) == ()
    assert vigil.look(_status(CameraState.CONNECTING, 0), _at(day_s), 0.5) == ()
    assert vigil.look(_status(CameraState.CONNECTING, 0), _at(-day_s), 9.5) == ()
    assert len(vigil.look(_status(CameraState.CONNECTING, 0), _at(-day_s), 10.5)) == 1


def test_an_absence_that_is_noticed_late_counts_from_when_it_began() -> None:
    away = _status(CameraState.OFFLINE, 0)
    assert len(Vigil("porch", 10).look(away, _at(20), 1000)) == 1


@given(st.lists(st.tuples(st.sampled_from(list(CameraState)), st.floats(-100, 100))))
def test_every_absence_that_begins_ends(history: list[tuple[CameraState, float]]) -> None:
    vigil, now, mono, events = Vigil("porch", 5), 0.0, 0.0, list[Event]()
    for state, step in history:  # a step back is a clock that was set
        now, mono = now + step, mono + abs(step)
        events += vigil.look(_status(state, now), _at(now), mono)
    events += vigil.close(_at(now))
    newest = {event.id: event for event in events}
    assert all(event.end is not None and event.end >= event.start for event in newest.values())
    downs = [e for e in events if e.type == "camera_down" and e.end is None]
    ups = [e for e in events if e.type == "camera_up"]
    assert 0 <= len(downs) - len(ups) <= 1
