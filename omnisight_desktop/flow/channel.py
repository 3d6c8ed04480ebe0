"""Bounded queues between workers. A full one does what was declared, and counts it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class DropPolicy(StrEnum):
    """What a full channel does with one item too many."""

    OLDEST = "oldest"  # lets go of what waited longest: for pictures
    NEWEST = "newest"  # refuses the new one: for work that must be done in order
    WAIT = "wait"  # lets the producer wait: for what must not be lost


class Channel(Generic[T]):
    """A queue that never holds more than its capacity.

    At any moment ``offered == delivered + dropped + len(channel)``. Where items differ much in size,
    ``weigh`` tells what each counts for; one that is heavier than everything that fits goes alone.
    """

    def __init__(
        self,
        name: str,
        capacity: int,
        policy: DropPolicy,
        weigh: Callable[[T], int] = lambda _: 1,
    ) -> None:
        if capacity < 1:
            raise ValueError("a channel holds at least one item")
        self.name = name
        self.capacity = capacity
        self.policy = policy
        self.offered = 0
        self.delivered = 0
        self.dropped = 0
        self.peak = 0
        self._weigh = weigh
        self._load = 0
        self._items: deque[T] = deque()
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)
        self._emptied = threading.Condition(self._lock)
        self._closed = False

    def __len__(self) -> int:
        return len(self._items)

    @property
    def load(self) -> int:
        """The weight of everything that waits."""
        return self._load

    @property
    def closed(self) -> bool:
        """Whether nothing more can be put in; what is inside can still be taken."""
        return self._closed

    def put(self, item: T, timeout_s: float | None = None) -> bool:
        """Offer an item; False if it was not taken in (closed, refused, or waited too long)."""
        with self._lock:
            if self._closed:
                return False
            weight = self._weigh(item)
            room = self._fits(weight) or self._make_room(weight, timeout_s)
            self.offered += 1  # not while it waits: it is neither inside nor dropped then
            if not room:
                self.dropped += 1
                return False
            self._items.append(item)
            self._load += weight
            self.peak = max(self.peak, len(self._items))
            self._filled.notify()
            return True

    def get(self, timeout_s: float | None = None) -> T | None:
        """The oldest item; None when the time is over, or when closed and empty."""
        with self._lock:
            self._filled.wait_for(lambda: self._items or self._closed, timeout_s)
            if not self._items:
                return None
            return self._take()

    def drain(self, limit: int | None = None) -> list[T]:
        """All items that wait now, oldest first, at most ``limit``; never waits."""
        with self._lock:
            count = len(self._items) if limit is None else min(limit, len(self._items))
            return [self._take() for _ in range(count)]

    def close(self) -> None:
        """Take in nothing more and wake everybody who waits."""
        with self._lock:
            self._closed = True
            self._filled.notify_all()
            self._emptied.notify_all()

    def _fits(self, weight: int) -> bool:
        return self._load + weight <= self.capacity or not self._items

    def _make_room(self, weight: int, timeout_s: float | None) -> bool:
        if self.policy is DropPolicy.OLDEST:
            while not self._fits(weight):
                self._let_go()
                self.dropped += 1
            return True
        if self.policy is DropPolicy.NEWEST:
            return False
        self._emptied.wait_for(lambda: self._closed or self._fits(weight), timeout_s)
        return not self._closed and self._fits(weight)

    def _take(self) -> T:
        item = self._let_go()
        self.delivered += 1
        # Of those who wait, the first may still not fit and the next may: each looks for itself.
        self._emptied.notify_all()
        return item

    def _let_go(self) -> T:
        item = self._items.popleft()
        self._load -= self._weigh(item)
        return item


class LatestSlot(Generic[T]):
    """Holds the newest item only: whoever looks sees now, and nobody ever waits for the looker."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.offered = 0
        self.delivered = 0
        self._item: T | None = None
        self._fresh = threading.Condition()
        self._serial = 0
        self._taken = 0

    @property
    def dropped(self) -> int:
        """How many were replaced before anybody took them."""
        with self._fresh:
            return self.offered - self.delivered - (1 if self._taken < self._serial else 0)

    def put(self, item: T) -> None:
        """Replace what is there."""
        with self._fresh:
            self._item = item
            self.offered += 1
            self._serial += 1
            self._fresh.notify_all()

    def take(self, timeout_s: float | None = 0.0) -> T | None:
        """The newest item if nobody took it yet, else None after the time is over."""
        with self._fresh:
            if not self._fresh.wait_for(lambda: self._taken < self._serial, timeout_s):
                return None
            self._taken = self._serial
            self.delivered += 1
            return self._item

    def peek(self) -> tuple[int, T | None]:
        """The serial number and the newest item, taken or not: for any number of lookers."""
        with self._fresh:
            return self._serial, self._item

    def clear(self) -> None:
        """Forget the item, so that a dead camera's last picture is not taken for a live one."""
        with self._fresh:
            self._item = None
            self._taken = self._serial = self._serial + 1
