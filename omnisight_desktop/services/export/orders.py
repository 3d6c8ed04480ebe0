"""What can be ordered to be exported, and how each kind of order is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.services.clips import Clips
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.export.request import Exported, ExportRequest
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.playback import Tell

if TYPE_CHECKING:  # keys are heavy; whoever copies clips needs none
    from omnisight_desktop.services.evidence.seal import Seal

#: How what is sealed is called where nobody gave it a name.
_SEALED = "evidence.zip"


class ExportKind(StrEnum):
    """What is made."""

    CLIPS = "clips"  # copies of clips in a folder, with a list of what each is
    EVIDENCE = "evidence"  # the same, sealed in one zip
    FILMS = "films"  # a stretch of time at some cameras, in a folder or sealed in one zip


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """Clips as they were recorded, or playable everywhere, or sealed in somebody's name."""

    clips: tuple[Clip, ...]
    playable: bool = False
    sealed: bool = False
    by: str = ""

    @property
    def kind(self) -> ExportKind:
        """What is made of them."""
        return ExportKind.EVIDENCE if self.sealed else ExportKind.CLIPS


@dataclass(frozen=True, slots=True)
class FilmsOrder:
    """A stretch of time at some cameras as films."""

    request: ExportRequest
    sealed: bool = False

    @property
    def kind(self) -> ExportKind:
        """What is made of it."""
        return ExportKind.FILMS


#: Something that can be exported.
Order = ClipOrder | FilmsOrder


def place_in(order: Order, folder: Path) -> Path:
    """Where an order goes that has a folder of its own."""
    return folder / _SEALED if order.sealed else folder


class Handing:
    """Hands out what was ordered."""

    def __init__(
        self, films: Exports, clips: Clips, events: Events, clock: Clock, seal: Callable[[], Seal]
    ) -> None:
        """``seal`` is asked for when something is to be sealed."""
        self._films = films
        self._clips = clips
        self._events = events
        self._clock = clock
        self._seal = seal

    def insist_there(self, order: Order) -> None:
        """A NotFound or a UsageError says why nothing can come of an order."""
        if isinstance(order, FilmsOrder):
            self._films.insist_there(order.request)
        elif not order.clips:
            raise NotFound(
                "No clips are there to be exported.", fix="Choose others, or a longer time."
            )

    def hand_out(self, order: Order, target: Path, tell: Tell) -> Exported | None:
        """Write what was ordered to a place; all of it gets there, or nothing does.

        Of films it is told what came of them.
        """
        if isinstance(order, FilmsOrder):
            seal = self._seal() if order.sealed else None
            return self._films.export(order.request, target, seal=seal, tell=tell)
        if order.sealed:
            from omnisight_desktop.services.evidence import write

            evidence = write.Evidence(self._clips, self._events, self._clock)
            evidence.export(write.Order(order.clips, order.by), target, self._seal(), tell)
        else:
            names = self._events.names().cameras
            self._clips.export_all(order.clips, target, names, playable=order.playable, tell=tell)
        return None
