from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from omnisight_desktop.flow.channel import Channel, DropPolicy, LatestSlot


def _all_alike(_: int) -> int:
    return 1


def _of_three_weights(item: int) -> int:
    return (1, 3, 7)[item % 3]


class ChannelMachine(RuleBasedStateMachine):
    """Any sequence of calls, beside a plain list that does what the policy says."""

    channel: Channel[int]

    @initialize(
        capacity=st.integers(1, 5), policy=st.sampled_from(DropPolicy), weighed=st.booleans()
    )
    def begin(self, capacity: int, policy: DropPolicy, weighed: bool) -> None:
        self.weigh: Callable[[int], int] = _of_three_weights if weighed else _all_alike
        self.channel = Channel("c", capacity, policy, self.weigh)
        self.inside: deque[int] = deque()
        self.serial = 0
        self.offered = self.dropped = self.delivered = 0

    @rule(times=st.integers(1, 4))
    def put(self, times: int) -> None:
        for _ in range(times):
            self.serial += 1
            taken_in = self.channel.put(self.serial, timeout_s=0)
            assert taken_in == self._expect_put(self.serial)

    def _expect_put(self, item: int) -> bool:
        if self.channel.closed:
            return False
        self.offered += 1
        while self.inside and self._load() + self.weigh(item) > self.channel.capacity:
            self.dropped += 1
            if self.channel.policy is not DropPolicy.OLDEST:
                return False
            self.inside.popleft()
        self.inside.append(item)
        return True

    def _load(self) -> int:
        return sum(map(self.weigh, self.inside))

    @rule()
    def get(self) -> None:
        wanted = self.inside.popleft() if self.inside else None
        assert self.channel.get(timeout_s=0) == wanted
        self.delivered += wanted is not None

    @rule(limit=st.none() | st.integers(0, 6))
    def drain(self, limit: int | None) -> None:
        count = len(self.inside) if limit is None else min(limit, len(self.inside))
        wanted = [self.inside.popleft() for _ in range(count)]
        assert self.channel.drain(limit) == wanted
        self.delivered += count

    @precondition(lambda self: self.serial > 5)
    @rule()
    def close(self) -> None:
        self.channel.close()
        assert self.channel.closed

    @invariant()
    def never_over_capacity_and_counts_add_up(self) -> None:
        if not hasattr(self, "channel"):
            return
        channel = self.channel
        assert len(channel) == len(self.inside) <= channel.peak <= channel.capacity
        assert self._load() <= channel.capacity or len(channel) == 1
        assert channel.offered == channel.delivered + channel.dropped + len(channel)
        assert (channel.offered, channel.dropped, channel.delivered) == (
            self.offered,
            self.dropped,
            self.delivered,
        )


TestChannelMachine = ChannelMachine.TestCase


class SlotMachine(RuleBasedStateMachine):
    """Any sequence of calls on a slot, beside what it must show."""

    def __init__(self) -> None:
        super().__init__()
        self.slot: LatestSlot[int] = LatestSlot("s")
        self.newest: int | None = None
        self.fresh = False
        self.offered = self.dropped = self.delivered = 0
        self.last_serial = 0

    @rule(item=st.integers())
    def put(self, item: int) -> None:
        self.slot.put(item)
        self.dropped += self.fresh
        self.newest, self.fresh = item, True
        self.offered += 1

    @rule()
    def take(self) -> None:
        assert self.slot.take() == (self.newest if self.fresh else None)
        self.delivered += self.fresh
        self.fresh = False

    @rule()
    def clear(self) -> None:
        self.slot.clear()
        self.dropped += self.fresh
        self.newest, self.fresh = None, False

    @rule()
    def peek(self) -> None:
        assert self.slot.peek()[1] == self.newest

    @invariant()
    def the_books_balance(self) -> None:
        shown = (self.slot.offered, self.slot.dropped, self.slot.delivered)
        assert shown == (self.offered, self.dropped, self.delivered)
        assert self.slot.offered == self.slot.delivered + self.slot.dropped + self.fresh

    @invariant()
    def every_change_has_a_higher_number(self) -> None:
        serial, _ = self.slot.peek()
        assert serial >= self.last_serial
        self.last_serial = serial


TestSlotMachine = SlotMachine.TestCase


def test_nothing_is_lost_and_order_is_kept_between_real_threads() -> None:
    channel: Channel[tuple[int, int]] = Channel("work", 8, DropPolicy.WAIT)
    each = 2_000
    got: list[list[tuple[int, int]]] = [[], []]
    refused: list[int] = []

    def produce(number: int) -> None:
        refused.extend(n for n in range(each) if not channel.put((number, n)))

    def consume(mine: list[tuple[int, int]]) -> None:
        while (item := channel.get()) is not None:
            mine.append(item)

    producers = [threading.Thread(target=produce, args=(number,)) for number in range(4)]
    consumers = [threading.Thread(target=consume, args=(mine,)) for mine in got]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join(60)
    channel.close()
    for thread in consumers:
        thread.join(60)

    assert refused == []
    assert sorted(got[0] + got[1]) == [(number, n) for number in range(4) for n in range(each)]
    for mine in got:
        for number in range(4):
            of_one = [n for producer, n in mine if producer == number]
            assert of_one == sorted(of_one)
    assert channel.peak <= channel.capacity
    assert (channel.offered, channel.delivered, channel.dropped) == (4 * each, 4 * each, 0)


