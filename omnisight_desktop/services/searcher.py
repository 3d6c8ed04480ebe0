"""What the house asks of whoever finds events by what was said, by what is described, and by how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from omnisight_desktop.core.event import Event
from omnisight_desktop.storage.events import EventFilter

if TYPE_CHECKING:
    from omnisight_desktop.flow.worker import Worker


@dataclass(frozen=True, slots=True)
class Match:
    """An event that fits, and how near it is by its meaning; nothing where only its words fit."""

    event: Event
    cosine: float | None


class Searcher(Protocol):
    """Finds what no exact question finds. Any thread may ask."""

    def described(self, words: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events in which that was said or noted, in those words or others; the nearest first."""
        ...

    def pictured(self, words: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events whose pictures show it; none where no picture does. ModelMissing without the networks."""
        ...

    def like(self, event_id: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events that look like this one, or where it has no picture are told of like it; itself aside."""
        ...

    def lacking(self) -> str:
        """Why it does not search as well as it could; nothing where it does."""
        ...

    def refresh(self, go_on: Callable[[], bool] = lambda: True) -> int:
        """Take in what was stored since; how much that was. ``go_on`` may stop it in between."""
        ...

    def run(self, worker: Worker) -> None:
        """Keep taking in what is stored, until the worker is to end."""
        ...

    def let_go(self) -> None:
        """Forget everything that was taken in: something of it is to be forgotten."""
        ...
