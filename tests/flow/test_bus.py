from __future__ import annotations

import threading
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.flow.bus import Bus


@dataclass(frozen=True)
class Rang:
    door: int


@dataclass(frozen=True)
class RangLoudly(Rang):
    pass


def test_every_listener_of_a_class_hears_it_and_nobody_else() -> None:
    bus = Bus()
    first, second = bus.listen(Rang, "first"), bus.listen(Rang, "second")
    loud = bus.listen(RangLoudly, "loud")
    bus.ring(Rang(1))
    bus.ring("a word")
    assert first.drain() == [Rang(1)]
    assert second.drain() == [Rang(1)]
    assert loud.drain() == []


def test_a_listener_hears_exactly_its_class() -> None:
    bus = Bus()
    plain = bus.listen(Rang, "plain")
    bus.ring(RangLoudly(1))
    assert plain.drain() == []


@given(st.integers(1, 20), st.integers(0, 60))
def test_a_slow_listener_keeps_the_newest_and_never_stops_the_bell(
    capacity: int, times: int
) -> None:
    bus = Bus()
    slow = bus.listen(Rang, "slow", capacity)
    for door in range(times):
        bus.ring(Rang(door))
    assert [one.door for one in slow.drain()] == list(range(max(0, times - capacity), times))
    assert slow.dropped == max(0, times - capacity)


def test_a_listener_that_left_is_forgotten() -> None:
    bus = Bus()
    gone = bus.listen(Rang, "gone")
    gone.close()
    here = bus.listen(Rang, "here")
    bus.ring(Rang(1))
    assert len(gone) == 0
    assert gone.offered == 0
    assert here.drain() == [Rang(1)]


def test_closing_dismisses_everybody_also_who_comes_late() -> None:
    bus = Bus()
    early = bus.listen(Rang, "early")
    heard: list[Rang | None] = []
    listener = threading.Thread(target=lambda: heard.append(early.get()))
    listener.start()
    bus.close()
    listener.join(10)
    assert heard == [None]
    assert bus.listen(Rang, "late").get() is None
    bus.ring(Rang(1))
