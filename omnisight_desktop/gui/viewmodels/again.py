"""The last half minute of a camera, shown once more in its tile."""

from __future__ import annotations

from datetime import timedelta

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.tiles import TilePicture, fit_into
from omnisight_desktop.services.again import Replay

_BACK = timedelta(seconds=5)


class ShownAgain:
    """Which cameras are shown so, and how far each has come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._replays: dict[str, Replay] = {}

    def __contains__(self, camera: str) -> bool:
        return camera in self._replays

    def switch(self, camera: str) -> None:
        """Show it once more; asked for again, go back to what is live."""
        if self.end(camera):
            return
        replay = self._desk.live.replay(camera)
        if replay is None:
            self._desk.say(tr("Nothing of this camera can be shown again yet."))
        else:
            self._replays[camera] = replay

    def end(self, camera: str) -> bool:
        """Show what is live; whether something else was shown."""
        replay = self._replays.pop(camera, None)
        if replay is None:
            return False
        if replay.trouble is not None:
            self._tell(replay.trouble)
        self._desk.ops.run(replay.close, lambda _: None, self._tell)
        return True

    def hold(self, camera: str) -> None:
        """Hold it, or let it go on."""
        replay = self._replays.get(camera)
        if replay is not None:
            replay.play(not replay.playing)

    def back(self, camera: str) -> None:
        """A few seconds back; from what is live into what was."""
        replay = self._replays.get(camera)
        if replay is None:
            self.switch(camera)
        else:
            replay.back(_BACK)

    def picture(self, camera: str, after: int, room: tuple[int, int]) -> TilePicture | None:
        """The newest picture of it, if it is newer than the one that is painted."""
        replay = self._replays[camera]
        serial, found = replay.peek()
        serial = -2 - serial  # none of the numbers that live pictures have
        if found is None or serial == after:
            if replay.over:
                self.end(camera)
            return None
        _, picture = found
        source = picture.width, picture.height
        size = fit_into(room, source)
        return TilePicture(serial, picture.fitted(*size), size, source, share=replay.share)

    def close(self) -> None:
        """Show nothing any more."""
        for replay in self._replays.values():
            replay.close()
        self._replays.clear()

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
