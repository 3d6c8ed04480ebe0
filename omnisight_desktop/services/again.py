"""Showing the last seconds of a camera once more, while it goes on being watched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.flow.channel import LatestSlot
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.again import Held, pictures

_ROUND_S = 0.05


class Replay:
    """Plays by itself, in its own time; whoever shows it looks at the newest picture.

    ``play`` holds it or lets it go on, and ``back`` begins anew some seconds earlier.
    """

    def __init__(self, held: Held, since: datetime, clock: Clock) -> None:
        self._held = held
        self._clock = clock
        self._since = max(since, held.begin)
        self._from = self._since
        self._again = False
        self._slot: LatestSlot[tuple[datetime, Picture]] = LatestSlot("replay")
        self._playing = True
        self.at = self._since  # the moment that is shown
        self.trouble: OmniSightError | None = None
        self.over = False
        self._worker = Worker("replay", self._run)
        self._worker.start()

    @property
    def playing(self) -> bool:
        """Whether it moves on."""
        return self._playing and not self.over

    @property
    def share(self) -> float:
        """How much of it has been shown, 0 to 1."""
        whole = self._held.end - self._since
        return min(1.0, (self.at - self._since) / whole) if whole > timedelta(0) else 1.0

    def peek(self) -> tuple[int, tuple[datetime, Picture] | None]:
        """The newest picture with its number; never waits."""
        return self._slot.peek()

    def play(self, on: bool) -> None:
        """Go on, or hold."""
        if on and self.over:
            self.back(self._held.end - self._since)
        self._playing = on

    def back(self, by: timedelta) -> None:
        """Show some seconds again."""
        self._from = max(self._since, self.at - by)
        self._again = True
        self.over = False

    def close(self) -> None:
        """Show no more."""
        self._worker.stop()
        self._worker.join()

    def _run(self, worker: Worker) -> None:
        try:
            while not worker.stopping:
                self._again = False
                self._show(worker, pictures(self._held, self._from))
                self.over = not self._again
                while self.over and not worker.pause(_ROUND_S):
                    worker.beat()
        except OmniSightError as error:
            self.trouble, self.over = error, True

    def _show(self, worker: Worker, found: Iterator[tuple[datetime, Picture]]) -> None:
        before: datetime | None = None
        due_mono = self._clock.mono()
        for at, picture in found:
            worker.beat()
            due_mono += (at - before).total_seconds() if before is not None else 0.0
            before = at
            while not self._playing and not self._again and not worker.pause(_ROUND_S):
                worker.beat()
                due_mono = self._clock.mono()
            if worker.pause(max(0.0, due_mono - self._clock.mono())) or self._again:
                return
            self.at = at
            self._slot.put((at, picture))
