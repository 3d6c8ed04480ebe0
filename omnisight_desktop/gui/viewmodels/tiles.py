"""What a tile shows of its camera: a picture to paint, or words, and the one thing that helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.steering import Reach
from omnisight_desktop.core.track import Track
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.trails import Trail
from omnisight_desktop.gui.words import clock_time

_ALIGNED = 16  # pixels; what is not so wide is scaled many times more slowly
_SMALLEST = 64


class Help(StrEnum):
    """What would help a camera that shows nothing."""

    NONE = ""
    RETRY = "retry"
    RESUME = "resume"
    AGAIN = "again"


class Overlay(StrEnum):
    """What may be drawn over the pictures."""

    BOXES = "boxes"
    NAMES = "names"
    TRAILS = "trails"
    ZONES = "zones"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class TilePicture:
    """One picture to paint, where, and what is known of who is in it.

    ``size`` is what it is to be painted at, in the screen's own pixels; boxes and trails are in
    those of the camera, whose pictures are ``source`` wide and high.
    """

    serial: int
    image: Image
    size: tuple[int, int]
    source: tuple[int, int]
    tracks: tuple[Track, ...] = ()
    trails: tuple[Trail, ...] = ()
    loudness: float | None = None  # 0 to 1
    share: float | None = None  # of what is shown again


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile says about its camera."""

    camera: Camera
    state: CameraState
    chip: str
    tone: str
    sentence: str = ""
    help: Help = Help.NONE
    recording: str = ""  # for how long, where somebody has it recorded
    again: bool = False  # the last seconds are shown again
    private: bool = False  # parts of its picture are blackened
    listening: bool = False  # what is said there is written down
    reach: Reach = Reach()  # what of it can be turned and zoomed

    @property
    def shows_picture(self) -> bool:
        """Whether there is a picture rather than words."""
        return self.again or self.state in (CameraState.LIVE, CameraState.ENDED)


def fit_into(room: tuple[int, int], source: tuple[int, int]) -> tuple[int, int]:
    """How large a picture is painted in so much room, keeping its shape."""
    wide, high = max(1, source[0]), max(1, source[1])
    scale = min(room[0] / wide, room[1] / high)
    width = max(2, int(wide * scale + 1e-6))
    if width >= _SMALLEST:
        width = width // _ALIGNED * _ALIGNED
    return width, max(2, int(width * high / wide) // 2 * 2)


def tile_of(camera: Camera, status: CameraStatus, now: datetime, silent_s: float) -> TileState:
    """What is said of a camera from which no picture came for so long."""
    private = bool(camera.options.masks)
    sentence = " ".join(filter(None, (told(status.reason), told(status.fix))))
    since = clock_time(status.since, now)
    if status.state is CameraState.OFFLINE:
        chip = tr("Offline since {time}", time=since)
        return TileState(camera, status.state, chip, "failed", sentence, Help.RETRY)
    if status.state is CameraState.PAUSED:
        sentence = tr("Nothing is seen, heard or recorded.")
        return TileState(camera, status.state, tr("Paused"), "warning", sentence, Help.RESUME)
    if status.state is CameraState.ENDED:
        chip = tr("Ended")
        return TileState(camera, status.state, chip, "muted", sentence, Help.AGAIN, private=private)
    if status.state is CameraState.CONNECTING:
        sentence = sentence or tr("The first picture is on its way.")
        return TileState(camera, status.state, tr("Connecting…"), "warning", sentence)
    if silent_s:
        chip = tr("No signal for {seconds} s", seconds=round(silent_s))
        return TileState(camera, status.state, chip, "failed", sentence, private=private)
    tone = "warning" if sentence else "good"
    return TileState(camera, status.state, tr("Live"), tone, sentence, private=private)
