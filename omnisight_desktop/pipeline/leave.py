"""Whether anything may be written now: there is room, and the disk has not just refused."""

from __future__ import annotations

import logging
from collections.abc import Callable

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.pipeline.clipfile import FILE_FAULTS, in_words, of_the_disk

log = logging.getLogger(__name__)

_REST_S = 10.0  # after the disk refused a file, nothing is tried for so long, and then longer
_LONGEST_REST_S = 160.0
_FAULTS = (*FILE_FAULTS, OmniSightError)


class WriteLeave:
    """Asked by everything that the recorder's worker writes; one refusal holds for all of it.

    ``room`` says why nothing may be written now, if so.
    """

    def __init__(self, room: Callable[[], OmniSightError | None], clock: Clock) -> None:
        self._room = room
        self._clock = clock
        self._trouble: OmniSightError | None = None
        self._failure: OmniSightError | None = None
        self._rest_until_mono = self._rest_s = 0.0
        self._full = False  # when there was last looked

    @property
    def trouble(self) -> OmniSightError | None:
        """Why nothing is recorded now, if so; any thread may look."""
        return self._trouble

    def taken(self) -> None:
        """The disk took something in."""
        self._failure = None

    def refused(self, camera: str, what: str, error: Exception) -> bool:
        """Note a fault; True if it is one of the disk, which is then left alone for a while."""
        words = error if isinstance(error, OmniSightError) else in_words(error)
        if not of_the_disk(error):
            strange = None if isinstance(error, _FAULTS) else error
            log.warning("%s of %s breaks off: %s", what, camera, words, exc_info=strange)
            return False
        self._failure = words
        now_mono = self._clock.mono()
        if now_mono >= self._rest_until_mono:  # else another camera came upon the same
            self._rest_s = min(_LONGEST_REST_S, self._rest_s * 2) if self._rest_s else _REST_S
            self._rest_until_mono = now_mono + self._rest_s
        self.withheld()
        return True

    def withheld(self) -> OmniSightError | None:
        """Why nothing may be written now; said once when it begins, and once when it is over."""
        room = self._room()
        if room is None and self._full:  # that was it, and it is over
            self._rest_until_mono = self._rest_s = 0.0
        self._full = room is not None
        trouble = room or self._failure
        if trouble is not None and self._trouble is None:
            log.warning("nothing is recorded: %s", trouble)
        elif trouble is None and self._trouble is not None:
            log.info("recording goes on")
            self._rest_s = 0.0
        self._trouble = trouble
        resting = self._clock.mono() < self._rest_until_mono
        return room or (self._failure if resting else None)
