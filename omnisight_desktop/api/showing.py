"""The newest pictures of the cameras, made into JPEG once for all who look at them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
from anyio.to_thread import run_sync

from omnisight_desktop.api.message import Shown, track_json
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import TrackState
from omnisight_desktop.pipeline.supervisor import View
from omnisight_desktop.services.live import Live
from omnisight_desktop.services.shape import written

#: How wide pictures are sent; 0 is as they come. More choices would be more pictures to make.
WIDTHS = (0, 1280, 640, 320)
QUALITY = 80
MOST_FPS = 15.0
_NOTHING_S = 0.25  # until it is looked again whether there is a picture

#: Events in the shape that programs rely on; it asks the memory for names.
Tell = Callable[[tuple[Event, ...]], list[dict[str, Any]]]


class Showing:
    """What is shown of each camera at each width. Lives on the server's own loop."""

    def __init__(self, live: Live, tell: Tell, clock: Clock) -> None:
        self._live = live
        self._tell = tell
        self._clock = clock
        self._screens: dict[tuple[str, int], Screen] = {}

    def screen(self, camera: str, width: int) -> Screen:
        """The screen that everybody looks at who wants this camera at this width."""
        key = (camera, width)
        if key not in self._screens:
            self._screens[key] = Screen(
                lambda: self._live.view(camera), width, self._tell, self._clock
            )
        return self._screens[key]

    def still(self, camera: str) -> bytes:
        """The newest picture of a camera as a JPEG, for a thread that may wait for it."""
        view = self._live.view(camera)
        if view.frame is None:
            raise NotFound("There is no picture of that camera just now.", fix="See its status.")
        return jpeg_of(view, 0)[0]


class Screen:
    """One camera at one width: made anew only so often, however many look."""

    def __init__(self, view: Callable[[], View], width: int, tell: Tell, clock: Clock) -> None:
        self._view = view
        self._width = width
        self._tell = tell
        self._clock = clock
        self._making = asyncio.Lock()
        self._shown: Shown | None = None
        self._made_mono = float("-inf")

    async def after(self, serial: int) -> Shown:
        """A picture that is newer than the one of that number; waits until there is one."""
        while True:
            async with self._making:  # who comes meanwhile takes what the first one made
                shown = await self._newest(serial)
            if shown is not None and shown.serial != serial:
                return shown
            await asyncio.sleep(_NOTHING_S if shown is None else 1 / MOST_FPS)

    async def _newest(self, serial: int) -> Shown | None:
        rest_s = self._made_mono + 1 / MOST_FPS - self._clock.mono()
        if rest_s > 0:
            if self._shown is not None and self._shown.serial != serial:
                return self._shown
            await asyncio.sleep(rest_s)
        view = self._view()
        if view.frame is None:
            self._shown = None
            return None
        if self._shown is None or self._shown.serial != view.serial:
            self._made_mono = self._clock.mono()
            self._shown = await run_sync(shown_of, view, self._width, self._tell)
        return self._shown


def shown_of(view: View, width: int, tell: Tell) -> Shown:
    """A picture with all that is known about it."""
    assert view.frame is not None
    jpeg, size, scale = jpeg_of(view, width)
    tracks = [track_json(t, scale) for t in view.tracks() if t.state is TrackState.ACTIVE]
    events: list[dict[str, Any]] = []
    with suppress(OmniSightError):  # they come by themselves, too, and from there none is missed
        events = tell(view.scene.events) if view.scene is not None and view.scene.events else []
    told = {
        "camera": view.frame.camera,
        "at": written(view.frame.at),
        "serial": view.serial,
        "width": size[0],
        "height": size[1],
        "tracks": tracks,
        "events": events,
    }
    return Shown(view.serial, jpeg, told)


def jpeg_of(view: View, width: int) -> tuple[bytes, tuple[int, int], float]:
    """The picture as a JPEG, its size, and by how much it was made smaller."""
    import cv2

    assert view.frame is not None
    image: Image = view.frame.picture.bgr()
    scale = 1.0
    if 0 < width < image.shape[1]:
        scale = width / image.shape[1]
        height = max(1, round(image.shape[0] * scale))
        smaller = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
        image = np.asarray(smaller, np.uint8)
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return packed.tobytes(), (int(image.shape[1]), int(image.shape[0])), scale
