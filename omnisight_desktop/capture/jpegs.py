"""Sources whose pictures come as JPEG: nothing is decoded before somebody looks, nothing encoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from omnisight_desktop.capture.picture import JpegPicture, check_size, size_of
from omnisight_desktop.capture.template import Template, template_from
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.ports.capture import Packet, Shot, StreamInfo, WholePictures

_LOOK_MOST, _LOOK_S = 8, 1.0  # pictures and seconds that tell how many come in a second
_LEAST_S = 0.001


class JpegRoll:
    """Turns JPEGs into shots; the template is another object once their size or kind changes."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._template: Template | None = None
        self.width = self.height = 0

    @property
    def template(self) -> Any:
        """The stream that the newest packets belong to."""
        return self._template.stream if self._template else None

    def shot(self, data: bytes, at_s: float, duration_s: float) -> Shot | None:
        """The picture with its packet; None for what is no JPEG."""
        size = size_of(data)
        if size is None or not all(size):
            return None
        if (self.width, self.height) != size:
            check_size(*size, self._name)
            self._template = template_from(data, "mjpeg") or self._template
            self.width, self.height = size
        packet = Packet(at_s, at_s, duration_s, True, data)
        return Shot(at_s, JpegPicture(data, *size), (packet,))


class JpegSource(WholePictures):
    """A live stream of JPEGs, each stamped when it comes: that is all that is known of its time."""

    def __init__(
        self,
        jpegs: Iterator[bytes],
        name: str,
        clock: Clock | None = None,
        close: Callable[[], object] = lambda: None,
    ) -> None:
        self._jpegs = jpegs
        self._name = name
        self._clock = clock or SystemClock()
        self._let_go = close
        self._roll = JpegRoll(name)
        self._closed = self._begun = False
        self._first_mono: float | None = None
        self._last_s = -_LEAST_S
        self._frame_s = 0.1
        try:
            self._early = self._look()
        except BaseException:
            close()
            raise

    @property
    def template(self) -> Any:
        return self._roll.template

    @property
    def sound_template(self) -> Any:
        return None

    def shots(self) -> Iterator[Shot]:
        self._begun = True
        try:
            while self._early and not self._closed:
                yield self._early.pop(0)
            for data in self._jpegs:
                if self._closed:
                    return
                shot = self._shot(data)
                if shot is not None:
                    yield shot
        finally:
            self._let_go()

    def close(self) -> None:
        self._closed = True
        if not self._begun:
            self._let_go()

    def _look(self) -> list[Shot]:
        """The first pictures: they tell how large they are and how many come in a second."""
        early: list[Shot] = []
        for data in self._jpegs:
            shot = self._shot(data)
            early += [] if shot is None else [shot]
            if len(early) >= _LOOK_MOST or (early and self._last_s >= _LOOK_S):
                break
        if not early:
            raise SourceBroken(
                f"{self._name} sends no pictures.",
                fix="Check that the address is that of the stream, not of the camera's web page.",
            )
        if self._last_s > 0:
            self._frame_s = max(1 / 60, self._last_s / max(1, len(early) - 1))
        fps = 1 / self._frame_s
        self.info = StreamInfo(self._roll.width, self._roll.height, fps, "mjpeg", live=True)
        return early

    def _shot(self, data: bytes) -> Shot | None:
        now_mono = self._clock.mono()
        first_mono = self._first_mono = now_mono if self._first_mono is None else self._first_mono
        at_s = max(now_mono - first_mono, self._last_s + _LEAST_S)
        shot = self._roll.shot(data, at_s, self._frame_s)
        if shot is None:
            return None
        self._last_s = at_s
        if self._begun and (self._roll.width, self._roll.height) != (
            self.info.width,
            self.info.height,
        ):
            self.info = replace(self.info, width=self._roll.width, height=self._roll.height)
        return shot
