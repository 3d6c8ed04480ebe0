"""The newest item of each of several senders, taken in turn: for one eye that looks at many cameras."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestInbox(Generic[T]):
    """Holds at most one item per sender; a newer one replaces it but does not move up the queue.

    At any moment ``offered == delivered + dropped + len(inbox)``.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.offered = 0
        self.delivered = 0
        self.dropped = 0
        self._items: dict[str, T] = {}
        self._filled = threading.Condition()
        self._closed = False

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, sender: str) -> bool:
        return sender in self._items

    def put(self, sender: str, item: T) -> None:
        """Offer the sender's newest item; never waits."""
        with self._filled:
            if self._closed:
                return
            self.offered += 1
            if sender in self._items:
                self.dropped += 1
            self._items[sender] = item
            self._filled.notify()

    def take(self, timeout_s: float | None = None) -> T | None:
        """The item of the sender that has waited longest; None when the time is over."""
        with self._filled:
            self._filled.wait_for(lambda: self._items or self._closed, timeout_s)
            if not self._items:
                return None
            self.delivered += 1
            return self._items.pop(next(iter(self._items)))

    def forget(self, sender: str) -> None:
        """Let go of what a sender offered last, if it was not taken yet."""
        with self._filled:
            if self._items.pop(sender, None) is not None:
                self.dropped += 1

    def close(self) -> None:
        """Take in nothing more and wake whoever waits."""
        with self._filled:
            self._closed = True
            self._filled.notify_all()
