"""A stream is placed in the time of day although its clock, the network and our clock are as they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.pipeline.anchor import Anchor

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def _error_s(anchor: Anchor, at_s: float, truth: datetime) -> float:
    return (anchor.place(at_s) - truth).total_seconds()


def test_a_steady_stream_is_placed_where_it_arrives() -> None:
    clock = ManualClock(NOON)
    anchor = Anchor(clock)
    for index in range(100):
        anchor.learn(index / 10)
        assert _error_s(anchor, index / 10, clock.now()) == 0
        clock.advance(0.1)


@given(st.lists(st.floats(0, 0.8), min_size=200, max_size=200))
def test_late_arrivals_do_not_shift_it(delays: list[float]) -> None:
    clock = ManualClock(NOON)
    anchor = Anchor(clock)
    delays[::20] = [0.0] * 10  # now and then the network is quick
    for index, delay in enumerate(delays):
        made = NOON + timedelta(seconds=index / 10)
        late = ManualClock(made + timedelta(seconds=delay))
        anchor._clock = _Told(late.now(), index / 10 + delay)
        anchor.learn(index / 10)
    assert abs(_error_s(anchor, 20, NOON + timedelta(seconds=20))) < 1e-6


def test_a_burst_at_the_start_does_not_mislead_it() -> None:
    clock = ManualClock(NOON)
    anchor = Anchor(clock)
    for index in range(20):  # two seconds that the camera had put aside come at once
        anchor.learn(index / 10)
    newest = clock.now()
    assert _error_s(anchor, 1.9, newest) == 0


def test_a_camera_whose_clock_is_slow_is_followed() -> None:
    clock = ManualClock(NOON)
    anchor = Anchor(clock)
    at_s = 0.0
    for _ in range(600):
        anchor.learn(at_s)
        clock.advance(0.1)
        at_s += 0.099  # one per cent slow
    assert abs(_error_s(anchor, at_s, clock.now())) < 0.25


def test_our_own_clock_set_back_or_forth_is_followed() -> None:
    for jump_s in (-3600.0, 3600.0):
        clock = ManualClock(NOON)
        anchor = Anchor(clock)
        for index in range(300):
            if index == 100:
                clock.set(clock.now() + timedelta(seconds=jump_s))
            anchor.learn(index / 10)
            clock.advance(0.1)
        assert abs(_error_s(anchor, 30, clock.now())) < 0.2


class _Told(ManualClock):
    """A clock that shows what it is told."""

    def __init__(self, now: datetime, mono: float) -> None:
        super().__init__(now)
        self._told = mono

    def mono(self) -> float:
        return self._told


def test_our_own_clock_set_makes_no_pause_and_a_computer_that_slept_does() -> None:
    clock = ManualClock(NOON)
    anchor = Anchor(clock)
    anchor.learn(0)
    first = anchor.moment(0)
    clock.advance(0.1)
    clock.set(clock.now() + timedelta(days=3))
    anchor.learn(0.1)
    assert anchor.place(0.1) == clock.now()  # at once, not after a while
    set_ahead = anchor.moment(0.1)
    assert abs(set_ahead.after_s(first) - 0.1) < 1e-6
    clock.set(clock.now() + timedelta(seconds=90))  # its seconds stood, the camera's went on
    anchor.learn(90.1)
    assert abs(anchor.moment(90.1).after_s(set_ahead) - 90) < 1e-6