@pytest.mark.parametrize("policy", [DropPolicy.OLDEST, DropPolicy.NEWEST])
def test_a_producer_that_must_not_wait_never_does_and_counts_add_up(policy: DropPolicy) -> None:
    channel: Channel[int] = Channel("pictures", 4, policy)
    got: list[int] = []

    def consume() -> None:
        while (item := channel.get()) is not None:
            got.append(item)

    consumer = threading.Thread(target=consume)
    consumer.start()
    for number in range(5_000):
        channel.put(number)
    channel.close()
    consumer.join(60)
    assert got == sorted(got)
    assert channel.offered == 5_000
    assert len(got) == channel.delivered == 5_000 - channel.dropped
    if policy is DropPolicy.OLDEST:
        assert got[-1] == 4_999


class _Entered(threading.Condition):
    """A condition that says when somebody has begun to wait on it."""

    def __init__(self, lock: threading.Lock) -> None:
        super().__init__(lock)
        self.waiting = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        self.waiting.set()
        return super().wait(timeout)


def test_books_balance_while_a_producer_waits() -> None:
    channel: Channel[int] = Channel("work", 1, DropPolicy.WAIT)
    channel._emptied = entered = _Entered(channel._lock)
    channel.put(1)
    producer = threading.Thread(target=channel.put, args=(2,))
    producer.start()
    assert entered.waiting.wait(10)
    with channel._lock:
        assert channel.offered == channel.delivered + channel.dropped + len(channel) == 1
    assert channel.get() == 1
    producer.join(10)
    assert channel.get() == 2
    assert channel.offered == channel.delivered == 2


def test_closing_wakes_whoever_waits_and_what_is_inside_can_still_be_taken() -> None:
    channel: Channel[int] = Channel("work", 1, DropPolicy.WAIT)
    channel._emptied = entered = _Entered(channel._lock)
    channel.put(1)
    answers: list[bool] = []
    producer = threading.Thread(target=lambda: answers.append(channel.put(2)))
    producer.start()
    assert entered.waiting.wait(10)
    channel.close()
    producer.join(10)
    assert answers == [False]
    assert channel.get() == 1
    assert channel.get() is None
    assert not channel.put(3)


def test_one_that_is_too_heavy_still_does_not_keep_out_a_lighter_one() -> None:
    channel: Channel[int] = Channel("work", 10, DropPolicy.WAIT, weigh=lambda item: item)
    channel._emptied = entered = _Entered(channel._lock)
    assert channel.put(5)
    assert channel.put(4)
    threads = []
    for item in (10, 5):  # the heavy one stands first in the line
        entered.waiting.clear()
        threads.append(threading.Thread(target=channel.put, args=(item,)))
        threads[-1].start()
        assert entered.waiting.wait(10)
    assert channel.get() == 5
    threads[1].join(10)
    assert not threads[1].is_alive()
    assert channel.drain() == [4, 5]
    threads[0].join(10)
    assert channel.get() == 10


def test_closing_wakes_a_consumer() -> None:
    channel: Channel[int] = Channel("work", 1, DropPolicy.WAIT)
    channel._filled = entered = _Entered(channel._lock)
    answers: list[int | None] = []
    consumer = threading.Thread(target=lambda: answers.append(channel.get()))
    consumer.start()
    assert entered.waiting.wait(10)
    channel.close()
    consumer.join(10)
    assert answers == [None]


def test_a_channel_holds_something() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Channel("none", 0, DropPolicy.WAIT)


def test_a_slot_wakes_its_looker_with_the_newest() -> None:
    slot: LatestSlot[int] = LatestSlot("camera")
    seen: list[int] = []
    done = threading.Event()

    def look() -> None:
        while (item := slot.take(timeout_s=10)) != 1_000 and item is not None:
            seen.append(item)
        done.set()

    looker = threading.Thread(target=look)
    looker.start()
    for number in range(1, 1_001):
        slot.put(number)
    assert done.wait(10)
    looker.join(10)
    assert seen == sorted(set(seen))
    assert slot.offered == 1_000
    assert slot.delivered == len(seen) + 1
    assert slot.dropped == 1_000 - slot.delivered


def test_a_cleared_slot_has_a_new_number_and_nothing_to_take() -> None:
    slot: LatestSlot[str] = LatestSlot("camera")
    slot.put("picture")
    before, _ = slot.peek()
    slot.clear()
    after, item = slot.peek()
    assert after > before
    assert item is None
    assert slot.take() is None
