"""The ring holds the last seconds, is bounded, and knows where a clip may begin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.ports.capture import Packet

START = datetime(2026, 5, 3, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def packet(seconds: float, *, key: bool = False, size: int = 10) -> Packet:
    return Packet(seconds, seconds, 0.1, key, b"x" * size)


def filled(seconds: int, keep_s: float = 100, most: int = 10**6) -> PacketRing:
    """A packet a second, every fourth of them a key picture."""
    ring = PacketRing(keep_s, most)
    for second in range(seconds):
        ring.add(packet(second, key=second % 4 == 0), at(second))
    return ring


def test_a_clip_begins_at_the_key_picture_before_the_wanted_moment() -> None:
    taken = filled(20).from_key_before(at(10))
    assert taken[0].at == at(8)
    assert taken[0].packet.is_key
    assert taken[-1].at == at(19)


def test_without_an_earlier_key_picture_it_begins_at_the_oldest_one() -> None:
    assert filled(20).from_key_before(at(-5))[0].at == at(0)


def test_old_packets_go_once_the_ring_is_full_in_time() -> None:
    ring = filled(20, keep_s=5)
    assert len(ring) == 8  # five seconds, and what is needed to show the first of them
    assert ring.from_key_before(at(0))[0].at == at(12)
    assert ring.from_key_before(at(14))[0].at == at(12)
    assert ring.newest_at == at(19)


def test_key_pictures_may_be_farther_apart_than_the_ring_is_long() -> None:
    ring = PacketRing(5, 10**6)
    for second in range(33):
        ring.add(packet(second, key=second % 30 == 0), at(second))
    taken = ring.from_key_before(at(29))
    assert [p.at for p in taken] == [at(second) for second in range(33)]
    for second in range(33, 40):
        ring.add(packet(second), at(second))
    assert ring.from_key_before(at(29))[0].at == at(30)
    assert len(ring) == 10


def test_packets_that_build_on_nothing_do_not_pile_up() -> None:
    ring = PacketRing(5, 10**6)
    for second in range(60):
        ring.add(packet(second), at(second))
    assert len(ring) == 6
    assert ring.from_key_before(at(60)) == []


def test_after_gives_only_what_is_new() -> None:
    ring = filled(10)
    taken = ring.from_key_before(at(5))
    assert ring.after(taken[-1].serial) == []
    ring.add(packet(10), at(10))
    assert [p.at for p in ring.after(taken[-1].serial)] == [at(10)]


def test_a_new_stream_forgets_the_old_one() -> None:
    ring = filled(10)
    before = ring.generation
    ring.begin("another stream")
    assert len(ring) == 0
    assert ring.size_bytes == 0
    assert ring.generation == before + 1
    assert ring.template == "another stream"


@given(st.lists(st.integers(1, 400), max_size=60), st.integers(400, 2000))
def test_it_never_holds_more_bytes_than_allowed(sizes: list[int], most: int) -> None:
    ring = PacketRing(1000, most)
    for second, size in enumerate(sizes):
        ring.add(packet(second, size=size), at(second))
        assert ring.size_bytes <= most
        assert ring.size_bytes == sum(len(p.packet.data) for p in ring.after(-1))
