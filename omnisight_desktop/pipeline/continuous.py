"""Recording without a break, all cameras: a part of what the recorder's worker does."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.segment import RecordMode, Unrecorded
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.pipeline.leave import WriteLeave
from omnisight_desktop.pipeline.noticed import Noticed
from omnisight_desktop.pipeline.reel import Desk, Reel, Spool
from omnisight_desktop.pipeline.topology import NOTICED, SPOOLS

log = logging.getLogger(__name__)

_SWITCHED_OFF = "Recording was switched off."

#: Up to when a camera was recorded, if what is missing since then is to be noted.
Owed = Callable[[str], datetime | None]


class Continuous:
    """The reels of all cameras. Any thread may begin and end one, and tell what was noticed."""

    def __init__(
        self,
        media: Path,
        keep: Callable[[Any], object],
        leave: WriteLeave,
        clock: Clock,
        owed: Owed = lambda _: None,
    ) -> None:
        self.noticed: Channel[Noticed] = NOTICED.channel()
        self._spools: Channel[Spool | str] = SPOOLS.channel()
        self._desk = Desk(media, keep, leave, clock, IdSource("F"))
        self._owed = owed
        self._reels: dict[str, Reel] = {}

    def begin(self, spool: Spool) -> None:
        """Record a camera from now on."""
        self._spools.put(spool)

    def end(self, camera: str) -> None:
        """Record a camera no longer."""
        self._spools.put(camera)

    def step(self) -> None:
        """Write what came in since the last step."""
        for order in self._spools.drain():
            if isinstance(order, Spool):
                self._take_up(order)
            else:
                self._put_down(order)
        for noticed in self.noticed.drain():
            reel = self._reels.get(noticed.camera)
            if reel is not None:
                reel.notice(noticed)
        for reel in self._reels.values():
            reel.step()

    def close(self) -> None:
        """Finish all pieces with what is there."""
        self.step()
        for camera in list(self._reels):
            self._put_down(camera)

    def _take_up(self, spool: Spool) -> None:
        before = self._put_down(spool.camera)
        # What was just finished may not be listed yet.
        owed = self._owed_since(spool.camera) if before is None else before.owed
        if spool.filming.mode is not RecordMode.OFF:
            self._reels[spool.camera] = Reel(spool, self._desk, owed)
        if not spool.filming.steady and owed is not None:
            # What is missing from here on is missing on purpose.
            self._desk.keep(Unrecorded(spool.camera, owed, owed, _SWITCHED_OFF))

    def _put_down(self, camera: str) -> Reel | None:
        reel = self._reels.pop(camera, None)
        if reel is not None:
            reel.close()
        return reel

    def _owed_since(self, camera: str) -> datetime | None:
        try:
            return self._owed(camera)
        except OmniSightError as error:
            log.warning("up to when %s was recorded cannot be told: %s", camera, error)
            return None
